package org.tonle.simulate;

/// Thresholds: limits with which the mean of a place is compared, in kernel units.
///
/// @param start limits of (place p, member m) are `start[p * members + m] …` up to the next start;
///   empty: one limit for each, the same for all
/// @param limit_g_per_m3 limits; of counts in 1/m³
/// @param isMinimum whether the limit is met by a mean of at least the limit, else of at most the
///   limit
public record Thresholds(int[] start, double[] limit_g_per_m3, boolean[] isMinimum) {
  /// One upper limit, the same at every place and for every member.
  public static Thresholds same(double limit_g_per_m3) {
    return new Thresholds(new int[0], new double[] {limit_g_per_m3}, new boolean[1]);
  }

  /// Number of limits in a season for this number of places.
  public int count(int places, int members) {
    return start.length == 0 ? places * members : limit_g_per_m3.length;
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
    double[] limit = new double[count];
    boolean[] minimum = new boolean[count];
    for (int i = 0; i < places.length; i++) {
      int from = start[places[i] * members];
      int to = first[i * members];
      System.arraycopy(limit_g_per_m3, from, limit, to, first[(i + 1) * members] - to);
      System.arraycopy(isMinimum, from, minimum, to, first[(i + 1) * members] - to);
    }
    return new Thresholds(first, limit, minimum);
  }

  public int first(int placeAndMember) {
    return start.length == 0 ? placeAndMember : start[placeAndMember];
  }

  public double limit(int i) {
    return limit_g_per_m3[start.length == 0 ? 0 : i];
  }

  public boolean isMinimum(int i) {
    return isMinimum[start.length == 0 ? 0 : i];
  }
}
