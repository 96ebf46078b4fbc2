package org.tonle.report.chart;

import java.util.List;
import org.tonle.report.page.Figures;
import org.tonle.report.picture.Svg;

/// Renderer of layouts as SVG.
public final class LayoutSvg {
  private LayoutSvg() {}

  /// The picture of a layout.
  public static String of(Layout layout) {
    String width = Figures.px(layout.width());
    String height = Figures.px(layout.height());
    Svg svg = Svg.picture(width, height, layout.sentence());
    svg.with("class", "chart").with("data-picture", layout.name());
    layout.marks().forEach(m -> mark(svg, m));
    layout.labels().forEach(l -> label(svg, l));
    return svg.end() + "\n";
  }

  private static void mark(Svg svg, Layout.Mark mark) {
    List<Double> p = mark.points();
    switch (mark.shape()) {
      case LINE -> svg.element("path").with("d", path(p));
      case AREA -> svg.element("path").with("d", path(p) + "Z");
      case RECT -> {
        svg.element("rect").with("x", p.get(0)).with("y", p.get(1));
        svg.with("width", p.get(2)).with("height", p.get(3));
      }
      case DISC -> {
        svg.element("circle").with("cx", p.get(0)).with("cy", p.get(1));
        svg.with("r", mark.size());
      }
      case CURVE -> {
        String bend = "C" + pair(p, 2) + " " + pair(p, 4) + " " + pair(p, 6);
        svg.element("path").with("d", "M" + pair(p, 0) + bend);
        svg.with("stroke-width", mark.size());
      }
      case RIBBON -> svg.element("path").with("d", ribbon(p, mark.size() / 2));
    }
    svg.with("class", mark.style());
    if (!mark.colour().isEmpty()) {
      svg.with("fill", mark.colour());
    }
    if (!mark.tip().isEmpty()) {
      svg.element("title").words(mark.tip());
    }
    svg.end();
  }

  private static String ribbon(List<Double> p, double half) {
    StringBuilder path = new StringBuilder("M");
    path.append(raised(p, 0, -half)).append('C').append(raised(p, 2, -half));
    path.append(' ').append(raised(p, 4, -half)).append(' ').append(raised(p, 6, -half));
    path.append('L').append(raised(p, 6, half)).append('C').append(raised(p, 4, half));
    path.append(' ').append(raised(p, 2, half)).append(' ').append(raised(p, 0, half));
    return path.append('Z').toString();
  }

  private static String raised(List<Double> points, int i, double down) {
    return Figures.px(points.get(i)) + " " + Figures.px(points.get(i + 1) + down);
  }

  private static String path(List<Double> points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i += 2) {
      path.append(i == 0 ? "M" : "L").append(pair(points, i));
    }
    return path.toString();
  }

  private static String pair(List<Double> points, int i) {
    return Figures.px(points.get(i)) + " " + Figures.px(points.get(i + 1));
  }

  private static void label(Svg svg, Layout.Label label) {
    svg.element("text").with("font-size", label.size()).with("text-anchor", label.anchor());
    if (!label.style().isEmpty()) {
      svg.with("class", label.style());
    }
    svg.with("x", label.x()).with("y", label.y()).words(label.words());
  }
}
