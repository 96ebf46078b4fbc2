package org.tonle.simulate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Size;
import org.tonle.simulate.course.MassLine;

/// Result of a run of one linked group: statistics, and single draws of the requested places only.
///
/// Index `at(season, place, member)`. Concentrations in g/m³ or count/m³; oxygen in statistics is
/// never below 0.
public final class GroupResult {
  /// Percentiles that reports show.
  public static final List<Double> PERCENTILES = List.of(0.05, 0.25, 0.50, 0.75, 0.95);

  private final int seasonCount;
  private final int placeCount;
  private final int memberCount;
  private final int @Nullable [] slot;
  private final int[] covered;
  private final int[] keptNumber;
  private final float[][] keptDraws;

  /// Mean, standard deviation, then the requested percentiles, over the draws; at the worst point.
  public final float[][] statistic;

  /// Worst point of the central run, unclipped; empty for a run of draws, as are `head` and `end`.
  public final double[] worst;

  /// Where the water enters a reach.
  public final double[] head;

  /// Where the water leaves a reach.
  public final double[] end;

  /// Share of a reach's travel time, from its head, after which its oxygen is lowest: index `season
  /// * places + slot`; empty for a run of draws.
  public final double[] lowestShare;

  /// Concentrations of a lake at the end of a season, by member; null elsewhere. Same index.
  public final double[] @Nullable [] lakeEnd;

  /// Number of draws that meet each limit, `season * limits + limit`.
  public final int[] met;

  /// Mass by line over the year, `[line][member * draws + draw]` [g, count].
  public final double[][] mass;

  public GroupResult(
      int seasonCount, int placeCount, int memberCount, int limits, int draws, Keep wanted) {
    this.seasonCount = seasonCount;
    this.placeCount = placeCount;
    this.memberCount = memberCount;
    slot = null;
    covered = new int[0];
    int size = Size.of(Double.BYTES, seasonCount, placeCount, memberCount);
    statistic = new float[2 + wanted.percentileShare().size()][];
    for (int k = 0; k < statistic.length; k++) {
      statistic[k] = new float[k == 1 && !wanted.deviation() ? 0 : size];
    }
    int exact = draws == 1 ? size : 0;
    worst = new double[exact];
    head = new double[exact];
    end = new double[exact];
    lowestShare = new double[exact / StrictMath.max(1, memberCount)];
    lakeEnd = new double[lowestShare.length][];
    met = new int[Size.of(Integer.BYTES, seasonCount, limits)];
    mass =
        new double[MassLine.values().length]
            [wanted.balance() ? Size.of(Double.BYTES, memberCount, draws) : 0];
    keptNumber = new int[wanted.keptPlace().isEmpty() ? 0 : placeCount];
    Arrays.fill(keptNumber, -1);
    for (int i = 0; i < wanted.keptPlace().size(); i++) {
      keptNumber[wanted.keptPlace().get(i)] = i;
    }
    keptDraws =
        new float[Size.of(Long.BYTES, seasonCount, wanted.keptPlace().size(), memberCount)][draws];
  }

  private GroupResult(GroupResult of) {
    seasonCount = of.seasonCount;
    placeCount = of.placeCount;
    memberCount = of.memberCount;
    slot = of.slot;
    covered = of.covered;
    statistic = new float[of.statistic.length][];
    for (int k = 0; k < statistic.length; k++) {
      statistic[k] = of.statistic[k].clone();
    }
    worst = of.worst.clone();
    head = of.head.clone();
    end = of.end.clone();
    lowestShare = of.lowestShare.clone();
    lakeEnd = of.lakeEnd.clone();
    met = of.met.clone();
    mass = of.mass;
    keptNumber = new int[0];
    keptDraws = new float[0][];
  }

