package org.tonle.report;

import java.util.List;
import java.util.Map;
import org.tonle.assess.Apportionment;
import org.tonle.assess.Contribution;
import org.tonle.assess.Grouping;
import org.tonle.assess.UnitTree;

/// Who adds to one concentration, as a flow from the categories to the total.
final class CauseFlow {
  private static final double TOP = 20;
  private static final double HEIGHT = 240;
  private static final double LEFT = 250;
  private static final double RIGHT = 640;
  private static final double LEAST_SHARE = 0.001;

  /// Room for two lines of words beside the thinnest flow.
  private static final double LEAST_ROW = 38;

  private static final Map<String, String> COLOURS =
      Map.of(
          "sewered", "#3B2E83",
          "on_site", "#B5446E",
          "industry", "#3F2E10",
          "park", "#C9A66B",
          "livestock", "#4F7A1C",
          "land", "#A5DCC0",
          "boundary", "#9AA0B8",
          "background", "#C3C7D3",
          "rain", "#7FB4C6",
          "natural", "#DAD7CD");

  private final Page page;
  private final Apportionment of;
  private final List<Contribution> parts;
  private final double sum;

  CauseFlow(Page page, Apportionment of) {
    this.page = page;
    this.of = of;
    UnitTree units = new UnitTree(page.result.study().emissions().units());
    parts =
        of.by(Grouping.CATEGORY, units).stream()
            .filter(p -> p.central() > 0 && p.share() >= LEAST_SHARE)
            .toList();
    sum = parts.stream().mapToDouble(Contribution::central).sum();
  }

  String title() {
    return page.say(
        of.isShortfall() ? "cause.shortfall" : "cause.title",
        page.place(of.place()),
        page.season(of.season()),
        of.constituent().id(),
        Figures.two(of.total()) + " " + of.constituent().unit().symbol());
  }

  String svg() {
    double k = HEIGHT / sum;
    double rows = parts.stream().mapToDouble(p -> row(p, k)).sum();
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox='0 0 900 ").append(Figures.px(rows + 2 * TOP));
    svg.append("' role='img' aria-label='").append(Html.escape(title())).append("'>\n");
    double start = TOP + (rows - HEIGHT) / 2;
    double filled = start;
    double top = TOP;
    for (int i = 0; i < parts.size(); i++) {
      Contribution part = parts.get(i);
      double h = part.central() * k;
      double y = top + row(part, k) / 2;
      top += row(part, k);
      String colour = COLOURS.getOrDefault(part.key(), "#9AA0B8");
      svg.append(
          "<path fill='none' stroke='%s' stroke-opacity='.6' stroke-width='%s' d='M%s %sC%s %s %s %s %s %s'/>"
              .formatted(
                  colour,
                  Figures.px(StrictMath.max(h, 0.6)),
                  Figures.px(LEFT),
                  Figures.px(y),
                  Figures.px(LEFT + 180),
                  Figures.px(y),
                  Figures.px(RIGHT - 180),
                  Figures.px(filled + h / 2),
                  Figures.px(RIGHT),
                  Figures.px(filled + h / 2)));
      filled += h;
      text(svg, LEFT - 12, y, page.say("category." + part.key()), figures(part), "end");
    }
    svg.append(
        "<rect fill='#17262E' x='%s' y='%s' width='8' height='%s'/>"
            .formatted(Figures.px(RIGHT), Figures.px(start), Figures.px(HEIGHT)));
    String total = Figures.two(of.total()) + " " + of.constituent().unit().symbol();
    Contribution all = of.all();
    String band = Figures.two(all.p5()) + " – " + Figures.two(all.p95());
    text(svg, RIGHT + 22, start + HEIGHT / 2, total, band, "start");
    return svg.append("</svg>\n").toString();
  }

  /// Height of a category on the left: its flow with a gap, or its words.
  private static double row(Contribution part, double k) {
    return StrictMath.max(part.central() * k + 8, LEAST_ROW);
  }

  private static String figures(Contribution part) {
    return Figures.percent(part.share())
        + " · "
        + Figures.two(part.p5())
        + " – "
        + Figures.two(part.p95());
  }

  private static void text(
      StringBuilder svg, double x, double y, String words, String small, String anchor) {
    svg.append("<text font-size='14' text-anchor='").append(anchor).append("' x='");
    svg.append(Figures.px(x)).append("' y='").append(Figures.px(y - 1)).append("'>");
    svg.append(Html.escape(words)).append("</text><text font-size='12' fill-opacity='.75'");
    svg.append(" text-anchor='").append(anchor).append("' x='").append(Figures.px(x));
    svg.append("' y='").append(Figures.px(y + 15)).append("'>").append(Html.escape(small));
    svg.append("</text>\n");
  }
}
