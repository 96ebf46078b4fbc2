package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonle.i18n.Words;
import org.tonle.report.chart.Layout.Mark;
import org.tonle.report.chart.Layout.Shape;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.report.picture.TextWidth;

/// Plot of a chart that is being drawn: its marks, ticks and words.
final class Plot {
  static final double SIZE = 13;

  final Words words;
  final double width;
  final Writing writing;
  final List<Mark> marks = new ArrayList<>();
  final List<Layout.Tick> ticks = new ArrayList<>();

  Plot(Words words, double width) {
    this.words = words;
    this.width = width;
    writing = new Writing(width, words.language());
  }

  String say(String key, Object... arguments) {
    return words.text("report." + key, arguments);
  }

  /// Distance of two lines at a font size.
  double line(double size) {
    return size * Page.rise(words.language());
  }

  void line(String style, double... points) {
    marks.add(new Mark(Shape.LINE, style, "", boxed(points), 0, ""));
  }

  void area(String style, List<Double> points) {
    marks.add(new Mark(Shape.AREA, style, "", points, 0, ""));
  }

  void rect(String style, double x, double y, double wide, double high, String tip) {
    rect(style, "", x, y, wide, high, tip);
  }

  /// @param colour of the category that the rectangle shows, or ""
  void rect(String style, String colour, double x, double y, double wide, double high, String tip) {
    marks.add(
        new Mark(
            Shape.RECT,
            style,
            colour,
            List.of(x, y, StrictMath.max(wide, 0.5), StrictMath.max(high, 0.5)),
            0,
            tip));
  }

  void disc(String style, double x, double y, double radius, String tip) {
    marks.add(new Mark(Shape.DISC, style, "", List.of(x, y), radius, tip));
  }

  /// Grid lines with their values, below all that is drawn so far.
  void values(ValueScale scale, double left, double right) {
    List<Mark> grid = new ArrayList<>();
    for (double value : scale.ticks()) {
      double y = scale.px(value);
      String style = value == scale.low() ? "axis" : "grid";
      grid.add(new Mark(Shape.LINE, style, "", List.of(left, y, right, y), 0, ""));
      tick("y", y, value, left - 6, y + 4, "end");
    }
    marks.addAll(0, grid);
  }

  /// A tick with its value in words.
  void tick(String axis, double at, double value, double x, double y, String anchor) {
    String says = Figures.three(value);
    writing.put(says, x, y, anchor, SIZE - 1, "quiet");
    ticks.add(new Layout.Tick(axis, at, value, says));
  }

  /// An entry of a legend: a small mark and its words.
  ///
  /// @return where the next entry begins
  double key(String style, double x, double y, String says) {
    switch (style) {
      case "profile" -> line(style, x, y - 4, x + 14, y - 4);
      case "dot" -> disc(style, x + 7, y - 4, 4, "");
      default -> rect(style, x, y - 9, 14, 10, "");
    }
    writing.put(says, x + 20, y, "start", SIZE, "");
    return x + keyWidth(says) + 14;
  }

  /// Width of an entry of a legend.
  double keyWidth(String says) {
    return 20 + TextWidth.of(says, SIZE);
  }

  Layout layout(
      String name,
      String title,
      String subtitle,
      String sentence,
      double height,
      Layout.Table table) {
    return new Layout(
        name,
        words.language(),
        title,
        subtitle,
        sentence,
        width,
        height,
        marks,
        ticks,
        writing.labels(),
        table);
  }

  private static List<Double> boxed(double... points) {
    List<Double> found = new ArrayList<>(points.length);
    for (double p : points) {
      found.add(p);
    }
    return Collections.unmodifiableList(found);
  }
}
