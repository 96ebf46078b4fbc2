package org.tonle.simulate;

import java.util.List;

/// What a run of one linked group leaves: statistics only, nothing of the size places × draws.
///
/// Index `at(season, place, member)`. Concentrations in g/m³ or count/m³; oxygen in statistics is
/// never below 0.
public final class GroupResult {
  /// Statistics in `statistic`, in this order.
  public static final List<Double> PERCENTILES = List.of(0.05, 0.25, 0.50, 0.75, 0.95);

  private final int placeCount;
  private final int memberCount;

  /// Mean, standard deviation, then the percentiles; of the worst point.
  public final double[][] statistic;

  /// Worst point, first draw, unclipped.
  public final double[] worst;

  /// Where the water enters a reach, first draw.
  public final double[] head;

  /// Where it leaves it, first draw.
  public final double[] end;

  /// Draws that meet each limit, `season * limits + limit`.
  public final int[] met;

  /// Mass by line over the year, `[line][member * draws + draw]` [g, count].
  public final double[][] mass;

  GroupResult(int seasonCount, int placeCount, int memberCount, int limits, int draws) {
    this.placeCount = placeCount;
    this.memberCount = memberCount;
    int size = seasonCount * placeCount * memberCount;
    statistic = new double[2 + PERCENTILES.size()][size];
    worst = new double[size];
    head = new double[size];
    end = new double[size];
    met = new int[seasonCount * limits];
    mass = new double[MassLine.values().length][memberCount * draws];
  }

  public int at(int season, int place, int member) {
    return (season * placeCount + place) * memberCount + member;
  }
}
