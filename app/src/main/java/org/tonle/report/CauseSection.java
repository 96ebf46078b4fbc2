package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.assess.Place;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.report.chart.CauseChart;
import org.tonle.report.chart.LayoutSvg;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.CauseMap;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.picture.Whereabouts;

/// Cause section: who causes the worst breach of each constituent; further breaches fold out.
public final class CauseSection {
  private static final int MOST_MORE = 10;
  private static final int MOST_OF_CONSTITUENT = 4;

  private final Page page;
  private final MapPicture map;
  private final List<Bound> first;
  private final List<Bound> more;

  public CauseSection(Page page, MapPicture map, Demand demand) {
    this.page = page;
    this.map = map;
    List<Bound> order = worstByPlace(demand, page.worst::holds);
    first = firstOfEachConstituent(order);
    more = more(order, first);
  }

  /// Whether no limit is broken by anybody.
  boolean isEmpty() {
    return first.isEmpty();
  }

  /// Names of the pictures that it shows.
  Set<String> pictures() {
    return Stream.concat(first.stream(), more.stream())
        .map(b -> CauseChart.name(b.of()))
        .collect(Collectors.toSet());
  }

  public void write(Html html) {
    html.raw("<h2 id='cause'>").raw(Html.escape(page.say("cause"))).raw("</h2>\n");
    html.element("p", page.say("cause.sub"));
    if (map.isDrawable()) {
      html.element("p class='note'", page.say("cause.reading"));
    }
    Whereabouts whereabouts = new Whereabouts(page, map);
    first.forEach(b -> figure(html, b, whereabouts));
    if (!more.isEmpty()) {
      html.raw("<details class='fold'>").element("summary", page.say("cause.more", more.size()));
      more.forEach(b -> figure(html, b, whereabouts));
      html.raw("</details>\n");
    }
  }

  private void figure(Html html, Bound bound, Whereabouts whereabouts) {
    CauseChart chart = new CauseChart(page, bound.of(), bound.allowed(), CauseChart.WIDTH);
    html.element("h3 id='" + CauseChart.name(bound.of()) + "'", chart.title());
    html.raw("<figure class='pair'>").raw(LayoutSvg.of(chart.layout()));
    if (map.isDrawable()) {
      CauseMap where = new CauseMap(page, map, whereabouts, bound.of());
      String name =
          PictureName.of(
              "sources", PictureName.of(bound.of().place()), bound.of().constituent().id());
      html.raw(PictureName.on(where.svg(), name)).element("figcaption", where.sum());
    }
    html.raw("</figure>\n");
  }

  /// The season that exceeds the limit most, for each place and constituent, worst first.
  ///
  /// @param holds places that count
  static List<Bound> worstByPlace(Demand demand, Predicate<Place> holds) {
    Map<String, Bound> found = new LinkedHashMap<>();
    for (Bound bound : demand.allocation().bounds()) {
      if (bound.of().total() > 0 && holds.test(bound.of().place())) {
        String key = Page.key(bound.of().place()) + "\t" + bound.of().constituent().id();
        found.merge(key, bound, (a, b) -> excess(b) > excess(a) ? b : a);
      }
    }
    List<Bound> order = new ArrayList<>(found.values());
    order.sort(Comparator.comparingDouble(b -> -excess(b)));
    return order;
  }

  private static List<Bound> firstOfEachConstituent(List<Bound> order) {
    Map<String, Bound> found = new LinkedHashMap<>();
    order.forEach(b -> found.putIfAbsent(b.of().constituent().id(), b));
    return List.copyOf(found.values());
  }

  /// Intakes, bathing places and lakes, then the worst reaches; a few for each constituent.
  private static List<Bound> more(List<Bound> order, List<Bound> shown) {
    List<Bound> rest = new ArrayList<>(order);
    rest.removeAll(shown);
    rest.sort(Comparator.comparing(b -> b.of().place().kind() == Place.Kind.REACH));
    Map<String, Integer> counts = new HashMap<>();
    List<Bound> found = new ArrayList<>();
    for (Bound bound : rest) {
      boolean isFew =
          counts.merge(bound.of().constituent().id(), 1, Integer::sum) <= MOST_OF_CONSTITUENT;
      if (isFew && found.size() < MOST_MORE) {
        found.add(bound);
      }
    }
    return found;
  }

  private static double excess(Bound bound) {
    return bound.of().total() / bound.allowed();
  }
}
