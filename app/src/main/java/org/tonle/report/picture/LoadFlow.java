package org.tonle.report.picture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Convert;
import org.tonle.convert.Text;
import org.tonle.export.map.SourceColours;
import org.tonle.load.LoadTerm;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Load flow: where a constituent comes from and where it goes, as a flow from left to right.
public final class LoadFlow {
  private static final double TOP = 24;
  private static final double HEIGHT = 300;
  private static final double GAP = 10;
  private static final double WIDTH = 900;
  private static final double NAME = 14;
  private static final double SMALL = 13;
  private final Page page;
  private final Constituent constituent;
  private final Map<Category, double[]> flows = new EnumMap<>(Category.class);
  private double all;

  /// Flows of one constituent: removed, retained, delivered [t/a; bacteria 10^12 counts].
  public LoadFlow(Page page, Constituent constituent) {
    this.page = page;
    this.constituent = constituent;
    double scale = constituent.unit().counts() ? 1e-6 : 1;
    for (LoadTerm term : page.result.loads().terms()) {
      if (term.constituent().equals(constituent.id())) {
        double[] sum = flows.computeIfAbsent(term.category(), c -> new double[3]);
        sum[0] += scale * StrictMath.max(0, perYear(term.removed_g_per_s()));
        sum[1] += scale * perYear(term.retained_g_per_s());
        sum[2] +=
            scale
                * (perYear(term.generated_g_per_s())
                    - perYear(term.removed_g_per_s())
                    - perYear(term.retained_g_per_s()));
      }
    }
    flows.values().forEach(f -> all += f[0] + f[1] + f[2]);
  }

  private static double perYear(double g_per_s) {
    return Convert.tonnesPerYearFromGramsPerSecond(g_per_s);
  }

  public boolean isEmpty() {
    return !(all > 0);
  }

  double delivered() {
    return flows.values().stream().mapToDouble(f -> f[2]).sum();
  }

  double all() {
    return all;
  }

  private String unit() {
    return constituent.unit().counts() ? page.say("unit.counts") : page.say("unit.t_per_a");
  }

  public String svg() {
    double[] ends = new double[3];
    flows.values().forEach(f -> add(ends, f));
    double k = (HEIGHT - GAP * StrictMath.max(flows.size() - 1, 2)) / all;
    List<String> names =
        List.of(page.say("flow.removed"), page.say("flow.retained"), page.say("flow.delivered"));
    double left = 20;
    for (Category category : flows.keySet()) {
      left = StrictMath.max(left, TextWidth.of(name(category), NAME) + 20);
    }
    double right = WIDTH - 130;
    for (String name : names) {
      right = StrictMath.min(right, WIDTH - 30 - 1.08 * TextWidth.of(name, NAME));
    }
    StringBuilder svg = new StringBuilder();
    double[] endAt = ends(ends, k);
    double[] filled = endAt.clone();
    double y = TOP;
    for (Map.Entry<Category, double[]> flow : flows.entrySet()) {
      Bands bands = new Bands(left, right, k, filled);
      y = category(svg, flow.getKey(), flow.getValue(), y, bands);
    }
    for (int e = 0; e < 3; e++) {
      double h = ends[e] * k;
      svg.append(
          Text.format(
              "<rect fill='#17262E' x='%s' y='%s' width='10' height='%s'/>",
              Figures.px(right), Figures.px(endAt[e]), Figures.px(StrictMath.max(h, 0.5))));
      String figures = Figures.two(ends[e]) + " " + unit() + " · " + Figures.percent(ends[e] / all);
      text(svg, right + 18, endAt[e] + h / 2, "start", names.get(e), figures);
    }
    double bottom = StrictMath.max(y, endAt[2] + StrictMath.max(ends[2] * k, least())) + 10;
    return "<svg viewBox='0 0 900 "
        + Figures.px(bottom)
        + "' role='img' aria-label='"
        + Html.escape(title())
        + "'>\n"
        + svg
        + "</svg>\n";
  }

  /// Bands of the flows.
  ///
  /// @param left end of the categories' bars
  /// @param right start of the three ends
  /// @param scale pixels per unit of load
  /// @param filled height to which each end is already filled
  private record Bands(double left, double right, double scale, double[] filled) {}

  /// Height of two lines of words.
  private double least() {
    return 2 * page.line(SMALL);
  }

  private String name(Category category) {
    return page.say("category." + category.id());
  }

  private double[] ends(double[] ends, double k) {
    double[] at = new double[3];
    double next = TOP;
    for (int e = 0; e < 3; e++) {
      at[e] = next;
      next += StrictMath.max(ends[e] * k, least()) + GAP;
    }
    return at;
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private double category(
      StringBuilder svg, Category category, double[] parts, double y, Bands bands) {
    String colour = SourceColours.of(category.id());
    double total = parts[0] + parts[1] + parts[2];
    double h = total * bands.scale();
    double bend = (bands.right() - bands.left()) * 0.42;
    double row = StrictMath.max(h, least());
    double top = y + (row - h) / 2;
    double from = top;
    for (int e = 0; e < 3; e++) {
      double part = parts[e] * bands.scale();
      if (part > 0.05) {
        double a = from + part / 2;
        double b = bands.filled()[e] + part / 2;
        svg.append(
            Text.format(
                "<path fill='none' stroke='%s' stroke-opacity='.55' stroke-width='%s' d='M%s %sC%s %s %s %s %s %s'/>\n",
                colour,
                Figures.px(StrictMath.max(part, 0.4)),
                Figures.px(bands.left() + 10),
                Figures.px(a),
                Figures.px(bands.left() + bend),
                Figures.px(a),
                Figures.px(bands.right() - bend),
                Figures.px(b),
                Figures.px(bands.right()),
                Figures.px(b)));
      }
      from += part;
      bands.filled()[e] += part;
    }
    svg.append(
        Text.format(
            "<rect fill='%s' x='%s' y='%s' width='10' height='%s'/>",
            colour, Figures.px(bands.left()), Figures.px(top), Figures.px(StrictMath.max(h, 0.8))));
    String figures = Figures.two(total) + " " + unit();
    text(svg, bands.left() - 8, y + row / 2, "end", name(category), figures);
    return y + row + GAP;
  }

  /// Writes two lines with their middle at y.
  private void text(
      StringBuilder svg, double x, double y, String anchor, String words, String figures) {
    double apart = page.line(SMALL) / 2;
    svg.append(
        Text.format(
            "<text font-size='14'%s text-anchor='%s' x='%s' y='%s'>%s</text>",
            anchor.equals("start") ? " font-weight='600'" : "",
            anchor,
            Figures.px(x),
            Figures.px(y - apart + 6),
            Html.escape(words)));
    svg.append(
        Text.format(
            "<text font-size='13' fill-opacity='.75' text-anchor='%s' x='%s' y='%s'>%s</text>\n",
            anchor, Figures.px(x), Figures.px(y + apart + 6), Html.escape(figures)));
  }

  /// The finding in a sentence.
  public String title() {
    return page.say(
        "flow.title",
        constituent.id(),
        Figures.two(all) + " " + unit(),
        Figures.percent(delivered() / all));
  }
}
