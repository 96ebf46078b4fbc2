package org.tonle.simulate.step;

/// All that varies from draw to draw, as vectors of one length.
///
/// @param draws length of every vector; 1 in the central run
/// @param multiplier by number of the multiplier; mean near 1
/// @param groupFactor drawn over central discharge of each hydrological group,
///   `[season][group][draw]`
/// @param flowFactor the same for each flow class, `[season][class][draw]`
/// @param timeFactor drawn over central travel time of each flow class, `[season][class][draw]`
public record DrawVectors(
    int draws,
    double[][] multiplier,
    double[][][] groupFactor,
    double[][][] flowFactor,
    double[][][] timeFactor) {

  /// The same with more multipliers, numbered after these.
  public DrawVectors with(double[][] more) {
    if (more.length == 0) {
      return this;
    }
    double[][] all = java.util.Arrays.copyOf(multiplier, multiplier.length + more.length);
    System.arraycopy(more, 0, all, multiplier.length, more.length);
    return new DrawVectors(draws, all, groupFactor, flowFactor, timeFactor);
  }

  /// One draw alone.
  public DrawVectors only(int draw) {
    return new DrawVectors(
        1,
        slice(multiplier, draw),
        slice(groupFactor, draw),
        slice(flowFactor, draw),
        slice(timeFactor, draw));
  }

  private static double[][][] slice(double[][][] vectors, int draw) {
    double[][][] found = new double[vectors.length][][];
    for (int i = 0; i < found.length; i++) {
      found[i] = slice(vectors[i], draw);
    }
    return found;
  }

  private static double[][] slice(double[][] vectors, int draw) {
    double[][] found = new double[vectors.length][];
    for (int i = 0; i < found.length; i++) {
      found[i] = new double[] {vectors[i][draw]};
    }
    return found;
  }
}
