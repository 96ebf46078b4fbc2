package org.tonle.report.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Outlines of the countries of mainland South-East Asia, for the ground of a map: coast and
/// neighbours. From Natural Earth (public domain), thinned; they are part of no computation.
public final class Outlines {
  /// Within this box all land has an outline, so that what has none is sea.
  private static final double WEST_DEG = 97.5;

  private static final double EAST_DEG = 108.6;
  private static final double SOUTH_DEG = 7;
  private static final double NORTH_DEG = 21.5;

  private Outlines() {}

  /// Whether a map of this box can tell land from sea.
  public static boolean cover(
      double west_deg, double east_deg, double south_deg, double north_deg) {
    return west_deg >= WEST_DEG
        && east_deg <= EAST_DEG
        && south_deg >= SOUTH_DEG
        && north_deg <= NORTH_DEG;
  }

  /// Rings of longitude and latitude that touch a box.
  public static List<List<double[]>> within(
      double west_deg, double east_deg, double south_deg, double north_deg) {
    List<List<double[]>> found = new ArrayList<>();
    for (List<double[]> ring : Rings.ALL) {
      double[] box = {180, -180, 90, -90};
      for (double[] p : ring) {
        box[0] = StrictMath.min(box[0], p[0]);
        box[1] = StrictMath.max(box[1], p[0]);
        box[2] = StrictMath.min(box[2], p[1]);
        box[3] = StrictMath.max(box[3], p[1]);
      }
      boolean touches =
          box[0] <= east_deg && box[1] >= west_deg && box[2] <= north_deg && box[3] >= south_deg;
      if (touches) {
        found.add(ring);
      }
    }
    return found;
  }

  /// Rings, read when a map first asks for them.
  private static final class Rings {
    static final List<List<double[]>> ALL = read();

    private static List<List<double[]>> read() {
      try (InputStream in =
          Objects.requireNonNull(Outlines.class.getResourceAsStream("outlines.txt"))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(Rings::ring)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<double[]> ring(String line) {
      List<double[]> ring = new ArrayList<>();
      for (String point : line.split(";", -1)) {
        int blank = point.indexOf(' ');
        ring.add(
            new double[] {
              Double.parseDouble(point.substring(0, blank)),
              Double.parseDouble(point.substring(blank + 1))
            });
      }
      return ring;
    }
  }
}
