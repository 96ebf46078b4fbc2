package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.Comparison;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.TextWidth;

/// Year chart of one constituent at one place: bands and median by season, limits, classes and
/// measurements. The width of a season follows its length.
public final class YearChart {
  public static final double WIDTH = 340;

  private static final double LEFT = 58;
  private static final double TOP = 28;
  private static final double BOTTOM = 200;
  private static final double MARGIN = 8;

  /// A limit or measurement this many times above the band is not drawn to scale.
  private static final double FAR = 3;

  private final YearWater water;
  private final Page page;
  private final Plot plot;
  private final ValueScale values;
  private final double right;

  public YearChart(Page page, int place, int constituent, double width) {
    this(page, place, constituent, "", width);
  }

  /// @param standard that sets the limits, "" = the main one
  public YearChart(Page page, int place, int constituent, String standard, double width) {
    this.page = page;
    water = new YearWater(page, place, constituent, standard);
    plot = new Plot(page.words, width);
    right = width - MARGIN;
    values = ValueScale.linear(1.08 * most(), TOP, BOTTOM);
  }

  private double most() {
    double top = 0;
    for (int s = 0; s < water.seasons.size(); s++) {
      top = StrictMath.max(top, water.isJudged(s) ? water.value(Statistic.P95, s) : 0);
    }
    double all = top;
    for (int s = 0; s < water.seasons.size(); s++) {
      double limit = water.verdict(s).map(Verdict::limitOfMean).orElse(0.0);
      all = limit <= FAR * top ? StrictMath.max(all, limit) : all;
      for (Comparison c : water.measured(s)) {
        double measured = c.observation().value();
        all = top > 0 ? StrictMath.max(all, StrictMath.min(measured, FAR * top)) : measured;
      }
    }
    return all > 0 ? all : 1;
  }

  public Layout layout() {
    double year = water.seasons.stream().mapToDouble(s -> s.duration_d()).sum();
    plot.writing.put(water.of.unit().symbol(), 2, 14, "start", Plot.SIZE, "quiet");
    double x = LEFT;
    List<double[]> spans = new ArrayList<>();
    for (int s = 0; s < water.seasons.size(); s++) {
      double wide = water.seasons.get(s).duration_d() / year * (right - LEFT);
      spans.add(new double[] {x, wide});
      bands(s, x, wide);
      x += wide;
    }
    Set<String> said = new HashSet<>();
    for (int s = 0; s < water.seasons.size(); s++) {
      names(s, spans.get(s)[0], spans.get(s)[1]);
    }
    for (int s = 0; s < water.seasons.size(); s++) {
      points(s, spans.get(s)[0], spans.get(s)[1]);
    }
    for (int s = 0; s < water.seasons.size(); s++) {
      limit(s, spans.get(s)[0], spans.get(s)[1], said);
    }
    classes();
    plot.values(values, LEFT, right);
    double height = keys(BOTTOM + 18 + plot.line(Plot.SIZE)) + 10;
    return plot.layout(
        PictureName.of("water", PictureName.of(water.at), water.of.id()),
        title(),
        subtitle(),
        sentence(),
        height,
        table());
  }

  private void bands(int s, double x, double wide) {
    if (!water.isJudged(s)) {
      double middle = (TOP + BOTTOM) / 2;
      plot.writing.fits(page.say("no_flow"), x + wide / 2, middle, "middle", Plot.SIZE, "quiet");
      return;
    }
    band("band90", s, x, wide, Statistic.P5, Statistic.P95);
    band("band50", s, x, wide, Statistic.P25, Statistic.P75);
    double y = values.px(water.value(Statistic.P50, s));
    plot.line("profile", x + 1, y, x + wide - 1, y);
  }

  private void band(String style, int s, double x, double wide, Statistic low, Statistic high) {
    double top = values.px(water.value(high, s));
    double tall = values.px(water.value(low, s)) - top;
    plot.writing.keepClear(x, top, x + wide, top + tall);
    plot.rect(style, x + 1, top, wide - 2, tall, page.season(water.seasons.get(s)));
  }

  /// Measured values, beside one another in their season.
  private void points(int s, double x, double wide) {
    int n = 0;
    for (Comparison c : water.measured(s)) {
      double value = c.observation().value();
      boolean isBeyond = value > values.high();
      double y = isBeyond ? TOP + 5 : values.px(value);
      double at = x + wide * (0.5 + 0.06 * ((n++ % 7) - 3));
      String says = Figures.two(value) + (isBeyond ? " ↑" : "");
      String source = c.observation().provenance().reference();
      plot.disc(
          c.covered() ? "dot" : "dot out", at, y, 4, page.say("profile.measured", says, source));
      if (isBeyond) {
        plot.writing.fits(says, at, y - 11, "middle", Plot.SIZE, "strong halo");
      }
      plot.writing.keepClear(at - 5, y - 5, at + 5, y + 5);
    }
  }

  /// The limit of a season with its words, which stand once for each limit.
  private void limit(int s, double x, double wide, Set<String> said) {
    Optional<Verdict> found = water.verdict(s);
    if (found.isEmpty()) {
      return;
    }
    Verdict v = found.get();
    boolean isLeast = v.limit().statistic().isMinimum();
    String brief = page.limitName(v) + " " + (isLeast ? "≥ " : "≤ ") + Figures.two(v.limitOfMean());
    boolean isBeyond = Tie.isAbove(v.limitOfMean(), values.high());
    String words = isBeyond ? brief + " ↑" : brief;
    double y = isBeyond ? TOP : values.px(v.limitOfMean());
    if (!isBeyond) {
      plot.line("limit", x, y, x + wide, y);
    }
    if (!said.contains(words)
        && (words(words, right, y - 5, "end")
            || words(words, LEFT + 3, y - 5, "start")
            || words(words, right, y + Plot.SIZE + 1, "end")
            || words(words, LEFT + 3, y + Plot.SIZE + 1, "start")
            || above(words))) {
      said.add(words);
    }
  }

