package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tonle.convert.Tie;
import org.tonle.export.plan.SavedPlan;
import org.tonle.report.chart.CashFlowChart;
import org.tonle.report.chart.CostCurveChart;
import org.tonle.report.chart.Layout;
import org.tonle.report.chart.LayoutFigure;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;

/// Plan money: what each sum buys, what it costs to be surer, and when it must be paid.
final class PlanMoney {
  private static final double MILLION = 1e6;

  private final PlanPage of;

  PlanMoney(PlanPage of) {
    this.of = of;
  }

  void write(Html html) {
    List<SavedPlan.Point> curve = points();
    if (curve.size() > 1) {
      LayoutFigure.write(
          html, of.page.words, curve(curve, LayoutFigure.BROAD), curve(curve, LayoutFigure.NARROW));
      long less = of.plan.limits().stream().filter(l -> l.isPlanned() && !l.isMet()).count();
      if (less > 0) {
        html.element("p class='note'", of.say("curve.fresh", less));
      }
    }
    sureties(html);
    boolean isPaid = of.plan.years().stream().anyMatch(y -> y.capital_usd() + y.running_usd() > 0);
    if (isPaid) {
      LayoutFigure.write(html, of.page.words, cash(LayoutFigure.BROAD), cash(LayoutFigure.NARROW));
    }
  }

  /// Points of the curve, one for each sum: a budget in which nothing more can be built buys
  /// nothing more.
  List<SavedPlan.Point> points() {
    List<SavedPlan.Point> found = new ArrayList<>();
    for (SavedPlan.Point p : of.plan.curve()) {
      boolean isNew = found.isEmpty() || p.cost_usd() > found.getLast().cost_usd();
      if (isNew && p.cost_usd() >= 0 && p.river_km() >= 0) {
        found.add(p);
      }
    }
    return found;
  }

  Layout curve(List<SavedPlan.Point> curve, double width) {
    List<CostCurveChart.Point> points = new ArrayList<>();
    int chosen = 0;
    String last = "";
    for (SavedPlan.Point p : curve) {
      String first = p.first().isEmpty() ? "" : of.site(siteOf(p.first().getFirst()));
      // A name that stands at the point before would say nothing new.
      String shown = first.equals(last) ? "" : first;
      last = first.isEmpty() ? last : first;
      points.add(CostCurveChart.Point.of(p.cost_usd() / MILLION, p.river_km(), shown));
      boolean isNear =
          StrictMath.abs(p.cost_usd() - of.plan.headline().cost_usd())
              < StrictMath.abs(curve.get(chosen).cost_usd() - of.plan.headline().cost_usd());
      chosen = isNear ? points.size() - 1 : chosen;
    }
    CostCurveChart.Axes axes =
        new CostCurveChart.Axes(
            of.say("millions"),
            of.say("curve.goods"),
            of.say(
                "curve.sub",
                of.plan.headline().priceYear(),
                of.plan.headline().horizon_a(),
                PlanPage.of100(of.plan.headline().confidence())),
            of.plan.curveAll_km() > 0
                ? OptionalDouble.of(of.plan.curveAll_km())
                : OptionalDouble.empty());
    return new CostCurveChart(of.page.words, axes, points, chosen, width).layout();
  }

  /// Site of an option, from its id: of a shared plant the one with the outlet.
  private static String siteOf(String option) {
    String place = option.replaceFirst(":.*", "");
    return place.substring(place.lastIndexOf('@') + 1);
  }

  Layout cash(double width) {
    List<CashFlowChart.Year> years =
        of.plan.years().stream()
            .map(
                y ->
                    new CashFlowChart.Year(
                        y.year(),
                        y.capital_usd() / MILLION,
                        y.running_usd() / MILLION,
                        y.renewal_usd() / MILLION,
                        y.budget_usd() / MILLION))
            .toList();
    String subtitle = of.say("cash.sub", of.plan.headline().priceYear());
    return new CashFlowChart(of.page.words, of.say("millions"), subtitle, years, width).layout();
  }

  /// What it costs to be more or less sure.
  private void sureties(Html html) {
    if (of.plan.sureties().size() < 2) {
      return;
    }
    html.element("h3", of.say("surety.title"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.say("surety.confidence"),
                "#" + of.say("present"),
                "#" + of.say("surety.limits")));
    double most = of.plan.sureties().stream().mapToDouble(SavedPlan.Surety::limits).max().orElse(0);
    for (SavedPlan.Surety one : of.plan.sureties()) {
      // What keeps fewer limits is no dearer or cheaper way to the same.
      boolean isLess = Tie.isAbove(most, one.limits());
      table.row(
          List.of(
              Html.escape(of.say("of_100", PlanPage.of100(one.confidence()))),
              isLess ? Html.escape(of.say("surety.none")) : PlanPage.millions(one.cost_usd()),
              Double.isNaN(one.limits()) ? "" : Figures.given(one.limits())));
    }
    html.raw(table.toString());
  }
}
