package org.tonle.report.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Concentrations;
import org.tonle.cause.Cause;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.explain.AddedPlaces;
import org.tonle.explain.AskedSource;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Downstream section: what the sources that are first at the worst breaches add, place by place.
public final class DownstreamSection {
  private static final int MOST = 2;

  /// Share of a concentration at which a source is felt.
  private static final double LEAST_SHARE = 0.1;

  private final Page page;
  private final List<Asked> asked;

  private record Asked(AskedSource source, int constituent, int season) {}

  public DownstreamSection(Page page, Demand demand) {
    this.page = page;
    Map<String, Asked> found = new LinkedHashMap<>();
    demand.allocation().bounds().stream()
        .filter(b -> b.of().total() > 0 && b.allowed() > 0 && !b.of().isShortfall())
        .sorted(
            (a, b) -> Double.compare(b.of().total() / b.allowed(), a.of().total() / a.allowed()))
        .filter(b -> page.worst.holds(b.of().place()))
        .forEach(b -> first(b, found));
    List<String> broken =
        demand.allocation().bounds().stream()
            .filter(b -> !b.of().isShortfall())
            .map(b -> b.of().constituent().id())
            .distinct()
            .toList();
    asked = found.values().stream().limit(MOST).map(a -> furthest(a, broken)).toList();
  }

  public boolean isEmpty() {
    return asked.isEmpty();
  }

  /// The source with the broken constituent that it is felt by at the most places.
  private Asked furthest(Asked one, List<String> broken) {
    AddedPlaces places = new AddedPlaces(page.result, one.source);
    List<String> ids =
        page.result.concentrations().constituents().stream().map(Constituent::id).toList();
    Asked best = one;
    long most = felt(places.rows(one.season, one.constituent));
    for (String id : broken) {
      int constituent = ids.indexOf(id);
      int season = places.worstSeason(constituent);
      long felt = felt(places.rows(season, constituent));
      if (felt > most) {
        most = felt;
        best = new Asked(one.source, constituent, season);
      }
    }
    return best;
  }

  private static long felt(List<AddedPlaces.Row> rows) {
    return rows.stream().filter(r -> r.share() >= LEAST_SHARE).count();
  }

  /// The first source of a breach, as a whole town.
  private void first(Bound bound, Map<String, Asked> found) {
    if (found.size() >= MOST) {
      return;
    }
    List<String> sources =
        bound.of().causes().stream()
            .filter(c -> c.kind() == Cause.Kind.SOURCE)
            .map(Cause::id)
            .toList();
    bound.of().by(Grouping.SOURCE).stream()
        .map(Contribution::key)
        .filter(sources::contains)
        .findFirst()
        .flatMap(page.result.instance().applied()::source)
        .map(s -> s instanceof Source.Town town ? town.town() : s.id())
        .filter(id -> !found.containsKey(id))
        .ifPresent(
            id ->
                AskedSource.named(page.result.instance(), id).stream()
                    .limit(1)
                    .forEach(s -> found.put(id, of(s, bound))));
  }

  private Asked of(AskedSource source, Bound bound) {
    Concentrations all = page.result.concentrations();
    int constituent =
        all.constituents().stream()
            .map(Constituent::id)
            .toList()
            .indexOf(bound.of().constituent().id());
    int season = all.seasons().stream().map(Season::id).toList().indexOf(bound.of().season());
    return new Asked(source, constituent, StrictMath.max(season, 0));
  }

  public void write(Html html) {
    if (asked.isEmpty()) {
      return;
    }
    html.raw("<h2 id='downstream'>").raw(Html.escape(page.say("downstream"))).raw("</h2>\n");
    html.element("p", page.say("downstream.sub"));
    asked.forEach(a -> figure(html, a));
  }

  private void figure(Html html, Asked one) {
    List<AddedPlaces.Row> rows =
        new AddedPlaces(page.result, one.source).rows(one.season, one.constituent);
    Season season = page.result.concentrations().seasons().get(one.season);
    Constituent of = page.result.concentrations().constituents().get(one.constituent);
    Layout broad =
        new DownstreamChart(page, one.source, rows, season, of, LayoutFigure.BROAD).layout();
    Layout narrow =
        new DownstreamChart(page, one.source, rows, season, of, LayoutFigure.NARROW).layout();
    LayoutFigure.write(html, page.words, broad, narrow);
  }
}
