package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tonle.i18n.Words;
import org.tonle.report.page.Figures;
import org.tonle.report.picture.TextWidth;

/// Cost curve: what each sum of money buys, with the chosen point.
public final class CostCurveChart {
  private static final double TOP = 40;
  private static final double BOTTOM = 250;
  private static final double MARGIN = 22;

  /// Width of bold letters relative to regular ones.
  private static final double BOLD = 1.12;

  /// Share of the highest value above which the lowest leaves zero off the axis.
  private static final double HIGH_START = 0.5;

  private final Plot plot;
  private final Axes axes;
  private final List<Point> points;
  private final int chosen;
  private final double left;
  private final ValueScale costs;
  private final ValueScale bought;

  /// What the axes measure.
  ///
  /// @param money unit of the costs, e.g. "M USD"
  /// @param goods what money buys, as the reader says it, e.g. "reaches within class III"
  /// @param subtitle quantity, prices, season and law
  /// @param all the most that there is to buy, as a line across
  public record Axes(String money, String goods, String subtitle, OptionalDouble all) {}

  /// Point of the curve.
  ///
  /// @param low 5th percentile over the simulations; NaN without a band
  /// @param high 95th percentile over the simulations; NaN without a band
  /// @param name what the step to this point builds first, or ""
  public record Point(double cost, double bought, double low, double high, String name) {
    public static Point of(double cost, double bought, String name) {
      return new Point(cost, bought, Double.NaN, Double.NaN, name);
    }

    boolean hasBand() {
      return high >= low;
    }
  }

  /// @param points at least one, by rising cost
  /// @param chosen index of the chosen point
  /// @param width of the picture, e.g. 860, or 366 for phones
  public CostCurveChart(Words words, Axes axes, List<Point> points, int chosen, double width) {
    plot = new Plot(words, width);
    this.axes = axes;
    this.points = List.copyOf(points);
    this.chosen = chosen;
    double least = Double.POSITIVE_INFINITY;
    double most = axes.all().orElse(0);
    for (Point p : points) {
      least = StrictMath.min(least, p.hasBand() ? p.low() : p.bought());
      most = StrictMath.max(most, p.hasBand() ? p.high() : p.bought());
    }
    double low =
        least > HIGH_START * most ? least - 0.1 * (most - least) : StrictMath.min(least, 0);
    bought = ValueScale.linear(low, most, TOP, BOTTOM);
    left =
        16
            + bought.ticks().stream()
                .mapToDouble(t -> TextWidth.of(Figures.three(t), Plot.SIZE - 1))
                .max()
                .orElse(0);
    costs = ValueScale.linear(points.getLast().cost(), width - MARGIN, left);
  }

  public Layout layout() {
    band();
    List<Double> line = new ArrayList<>();
    points.forEach(p -> line.addAll(List.of(x(p), bought.px(p.bought()))));
    plot.marks.add(new Layout.Mark(Layout.Shape.LINE, "profile", "", line, 0, ""));
    axes.all()
        .ifPresent(
            all -> {
              double y = bought.px(all);
              plot.line("wholeline", left, y, plot.width - MARGIN, y);
              String says = plot.say("cost_curve.all", Figures.three(all));
              plot.writing.fits(says, left + 4, y - 5, "start", Plot.SIZE, "halo");
              plot.writing.keepClear(left, y - 3, plot.width - MARGIN, y + 3);
            });
    chosen();
    points.forEach(this::point);
    plot.line("axis", left, BOTTOM, plot.width - MARGIN, BOTTOM);
    plot.values(bought, left, plot.width - MARGIN);
    for (double cost : costs.ticks()) {
      double x = costs.px(cost);
      plot.line("axis", x, BOTTOM, x, BOTTOM + 4);
      plot.tick("x", x, cost, x, BOTTOM + 18, "middle");
    }
    plot.writing.put(axes.goods(), 2, 16, "start", Plot.SIZE, "quiet");
    double below = BOTTOM + 18 + plot.line(Plot.SIZE);
    plot.writing.put(axes.money(), plot.width - MARGIN, below, "end", Plot.SIZE, "quiet");
    if (points.stream().anyMatch(Point::hasBand)) {
      plot.writing.fits(plot.say("cost_curve.band"), left, below, "start", Plot.SIZE, "quiet");
    }
    String subtitle = axes.subtitle();
    return plot.layout("cost-curve", title(), subtitle, sentence(), below + 12, table());
  }

