package org.tonle.report.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.tonle.report.picture.TextWidth;

/// Boxes of a layout's labels: none leaves the picture, none meets another.
public final class LabelBoxes {
  private LabelBoxes() {}

  public static void assertApart(Layout layout) {
    List<Layout.Label> labels = layout.labels();
    assertTrue(labels.size() > 5, layout.name());
    for (int i = 0; i < labels.size(); i++) {
      double[] one = box(labels.get(i));
      assertTrue(one[0] >= -8 && one[2] <= layout.width() + 8, labels.get(i).toString());
      assertTrue(one[1] >= -4 && one[3] <= layout.height() + 4, labels.get(i).toString());
      for (int j = 0; j < i; j++) {
        double[] other = box(labels.get(j));
        boolean meet =
            one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
        assertFalse(meet, labels.get(i) + " on " + labels.get(j));
      }
    }
  }

  private static double[] box(Layout.Label label) {
    double wide = TextWidth.of(label.words(), label.size());
    double left =
        switch (label.anchor()) {
          case "start" -> label.x();
          case "end" -> label.x() - wide;
          default -> label.x() - wide / 2;
        };
    return new double[] {left, label.y() - 0.7 * label.size(), left + wide, label.y()};
  }
}
