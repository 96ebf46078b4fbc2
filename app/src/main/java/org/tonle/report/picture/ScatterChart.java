package org.tonle.report.picture;

import java.util.List;
import org.tonle.assess.Comparison;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;

/// Scatter chart of measured and simulated values on two equal logarithmic axes, with the band of
/// each pair.
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
    long covered = pairs.stream().filter(c -> c.covered() && !c.circular()).count();
    long tested = pairs.stream().filter(c -> !c.circular()).count();
    StringBuilder html = new StringBuilder("<figure>\n<b>");
    html.append(Html.escape(constituent.id())).append("</b> <span class='sub'>");
    String unit = constituent.unit().symbol();
    html.append(
        Html.escape(
            tested == 0
                ? page.say("measured.untested", unit)
                : page.say("measured.covered", covered, tested, unit)));
    html.append("</span>\n");
    html.append(PictureName.on(svg(), PictureName.of("fit", constituent.id())));
    return html.append("</figure>\n").toString();
  }

  /// Observations for fitting are squares, observations for checking are discs.
  private static void shape(Svg svg, Observation.Use use, double x, double y) {
    if (use == Observation.Use.FIT) {
      svg.element("rect").with("width", "6.6").with("height", "6.6");
      svg.with("x", x - 3.3).with("y", y - 3.3).end();
    } else {
      svg.element("circle").with("r", "3.6").with("cx", x).with("cy", y).end();
    }
  }

  private String svg() {
    Svg svg = Svg.picture("310", "310", page.say("measured.axes", constituent.id()));
    grid(svg);
    pairs(svg);
    svg.element("text").with("font-size", "12").with("text-anchor", "middle");
    svg.with("x", "175").with("y", "298").words(page.say("measured.x"));
    svg.element("text").with("font-size", "12").with("text-anchor", "middle");
    svg.with("transform", "translate(12 135) rotate(-90)").words(page.say("measured.y"));
    return svg.end() + "\n";
  }

  private void grid(Svg svg) {
    double bottom = TOP + SIZE;
    for (double p = low; p <= high; p++) {
      double d = at(StrictMath.pow(10, p));
      String label = Figures.two(StrictMath.pow(10, p));
      String up = point(LEFT + d, TOP) + "V" + Figures.px(bottom);
      String across = point(LEFT, bottom - d) + "H" + Figures.px(LEFT + SIZE);
      svg.element("path").with("class", "grid").with("d", "M" + up + "M" + across).end();
      svg.element("text").with("font-size", "12");
      svg.with("text-anchor", p == high ? "end" : "middle");
      svg.with("x", LEFT + d).with("y", "276").words(label);
      svg.element("text").with("font-size", "12").with("text-anchor", "end");
      svg.with("x", "44").with("y", bottom - d + 4).words(label);
    }
    String equal = "M" + point(LEFT, bottom) + "L" + point(LEFT + SIZE, TOP);
    svg.element("path").with("class", "axis").with("d", equal).end();
  }

  private static String point(double x, double y) {
    return Figures.px(x) + " " + Figures.px(y);
  }

  private void pairs(Svg svg) {
    double bottom = TOP + SIZE;
    for (Comparison c : pairs) {
      double x = LEFT + at(c.observation().value());
      String band = point(x, bottom - at(c.low())) + "V" + Figures.px(bottom - at(c.high()));
      svg.element("path").with("stroke", "#0B5F73").with("stroke-opacity", ".35");
      svg.with("stroke-width", "2").with("d", "M" + band).end();
    }
    for (Comparison c : pairs) {
      String kind = c.covered() ? "dot" : "dot out";
      String bound =
          c.observation().bound() == Observation.Bound.EXACT
              ? ""
              : page.say("measured.bound") + " ";
      svg.element("g").with("class", kind);
      double x = LEFT + at(c.observation().value());
      shape(svg, c.observation().use(), x, bottom - at(c.p50()));
      String measured = bound + Figures.three(c.observation().value());
      String says = measured + " | " + Figures.three(c.p50());
      svg.element("title").words(c.observation().station() + ", " + says).end();
    }
  }
}
