package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.tonle.convert.Text;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;

/// Map labels that do not overlap: each tries the positions around its point and is left out if
/// none is free.
final class MapLabels {
  private static final int DIRECTIONS = 24;

  /// Width of bold letters relative to regular ones.
  private static final double BOLD = 1.12;

  private final StringBuilder svg = new StringBuilder();
  private final List<double[]> taken = new ArrayList<>();

  /// Lines from words to their points: x and y of both ends.
  private final List<double[]> leaders = new ArrayList<>();

  private final MapBox box;

  MapLabels(MapBox box) {
    this.box = box;
  }

  /// Keeps words clear of a mark; lines to words keep clear of it too.
  void keepClear(double x, double y, double r) {
    taken.add(new double[] {x - r, y - r, x + r, y + r});
  }

  /// Puts words beside a point: right, left, above, below, then at the corners.
  ///
  /// @param away distance of the words from the point
  /// @return whether there was room
  boolean beside(double x, double y, double away, Style style, String words) {
    double size = style.size();
    double middle = y + size * 0.35;
    double above = y - away - size * 0.3;
    double below = y + away + size;
    double aside = away * 0.7;
    return at(x + away, middle, "start", style, words)
        || at(x - away, middle, "end", style, words)
        || at(x, above, "middle", style, words)
        || at(x, below, "middle", style, words)
        || at(x + aside, above, "start", style, words)
        || at(x + aside, below, "start", style, words)
        || at(x - aside, above, "end", style, words)
        || at(x - aside, below, "end", style, words);
  }

  /// Puts words with their middle at a point.
  boolean on(double x, double y, Style style, String words) {
    return at(x, y + style.size() * 0.35, "middle", style, words);
  }

  /// Puts words away from a point, with a line to it, at the nearest free position that is allowed.
  ///
  /// @param isAllowed whether words may be placed at x and y
  boolean led(double[] from, Style style, String words, BiPredicate<Double, Double> isAllowed) {
    double size = style.size();
    double width = TextWidth.of(words, size);
    for (double away = 2 * size; away < 20 * size; away += size) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double turn = 2 * StrictMath.PI * i / DIRECTIONS;
        double x = from[0] + away * StrictMath.cos(turn);
        double y = from[1] + away * StrictMath.sin(turn);
        boolean isRight = x >= from[0];
        double far = isRight ? x + width : x - width;
        boolean isFree =
            isAllowed.test(x, y)
                && isAllowed.test(far, y - size / 2)
                && isAllowed.test(far, y + size / 2);
        double aside = isRight ? x + size / 4 : x - size / 4;
        if (isFree
            && !crosses(from, x, y)
            && at(aside, y + size * 0.35, isRight ? "start" : "end", style, words)) {
          svg.append(
              Text.format(
                  "<path class='leader' d='M%s %sL%s %s'/>\n",
                  Figures.px(from[0]), Figures.px(from[1]), Figures.px(x), Figures.px(y)));
          leaders.add(new double[] {from[0], from[1], x, y});
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a line to words would cross another such line, or other words.
  private boolean crosses(double[] from, double x, double y) {
    double[] line = {from[0], from[1], x, y};
    return leaders.stream().anyMatch(l -> cross(l, line))
        || taken.stream().anyMatch(t -> passes(line, t));
  }

  /// Whether the ends of each line lie on both sides of the other.
  private static boolean cross(double[] a, double[] b) {
    return side(a, b[0], b[1]) * side(a, b[2], b[3]) <= 0
        && side(b, a[0], a[1]) * side(b, a[2], a[3]) <= 0;
  }

  private static double side(double[] line, double x, double y) {
    return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]);
  }

  /// Whether a line passes through a box: it then crosses one of its diagonals.
  private static boolean passes(double[] line, double[] box) {
    return cross(line, new double[] {box[0], box[1], box[2], box[3]})
        || cross(line, new double[] {box[0], box[3], box[2], box[1]});
  }

  /// Style of letters.
  ///
  /// @param attributes attributes of the text element, e.g. a class
  record Style(double size, String attributes) {}

  private boolean at(double x, double base, String anchor, Style style, String words) {
    double bold = style.attributes().contains("font-weight") ? BOLD : 1;
    double width = bold * TextWidth.of(words, style.size());
    double left = anchor.equals("start") ? x : anchor.equals("end") ? x - width : x - width / 2;
    double clear = style.size() / 5;
    double[] own = {
      left - clear, base - style.size() * 0.85, left + width + clear, base + style.size() * 0.3
    };
    boolean isOutside =
        own[0] < box.x()
            || own[2] > box.x() + box.width()
            || own[1] < box.y()
            || own[3] > box.y() + box.height();
    boolean isFree =
        taken.stream().noneMatch(t -> meet(t, own))
            && leaders.stream().noneMatch(l -> passes(l, own));
    if (words.isEmpty() || isOutside || !isFree) {
      return false;
    }
    taken.add(own);
    svg.append("<text class='halo' ").append(style.attributes()).append(" font-size='");
    svg.append(Figures.px(style.size())).append("' text-anchor='").append(anchor);
    svg.append("' x='").append(Figures.px(x)).append("' y='").append(Figures.px(base));
    svg.append("'>").append(Html.escape(words)).append("</text>\n");
    return true;
  }

  private static boolean meet(double[] a, double[] b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }

  String svg() {
    return svg.toString();
  }
}
