package org.tonle.report.picture;

import java.util.List;
import org.tonle.model.Shape;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Map frame: the position of longitude and latitude in a picture. All maps of a report share one
/// frame, so that they can be compared.
final class MapFrame {
  static final double WIDTH = 900;
  private static final double MARGIN = 26;

  /// Largest height, so that a tall study still fits on a screen and a sheet.
  private static final double MOST_HIGH = 820;

  /// Mean length of a degree of latitude.
  private static final double KM_PER_DEGREE = 111.2;

  private double west = 180;
  private double east = -180;
  private double south = 90;
  private double north = -90;
  private final double scale;
  private final double squeeze;
  private final double height;

  MapFrame(Page page) {
    page.nodes.values().forEach(n -> extend(n.lon_deg(), n.lat_deg()));
    page.reaches.values().forEach(r -> r.line().points().forEach(p -> extend(p[0], p[1])));
    double[] rivers = {west, east, south, north};
    for (Shape shape : page.result.study().waterways().shapes()) {
      extend(shape, rivers);
    }
    squeeze = StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    double degrees = StrictMath.max((east - west) * squeeze, 1e-6);
    scale =
        StrictMath.min(
            (WIDTH - 2 * MARGIN) / degrees,
            (MOST_HIGH - 2 * MARGIN) / StrictMath.max(north - south, 1e-6));
    height = (north - south) * scale + 2 * MARGIN;
  }

  /// Extends the frame by a shape whose middle lies among the rivers; of a neighbouring country it
  /// shows only the part that fits.
  private void extend(Shape shape, double[] rivers) {
    double[] box = {180, -180, 90, -90};
    for (Shape.Polygon polygon : shape.polygons()) {
      for (double[] p : polygon.rings().getFirst()) {
        box[0] = StrictMath.min(box[0], p[0]);
        box[1] = StrictMath.max(box[1], p[0]);
        box[2] = StrictMath.min(box[2], p[1]);
        box[3] = StrictMath.max(box[3], p[1]);
      }
    }
    double lon = (box[0] + box[1]) / 2;
    double lat = (box[2] + box[3]) / 2;
    if (lon >= rivers[0] && lon <= rivers[1] && lat >= rivers[2] && lat <= rivers[3]) {
      extend(box[0], box[2]);
      extend(box[1], box[3]);
    }
  }

  private void extend(double lon, double lat) {
    west = StrictMath.min(west, lon);
    east = StrictMath.max(east, lon);
    south = StrictMath.min(south, lat);
    north = StrictMath.max(north, lat);
  }

  /// Whether the study has coordinates to draw.
  boolean isDrawable() {
    return north > south && east > west;
  }

  double height() {
    return height;
  }

  /// Box that the whole picture shows, margins included: west, east, south, north [degrees].
  double[] box_deg() {
    double width = WIDTH / (squeeze * scale);
    double middle = (west + east) / 2;
    double margin = MARGIN / scale;
    return new double[] {middle - width / 2, middle + width / 2, south - margin, north + margin};
  }

  /// A scale and an arrow to the north, in the lower left corner.
  String scale(String km) {
    double length = round(WIDTH / 6 / px(1));
    double y = height - 16;
    String bar = Figures.px(16 + px(length));
    return "<g class='scale'><path d='M16 "
        + Figures.px(y - 5)
        + "V"
        + Figures.px(y)
        + "H"
        + bar
        + "V"
        + Figures.px(y - 5)
        + "'/><text x='16' y='"
        + Figures.px(y - 9)
        + "'>"
        + Html.escape(km.replace("{0}", Figures.two(length)))
        + "</text><path d='M"
        + Figures.px(36 + px(length))
        + " "
        + Figures.px(y)
        + "v-18m-4 6l4 -6l4 6'/></g>\n";
  }

  /// The largest of 1, 2, 5, 10, 20 … that is no more than a length.
  private static double round(double km) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(km)));
    double times = km / power;
    return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
  }

  /// Length in pixels of the picture.
  double px(double km) {
    return km / KM_PER_DEGREE * scale;
  }

  /// Position of a place in the picture.
  double[] at(double lon, double lat) {
    double shift = (WIDTH - (east - west) * squeeze * scale) / 2;
    return new double[] {shift + (lon - west) * squeeze * scale, MARGIN + (north - lat) * scale};
  }

  /// The line through points of the picture.
  static String path(List<double[]> line) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      d.append(i == 0 ? 'M' : 'L').append(Figures.px(line.get(i)[0]));
      d.append(' ').append(Figures.px(line.get(i)[1]));
    }
    return d.toString();
  }

  /// Begins a map.
  ///
  /// @param says sentence on what it shows, for readers who cannot see it
  String open(String says) {
    return "<svg viewBox='0 0 900 "
        + Figures.px(height)
        + "' role='img' aria-label='"
        + Html.escape(says)
        + "'>\n";
  }
}
