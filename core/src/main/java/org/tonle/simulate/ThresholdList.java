package org.tonle.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Threshold list: collects limits one by one, each the same in all seasons or one for each season.
public final class ThresholdList {
  private final int seasons;
  private final List<double[]> values = new ArrayList<>();
  private final List<Boolean> minimum = new ArrayList<>();
  private final List<@Nullable YearLimit> years = new ArrayList<>();

  public ThresholdList(int seasons) {
    this.seasons = seasons;
  }

  public int size() {
    return values.size();
  }

  /// @param value in kernel units, one or by season
  /// @param year the limit of the year, or null
  public void add(double[] value, boolean isMinimum, @Nullable YearLimit year) {
    values.add(value);
    minimum.add(isMinimum);
    years.add(year);
  }

  /// @param start first limit of every place and member, and the end
  public Thresholds thresholds(int[] start) {
    boolean[] isMinimum = new boolean[size()];
    for (int i = 0; i < isMinimum.length; i++) {
      isMinimum[i] = minimum.get(i);
    }
    boolean isSame = values.stream().allMatch(v -> v.length == 1);
    double[][] bySeason = new double[isSame ? 1 : seasons][size()];
    for (int s = 0; s < bySeason.length; s++) {
      for (int i = 0; i < size(); i++) {
        double[] own = values.get(i);
        bySeason[s][i] = own[own.length == 1 ? 0 : s];
      }
    }
    boolean hasYear = years.stream().anyMatch(y -> y != null);
    return new Thresholds(
        start, bySeason, isMinimum, hasYear ? years.toArray(new YearLimit[0]) : Thresholds.NO_YEAR);
  }
}
