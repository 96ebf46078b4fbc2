package org.tonle.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonle.convert.Text;
import org.tonle.demand.Allocation;
import org.tonle.demand.Bound;
import org.tonle.demand.Robustness;
import org.tonle.export.DemandRow;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Demand table: the load of one constituent that each unit must cut, largest first, with its band
/// and the place that asks for it.
final class DemandTable {
  private static final double BAR = 96;
  private static final int SHOWN = 8;

  private final Page page;
  private final Allocation allocation;
  private final Optional<Robustness> robustness;

  DemandTable(Page page, Allocation allocation, Optional<Robustness> robustness) {
    this.page = page;
    this.allocation = allocation;
    this.robustness = robustness;
  }

  /// @param rows the total, then units, the largest cut first
  String html(List<DemandRow> rows) {
    HtmlTable table =
        new HtmlTable(
            Stream.of("unit", "cut", "#rate", "#now", "#people", "#water")
                .map(
                    k ->
                        k.startsWith("#")
                            ? "#" + page.say("demand." + k.substring(1))
                            : page.say("demand." + k))
                .toList());
    double most =
        rows.stream()
            .filter(r -> r.level() == DemandRow.Level.UNIT)
            .mapToDouble(r -> StrictMath.max(r.cut_t_per_a(), r.cutHigh_t_per_a()))
            .max()
            .orElse(1);
    rows.forEach(r -> table.row(cells(r, most)));
    return table.folded(page, "demand.csv", SHOWN);
  }

  private List<String> cells(DemandRow row, double most) {
    boolean isTotal = row.level() == DemandRow.Level.TOTAL;
    String name = isTotal ? page.say("demand.all") : page.unit(row.unit());
    return List.of(
        "<b>" + Html.escape(name) + "</b>" + robust(row) + (isTotal ? "" : binding(row.binding())),
        "<span class='cut'>"
            + (isTotal ? "" : bar(row, most))
            + "<b>"
            + (isUnknown(row)
                ? Html.escape(page.say("demand.not_known"))
                : Figures.two(row.cut_t_per_a()))
            + "</b></span>",
        Figures.two(100 * row.reductionRate()),
        Figures.two(row.now_t_per_a()),
        Figures.two(row.peopleEquivalent()),
        Figures.two(row.treat_m3_per_d()));
  }

  private boolean isUnknown(DemandRow row) {
    return robustness.flatMap(row::in).filter(part -> !part.isRobust()).isPresent();
  }

  /// Whether the cut depends on what the ground retains, and between which cuts it then lies.
  private String robust(DemandRow row) {
    Optional<Robustness.Part> part = robustness.flatMap(row::in);
    if (part.isEmpty()) {
      return "";
    }
    String said =
        part.get().isRobust()
            ? page.say("demand.robust.yes")
            : page.say(
                "demand.robust.between",
                Figures.two(part.get().more_t_per_a()),
                Figures.two(part.get().less_t_per_a()));
    return "<small>" + Html.escape(said) + "</small>";
  }

  /// The place that asks for the largest cut.
  private String binding(int binding) {
    if (binding < 0) {
      return "";
    }
    Bound bound = allocation.bounds().get(binding);
    String place = page.place(bound.of().place()) + page.say("comma");
    return "<small>"
        + Html.escape(place + Page.brief(page.season(bound.of().season())))
        + "</small>";
  }

  /// A bar for the cut, with a whisker for its band over 90 % of the draws.
  private static String bar(DemandRow row, double most) {
    double end = BAR * row.cut_t_per_a() / most;
    double low = BAR * row.cutLow_t_per_a() / most;
    double high = BAR * row.cutHigh_t_per_a() / most;
    return Text.format(
        "<svg class='bar plain' viewBox='0 0 100 14' aria-hidden='true'>"
            + "<rect fill='#824E9C' y='2' width='%s' height='10'/>"
            + "<path stroke='#17262E' fill='none' d='M%s 7H%sM%s 4V10M%s 4V10'/></svg>",
        Figures.px(StrictMath.max(end, 0.8)),
        Figures.px(low),
        Figures.px(high),
        Figures.px(low),
        Figures.px(high));
  }
}