  /// Words of a limit above the plot, with a piece of its line, where bands leave no room on it.
  private boolean above(String words) {
    double x = right - TextWidth.of(words, Plot.SIZE) - 6;
    boolean isWritten = words(words, right, 14, "end");
    if (isWritten) {
      plot.line("limit", x - 18, 10, x, 10);
    }
    return isWritten;
  }

  private boolean words(String words, double x, double y, String anchor) {
    return plot.writing.fits(words, x, y, anchor, Plot.SIZE, "limitwords halo");
  }

  /// Months below a season, or its id where it states none.
  private void names(int s, double x, double wide) {
    List<Integer> months = water.seasons.get(s).months();
    String says =
        months.isEmpty()
            ? page.season(water.seasons.get(s))
            : months.size() == 1
                ? Integer.toString(months.getFirst())
                : months.getFirst() + "–" + months.getLast();
    double at = x + wide / 2;
    if (plot.writing.fits(says, at, BOTTOM + 16, "middle", Plot.SIZE, "quiet")) {
      plot.ticks.add(new Layout.Tick("x", at, s, says));
    }
  }

  /// Limits of the classes as the colours of the axis.
  private void classes() {
    List<Verdict> limits = water.classes();
    if (limits.isEmpty()) {
      return;
    }
    boolean isLeast = limits.getFirst().limit().statistic().isMinimum();
    double from = isLeast ? values.high() : 0;
    for (Verdict v : limits) {
      colour(v.limit().standard(), v.limit().rank(), from, v.limitOfMean());
      from = v.limitOfMean();
    }
    Verdict last = limits.getLast();
    double end = isLeast ? 0 : values.high();
    colour(last.limit().standard(), last.limit().rank() + 1, from, end);
  }

  private void colour(String standard, int rank, double from, double to) {
    double high = values.px(StrictMath.max(from, to));
    double low = values.px(StrictMath.min(from, to));
    if (low - high > 0.5) {
      String name = page.className(standard, rank);
      plot.rect("f" + page.colour(standard, rank), LEFT - 5, high, 5, low - high, name);
    }
  }

  /// Legend below the picture, in as many rows as it needs.
  private double keys(double top) {
    double y = top;
    double x = 2;
    List<String> styles = List.of("band90", "band50", "profile", "dot");
    List<String> says =
        List.of(
            Figures.percent(0.9),
            Figures.percent(0.5),
            page.say("year.median"),
            page.say("year.measured"));
    for (int i = 0; i < styles.size(); i++) {
      if (x > 2 && x + plot.keyWidth(says.get(i)) > plot.width) {
        x = 2;
        y += plot.line(Plot.SIZE);
      }
      x = plot.key(styles.get(i), x, y, says.get(i));
    }
    return y;
  }

  private String title() {
    return page.place(water.at) + page.say("comma") + water.of.id();
  }

  private String subtitle() {
    String law = water.verdict(0).map(v -> " · " + page.law(v.limit().standard())).orElse("");
    return page.constituent(water.of.id()) + law;
  }

  /// The season with the highest median, of oxygen the lowest, beside its limit.
  private String sentence() {
    int worst = -1;
    for (int s = 0; s < water.seasons.size(); s++) {
      if (water.isJudged(s)) {
        double own = water.value(Statistic.P50, s);
        double other = worst < 0 ? Double.NaN : water.value(Statistic.P50, worst);
        boolean isWorse = water.of.isOxygen() ? own < other : own > other;
        worst = worst < 0 || isWorse ? s : worst;
      }
    }
    if (worst < 0) {
      return title();
    }
    String unit = " " + water.of.unit().symbol();
    String season = page.season(water.seasons.get(worst));
    String median = Figures.two(water.value(Statistic.P50, worst)) + unit;
    String says =
        page.saySeason(water.of.isOxygen() ? "year.least" : "year.most", title(), median, season);
    return water
        .verdict(worst)
        .map(v -> says + page.say("comma") + page.say("year.limit", limitOf(v) + unit))
        .orElse(says);
  }

  private static String limitOf(Verdict v) {
    return Figures.two(v.limitOfMean());
  }

  private Layout.Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (int s = 0; s < water.seasons.size(); s++) {
      List<String> row = new ArrayList<>();
      row.add(page.season(water.seasons.get(s)));
      for (Statistic one : List.of(Statistic.P5, Statistic.P50, Statistic.P95)) {
        row.add(water.isJudged(s) ? Figures.two(water.value(one, s)) : "");
      }
      row.add(water.verdict(s).map(YearChart::limitOf).orElse(""));
      row.add(
          String.join(
              page.say("list"),
              water.measured(s).stream().map(c -> Figures.two(c.observation().value())).toList()));
      rows.add(row);
    }
    return new Layout.Table(
        List.of(
            page.say("season"),
            "#P5",
            "#" + page.say("year.median") + " " + water.of.unit().symbol(),
            "#P95",
            "#" + page.say("profile.limit_head"),
            "#" + page.say("year.measured")),
        rows);
  }
}
