package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
    List<SavedPlan.Point> curve =
        of.plan.curve().stream().filter(p -> p.cost_usd() >= 0 && p.river_km() >= 0).toList();
    if (curve.size() > 1) {
      LayoutFigure.write(
          html, of.page.words, curve(curve, LayoutFigure.BROAD), curve(curve, LayoutFigure.NARROW));
    }
    sureties(html);
    boolean isPaid = of.plan.years().stream().anyMatch(y -> y.capital_usd() + y.running_usd() > 0);
    if (isPaid) {
      LayoutFigure.write(html, of.page.words, cash(LayoutFigure.BROAD), cash(LayoutFigure.NARROW));
    }
  }

  private Layout curve(List<SavedPlan.Point> curve, double width) {
    List<CostCurveChart.Point> points = new ArrayList<>();
    int chosen = 0;
    for (SavedPlan.Point p : curve) {
      String first = p.first().isEmpty() ? "" : of.site(siteOf(p.first().getFirst()));
      points.add(CostCurveChart.Point.of(p.cost_usd() / MILLION, p.river_km(), first));
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
            OptionalDouble.empty());
    return new CostCurveChart(of.page.words, axes, points, chosen, width).layout();
  }

  /// Site of an option, from its id: of a shared plant the one with the outlet.
  private static String siteOf(String option) {
    String place = option.replaceFirst(":.*", "");
    return place.substring(place.lastIndexOf('@') + 1);
  }

  private Layout cash(double width) {
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
    for (SavedPlan.Surety one : of.plan.sureties()) {
      table.row(
          List.of(
              Html.escape(of.say("of_100", PlanPage.of100(one.confidence()))),
              PlanPage.millions(one.cost_usd()),
              Double.isNaN(one.limits()) ? "" : Figures.given(one.limits())));
    }
    html.raw(table.toString());
  }
}
