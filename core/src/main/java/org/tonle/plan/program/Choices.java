package org.tonle.plan.program;

import java.util.List;

/// Choices of a plan: every site takes exactly one column, and all limits and resources together
/// decide which (docs/theory/plan.md, Eqs. 1–4). Doing nothing is a column of each site. A column
/// may cover several sites (a shared plant). Periods are columns (option and period built) and rows
/// (limit and period).
///
/// The arrays are not copied: whoever makes choices leaves them alone afterwards.
public record Choices(
    int siteCount, List<Column> columns, List<ChanceRow> rows, List<Resource> resources) {
  public Choices {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    resources = List.copyOf(resources);
    for (Column column : columns) {
      requireWithin("site", column.sites, siteCount);
      requireWithin("resource", column.resources, resources.size());
    }
    for (ChanceRow row : rows) {
      requireWithin("column", row.column, columns.size());
      requireWithin("way", row.way, row.effect.length);
    }
  }

  private static void requireWithin(String what, int[] index, int count) {
    for (int i : index) {
      if (i < 0 || i >= count) {
        throw new IllegalArgumentException(
            what + " " + i + " must be in 0 to " + (count - 1) + ".");
      }
    }
  }

  public int columnCount() {
    return columns.size();
  }

  /// One option for one site, or one shared plant for several.
  ///
  /// @param sites that it decides on, each once
  /// @param cost net present cost, in any one unit of money
  /// @param resources numbers of the resources that it uses, each once
  /// @param uses amount of each of `resources`
  public record Column(int[] sites, double cost, int[] resources, double[] uses) {
    public Column {
      if (sites.length == 0) {
        throw new IllegalArgumentException("A column must decide on a site.");
      }
      requireFinite("cost", cost);
      requireSame("uses", uses.length, resources.length);
      for (double use : uses) {
        requireFinite("use", use);
      }
    }

    /// Whether it is a work: costs something or uses something. Doing nothing does neither.
    public boolean isWork() {
      return cost != 0 || resources.length > 0;
    }
  }

  /// One limit (place × season × constituent, × period). In each draw the chosen columns leave Σ
  /// amount · effect\[way]\[draw] + rest\[draw], which must not exceed 1, in at least `confidence`
  /// of the draws. Without draws the central run is the one draw.
  ///
  /// @param effect by way and draw, divided by the limit (1 is the limit)
  /// @param rest by draw, what no column moves, divided by the limit
  /// @param column of each amount, in rising order
  /// @param way of each amount
  /// @param amount that the column sends on the way; may be negative
  /// @param weight km of river × share of year, or people: what the row counts when most is sought
  public record ChanceRow(
      float[][] effect,
      float[] rest,
      int[] column,
      int[] way,
      double[] amount,
      double confidence,
      double weight) {
    public ChanceRow {
      if (rest.length == 0) {
        throw new IllegalArgumentException("A row must have a draw.");
      }
      for (float[] one : effect) {
        requireSame("effect", one.length, rest.length);
      }
      requireSame("way", way.length, column.length);
      requireSame("amount", amount.length, column.length);
      for (int i = 1; i < column.length; i++) {
        if (column[i] < column[i - 1]) {
          throw new IllegalArgumentException("Columns of a row must rise.");
        }
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence " + confidence + " must be in 0 to 1.");
      }
      requireFinite("weight", weight);
    }

    public int drawCount() {
      return rest.length;
    }

    /// Draws that may fail: with `confidence` 0.9 of 1,000 draws, 100.
    public int mayFail() {
      return mayFail(confidence);
    }

    /// The same at another confidence. A millionth of a draw is rounding: 0.9 of 10 draws are 9.
    public int mayFail(double confidence) {
      return rest.length - (int) StrictMath.ceil(confidence * rest.length - 1e-6);
    }
  }

  /// A budget of a period, land, or works at a time: the uses of the chosen columns do not exceed
  /// `available`.
  public record Resource(double available) {
    public Resource {
      requireFinite("available", available);
    }
  }

  private static void requireSame(String what, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          what + " length (" + length + ") must equal " + expected + ".");
    }
  }

  private static void requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " " + value + " must be a finite number.");
    }
  }
}
