package org.tonle.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Convert;
import org.tonle.load.LoadTerm;
import org.tonle.model.Category;
import org.tonle.model.Constituent;

/// Where a constituent comes from and what becomes of it, as a flow from left to right.
final class LoadFlow {
  private static final double TOP = 24;
  private static final double HEIGHT = 300;
  private static final double GAP = 10;
  private static final double LEFT = 190;
  private static final double RIGHT = 640;
  private static final Map<Category, String> COLOURS =
      Map.of(
          Category.SEWERED, "#3B2E83",
          Category.ON_SITE, "#B5446E",
          Category.INDUSTRY, "#3F2E10",
          Category.PARK, "#C9A66B",
          Category.LIVESTOCK, "#4F7A1C",
          Category.LAND, "#A5DCC0",
          Category.BOUNDARY, "#9AA0B8");

  private final Page page;
  private final Constituent constituent;
  private final Map<Category, double[]> flows = new EnumMap<>(Category.class);
  private double all;

  /// Flows of one constituent: removed, retained, delivered [t/a; bacteria 10^12 counts].
  LoadFlow(Page page, Constituent constituent) {
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

  boolean isEmpty() {
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

  String svg() {
    double[] ends = new double[3];
    flows.values().forEach(f -> add(ends, f));
    double k = (HEIGHT - GAP * StrictMath.max(flows.size() - 1, 2)) / all;
    StringBuilder svg = new StringBuilder();
    double[] endAt = ends(ends, k);
    double[] filled = endAt.clone();
    double y = TOP;
    for (Map.Entry<Category, double[]> flow : flows.entrySet()) {
      double total = flow.getValue()[0] + flow.getValue()[1] + flow.getValue()[2];
      y = category(svg, flow.getKey(), flow.getValue(), total, y, k, filled);
    }
    List<String> names =
        List.of(page.say("flow.removed"), page.say("flow.retained"), page.say("flow.delivered"));
    for (int e = 0; e < 3; e++) {
      double h = ends[e] * k;
      svg.append(
          "<rect fill='#17262E' x='%s' y='%s' width='10' height='%s'/>"
              .formatted(
                  Figures.px(RIGHT), Figures.px(endAt[e]), Figures.px(StrictMath.max(h, 0.5))));
      text(svg, RIGHT + 18, endAt[e] + h / 2 + 1, names.get(e), false);
      text(
          svg,
          RIGHT + 18,
          endAt[e] + h / 2 + 18,
          Figures.two(ends[e]) + " " + unit() + " · " + Figures.percent(ends[e] / all),
          true);
    }
    double bottom = StrictMath.max(y, endAt[2] + StrictMath.max(ends[2] * k, 34)) + 10;
    return "<svg viewBox='0 0 900 "
        + Figures.px(bottom)
        + "' role='img' aria-label='"
        + Html.escape(title())
        + "'>\n"
        + svg
        + "</svg>\n";
  }

  private double[] ends(double[] ends, double k) {
    double[] at = new double[3];
    double next = TOP;
    for (int e = 0; e < 3; e++) {
      at[e] = next;
      next += StrictMath.max(ends[e] * k, 34) + GAP;
    }
    return at;
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private double category(
      StringBuilder svg,
      Category category,
      double[] parts,
      double total,
      double y,
      double k,
      double[] filled) {
    String colour = COLOURS.getOrDefault(category, "#9AA0B8");
    double h = total * k;
    double from = y;
    for (int e = 0; e < 3; e++) {
      double part = parts[e] * k;
      if (part > 0.05) {
        double a = from + part / 2;
        double b = filled[e] + part / 2;
        svg.append(
            "<path fill='none' stroke='%s' stroke-opacity='.55' stroke-width='%s' d='M%s %sC%s %s %s %s %s %s'/>\n"
                .formatted(
                    colour,
                    Figures.px(StrictMath.max(part, 0.4)),
                    Figures.px(LEFT + 10),
                    Figures.px(a),
                    Figures.px(LEFT + 200),
                    Figures.px(a),
                    Figures.px(RIGHT - 200),
                    Figures.px(b),
                    Figures.px(RIGHT),
                    Figures.px(b)));
      }
      from += part;
      filled[e] += part;
    }
    svg.append(
        "<rect fill='%s' x='%s' y='%s' width='10' height='%s'/>"
            .formatted(
                colour, Figures.px(LEFT), Figures.px(y), Figures.px(StrictMath.max(h, 0.8))));
    String name = page.say("category." + category.id());
    svg.append(
        "<text font-size='14' text-anchor='end' x='182' y='%s'>%s</text>"
            .formatted(Figures.px(y + h / 2 - 1), Html.escape(name)));
    svg.append(
        "<text font-size='13' fill-opacity='.75' text-anchor='end' x='182' y='%s'>%s</text>\n"
            .formatted(Figures.px(y + h / 2 + 15), Html.escape(Figures.two(total) + " " + unit())));
    return y + StrictMath.max(h, 30) + GAP;
  }

  private static void text(StringBuilder svg, double x, double y, String words, boolean isSmall) {
    svg.append(
        "<text font-size='%s'%s x='%s' y='%s'>%s</text>"
            .formatted(
                isSmall ? "13" : "14",
                isSmall ? " fill-opacity='.75'" : " font-weight='600'",
                Figures.px(x),
                Figures.px(y),
                Html.escape(words)));
  }

  /// The finding in a sentence.
  String title() {
    return page.say(
        "flow.title",
        constituent.id(),
        Figures.two(all) + " " + unit(),
        Figures.percent(delivered() / all));
  }
}
