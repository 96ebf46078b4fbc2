package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.List;
import org.tonle.export.plan.SavedPlan;
import org.tonle.report.chart.Layout;
import org.tonle.report.page.Page;

/// Plan layouts: the curve of a plan and its payments by year, as its chapter draws them.
public final class PlanLayouts {
  private PlanLayouts() {}

  /// The curve, if it was asked for, and the payments, if there are any.
  public static List<Layout> of(Page page, SavedPlan plan, double width) {
    PlanMoney money = new PlanMoney(new PlanPage(page, plan));
    List<Layout> layouts = new ArrayList<>();
    List<SavedPlan.Point> points = money.points();
    if (points.size() > 1) {
      layouts.add(money.curve(points, width));
    }
    if (plan.years().stream().anyMatch(y -> y.capital_usd() + y.running_usd() > 0)) {
      layouts.add(money.cash(width));
    }
    return layouts;
  }
}
