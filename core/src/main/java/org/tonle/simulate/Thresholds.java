package org.tonle.simulate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Thresholds: limits with which the mean of a place is compared, in kernel units.
///
/// @param start limits of (place p, member m) are `start[p * members + m] …` up to the next start;
///   empty: one limit for each, the same for all
/// @param limit_g_per_m3 limits by season; of counts in 1/m³; one row: the same in all seasons; NaN
///   where a limit does not bind
/// @param isMinimum whether the limit is met by a mean of at least the limit, else of at most the
///   limit
/// @param year limits of the year, null where a limit binds each season by itself; empty if there
///   are none
public record Thresholds(
    int[] start, double[][] limit_g_per_m3, boolean[] isMinimum, @Nullable YearLimit[] year) {
  public static final @Nullable YearLimit[] NO_YEAR = {};

  /// One upper limit, the same at every place and for every member.
  public static Thresholds same(double limit_g_per_m3) {
    return new Thresholds(new int[0], new double[][] {{limit_g_per_m3}}, new boolean[1], NO_YEAR);
  }

  /// No limits.
  ///
  /// @param count places times members
  public static Thresholds none(int count) {
    return new Thresholds(new int[count + 1], new double[1][0], new boolean[0], NO_YEAR);
  }

  /// Number of limits, listed one by one.
  public int size() {
    return isMinimum.length;
  }

  /// Number of limits in a season for this number of places.
  public int count(int places, int members) {
    return start.length == 0 ? places * members : size();
  }

  /// The limits of some places only.
  public Thresholds only(int[] places, int members) {
    if (start.length == 0) {
      return this;
    }
    int[] first = new int[places.length * members + 1];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      for (int m = 0; m < members; m++) {
        first[i * members + m] = count;
        count += start[places[i] * members + m + 1] - start[places[i] * members + m];
      }
    }
    first[places.length * members] = count;
    double[][] limit = new double[limit_g_per_m3.length][count];
    boolean[] minimum = new boolean[count];
    @Nullable YearLimit[] ofYear = new YearLimit[year.length == 0 ? 0 : count];
    for (int i = 0; i < places.length; i++) {
      int from = start[places[i] * members];
      int to = first[i * members];
      int length = first[(i + 1) * members] - to;
      for (int s = 0; s < limit.length; s++) {
        System.arraycopy(limit_g_per_m3[s], from, limit[s], to, length);
      }
      System.arraycopy(isMinimum, from, minimum, to, length);
      if (hasYear()) {
        System.arraycopy(year, from, ofYear, to, length);
      }
    }
    return new Thresholds(first, limit, minimum, ofYear);
  }

  public int first(int placeAndMember) {
    return start.length == 0 ? placeAndMember : start[placeAndMember];
  }

  public double limit(int season, int i) {
    double[] own = limit_g_per_m3[limit_g_per_m3.length == 1 ? 0 : season];
    return own[start.length == 0 ? 0 : i];
  }

  public boolean isMinimum(int i) {
    return isMinimum[start.length == 0 ? 0 : i];
  }

  public boolean hasYear() {
    return year.length > 0;
  }

  /// The limit of the year, or null if it binds each season by itself.
  public @Nullable YearLimit year(int i) {
    return year.length == 0 ? null : year[i];
  }

  /// Whether these limits have the values of others at the same places.
  public boolean isSame(Thresholds other) {
    return Arrays.equals(start, other.start)
        && Arrays.deepEquals(limit_g_per_m3, other.limit_g_per_m3)
        && Arrays.equals(isMinimum, other.isMinimum)
        && isSameYear(other);
  }

  private boolean isSameYear(Thresholds other) {
    if (year.length != other.year.length) {
      return false;
    }
    for (int i = 0; i < year.length; i++) {
      YearLimit one = year[i];
      YearLimit same = other.year[i];
      if (one == null ? same != null : same == null || !one.isSame(same)) {
        return false;
      }
    }
    return true;
  }
}
