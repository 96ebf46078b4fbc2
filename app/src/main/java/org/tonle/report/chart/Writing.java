package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.tonle.report.page.Page;
import org.tonle.report.picture.LineBreaks;
import org.tonle.report.picture.TextWidth;

/// Writing of a chart: labels that keep clear of one another and of marks.
public final class Writing {
  private final List<Layout.Label> labels = new ArrayList<>();
  private final List<double[]> taken = new ArrayList<>();
  private final double width;
  private final String language;
  private final double rise;

  /// @param width of the picture
  public Writing(double width, String language) {
    this.width = width;
    this.language = language;
    rise = Page.rise(language);
  }

  /// Keeps words clear of a rectangle.
  public void keepClear(double left, double top, double right, double bottom) {
    taken.add(new double[] {left, top, right, bottom});
  }

  /// Writes a label wherever it is, and keeps others clear of it.
  public void put(String words, double x, double y, String anchor, double size, String style) {
    taken.add(box(words, x, y, anchor, size));
    labels.add(new Layout.Label(words, x, y, anchor, size, style));
  }

  /// Writes a label if there is room.
  public boolean fits(String words, double x, double y, String anchor, double size, String style) {
    double[] own = box(words, x, y, anchor, size);
    if (words.isEmpty() || own[0] < 0 || own[2] > width) {
      return false;
    }
    if (taken.stream().anyMatch(t -> meet(t, own))) {
      return false;
    }
    put(words, x, y, anchor, size, style);
    return true;
  }

  /// Writes lines of words below one another if there is room for all, centred on x as far as the
  /// picture allows.
  public boolean fits(List<String> lines, double x, double y, double size, String style) {
    double half = lines.stream().mapToDouble(l -> TextWidth.of(l, size)).max().orElse(0) / 2 + 3;
    if (2 * half > width) {
      return false;
    }
    double middle = StrictMath.clamp(x, half, width - half);
    double[] own = {
      middle - half, y - size, middle + half, y + (lines.size() - 1) * size * rise + size * 0.35
    };
    if (taken.stream().anyMatch(t -> meet(t, own))) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      String look = i == 0 ? style : (style + " quiet").strip();
      put(lines.get(i), middle, y + i * size * rise, "middle", size, look);
    }
    return true;
  }

  /// Breaks words into lines that fit a width, where their script allows it.
  public List<String> broken(String words, double wide, double size) {
    return LineBreaks.lines(words, language, wide, size);
  }

  private double[] box(String words, double x, double y, String anchor, double size) {
    double wide = TextWidth.of(words, size);
    double left =
        switch (anchor) {
          case "start" -> x;
          case "end" -> x - wide;
          default -> x - wide / 2;
        };
    double above = rise > 1.6 ? 1.15 * size : 0.95 * size;
    double below = rise > 1.6 ? 0.6 * size : 0.3 * size;
    return new double[] {left - 2, y - above, left + wide + 2, y + below};
  }

  private static boolean meet(double[] a, double[] b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }

  public List<Layout.Label> labels() {
    return labels;
  }
}