  private GroupResult(GroupResult of, int[] places, int[] slot, Thresholds all, Thresholds some) {
    seasonCount = of.seasonCount;
    placeCount = places.length;
    memberCount = of.memberCount;
    this.slot = slot;
    covered = places;
    statistic = new float[of.statistic.length][];
    for (int k = 0; k < statistic.length; k++) {
      statistic[k] = new float[of.statistic[k].length == 0 ? 0 : seasonCount * size()];
    }
    int exact = of.worst.length == 0 ? 0 : seasonCount * size();
    worst = new double[exact];
    head = new double[exact];
    end = new double[exact];
    lowestShare = new double[exact / StrictMath.max(1, memberCount)];
    lakeEnd = new double[lowestShare.length][];
    int limits = some.count(placeCount, memberCount);
    int allLimits = all.count(of.placeCount, memberCount);
    met = new int[seasonCount * limits];
    mass = new double[of.mass.length][0];
    keptNumber = new int[0];
    keptDraws = new float[0][];
    for (int s = 0; s < seasonCount; s++) {
      for (int i = 0; i < places.length; i++) {
        copy(of, of.at(s, places[i], 0), (s * placeCount + i) * memberCount);
        if (exact > 0) {
          lowestShare[s * placeCount + i] = of.lowestShare[of.at(s, places[i])];
          lakeEnd[s * placeCount + i] = of.lakeEnd[of.at(s, places[i])];
        }
        int first = all.first(of.slot(places[i]) * memberCount);
        int to = some.first(i * memberCount);
        int count = some.first((i + 1) * memberCount) - to;
        System.arraycopy(of.met, s * allLimits + first, met, s * limits + to, count);
      }
    }
  }

  private int size() {
    return placeCount * memberCount;
  }

  private void copy(GroupResult of, int from, int to) {
    for (int k = 0; k < statistic.length; k++) {
      if (statistic[k].length > 0) {
        System.arraycopy(of.statistic[k], from, statistic[k], to, memberCount);
      }
    }
    if (worst.length > 0) {
      System.arraycopy(of.worst, from, worst, to, memberCount);
      System.arraycopy(of.head, from, head, to, memberCount);
      System.arraycopy(of.end, from, end, to, memberCount);
    }
  }

  /// A result that covers only some places and starts from their values here; a change writes its
  /// new values over them. It has no balance and no single draws.
  ///
  /// @param slot index of each place among them, -1 for the others
  /// @param all the limits of this result
  /// @param some the limits of the places
  public GroupResult only(int[] places, int[] slot, Thresholds all, Thresholds some) {
    return new GroupResult(this, places, slot, all, some);
  }

  public boolean isKept(int place) {
    return keptNumber.length > 0 && keptNumber[place] >= 0;
  }

  /// Every draw of a requested place, worst point [g/m³, count/m³]; zeros where the place is dry.
  public float[] draws(int season, int place, int member) {
    int places = keptDraws.length / StrictMath.max(1, memberCount * seasonCount);
    return keptDraws[(season * places + keptNumber[place]) * memberCount + member];
  }

  /// A copy whose statistics may be overwritten; it shares the balance with the original and has no
  /// single draws.
  public GroupResult copy() {
    return new GroupResult(this);
  }

  public int at(int season, int place, int member) {
    return at(season, place) * memberCount + member;
  }

  /// Whether statistics and worst points at a place equal those of another result of the same
  /// places, seasons and members.
  public boolean isSame(int place, GroupResult other) {
    boolean isSame = true;
    for (int s = 0; s < seasonCount && isSame; s++) {
      int here = at(s, place, 0);
      int there = other.at(s, place, 0);
      isSame =
          worst.length == 0
              || Arrays.equals(
                  worst, here, here + memberCount, other.worst, there, there + memberCount);
      for (int k = 0; k < statistic.length && isSame; k++) {
        float[] now = statistic[k];
        isSame =
            now.length == 0
                || Arrays.equals(
                    now, here, here + memberCount, other.statistic[k], there, there + memberCount);
      }
    }
    return isSame;
  }

  /// Index of what all members share.
  public int at(int season, int place) {
    return season * placeCount + slot(place);
  }

  /// Bytes of the values.
  public long size_byte() {
    long floats = 0;
    for (float[] of : statistic) {
      floats += of.length;
    }
    long doubles = 3L * worst.length + lowestShare.length;
    for (double[] of : lakeEnd) {
      doubles += of == null ? 0 : of.length;
    }
    for (double[] line : mass) {
      doubles += line.length;
    }
    return Float.BYTES * floats + Double.BYTES * doubles + (long) Integer.BYTES * met.length;
  }

  /// Places that a result of only some places covers, ascending; empty for one of all places.
  public int[] covered() {
    return covered.clone();
  }

  /// Index of a place among those that have results.
  public int slot(int place) {
    return slot == null ? place : slot[place];
  }
}
