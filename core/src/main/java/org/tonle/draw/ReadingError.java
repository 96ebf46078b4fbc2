package org.tonle.draw;

/// Reading error of a simulated concentration in the draws: how its model error moves it where it
/// is compared with limits and measurements (docs/theory/uncertainty.md, Eq. 17). All figures are
/// those of the kernels.
///
/// The error is a factor of median 1; of oxygen it is added. So it never moves a verdict by its
/// mean, and limits can be moved instead of concentrations.
///
/// @param adds whether the error is added (oxygen), else it multiplies
/// @param spread standard deviation of the error, or of its logarithm
/// @param error of every draw
public record ReadingError(boolean adds, double spread, double[] error) {

  /// A simulated concentration as it is read in a draw.
  public double read(double concentration, int draw) {
    return adds ? StrictMath.max(0, concentration + error[draw]) : concentration * error[draw];
  }

  /// The simulated concentration that is read as the given one.
  public double simulated(double read, int draw) {
    return adds ? read - error[draw] : read / error[draw];
  }

  /// The simulated shortfall of oxygen below saturation that is read as the given one.
  public double simulatedShortfall(double read, int draw) {
    return read + error[draw];
  }

  /// A simulated shortfall of oxygen as it is read in a draw; below 0 above saturation.
  public double readShortfall(double shortfall, int draw) {
    return shortfall - error[draw];
  }

  /// The same in a unit of the given size.
  ///
  /// @param perKernel the kernels' unit in the other one
  public ReadingError in(double perKernel) {
    if (!adds) {
      return this;
    }
    return new ReadingError(
        true, perKernel * spread, java.util.Arrays.stream(error).map(e -> perKernel * e).toArray());
  }
}
