package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.draw.ReadingError;
import org.tonle.simulate.lanes.LoadLanes;

/// ReadingError of a simulated concentration in float: [ReadingError], over whole vectors of draws.
///
/// @param adds whether the error is added (oxygen), else it multiplies
/// @param spread standard deviation of the error, or of its logarithm
/// @param errorValue of every draw, padded
public record FloatReading(boolean adds, float spread, float[] errorValue) {

  static @Nullable FloatReading[] all(@Nullable ReadingError[] readings) {
    @Nullable FloatReading[] found = new FloatReading[readings.length];
    for (int c = 0; c < found.length; c++) {
      ReadingError one = readings[c];
      found[c] =
          one == null
              ? null
              : new FloatReading(
                  one.adds(), (float) one.spread(), FloatVectors.narrow(one.error()));
    }
    return found;
  }

  /// Reads simulated concentrations in place.
  ///
  /// @param x unclipped where the error is added
  void read(LoadLanes lanes, float[] x, float[] nothing) {
    if (adds) {
      lanes.addOrSet(errorValue, true, x);
      lanes.higher(nothing, 1, x, x);
    } else {
      lanes.multiply(x, errorValue, false, x);
    }
  }
}
