package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.export.plan.SavedPlan;
import org.tonle.report.chart.Layout;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;

/// Plan layouts: the curve of a plan, its payments by year and its works, as its chapter has them,
/// for those who show them without the chapter.
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
    cash(page, plan, width).ifPresent(layouts::add);
    return layouts;
  }

  /// The payments by year; empty if nothing is paid.
  public static Optional<Layout> cash(Page page, SavedPlan plan, double width) {
    boolean isPaid = plan.years().stream().anyMatch(y -> y.capital_usd() + y.running_usd() > 0);
    return isPaid
        ? Optional.of(new PlanMoney(new PlanPage(page, plan)).cash(width))
        : Optional.empty();
  }

  /// The works one by one, the dearest first, with their year.
  public static void works(Page page, SavedPlan plan, Html html) {
    new PlanWorks(new PlanPage(page, plan), new MapPicture(page)).table(html);
  }
}
