package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonle.assess.CheckOutcome;
import org.tonle.assess.Comparison;
import org.tonle.assess.Verdict;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.picture.ResidualMaps;
import org.tonle.report.picture.ScatterChart;

/// Measured section: simulated and measured values, those outside the band first.
final class MeasuredSection {
  private final Page page;
  private final MapPicture map;

  MeasuredSection(Page page, MapPicture map) {
    this.page = page;
    this.map = map;
  }

  void write(Html html) {
    List<Comparison> pairs = page.result.comparisons();
    if (pairs.isEmpty()) {
      return;
    }
    long covered = pairs.stream().filter(c -> c.covered() && !c.circular()).count();
    html.raw("<h2 id='measured'>").raw(Html.escape(page.say("measured"))).raw("</h2>\n");
    long circular = pairs.stream().filter(Comparison::circular).count();
    html.element("p", page.say("measured.sub", covered, pairs.size() - circular));
    if (circular > 0) {
      html.element("p class='note'", page.say("measured.circular", circular));
    }
    html.element("p class='note'", page.say("measured.shapes"));
    html.raw("<div class='charts'>\n");
    for (Constituent c : page.constituents()) {
      List<Comparison> own =
          pairs.stream().filter(p -> p.observation().constituent().equals(c.id())).toList();
      if (own.size() > 2) {
        html.raw(new ScatterChart(page, c, own).figure());
      }
    }
    html.raw("</div>\n");
    new AgreementTable(page).write(html);
    new ResidualMaps(page, map).write(html);
    html.element("h3", page.say("measured.each"));
    table(html, pairs);
    checks(html);
  }

  private void table(Html html, List<Comparison> pairs) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("station"),
                page.say("season"),
                page.say("constituent"),
                "#" + page.say("measured.value"),
                "#" + page.say("median_band"),
                "#" + page.say("measured.band"),
                page.say("verdict")));
    List<Comparison> order = new ArrayList<>(pairs);
    order.sort(
        Comparator.comparing(Comparison::covered)
            .thenComparingDouble(MeasuredSection::closeness)
            .thenComparing(c -> c.observation().station()));
    for (Comparison c : order) {
      Observation o = c.observation();
      String sign =
          switch (o.bound()) {
            case EXACT -> "";
            case BELOW -> "&lt; ";
            case ABOVE -> "&gt; ";
          };
      table.row(
          List.of(
              Html.escape(o.station()),
              Html.escape(Page.brief(page.season(c.seasons()))),
              Html.escape(
                  o.constituent()
                      + ", "
                      + page.say(
                          "statistic." + o.statistic().name().toLowerCase(java.util.Locale.ROOT))),
              page.mark(o.provenance().quality()) + sign + Figures.three(o.value()),
              Figures.two(c.p50()) + " (" + Figures.two(c.p5()) + "–" + Figures.two(c.p95()) + ")",
              Figures.two(c.low()) + "–" + Figures.two(c.high()),
              c.circular()
                  ? Html.escape(page.say("circular"))
                  : c.covered()
                      ? Html.escape(page.say("inside"))
                      : "<b style='color:var(--breach)'>"
                          + Html.escape(page.say("outside"))
                          + "</b>"));
    }
    html.raw(table.folded(page, "observed.csv"));
  }

  /// How close the median is to the measured value; the least close come first.
  private static double closeness(Comparison c) {
    double ratio = StrictMath.max(c.p50(), 1e-12) / StrictMath.max(c.observation().value(), 1e-12);
    return -StrictMath.abs(StrictMath.log(ratio));
  }

  private void checks(Html html) {
    if (page.result.checks().isEmpty()) {
      return;
    }
    html.element("h3", page.say("checks"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("place"),
                page.say("season"),
                page.say("constituent"),
                "#" + page.say("checks.expected"),
                "#" + page.say("checks.found"),
                page.say("verdict"),
                page.say("checks.note")));
    for (CheckOutcome c : page.result.checks()) {
      table.row(
          List.of(
              Html.escape(named(c.check().place())),
              Html.escape(Page.brief(page.season(c.check().season()))),
              Html.escape(c.check().constituent()),
              Figures.two(c.check().low()) + "–" + Figures.two(c.check().high()),
              Figures.three(c.value()),
              Html.escape(page.say(c.passed() ? "inside" : "outside")),
              Html.escape(c.check().note())));
    }
    html.raw(table.toString());
  }

  /// Name of a place that a study's check names by its id.
  private String named(String id) {
    return page.result.judged().verdicts().stream()
        .map(Verdict::place)
        .filter(p -> p.id().equals(id))
        .findFirst()
        .map(page::place)
        .orElse(id);
  }
}
