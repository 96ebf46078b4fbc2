package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Season;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Year chart of one constituent at one place: bands, median, limits and measurements.
public final class YearChart {
  private static final double LEFT = 52;
  private static final double RIGHT = 410;
  private static final double TOP = 16;
  private static final double BOTTOM = 190;

  private final Page page;
  private final int place;
  private final int constituent;
  private final Concentrations found;

  public YearChart(Page page, int place, int constituent) {
    this.page = page;
    this.place = place;
    this.constituent = constituent;
    found = page.result.concentrations();
  }

  private Constituent of() {
    return found.constituents().get(constituent);
  }

  public String figure() {
    Place at = found.places().get(place);
    StringBuilder html = new StringBuilder("<figure>\n<b>");
    html.append(Html.escape(page.place(at) + " · " + of().id())).append("</b>");
    html.append("<span class='sub'>, ")
        .append(Html.escape(of().unit().symbol()))
        .append("</span>\n");
    html.append(svg());
    return html.append("</figure>\n").toString();
  }

  private double value(Statistic statistic, int season) {
    return found.value(statistic, place, season, constituent);
  }

  private Optional<Verdict> verdict() {
    return page.result.judged().verdicts().stream()
        .filter(v -> v.place().equals(found.places().get(place)))
        .filter(v -> v.constituent().equals(of().id()))
        .sorted((a, b) -> Boolean.compare(b.required(), a.required()))
        .findFirst();
  }

  private List<Comparison> measured() {
    List<Comparison> measured = new ArrayList<>();
    for (Comparison c : page.result.comparisons()) {
      if (c.place().equals(found.places().get(place))
          && c.observation().constituent().equals(of().id())) {
        measured.add(c);
      }
    }
    return measured;
  }

  private String svg() {
    List<Season> seasons = found.seasons();
    double top = 0;
    for (int s = 0; s < seasons.size(); s++) {
      top = StrictMath.max(top, value(Statistic.P95, s));
    }
    for (Comparison c : measured()) {
      top = StrictMath.max(top, StrictMath.min(c.observation().value(), 3 * top));
    }
    Optional<Verdict> verdict = verdict();
    double limit = verdict.map(Verdict::limitOfMean).orElse(Double.NaN);
    boolean isLimitShown = limit <= 3 * top;
    top = 1.08 * (isLimitShown ? StrictMath.max(top, limit) : top);
    top = top > 0 ? top : 1;
    double k = (BOTTOM - TOP) / top;
    double year = seasons.stream().mapToDouble(Season::duration_d).sum();
    String says = page.place(found.places().get(place)) + ", " + of().id();
    Svg svg = Svg.picture("420", "236", says);
    axis(svg, top, k);
    double x = LEFT;
    for (int s = 0; s < seasons.size(); s++) {
      double width = seasons.get(s).duration_d() / year * (RIGHT - LEFT);
      season(svg, s, x, width, k);
      x += width;
    }
    if (isLimitShown) {
      double y = BOTTOM - limit * k;
      line(svg, "limit", LEFT, y, RIGHT, y);
      svg.element("text").with("class", "halo").with("font-size", "12");
      svg.with("style", "fill:var(--breach)");
      svg.with("text-anchor", "end").with("x", "408").with("y", y - 4);
      svg.words(verdict.map(v -> v.limit().standard() + " " + v.limit().className()).orElse(""));
    }
    return svg.end() + "\n";
  }

  private static void line(Svg svg, String kind, double x1, double y1, double x2, double y2) {
    String from = "M" + Figures.px(x1) + " " + Figures.px(y1);
    String to = "L" + Figures.px(x2) + " " + Figures.px(y2);
    svg.element("path").with("class", kind).with("d", from + to).end();
  }

  private static void axis(Svg svg, double top, double k) {
    double step = step(top);
    for (double v = 0; v <= top; v += step) {
      double y = BOTTOM - v * k;
      line(svg, v == 0 ? "axis" : "grid", LEFT, y, RIGHT, y);
      svg.element("text").with("font-size", "12").with("text-anchor", "end");
      svg.with("x", "46").with("y", y + 4).words(Figures.two(v));
    }
  }

  /// A round step that divides the axis into three to six parts.
  private static double step(double top) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(top)));
    for (double factor : new double[] {0.2, 0.5, 1, 2}) {
      if (top / (factor * power) <= 6) {
        return factor * power;
      }
    }
    return 5 * power;
  }

  private void season(Svg svg, int s, double x, double width, double k) {
    if (found.isJudged(place, s)) {
      band(svg, "band90", x, width, value(Statistic.P5, s), value(Statistic.P95, s), k);
      band(svg, "band50", x, width, value(Statistic.P25, s), value(Statistic.P75, s), k);
      double y = BOTTOM - value(Statistic.P50, s) * k;
      line(svg, "median", x + 1, y, x + width - 1, y);
    } else {
      svg.element("text").with("font-size", "12").with("text-anchor", "middle");
      svg.with("x", x + width / 2).with("y", "110").words(page.say("no_flow"));
    }
    String name = found.seasons().get(s).id();
    svg.element("text").with("font-size", "12").with("text-anchor", "middle");
    svg.with("x", x + width / 2).with("y", "208").words(shortName(s, name));
    int n = 0;
    for (Comparison c : measured()) {
      if (c.seasons().startsWith(name) && c.observation().bound() == Observation.Bound.EXACT) {
        double y = BOTTOM - c.observation().value() * k;
        double at = x + width * (0.5 + 0.06 * ((n++ % 7) - 3));
        if (y > 4) {
          svg.element("circle").with("class", c.covered() ? "dot" : "dot out");
          svg.with("r", "3.4").with("cx", at).with("cy", y).end();
        }
      }
    }
  }

  /// Short name of a season: its months, which are shorter than its name.
  private String shortName(int s, String id) {
    List<Integer> months = found.seasons().get(s).months();
    return months.isEmpty() ? id : months.getFirst() + "–" + months.getLast();
  }

  private static void band(
      Svg svg, String kind, double x, double width, double low, double high, double k) {
    svg.element("rect").with("class", kind).with("x", x + 1).with("y", BOTTOM - high * k);
    svg.with("width", width - 2).with("height", StrictMath.max(0.5, (high - low) * k)).end();
  }
}
