package org.tonle.report.chart;

import java.util.List;

/// Layout of a chart: marks, ticks and labels with their positions in pixels, the table behind it
/// and a sentence for readers who cannot see it. It holds nothing but plain values, so it can be
/// written as JSON and drawn anywhere.
///
/// @param name of the picture: what it shows, and of where, e.g. "profile-mekong"
/// @param language of its words, whose script decides fonts and line heights: "en", "zh" or "km"
/// @param title the finding
/// @param subtitle quantity, unit, season and law
/// @param sentence what the chart shows, in one sentence
public record Layout(
    String name,
    String language,
    String title,
    String subtitle,
    String sentence,
    double width,
    double height,
    List<Mark> marks,
    List<Tick> ticks,
    List<Label> labels,
    Table table) {
  public Layout {
    marks = List.copyOf(marks);
    ticks = List.copyOf(ticks);
    labels = List.copyOf(labels);
  }

  /// A position to a tenth of a pixel, which is all that a picture can show.
  private static double tenth(double px) {
    return StrictMath.round(10 * px) / 10.0;
  }

  public enum Shape {
    /// Points x, y of a line.
    LINE,
    /// Points x, y of a filled outline.
    AREA,
    /// x, y, width, height.
    RECT,
    /// x, y of the middle; `size` is the radius.
    DISC,
    /// Start, two points that bend it, and end of a curve.
    CURVE,
    /// The same as a filled band; `size` is its height.
    RIBBON
  }

  /// Mark of a chart.
  ///
  /// @param style name of its look, a class of the page
  /// @param colour fill of a category, or "" as the style has it
  /// @param points positions, as the shape asks for them
  /// @param size radius of a disc, width of a curve, height of a ribbon
  /// @param tip words of the mark, or ""
  public record Mark(
      Shape shape, String style, String colour, List<Double> points, double size, String tip) {
    public Mark {
      points = points.stream().map(Layout::tenth).toList();
    }
  }

  /// Tick of an axis.
  ///
  /// @param axis "x" or "y"
  /// @param at position along the axis
  /// @param value that the tick stands for
  public record Tick(String axis, double at, double value, String words) {
    public Tick {
      at = tenth(at);
    }
  }

  /// Label of a chart.
  ///
  /// @param anchor "start", "middle" or "end"
  public record Label(String words, double x, double y, String anchor, double size, String style) {
    public Label {
      x = tenth(x);
      y = tenth(y);
    }
  }

  /// Table behind a chart; columns whose head begins with "#" hold numbers.
  public record Table(List<String> heads, List<List<String>> rows) {
    public Table {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
