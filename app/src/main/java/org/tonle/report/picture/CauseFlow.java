package org.tonle.report.picture;

import java.util.List;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.convert.Text;
import org.tonle.export.map.SourceColours;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Cause flow: the causes of one concentration, as a flow from the categories to the total.
public final class CauseFlow {
  private static final double TOP = 20;

  /// Height of a flow without a map beside it.
  private static final double ALONE = 380;

  private static final double WIDTH = 620;
  private static final double NAME = 16;
  private static final double SMALL = 14;
  private static final int HALVINGS = 30;

  /// Smallest height of the total bar.
  private static final double LEAST_TALL = 120;

  private static final double LEAST_SHARE = 0.001;

  private final Page page;
  private final Apportionment of;
  private final List<Contribution> parts;
  private final double sum;

  private final double height;

  /// @param map map beside the flow
  public CauseFlow(Page page, MapPicture map, Apportionment of) {
    this.page = page;
    double whole = map.isDrawable() ? map.frame().height() * WIDTH / MapFrame.WIDTH : ALONE;
    height = whole - 2 * TOP;
    this.of = of;
    parts =
        of.by(Grouping.CATEGORY).stream()
            .filter(p -> p.central() > 0 && p.share() >= LEAST_SHARE)
            .toList();
    sum = parts.stream().mapToDouble(Contribution::central).sum();
  }

  public String title() {
    return page.say(
        of.isShortfall() ? "cause.shortfall" : "cause.title",
        page.place(of.place()),
        page.season(of.season()),
        of.constituent().id(),
        Figures.two(of.total()) + " " + of.constituent().unit().symbol());
  }

  public String svg() {
    double k = scale();
    double rows = parts.stream().mapToDouble(p -> row(p, k)).sum();
    double tall = sum * k;
    double high = StrictMath.max(rows, height);
    double left = 24 + parts.stream().mapToDouble(this::width).max().orElse(0);
    double right =
        WIDTH - 30 - StrictMath.max(TextWidth.of(total(), NAME), TextWidth.of(band(), SMALL));
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox='0 0 620 ").append(Figures.px(high + 2 * TOP));
    svg.append("' role='img' aria-label='").append(Html.escape(title())).append("'>\n");
    double start = TOP + (high - tall) / 2;
    double filled = start;
    double top = TOP + (high - rows) / 2;
    for (Contribution part : parts) {
      double h = part.central() * k;
      double y = top + row(part, k) / 2;
      top += row(part, k);
      svg.append(band(part.key(), h, left, y, right, filled + h / 2));
      filled += h;
      text(svg, left - 10, y, name(part), figures(part), "end");
    }
    svg.append(
        Text.format(
            "<rect fill='#17262E' x='%s' y='%s' width='8' height='%s'/>",
            Figures.px(right), Figures.px(start), Figures.px(tall)));
    text(svg, right + 18, start + tall / 2, total(), band(), "start");
    return svg.append("</svg>\n").toString();
  }

  /// The largest scale at which all rows, with room for their words, fit the height of the picture.
  /// Rows grow with the scale, so bisection finds it.
  private double scale() {
    double low = 0;
    double high = height / sum;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double rows = parts.stream().mapToDouble(p -> row(p, middle)).sum();
      low = rows <= height ? middle : low;
      high = rows <= height ? high : middle;
    }
    return StrictMath.max(low, LEAST_TALL / sum);
  }

  private static String band(
      String category, double h, double left, double y, double right, double end) {
    double bend = (right - left) * 0.45;
    return Text.format(
        "<path fill='none' stroke='%s' stroke-opacity='.6' stroke-width='%s' d='M%s %sC%s %s %s %s %s %s'/>",
        SourceColours.of(category),
        Figures.px(StrictMath.max(h, 0.6)),
        Figures.px(left),
        Figures.px(y),
        Figures.px(left + bend),
        Figures.px(y),
        Figures.px(right - bend),
        Figures.px(end),
        Figures.px(right),
        Figures.px(end));
  }

  private String name(Contribution part) {
    return page.say("category." + part.key());
  }

  private double width(Contribution part) {
    return StrictMath.max(TextWidth.of(name(part), NAME), TextWidth.of(figures(part), SMALL));
  }

  private String total() {
    return Figures.two(of.total()) + " " + of.constituent().unit().symbol();
  }

  private String band() {
    return of.drawCount() == 0 ? "" : range(of.all());
  }

  /// Height of a category on the left: its flow with a gap, or its two lines of words.
  private double row(Contribution part, double k) {
    return StrictMath.max(part.central() * k + 8, 2 * page.line(NAME) + 4);
  }

  /// Share and band; there is no band without draws.
  private String figures(Contribution part) {
    String share = Figures.percent(part.share());
    return of.drawCount() == 0 ? share : share + " · " + range(part);
  }

  private static String range(Contribution part) {
    return Figures.two(part.p5()) + " – " + Figures.two(part.p95());
  }

  private void text(
      StringBuilder svg, double x, double y, String words, String small, String anchor) {
    double apart = page.line(SMALL) / 2;
    svg.append("<text font-size='16' text-anchor='").append(anchor).append("' x='");
    svg.append(Figures.px(x)).append("' y='").append(Figures.px(y - apart + 7)).append("'>");
    svg.append(Html.escape(words)).append("</text><text font-size='14' fill-opacity='.75'");
    svg.append(" text-anchor='").append(anchor).append("' x='").append(Figures.px(x));
    svg.append("' y='").append(Figures.px(y + apart + 6)).append("'>");
    svg.append(Html.escape(small)).append("</text>\n");
  }
}
