package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonle.i18n.Words;
import org.tonle.report.page.Figures;
import org.tonle.report.picture.TextWidth;

/// Cash flow: what a plan costs in each year, by building, running and renewing, with the budget.
public final class CashFlowChart {
  private static final double TOP = 46;
  private static final double PLOT = 190;
  private static final double MARGIN = 22;
  private static final double WIDEST = 56;

  private final Plot plot;
  private final String money;
  private final String subtitle;
  private final List<Year> years;

  /// Costs of one year.
  ///
  /// @param capital of what is built
  /// @param operation of running what stands
  /// @param renewal of what has worn out
  /// @param budget the most that the year may cost; NaN without one
  public record Year(int year, double capital, double operation, double renewal, double budget) {
    double sum() {
      return capital + operation + renewal;
    }

    boolean isOver() {
      return sum() > budget * (1 + 1e-9);
    }
  }

  /// @param money unit of the costs, e.g. "M USD"
  /// @param subtitle what is counted, and in prices of which year
  /// @param years at least one, in their order
  /// @param width of the picture, e.g. 860, or 366 for phones
  public CashFlowChart(Words words, String money, String subtitle, List<Year> years, double width) {
    plot = new Plot(words, width);
    this.money = money;
    this.subtitle = subtitle;
    this.years = List.copyOf(years);
  }

  public Layout layout() {
    double top = keys();
    double bottom = top + PLOT;
    double most = 0;
    for (Year y : years) {
      most = StrictMath.max(most, StrictMath.max(y.sum(), y.budget() >= 0 ? y.budget() : 0));
    }
    ValueScale values = ValueScale.linear(1.04 * most, top, bottom);
    double left =
        16
            + values.ticks().stream()
                .mapToDouble(t -> TextWidth.of(Figures.three(t), Plot.SIZE - 1))
                .max()
                .orElse(0);
    double step = (plot.width - MARGIN - left) / years.size();
    for (int i = 0; i < years.size(); i++) {
      bar(years.get(i), left + i * step, step, values);
    }
    budget(left, step, values);
    plot.values(values, left, plot.width - MARGIN);
    return plot.layout("cash-flow", title(), subtitle, title(), bottom + 34, table());
  }

  /// The legend, in as many rows as it needs.
  ///
  /// @return top of the bars
  private double keys() {
    plot.writing.put(money, 2, 16, "start", Plot.SIZE, "quiet");
    double x = 16 + TextWidth.of(money, Plot.SIZE);
    double y = 16;
    for (String kind : List.of("capital", "operation", "renewal")) {
      String says = plot.say("cash_flow." + kind);
      double wide = 20 + TextWidth.of(says, Plot.SIZE);
      if (x + wide > plot.width && x > 2) {
        x = 2;
        y += plot.line(Plot.SIZE);
      }
      x = plot.key(kind, x, y, says);
    }
    return y + TOP - 16;
  }

  private void bar(Year year, double x, double step, ValueScale values) {
    double inset = StrictMath.max(StrictMath.min(0.16 * step, 8), (step - WIDEST) / 2);
    double[] parts = {year.capital(), year.operation(), year.renewal()};
    String[] styles = {"capital", "operation", "renewal"};
    double below = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] > 0) {
        double y = values.px(below + parts[i]);
        double high = values.px(below) - y;
        plot.rect(styles[i], x + inset, y, step - 2 * inset, high, tip(year));
        below += parts[i];
      }
    }
    double at = x + step / 2;
    double under = values.bottom() + 18;
    String says = Integer.toString(year.year());
    if (plot.writing.fits(says, at, under, "middle", Plot.SIZE - 1, "quiet")) {
      plot.ticks.add(new Layout.Tick("x", at, year.year(), says));
    }
  }

  /// The budget as a line with steps; its words stand where it changes.
  private void budget(double left, double step, ValueScale values) {
    double last = Double.NaN;
    for (int i = 0; i < years.size(); i++) {
      double budget = years.get(i).budget();
      double x = left + i * step;
      if (budget >= 0) {
        double y = values.px(budget);
        if (last >= 0 && last != budget) {
          plot.line("limit", x, values.px(last), x, y);
        }
        plot.line("limit", x, y, x + step, y);
        if (last != budget) {
          String says = plot.say("cash_flow.budget", Figures.three(budget));
          double end = x + step;
          if (!plot.writing.fits(says, x + 4, y - 5, "start", Plot.SIZE, "limitwords halo")) {
            plot.writing.fits(says, end, y - 5, "end", Plot.SIZE, "limitwords halo");
          }
        }
      }
      last = budget;
    }
  }

  private String money(double value) {
    return Figures.three(value) + " " + money;
  }

  private String tip(Year year) {
    return year.year() + plot.say("comma") + money(year.sum());
  }

  private String title() {
    double all = years.stream().mapToDouble(Year::sum).sum();
    Year most = years.stream().max(Comparator.comparingDouble(Year::sum)).orElseThrow();
    long over = years.stream().filter(Year::isOver).count();
    String says =
        plot.say(
            "cash_flow.title",
            money(all),
            Integer.toString(years.getFirst().year()),
            Integer.toString(years.getLast().year()),
            Integer.toString(most.year()),
            money(most.sum()));
    return over == 0 ? says : says + plot.say("comma") + plot.say("cash_flow.over", over);
  }

  private Layout.Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (Year y : years) {
      rows.add(
          List.of(
              Integer.toString(y.year()),
              Figures.three(y.capital()),
              Figures.three(y.operation()),
              Figures.three(y.renewal()),
              Figures.three(y.sum()),
              y.budget() >= 0 ? Figures.three(y.budget()) : ""));
    }
    return new Layout.Table(
        List.of(
            plot.say("cash_flow.year"),
            "#" + plot.say("cash_flow.capital"),
            "#" + plot.say("cash_flow.operation"),
            "#" + plot.say("cash_flow.renewal"),
            "#" + money,
            "#" + plot.say("cash_flow.budget_head")),
        rows);
  }
}
