package org.tonle.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.model.Season;
import org.tonle.report.chart.LayoutFigure;
import org.tonle.report.chart.YearChart;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.picture.VerdictMap;

/// Season section: the rivers in each season by every standard with classes, and the year at the
/// most measured places.
final class SeasonSection {
  private static final int MOST_CHARTS = 12;

  /// Most lines that all small maps together draw: about 20 bytes each. A page of very many reaches
  /// keeps the maps that tell most.
  private static final int MOST_LINES = 40_000;

  private final Page page;
  private final MapPicture map;

  SeasonSection(Page page, MapPicture map) {
    this.page = page;
    this.map = map;
  }

  void write(Html html) {
    html.raw("<h2 id='seasons'>").raw(Html.escape(page.say("seasons"))).raw("</h2>\n");
    if (map.isDrawable()) {
      html.element("p", page.say("seasons.sub"));
    }
    String reversed = reversed();
    if (!reversed.isEmpty()) {
      html.element("p", reversed);
    }
    if (map.isDrawable()) {
      maps(html);
    }
    List<YearChart> charts = charts();
    if (!charts.isEmpty()) {
      html.element("h3", page.say("year")).element("p class='note'", page.say("year.sub"));
      html.raw("<div class='charts'>\n");
      charts.forEach(c -> LayoutFigure.small(html, c.layout()));
      html.raw("</div>\n");
    }
  }

  /// Sentence on the reaches that flow backwards, by season.
  private String reversed() {
    Map<String, List<String>> bySeason = new HashMap<>();
    for (Hydraulics h : page.result.hydraulics()) {
      if (h.state() == FlowState.BACKWARD) {
        String name = page.reaches.containsKey(h.reach()) ? name(h.reach()) : h.reach();
        bySeason.computeIfAbsent(h.season(), s -> new ArrayList<>()).add(name);
      }
    }
    List<String> says = new ArrayList<>();
    for (Season season : page.seasons()) {
      List<String> names =
          bySeason.getOrDefault(season.id(), List.of()).stream().distinct().toList();
      if (!names.isEmpty()) {
        says.add(
            page.saySeason("reversed", page.season(season), String.join(page.say("list"), names)));
      }
    }
    return page.sentences(says);
  }

  /// Name of the river: the name of a reach without the reach's id.
  private String name(String reach) {
    org.tonle.model.Reach found = page.reaches.get(reach);
    String name = found == null ? "" : found.names().in(page.words.language());
    String river = name.endsWith(reach) ? name.substring(0, name.length() - reach.length()) : name;
    return river.isBlank() ? reach : river.strip();
  }

  private void maps(Html html) {
    html.raw("<div class='switch' data-name='" + Html.escape(page.say("standard")) + "'>\n");
    String main = page.result.study().settings().judging().mainStandard();
    if (!main.isEmpty()) {
      mapsOfVerdicts(html, page.law(main) + " · " + page.say("verdict"));
    }
    List<Page.Judge> judges = page.judges();
    int shown = StrictMath.min(judges.size(), shown(main.isEmpty() ? 0 : 1));
    for (Page.Judge judge : judges.subList(0, shown)) {
      String title = page.title(judge);
      multiples(
          html,
          title,
          PictureName.of(judge.standard(), judge.constituent()),
          (season, says) -> map.svg(judge, season, false, says));
      html.raw(map.legend(judge.standard())).raw("</div>\n");
    }
    html.raw("</div>\n");
    if (shown < judges.size()) {
      html.element("p class='note'", page.say("seasons.left", judges.size() - shown));
    }
  }

  /// Number of standards whose maps a page has room for, at least one.
  ///
  /// @param taken number of other sets of maps
  private int shown(int taken) {
    int lines = page.reaches.size() * page.seasons().size();
    return StrictMath.max(1, MOST_LINES / StrictMath.max(1, lines) - taken);
  }

  /// The year by what the main standard says, as on page one.
  private void mapsOfVerdicts(Html html, String main) {
    VerdictMap verdicts = new VerdictMap(page);
    multiples(
        html, main, "verdicts", (season, says) -> map.svgOfVerdicts(verdicts, season, false, says));
    html.raw(map.legendOfVerdicts()).raw("</div>\n");
  }

  /// Picture of one season.
  private interface Picture {
    String svg(int season, String label);
  }

  /// Opens a part of the switch, with a small map of each season.
  private void multiples(Html html, String title, String of, Picture picture) {
    html.raw("<div data-key='" + Html.escape(title) + "'>").element("b", title);
    html.raw("<div class='small'>\n");
    for (int s = 0; s < page.seasons().size(); s++) {
      String name = page.season(page.seasons().get(s));
      String file = PictureName.of("map", of, page.seasons().get(s).id());
      html.raw("<figure>").raw(PictureName.on(picture.svg(s, title + ", " + name), file));
      html.element("figcaption", name).raw("</figure>\n");
    }
    html.raw("</div>");
  }

  /// Charts of lakes, then of the pairs of place and constituent with most measurements.
  private List<YearChart> charts() {
    Concentrations found = page.result.concentrations();
    List<YearChart> charts = new ArrayList<>();
    for (int p = 0; p < found.places().size(); p++) {
      for (int c = 0; c < found.constituents().size(); c++) {
        boolean isShown = List.of("TP", "TN", "DO").contains(found.constituents().get(c).id());
        if (found.places().get(p).kind() == Place.Kind.LAKE && isShown && charts.size() < 6) {
          charts.add(new YearChart(page, p, c, YearChart.WIDTH));
        }
      }
    }
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (Comparison pair : page.result.comparisons()) {
      int place = found.indexOf(pair.place().kind(), pair.place().id());
      int constituent = -1;
      for (int c = 0; c < found.constituents().size(); c++) {
        boolean isIt = found.constituents().get(c).id().equals(pair.observation().constituent());
        constituent = isIt ? c : constituent;
      }
      if (place >= 0 && constituent >= 0 && pair.place().kind() != Place.Kind.LAKE) {
        counts.merge(List.of(place, constituent), 1, Integer::sum);
      }
    }
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<List<Integer>, Integer>comparingByValue()
                .reversed()
                .thenComparing(e -> e.getKey().toString()))
        .limit(MOST_CHARTS - (long) charts.size())
        .forEach(
            e ->
                charts.add(
                    new YearChart(page, e.getKey().get(0), e.getKey().get(1), YearChart.WIDTH)));
    return charts;
  }
}
