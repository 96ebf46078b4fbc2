package org.tonle.report.picture;

import java.util.List;
import org.tonle.assess.Comparison;
import org.tonle.convert.Text;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Measured against simulated on two equal logarithmic axes, with the band of each pair.
public final class ScatterChart {
  private static final double LEFT = 50;
  private static final double SIZE = 250;
  private static final double TOP = 10;

  private final Page page;
  private final Constituent constituent;
  private final List<Comparison> pairs;
  private final double low;
  private final double high;

  public ScatterChart(Page page, Constituent constituent, List<Comparison> pairs) {
    this.page = page;
    this.constituent = constituent;
    this.pairs = pairs;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Comparison c : pairs) {
      for (double v : new double[] {c.observation().value(), c.p50()}) {
        least = v > 0 ? StrictMath.min(least, v) : least;
        most = StrictMath.max(most, v);
      }
    }
    boolean isAny = most > 0;
    low = isAny ? StrictMath.floor(StrictMath.log10(least / 1.3)) : 0;
    high = isAny ? StrictMath.max(low + 1, StrictMath.ceil(StrictMath.log10(most * 1.3))) : 1;
  }

  private double at(double value) {
    double log = StrictMath.log10(StrictMath.max(value, 1e-12));
    return SIZE * StrictMath.max(0, StrictMath.min(1, (log - low) / (high - low)));
  }

  public String figure() {
    long covered = pairs.stream().filter(Comparison::covered).count();
    StringBuilder html = new StringBuilder("<figure>\n<b>");
    html.append(Html.escape(constituent.id())).append("</b> <span class='sub'>");
    html.append(
        Html.escape(
            page.say("measured.covered", covered, pairs.size(), constituent.unit().symbol())));
    html.append("</span>\n").append(svg());
    return html.append("</figure>\n").toString();
  }

  /// What is for fitting is square, what checks is round.
  private static String shape(Observation.Use use, double x, double y) {
    return use == Observation.Use.FIT
        ? Text.format(
            "<rect width='6.6' height='6.6' x='%s' y='%s'/>",
            Figures.px(x - 3.3), Figures.px(y - 3.3))
        : Text.format("<circle r='3.6' cx='%s' cy='%s'/>", Figures.px(x), Figures.px(y));
  }

  private String svg() {
    StringBuilder svg = new StringBuilder("<svg viewBox='0 0 310 310' role='img' aria-label='");
    svg.append(Html.escape(page.say("measured.axes", constituent.id()))).append("'>");
    double bottom = TOP + SIZE;
    for (double p = low; p <= high; p++) {
      double d = at(StrictMath.pow(10, p));
      String label = Figures.two(StrictMath.pow(10, p));
      svg.append(
          Text.format(
              "<path class='grid' d='M%s %sV%sM%s %sH%s'/>",
              Figures.px(LEFT + d),
              Figures.px(TOP),
              Figures.px(bottom),
              Figures.px(LEFT),
              Figures.px(bottom - d),
              Figures.px(LEFT + SIZE)));
      svg.append(
          Text.format(
              "<text font-size='12' text-anchor='%s' x='%s' y='276'>%s</text>",
              p == high ? "end" : "middle", Figures.px(LEFT + d), label));
      svg.append(
          Text.format(
              "<text font-size='12' text-anchor='end' x='44' y='%s'>%s</text>",
              Figures.px(bottom - d + 4), label));
    }
    svg.append(
        Text.format(
            "<path class='axis' d='M%s %sL%s %s'/>",
            Figures.px(LEFT), Figures.px(bottom), Figures.px(LEFT + SIZE), Figures.px(TOP)));
    for (Comparison c : pairs) {
      double x = LEFT + at(c.observation().value());
      svg.append(
          Text.format(
              "<path stroke='#0B5F73' stroke-opacity='.35' stroke-width='2' d='M%s %sV%s'/>",
              Figures.px(x), Figures.px(bottom - at(c.low())), Figures.px(bottom - at(c.high()))));
    }
    for (Comparison c : pairs) {
      String kind = c.covered() ? "dot" : "dot out";
      String bound =
          c.observation().bound() == Observation.Bound.EXACT
              ? ""
              : page.say("measured.bound") + " ";
      svg.append(
          Text.format(
              "<g class='%s'>%s<title>%s</title></g>",
              kind,
              shape(
                  c.observation().use(), LEFT + at(c.observation().value()), bottom - at(c.p50())),
              Html.escape(
                  c.observation().station()
                      + ", "
                      + bound
                      + Figures.three(c.observation().value())
                      + " | "
                      + Figures.three(c.p50()))));
    }
    svg.append(
        Text.format(
            "<text font-size='12' text-anchor='middle' x='175' y='298'>%s</text>",
            Html.escape(page.say("measured.x"))));
    svg.append(
        Text.format(
            "<text font-size='12' text-anchor='middle' transform='translate(12 135) rotate(-90)'>%s</text>",
            Html.escape(page.say("measured.y"))));
    return svg.append("</svg>\n").toString();
  }
}
