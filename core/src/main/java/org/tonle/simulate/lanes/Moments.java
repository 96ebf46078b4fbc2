package org.tonle.simulate.lanes;

/// Mean, standard deviation and range of a vector, found in 16 fixed lanes.
public final class Moments {
  public float mean;
  public float deviation;
  public float least;
  public float most;

  /// Number of values at most a limit.
  public int count;

  /// Mean from sums of x in 16 lanes, over `draws` values.
  void setMean(float[] sum, int draws) {
    double total = 0;
    for (int lane = 0; lane < Lanes.WIDTH; lane++) {
      total += sum[lane];
    }
    mean = (float) (total / draws);
  }

  /// Mean and deviation from sums of x - `first` and of its square in 16 lanes each, over `draws`
  /// values.
  void set(float first, float[] sum, float[] square, int draws) {
    double total = 0;
    double squares = 0;
    for (int lane = 0; lane < Lanes.WIDTH; lane++) {
      total += sum[lane];
      squares += square[lane];
    }
    double shift = total / draws;
    mean = (float) (first + shift);
    double spread = StrictMath.max(0, squares - total * shift);
    deviation = draws < 2 ? 0 : (float) StrictMath.sqrt(spread / (draws - 1));
  }
}