  private double x(Point p) {
    return costs.px(p.cost());
  }

  private void band() {
    List<Double> around = new ArrayList<>();
    List<Point> banded = points.stream().filter(Point::hasBand).toList();
    banded.forEach(p -> around.addAll(List.of(x(p), bought.px(p.high()))));
    banded.reversed().forEach(p -> around.addAll(List.of(x(p), bought.px(p.low()))));
    if (!around.isEmpty()) {
      plot.area("profileband", around);
    }
  }

  private void chosen() {
    Point p = points.get(chosen);
    plot.line("chosenline", x(p), TOP - 6, x(p), BOTTOM);
    String says = words(p);
    double half = BOLD * TextWidth.of(says, Plot.SIZE) / 2 + 4;
    double middle = StrictMath.clamp(x(p), half, StrictMath.max(half, plot.width - half));
    plot.writing.put(says, middle, TOP - 10, "middle", Plot.SIZE, "strong chosen halo");
  }

  private void point(Point p) {
    boolean isChosen = p.equals(points.get(chosen));
    double y = bought.px(p.bought());
    plot.disc(isChosen ? "chosenpoint" : "curvepoint", x(p), y, isChosen ? 6 : 4, tip(p));
    plot.writing.keepClear(x(p) - 6, y - 6, x(p) + 6, y + 6);
    if (!p.name().isEmpty()
        && !plot.writing.fits(p.name(), x(p) + 8, y + 18, "start", Plot.SIZE, "strong halo")) {
      plot.writing.fits(p.name(), x(p) - 8, y - 8, "end", Plot.SIZE, "strong halo");
    }
  }

  private String money(double cost) {
    return Figures.three(cost) + " " + axes.money();
  }

  private String words(Point p) {
    return money(p.cost()) + " · " + Figures.three(p.bought());
  }

  private String tip(Point p) {
    return p.name().isEmpty() ? words(p) : words(p) + " · " + p.name();
  }

  private String title() {
    Point p = points.get(chosen);
    String goods = Figures.three(p.bought());
    return axes.all().isPresent()
        ? plot.say(
            "cost_curve.title_of",
            money(p.cost()),
            goods,
            Figures.three(axes.all().getAsDouble()),
            axes.goods())
        : plot.say("cost_curve.title", money(p.cost()), goods, axes.goods());
  }

  /// What the first and the last step buy.
  private String sentence() {
    if (points.size() < 3) {
      return title();
    }
    Point second = points.get(1);
    Point beforeLast = points.get(points.size() - 2);
    return title()
        + plot.say("comma")
        + plot.say(
            "cost_curve.steps",
            money(second.cost() - points.getFirst().cost()),
            Figures.three(second.bought() - points.getFirst().bought()),
            money(points.getLast().cost() - beforeLast.cost()),
            Figures.three(points.getLast().bought() - beforeLast.bought()));
  }

  private Layout.Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (Point p : points) {
      String range =
          p.hasBand()
              ? Figures.three(p.low()) + plot.say("profile.to") + Figures.three(p.high())
              : "";
      rows.add(List.of(Figures.three(p.cost()), Figures.three(p.bought()), range, p.name()));
    }
    return new Layout.Table(
        List.of(
            "#" + axes.money(),
            "#" + axes.goods(),
            "#" + plot.say("profile.range"),
            plot.say("cost_curve.first")),
        rows);
  }
}
