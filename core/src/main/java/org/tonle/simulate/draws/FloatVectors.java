package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.step.DrawVectors;

/// [DrawVectors] as float vectors of whole lanes, made once for all groups.
///
/// A vector of nothing but ones is null: what does not vary costs nothing.
public final class FloatVectors {
  private final DrawVectors exact;
  private final float[] ones;
  private final float[] @Nullable [] multiplier;
  private final float[][][] groupFactor;
  private final float[][] @Nullable [] timeFactor;
  private final float[][] @Nullable [] flowFactor;
  private final float[][] @Nullable [] perFlowFactor;

  public FloatVectors(DrawVectors exact) {
    this.exact = exact;
    ones = new float[Lanes.length(exact.draws())];
    java.util.Arrays.fill(ones, 1);
    multiplier = new float[exact.multiplier().length][];
    for (int i = 0; i < multiplier.length; i++) {
      multiplier[i] = varying(exact.multiplier()[i]);
    }
    int seasons = exact.groupFactor().length;
    groupFactor = new float[seasons][][];
    timeFactor = new float[seasons][][];
    flowFactor = new float[seasons][][];
    perFlowFactor = new float[seasons][][];
    for (int s = 0; s < seasons; s++) {
      groupFactor[s] = new float[exact.groupFactor()[s].length][];
      for (int g = 0; g < groupFactor[s].length; g++) {
        groupFactor[s][g] = narrow(exact.groupFactor()[s][g]);
      }
      int classes = exact.flowFactor()[s].length;
      timeFactor[s] = new float[classes][];
      flowFactor[s] = new float[classes][];
      perFlowFactor[s] = new float[classes][];
      for (int c = 0; c < classes; c++) {
        timeFactor[s][c] = varying(exact.timeFactor()[s][c]);
        flowFactor[s][c] = varying(exact.flowFactor()[s][c]);
        perFlowFactor[s][c] = flowFactor[s][c] == null ? null : inverse(exact.flowFactor()[s][c]);
      }
    }
  }

  private FloatVectors(FloatVectors of, DrawVectors exact, float[] @Nullable [] multiplier) {
    this.exact = exact;
    this.multiplier = multiplier;
    ones = of.ones;
    groupFactor = of.groupFactor;
    timeFactor = of.timeFactor;
    flowFactor = of.flowFactor;
    perFlowFactor = of.perFlowFactor;
  }

  /// The same with more multipliers, numbered after these.
  public FloatVectors with(double[][] more) {
    if (more.length == 0) {
      return this;
    }
    float[] @Nullable [] all = java.util.Arrays.copyOf(multiplier, multiplier.length + more.length);
    for (int i = 0; i < more.length; i++) {
      all[multiplier.length + i] = varying(more[i]);
    }
    return new FloatVectors(this, exact.with(more), all);
  }

  /// A vector as float, padded with its last value.
  static float[] narrow(double[] x) {
    float[] found = new float[Lanes.length(x.length)];
    for (int d = 0; d < found.length; d++) {
      found[d] = (float) x[StrictMath.min(d, x.length - 1)];
    }
    return found;
  }

  private static float @Nullable [] varying(double[] x) {
    for (double value : x) {
      if (value != 1) {
        return narrow(x);
      }
    }
    return null;
  }

  private static float[] inverse(double[] x) {
    double[] found = new double[x.length];
    for (int d = 0; d < found.length; d++) {
      found[d] = 1 / x[d];
    }
    return narrow(found);
  }

  public int draws() {
    return exact.draws();
  }

  /// Length of every vector.
  public int length() {
    return Lanes.length(exact.draws());
  }

  DrawVectors exact() {
    return exact;
  }

  /// A vector, or ones where nothing varies.
  float[] orOnes(float @Nullable [] vector) {
    return vector == null ? ones : vector;
  }

  /// Vectors of all multipliers, ones where nothing varies.
  float[][] multipliers() {
    float[][] found = new float[multiplier.length][];
    for (int i = 0; i < found.length; i++) {
      found[i] = orOnes(multiplier[i]);
    }
    return found;
  }

  /// Vector of a multiplier.
  float @Nullable [] multiplier(int number) {
    return number < 0 ? null : multiplier[number];
  }

  /// Discharge of a hydrological group over its central value.
  float[] groupFactor(int season, int group) {
    return groupFactor[season][group];
  }

  /// Travel time of a flow class over its central value.
  float @Nullable [] timeFactor(int season, int flowClass) {
    return timeFactor[season][flowClass];
  }

  /// Discharge of a flow class over its central value.
  float @Nullable [] flowFactor(int season, int flowClass) {
    return flowFactor[season][flowClass];
  }

  /// Central discharge of a flow class over the drawn.
  float @Nullable [] perFlowFactor(int season, int flowClass) {
    return perFlowFactor[season][flowClass];
  }
}
