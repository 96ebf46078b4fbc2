package org.tonle.folder.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of reaches and discharges against the balances of nodes. Where a node misses the water of
/// one reach, or has it too much, in every season, the reach names the wrong node or is turned
/// round.
final class BalanceChecks {
  /// Discharges are rounded; an open balance that is one reach's water equals it closely.
  private static final double SAME = 0.02;

  /// Smaller differences are the water of sources that the tables of water do not state.
  private static final double LEAST_M3_PER_S = 1e-3;

  private static final double FAR = 100;

  /// A balance is open beyond this share of all water that comes and goes.
  private static final double OPEN = 0.05;

  /// The same where the missing water is a row's own times a power of ten.
  private static final double HARDLY_OPEN = 0.01;

  private static final double NEAR_POWER = 0.03;

  private static final double KM3_PER_M3 = 1e-9;
  private static final double SECONDS_PER_DAY = 86_400;

  private final Sheets sheets;
  private final Problems problems;
  private final List<String> seasons;
  private final Map<String, double[]> open = new HashMap<>();
  private final Map<String, double[]> volumes = new HashMap<>();
  private final Map<String, double[]> flows = new HashMap<>();
  private final Set<String> entered = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Map<String, String> fromOf = new HashMap<>();
  private final Map<String, String> toOf = new HashMap<>();
  private final Set<Row> told = new HashSet<>();

  BalanceChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    seasons = sheets.rows(Schema.SEASONS).stream().map(r -> r.text("season")).toList();
  }

  void run() {
    for (Row row : sheets.rows(Schema.REACH_SEASONS)) {
      add(flows, row.text("reach"), row, row.number("discharge_m3_per_s", 0));
    }
    for (Row reach : sheets.rows(Schema.REACHES)) {
      double[] flow = flows.getOrDefault(reach.text("reach"), new double[seasons.size()]);
      for (int s = 0; s < flow.length; s++) {
        balance(reach.text("from_node"))[s] -= flow[s];
        balance(reach.text("to_node"))[s] += flow[s];
        volume(reach.text("from_node"))[s] += StrictMath.abs(flow[s]);
        volume(reach.text("to_node"))[s] += StrictMath.abs(flow[s]);
        entered.add(flow[s] < 0 ? reach.text("from_node") : reach.text("to_node"));
        left.add(flow[s] < 0 ? reach.text("to_node") : reach.text("from_node"));
      }
    }
    for (String file : List.of(Schema.BOUNDARIES, Schema.INFLOWS)) {
      sheets.rows(file).forEach(r -> joins(r, 1, entered));
    }
    for (String file : List.of(Schema.LOSSES, Schema.ABSTRACTIONS)) {
      sheets.rows(file).forEach(r -> joins(r, -1, left));
    }
    sheets.rows(Schema.LAKE_SEASONS).forEach(this::stores);
    sheets.rows(Schema.REACHES).forEach(this::reach);
    for (Row reach : sheets.rows(Schema.REACHES)) {
      fromOf.put(reach.text("reach"), reach.text("from_node"));
      toOf.put(reach.text("reach"), reach.text("to_node"));
    }
    for (Row row : sheets.rows(Schema.REACH_SEASONS)) {
      season(row, toOf.getOrDefault(row.text("reach"), ""), 1);
      season(row, fromOf.getOrDefault(row.text("reach"), ""), -1);
    }
    for (String file : List.of(Schema.BOUNDARIES, Schema.INFLOWS)) {
      sheets.rows(file).forEach(r -> season(r, r.text("node"), 1));
    }
    for (String file : List.of(Schema.LOSSES, Schema.ABSTRACTIONS)) {
      sheets.rows(file).forEach(r -> season(r, r.text("node"), -1));
    }
  }

  /// Finds a discharge that would close the balance of its node if it were a hundred times as large
  /// or as small, or had the other sign.
  private void season(Row row, String node, int sign) {
    double[] balance = balance(node);
    double discharge = row.number("discharge_m3_per_s", 0);
    for (int s = 0; s < balance.length; s++) {
      boolean isIts = !row.has("season") || row.text("season").equals(seasons.get(s));
      double closing = discharge - sign * balance[s];
      double ratio = closing / discharge;
      boolean isOpen = StrictMath.abs(balance[s]) > OPEN * volume(node)[s];
      boolean isScaled =
          StrictMath.abs(balance[s]) > HARDLY_OPEN * volume(node)[s] && isPowerOfTen(ratio);
      boolean isFar = (isOpen || isScaled) && (ratio > FAR || (ratio > 0 && ratio < 1 / FAR));
      boolean isTurned =
          isOpen && StrictMath.abs(closing + discharge) <= SAME * StrictMath.abs(discharge);
      if (isIts && isJudged(node) && (isFar || isTurned) && told.add(row)) {
        problems.warn(
            "unusual_value",
            row.file(),
            row.number(),
            "discharge_m3_per_s",
            "≈ " + Figure.of(closing) + " m³/s (" + node + ")",
            Figure.of(discharge),
            "");
      }
    }
  }

  /// Whether a ratio is a thousand, ten thousand and so on, to some percent.
  private static boolean isPowerOfTen(double ratio) {
    double power = StrictMath.log10(ratio);
    return StrictMath.abs(power - StrictMath.rint(power)) < NEAR_POWER;
  }

  private double[] volume(String node) {
    return volumes.computeIfAbsent(node, n -> new double[seasons.size()]);
  }

  private double[] balance(String node) {
    return open.computeIfAbsent(node, n -> new double[seasons.size()]);
  }

  /// Adds a value in its season, or in all.
  private void add(Map<String, double[]> to, String key, Row row, double value) {
    double[] values = to.computeIfAbsent(key, k -> new double[seasons.size()]);
    for (int s = 0; s < values.length; s++) {
      boolean isIts = !row.has("season") || row.text("season").equals(seasons.get(s));
      values[s] += isIts ? value : 0;
    }
  }

  private void joins(Row row, int sign, Set<String> places) {
    places.add(row.text("node"));
    add(open, row.text("node"), row, sign * row.number("discharge_m3_per_s", 0));
    add(volumes, row.text("node"), row, row.number("discharge_m3_per_s", 0));
  }

  private void stores(Row row) {
    double days = days(row.text("season"));
    double change = row.number("volume_end_km3", 0) - row.number("volume_start_km3", 0);
    add(open, row.text("lake"), row, -change / KM3_PER_M3 / (days * SECONDS_PER_DAY));
  }

  private double days(String season) {
    for (Row row : sheets.rows(Schema.SEASONS)) {
      if (row.text("season").equals(season)) {
        double months =
            row.months("months").stream().mapToDouble(m -> SeasonChecks.MONTH_DAYS[m - 1]).sum();
        return months > 0 ? months : row.number("duration_d", 365.25);
      }
    }
    return 365.25;
  }

  private void reach(Row reach) {
    double[] flow = flows.getOrDefault(reach.text("reach"), new double[seasons.size()]);
    String from = reach.text("from_node");
    String to = reach.text("to_node");
    boolean isFromOff = isOff(from, flow, -1);
    boolean isToOff = isOff(to, flow, 1);
    boolean isTurned = isOff(from, flow, -2) && (isOff(to, flow, 2) || !isJudged(to));
    boolean isTurnedAtEnd = isOff(to, flow, 2) && !isJudged(from);
    if (isFromOff || isTurned || isTurnedAtEnd) {
      warn(reach, "from_node", from);
    }
    if (isToOff) {
      warn(reach, "to_node", to);
    }
  }

  /// Whether a node has an inside: water comes and goes.
  private boolean isJudged(String node) {
    return entered.contains(node) && left.contains(node);
  }

  /// Whether in every season a node's water is off by so many times the reach's.
  private boolean isOff(String node, double[] flow, int times) {
    double[] balance = balance(node);
    double most = 0;
    for (int s = 0; s < flow.length; s++) {
      double expected = times * flow[s];
      most = StrictMath.max(most, StrictMath.abs(expected));
      if (StrictMath.abs(balance[s] - expected)
          > SAME * StrictMath.abs(expected) + LEAST_M3_PER_S) {
        return false;
      }
    }
    return isJudged(node) && most > 10 * LEAST_M3_PER_S;
  }

  private void warn(Row reach, String column, String node) {
    problems.warn(
        "reach_in_wrong_place",
        reach.file(),
        reach.number(),
        column,
        node,
        reach.text("reach") + ": " + reach.text("from_node") + " → " + reach.text("to_node"),
        "");
  }
}
