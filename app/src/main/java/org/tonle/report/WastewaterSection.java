package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Verdict;
import org.tonle.convert.Convert;
import org.tonle.demand.EffluentVerdict;
import org.tonle.load.LoadTerm;
import org.tonle.load.ServiceShares;
import org.tonle.load.service.Service;
import org.tonle.model.Constituent;
import org.tonle.model.Quality;
import org.tonle.model.Sanitation;
import org.tonle.report.chart.Layout;
import org.tonle.report.chart.LayoutFigure;
import org.tonle.report.chart.LoadFlowChart;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Wastewater section: where wastewater comes from, who is served, and what plants and factories
/// discharge.
final class WastewaterSection {
  private final Page page;

  WastewaterSection(Page page) {
    this.page = page;
  }

  void write(Html html) {
    html.raw("<h2 id='wastewater'>").raw(Html.escape(page.say("wastewater"))).raw("</h2>\n");
    html.element("p", page.say("wastewater.sub"));
    flows(html);
    services(html);
    units(html);
    outfalls(html);
  }

  private void flows(Html html) {
    html.raw("<div class='switch' data-name='" + Html.escape(page.say("constituent")) + "'>\n");
    for (Constituent constituent : page.constituents()) {
      LoadFlowChart broad = new LoadFlowChart(page, constituent, LayoutFigure.BROAD);
      if (!broad.isEmpty()) {
        Layout narrow = new LoadFlowChart(page, constituent, LayoutFigure.NARROW).layout();
        html.raw("<div data-key='" + Html.escape(constituent.id()) + "'>");
        LayoutFigure.write(html, page.words, broad.layout(), narrow);
        html.raw("</div>\n");
      }
    }
    html.raw("</div>\n").element("p class='note'", page.say("wastewater.note"));
  }

  private void services(Html html) {
    Map<Sanitation.Path, double[]> sums = new EnumMap<>(Sanitation.Path.class);
    double all = 0;
    for (Service s : page.result.loads().services()) {
      double[] sum = sums.computeIfAbsent(s.path(), p -> new double[5]);
      sum[0] += s.people();
      sum[1] += s.wastewater_m3_per_d();
      sum[2] += s.treated_m3_per_d();
      sum[3] += s.strictlySafe().total();
      sum[4] += s.safelyManaged();
      all += s.people();
    }
    if (!(all > 0)) {
      return;
    }
    double people = all;
    html.element(
        "h3",
        page.say(
            "services", Figures.percent(ServiceShares.of(page.result.loads()).safe().total())));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("path"),
                "#" + page.say("people"),
                "#" + page.say("share"),
                "#" + page.say("wastewater_m3"),
                "#" + page.say("treated_m3"),
                "#" + page.say("safely_managed"),
                "#" + page.say("safely_managed_by_path")));
    sums.forEach(
        (path, sum) ->
            table.row(
                List.of(
                    Html.escape(page.say("path." + path.id())),
                    Figures.three(sum[0]),
                    Figures.percent(sum[0] / people),
                    Figures.three(sum[1]),
                    Figures.three(sum[2]),
                    Figures.three(sum[3]),
                    Figures.three(sum[4]))));
    html.raw(table.toString());
    new ServiceTables(page).write(html);
  }

  private void units(Html html) {
    List<Constituent> shown = new ArrayList<>();
    for (Constituent c : page.constituents()) {
      if (!c.isOxygen() && !new LoadFlowChart(page, c, LayoutFigure.BROAD).isEmpty()) {
        shown.add(c);
      }
    }
    Map<String, Map<String, Double>> loads = new TreeMap<>();
    Map<String, Quality> marks = new TreeMap<>();
    for (LoadTerm term : page.result.loads().terms()) {
      double delivered =
          term.generated_g_per_s() - term.removed_g_per_s() - term.retained_g_per_s();
      loads
          .computeIfAbsent(term.unit(), u -> new TreeMap<>())
          .merge(term.constituent(), delivered, Double::sum);
      marks.merge(term.unit(), term.quality(), Quality::weaker);
    }
    List<String> heads = new ArrayList<>(List.of(page.say("unit")));
    shown.forEach(c -> heads.add("#" + c.id()));
    HtmlTable table = new HtmlTable(heads);
    loads.entrySet().stream()
        .sorted(
            (a, b) ->
                Double.compare(
                    b.getValue().getOrDefault(shown.getFirst().id(), 0.0),
                    a.getValue().getOrDefault(shown.getFirst().id(), 0.0)))
        .forEach(
            e -> {
              List<String> row = new ArrayList<>();
              row.add(
                  page.mark(marks.getOrDefault(e.getKey(), Quality.ESTIMATE))
                      + Html.escape(page.unit(e.getKey())));
              for (Constituent c : shown) {
                double t =
                    Convert.tonnesPerYearFromGramsPerSecond(e.getValue().getOrDefault(c.id(), 0.0));
                row.add(Figures.two(c.unit().counts() ? t / 1e6 : t));
              }
              table.row(row);
            });
    html.element("h3", page.say("units")).raw(table.folded(page, "loads_by_unit.csv", 8));
  }

  private void outfalls(Html html) {
    List<EffluentVerdict> judged = EffluentVerdict.of(page.result);
    if (judged.isEmpty()) {
      return;
    }
    long breached = judged.stream().filter(o -> o.outcome() == Verdict.Outcome.BREACHED).count();
    long assumed = judged.stream().filter(EffluentVerdict::isAssumed).count();
    html.element("h3", page.say("outfalls", breached, judged.size(), assumed));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("source"),
                page.say("constituent"),
                "#" + page.say("wastewater_m3"),
                "#" + page.say("concentration"),
                "#" + page.say("limit"),
                page.say("verdict")));
    judged.stream()
        .sorted(Comparator.comparingDouble(WastewaterSection::timesLimit).reversed())
        .forEach(
            v ->
                table.row(
                    List.of(
                        Html.escape(page.source(v.outfall().source())),
                        Html.escape(v.outfall().constituent()),
                        Figures.two(v.outfall().wastewater_m3_per_d()),
                        Figures.two(v.outfall().concentration()),
                        page.mark(v.limit().provenance().quality())
                            + Figures.two(v.limit().value()),
                        Html.escape(word(v)))));
    html.raw(table.folded(page, "outfalls.csv", 8));
  }

  private String word(EffluentVerdict v) {
    String word = page.words.text("compare.outcome." + v.outcome().id());
    return v.isAssumed() ? page.say("assumed", word) : word;
  }

  /// Concentration over the limit as it binds the mean; infinite if a limit of 0 is exceeded.
  private static double timesLimit(EffluentVerdict v) {
    double found = v.outfall().concentration();
    return v.limitOfMean() > 0 ? found / v.limitOfMean() : found > 0 ? Double.POSITIVE_INFINITY : 0;
  }
}
