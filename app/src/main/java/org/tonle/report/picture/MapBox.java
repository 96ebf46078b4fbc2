package org.tonle.report.picture;

import org.tonle.convert.Text;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;

/// Map box: the part of a map's frame that a picture shows.
///
/// @param x left edge, in the frame's units
/// @param y top edge
record MapBox(double x, double y, double width, double height) {
  /// Every picture shows at least this share of the frame, so that readers recognise the place.
  private static final double LEAST = 0.42;

  static MapBox whole(MapFrame frame) {
    return new MapBox(0, 0, MapFrame.WIDTH, frame.height());
  }

  /// The smallest box of the frame's proportions that holds all points, with room around them.
  static MapBox around(Iterable<double[]> points, MapFrame frame) {
    double[] box = {1e9, 1e9, -1e9, -1e9};
    for (double[] p : points) {
      box[0] = StrictMath.min(box[0], p[0]);
      box[1] = StrictMath.min(box[1], p[1]);
      box[2] = StrictMath.max(box[2], p[0]);
      box[3] = StrictMath.max(box[3], p[1]);
    }
    double margin = 0.06 * MapFrame.WIDTH;
    double wide = (box[2] - box[0] + 2 * margin) / MapFrame.WIDTH;
    double high = (box[3] - box[1] + 2 * margin) / frame.height();
    double share = StrictMath.clamp(StrictMath.max(wide, high), LEAST, 1);
    double width = share * MapFrame.WIDTH;
    double height = share * frame.height();
    double x = (box[0] + box[2] - width) / 2;
    double y = (box[1] + box[3] - height) / 2;
    return new MapBox(
        StrictMath.clamp(x, 0, MapFrame.WIDTH - width),
        StrictMath.clamp(y, 0, frame.height() - height),
        width,
        height);
  }

  /// A length that looks the same in every box.
  double scaled(double length) {
    return length * width / MapFrame.WIDTH;
  }

  /// Begins a picture of this part; lines keep their width on screen.
  ///
  /// @param says sentence on what it shows, for readers who cannot see it
  String open(String says) {
    return Text.format(
        "<svg class='zoom' viewBox='%s %s %s %s' role='img' aria-label='%s'>\n",
        Figures.px(x), Figures.px(y), Figures.px(width), Figures.px(height), Html.escape(says));
  }
}
