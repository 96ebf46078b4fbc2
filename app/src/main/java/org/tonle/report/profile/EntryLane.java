package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.List;
import org.tonle.export.map.SourceColours;
import org.tonle.report.chart.Layout.Mark;
import org.tonle.report.chart.Layout.Shape;
import org.tonle.report.chart.Writing;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Entry lane below a profile: the rivers that join, and the outfalls as discs by their load, each
/// with a name and figure where there is room. All are in the table.
final class EntryLane {
  private static final double SIZE = 13;
  private static final double RIVERS = 306;
  private static final double LARGEST = 20;
  private static final double SMALLEST = 2.5;

  /// Share of the largest load below which an outfall has no label.
  private static final double LEAST = 0.01;

  private static final int MOST_RIVERS = 8;

  private final RiverEntries entries;
  private final Page page;
  private final KmScale km;
  private final Writing writing;
  private final List<Mark> marks;
  private final double width;
  private final double line;

  EntryLane(
      RiverEntries entries,
      Page page,
      KmScale km,
      Writing writing,
      List<Mark> marks,
      double width) {
    this.entries = entries;
    this.page = page;
    this.km = km;
    this.writing = writing;
    this.marks = marks;
    this.width = width;
    line = page.line(SIZE);
  }

  /// Draws the lane; returns the height of the picture.
  double draw() {
    double lane = RIVERS + 2 * line + 40;
    List<RiverEntries.Outfall> outfalls = entries.outfalls();
    double most =
        outfalls.stream().mapToDouble(RiverEntries.Outfall::load_kg_per_d).max().orElse(0);
    marks.add(
        new Mark(Shape.LINE, "grid", "", List.of(km.px(0), lane, km.px(km.length()), lane), 0, ""));
    List<double[]> discs = new ArrayList<>();
    for (RiverEntries.Outfall one : outfalls) {
      double x = km.px(one.at());
      double r = StrictMath.max(SMALLEST, LARGEST * StrictMath.sqrt(one.load_kg_per_d() / most));
      discs.add(new double[] {x, r});
      writing.keepClear(x - r, lane - r, x + r, lane + r);
      String tip = one.name() + page.say("comma") + entries.load(one);
      String colour = SourceColours.of(one.category().id());
      marks.add(new Mark(Shape.DISC, "disc", colour, List.of(x, lane), r, tip));
    }
    rivers(lane);
    double bottom = lane + LARGEST;
    for (int i = 0; i < outfalls.size(); i++) {
      if (outfalls.get(i).load_kg_per_d() >= LEAST * most) {
        bottom = StrictMath.max(bottom, label(outfalls.get(i), discs.get(i), lane));
      }
    }
    return bottom + 10;
  }

  /// Name and load below a disc, in the first row with room; returns its lower end.
  private double label(RiverEntries.Outfall one, double[] disc, double lane) {
    List<String> lines = List.of(one.name(), entries.load(one));
    int rows = width < 600 ? 4 : 3;
    for (int row = 0; row < rows; row++) {
      double y = lane + LARGEST + line * 0.9 + row * (2 * line + 2);
      if (writing.fits(lines, disc[0], y, SIZE, "halo")) {
        if (row > 0 || y - lane > disc[1] + 1.6 * line) {
          marks.add(
              new Mark(
                  Shape.LINE,
                  "lead",
                  "",
                  List.of(disc[0], lane + disc[1] + 1, disc[0], y - SIZE),
                  0,
                  ""));
        }
        return y + line + SIZE * 0.4;
      }
    }
    return 0;
  }

  private void rivers(double lane) {
    int n = 0;
    for (RiverEntries.Tributary one : entries.tributaries()) {
      double x = km.px(one.at());
      String figure = page.say("profile.discharge", Figures.two(one.discharge_m3_per_s()));
      String key = one.joins() ? "profile.joins" : "profile.leaves";
      List<String> lines = List.of(page.say(key, one.name()), figure);
      boolean isDrawn =
          n < MOST_RIVERS && writing.fits(lines, x - 12, RIVERS + line * 0.6, SIZE, "river halo");
      if (isDrawn) {
        n++;
        double top = RIVERS + 1.6 * line + 6;
        double wide =
            StrictMath.clamp(0.9 + 0.05 * StrictMath.sqrt(one.discharge_m3_per_s()), 1.5, 7);
        List<Double> bend =
            one.joins()
                ? List.of(x - 12, top, x - 4, top + 2, x, lane - 12, x, lane - 2)
                : List.of(x, lane - 2, x, lane - 12, x - 4, top + 2, x - 12, top);
        marks.add(new Mark(Shape.CURVE, "tributary", "", bend, wide, one.name()));
      }
    }
  }
}
