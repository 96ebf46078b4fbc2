package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Divided difference as in [Difference32] for as many floats as the machine has lanes, bit for
/// bit. Row k of the work space corresponds to float k there.
final class VectorDifference {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int TABLE = Difference32.MOST;
  private static final int LEFT = 2 * Difference32.MOST;
  private static final int POWERS = 3 * Difference32.MOST;

  private VectorDifference() {}

  private static FloatVector row(float[] work, int k) {
    return FloatVector.fromArray(SPECIES, work, k * LANES);
  }

  private static void set(float[] work, int k, FloatVector v) {
    v.intoArray(work, k * LANES);
  }

  static FloatVector pair(
      FloatVector loss, FloatVector left, FloatVector otherLoss, FloatVector otherLeft) {
    FloatVector width = otherLoss.sub(loss);
    VectorMask<Float> isNear =
        width
            .compare(VectorOperators.LT, Exp32.NEAR)
            .and(width.compare(VectorOperators.GT, -Exp32.NEAR));
    if (isNear.allTrue()) {
      return left.mul(VectorExp32.phi1Near(width));
    }
    FloatVector far = left.sub(otherLeft).div(width);
    return isNear.anyTrue() ? far.blend(left.mul(VectorExp32.phi1Near(width)), isNear) : far;
  }

  /// The difference over the first `n` rows, which are sorted in place.
  static FloatVector exp(float[] x, int n) {
    sort(x, n);
    VectorMask<Float> isFar =
        row(x, n - 1).sub(row(x, 0)).compare(VectorOperators.GE, Difference32.CLOSE);
    if (!isFar.anyTrue()) {
      return series(x, 0, n);
    }
    FloatVector far = recursion(x, n);
    return isFar.allTrue() ? far : series(x, 0, n).blend(far, isFar);
  }

  private static FloatVector recursion(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      set(x, LEFT + i, VectorExp32.exp(row(x, i)));
    }
    for (int i = 0; i + 1 < n; i++) {
      FloatVector high = row(x, i + 1).neg();
      set(x, TABLE + i, pair(high, row(x, LEFT + i + 1), row(x, i).neg(), row(x, LEFT + i)));
    }
    for (int order = 2; order < n; order++) {
      for (int i = 0; i + order < n; i++) {
        FloatVector width = row(x, i + order).sub(row(x, i));
        FloatVector far = row(x, TABLE + i + 1).sub(row(x, TABLE + i)).div(width);
        VectorMask<Float> isNear = width.compare(VectorOperators.LT, Difference32.CLOSE);
        boolean isSeries = isNear.anyTrue();
        set(x, TABLE + i, isSeries ? far.blend(series(x, i, order + 1), isNear) : far);
      }
    }
    return row(x, TABLE);
  }

  private static FloatVector series(float[] x, int from, int n) {
    FloatVector first = row(x, from);
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector middle = half.fma(row(x, from + n - 1).sub(first), first);
    FloatVector off = first.sub(middle);
    FloatVector power = FloatVector.broadcast(SPECIES, 1);
    set(x, POWERS, power);
    for (int k = 1; k < Difference32.TERMS; k++) {
      power = power.mul(off);
      set(x, POWERS + k, power);
    }
    for (int i = 1; i < n; i++) {
      off = row(x, from + i).sub(middle);
      FloatVector before = row(x, POWERS);
      for (int k = 1; k < Difference32.TERMS; k++) {
        before = off.fma(before, row(x, POWERS + k));
        set(x, POWERS + k, before);
      }
    }
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int k = Difference32.TERMS - 1; k >= 0; k--) {
      float inverse = Difference32.INVERSE_FACTORIAL[k + n - 1];
      sum = row(x, POWERS + k).fma(FloatVector.broadcast(SPECIES, inverse), sum);
    }
    return VectorExp32.exp(middle).mul(sum);
  }

  private static void sort(float[] x, int n) {
    for (int end = n - 1; end > 0; end--) {
      for (int i = 0; i < end; i++) {
        FloatVector a = row(x, i);
        FloatVector b = row(x, i + 1);
        VectorMask<Float> isSwapped = b.compare(VectorOperators.LT, a);
        set(x, i, a.blend(b, isSwapped));
        set(x, i + 1, b.blend(a, isSwapped));
      }
    }
  }
}
