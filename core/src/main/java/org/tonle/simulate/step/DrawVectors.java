package org.tonle.simulate.step;

import org.tonle.draw.ReadingErrors;

/// Vectors of everything that varies from draw to draw, all of one length.
///
/// @param draws length of every vector; 1 in the central run
/// @param multiplier by number of the multiplier; mean near 1
/// @param groupFactor drawn over central discharge of each hydrological group,
///   `[season][group][draw]`
/// @param flow discharge and travel time of each flow class
/// @param readings model errors, by which simulated concentrations are read
public record DrawVectors(
    int draws,
    double[][] multiplier,
    double[][][] groupFactor,
    FlowFactors flow,
    ReadingErrors readings) {

  /// Vectors without model errors.
  public DrawVectors(int draws, double[][] multiplier, double[][][] groupFactor, FlowFactors flow) {
    this(draws, multiplier, groupFactor, flow, ReadingErrors.NONE);
  }

  /// Vectors with given factors of flow classes.
  ///
  /// @param flowFactor drawn over central discharge, `[season][class][draw]`
  /// @param timeFactor drawn over central travel time, `[season][class][draw]`
  public DrawVectors(
      int draws,
      double[][] multiplier,
      double[][][] groupFactor,
      double[][][] flowFactor,
      double[][][] timeFactor) {
    this(draws, multiplier, groupFactor, FlowFactors.given(draws, flowFactor, timeFactor));
  }

  /// Drawn over central discharge of a flow class, by draw.
  public double[] flowFactor(int season, int flowClass) {
    return flow.flow(season, flowClass);
  }

  /// The same factor for one draw.
  public double flowFactor(int season, int flowClass, int draw) {
    return flow.flow(season, flowClass, draw);
  }

  /// Drawn over central travel time of a flow class, by draw.
  public double[] timeFactor(int season, int flowClass) {
    return flow.time(season, flowClass);
  }

  /// The same factor for one draw.
  public double timeFactor(int season, int flowClass, int draw) {
    return flow.time(season, flowClass, draw);
  }

  /// The same vectors with more multipliers, numbered after these.
  public DrawVectors with(double[][] more) {
    if (more.length == 0) {
      return this;
    }
    double[][] all = java.util.Arrays.copyOf(multiplier, multiplier.length + more.length);
    System.arraycopy(more, 0, all, multiplier.length, more.length);
    return new DrawVectors(draws, all, groupFactor, flow, readings);
  }

  /// The same vectors without model errors.
  public DrawVectors asSimulated() {
    return new DrawVectors(draws, multiplier, groupFactor, flow);
  }

  /// The vectors of one draw only.
  public DrawVectors only(int draw) {
    double[][][] groups = slice(groupFactor, draw);
    return new DrawVectors(
        1, slice(multiplier, draw), groups, flow.only(draw, groups), readings.only(draw));
  }

  static double[][][] slice(double[][][] vectors, int draw) {
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
