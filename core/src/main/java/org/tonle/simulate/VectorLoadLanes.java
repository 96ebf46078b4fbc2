package org.tonle.simulate;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// [LoadLanes] by the vector module, as wide as the machine.
final class VectorLoadLanes implements LoadLanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int STEP = SPECIES.length();

  private final float[] sum = new float[Lanes.WIDTH];
  private final float[] square = new float[Lanes.WIDTH];

  private static FloatVector at(float[] x, int d) {
    return FloatVector.fromArray(SPECIES, x, d);
  }

  @Override
  public void addLoads(
      float[] to, int from, int end, float[] load, int[] vector, float[][] vectors) {
    int row = from;
    for (; row + 4 <= end; row += 4) {
      four(
          to,
          load[row],
          vectors[vector[row]],
          load[row + 1],
          vectors[vector[row + 1]],
          load[row + 2],
          vectors[vector[row + 2]],
          load[row + 3],
          vectors[vector[row + 3]]);
    }
    for (; row < end; row++) {
      addScaled(vectors[vector[row]], load[row], to);
    }
  }

  private static void four(
      float[] to, float a, float[] x, float b, float[] y, float c, float[] z, float e, float[] w) {
    for (int d = 0; d < to.length; d += STEP) {
      FloatVector sum = at(to, d);
      sum = at(x, d).fma(FloatVector.broadcast(SPECIES, a), sum);
      sum = at(y, d).fma(FloatVector.broadcast(SPECIES, b), sum);
      sum = at(z, d).fma(FloatVector.broadcast(SPECIES, c), sum);
      sum = at(w, d).fma(FloatVector.broadcast(SPECIES, e), sum);
      sum.intoArray(to, d);
    }
  }

  @Override
  public void add(float[] x, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(to, d).add(at(x, d)).intoArray(to, d);
    }
  }

  @Override
  public void addScaled(float[] x, float factor, float[] to) {
    FloatVector f = FloatVector.broadcast(SPECIES, factor);
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).fma(f, at(to, d)).intoArray(to, d);
    }
  }

  @Override
  public void addLost(float[] head, float[] tail, float factor, float[] to) {
    FloatVector f = FloatVector.broadcast(SPECIES, factor);
    for (int d = 0; d < to.length; d += STEP) {
      at(head, d).sub(at(tail, d)).fma(f, at(to, d)).intoArray(to, d);
    }
  }

  @Override
  public void scale(float[] x, float factor, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).mul(factor).intoArray(to, d);
    }
  }

  @Override
  public void higher(float[] x, float[] y, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).max(at(y, d)).intoArray(to, d);
    }
  }

  @Override
  public void lower(float[] x, float[] y, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).min(at(y, d)).intoArray(to, d);
    }
  }

  @Override
  public void decay(
      float[] head,
      float still,
      int count,
      float[] loss,
      float[][] vector,
      float @Nullable [] time,
      float[] tail) {
    if (count == 0 && time != null) {
      decayBy(head, -still, time, tail);
    } else if (count == 1 && still == 0 && time == null) {
      decayBy(head, -loss[0], vector[0], tail);
    } else if (count == 1 && time != null) {
      decayByOne(head, still, loss[0], vector[0], time, tail);
    } else {
      for (int d = 0; d < tail.length; d += STEP) {
        FloatVector x = exponent(d, still, count, loss, vector, time);
        at(head, d).mul(VectorExp32.exp(x.neg())).intoArray(tail, d);
      }
    }
  }

  private static void decayBy(float[] head, float factor, float[] of, float[] tail) {
    for (int d = 0; d < tail.length; d += STEP) {
      at(head, d).mul(VectorExp32.exp(at(of, d).mul(factor))).intoArray(tail, d);
    }
  }

  private static void decayByOne(
      float[] head, float still, float loss, float[] vector, float[] time, float[] tail) {
    FloatVector k = FloatVector.broadcast(SPECIES, loss);
    FloatVector rest = FloatVector.broadcast(SPECIES, still);
    for (int d = 0; d < tail.length; d += STEP) {
      FloatVector x = k.fma(at(vector, d), rest).mul(at(time, d));
      at(head, d).mul(VectorExp32.exp(x.neg())).intoArray(tail, d);
    }
  }

  @Override
  public void decayAlong(
      float[] head,
      float[] along,
      float still,
      int count,
      float[] loss,
      float[][] vector,
      float @Nullable [] time,
      float[] tail) {
    for (int d = 0; d < tail.length; d += STEP) {
      FloatVector x = exponent(d, still, count, loss, vector, time);
      FloatVector left = VectorExp32.exp(x.neg());
      FloatVector kept = at(head, d).mul(left);
      at(along, d).fma(VectorExp32.phi1(x, left), kept).intoArray(tail, d);
    }
  }

  private static FloatVector exponent(
      int d, float still, int count, float[] loss, float[][] vector, float @Nullable [] time) {
    FloatVector x = FloatVector.broadcast(SPECIES, still);
    for (int r = 0; r < count; r++) {
      x = at(vector[r], d).fma(FloatVector.broadcast(SPECIES, loss[r]), x);
    }
    return time == null ? x : x.mul(at(time, d));
  }

  @Override
  public void concentration(
      float[] load, float scale, float @Nullable [] per, boolean isClipped, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      FloatVector x = at(load, d).mul(scale);
      x = per == null ? x : x.mul(at(per, d));
      (isClipped ? x.max(0) : x).intoArray(to, d);
    }
  }

  @Override
  public void moments(float[] x, int draws, Moments moments) {
    java.util.Arrays.fill(sum, 0);
    java.util.Arrays.fill(square, 0);
    FloatVector least = FloatVector.broadcast(SPECIES, x[0]);
    FloatVector most = least;
    for (int lane = 0; lane < Lanes.WIDTH; lane += STEP) {
      FloatVector first = FloatVector.broadcast(SPECIES, x[0]);
      FloatVector total = FloatVector.zero(SPECIES);
      FloatVector squares = FloatVector.zero(SPECIES);
      int d = lane;
      for (; d + STEP <= draws; d += Lanes.WIDTH) {
        FloatVector v = at(x, d);
        FloatVector shifted = v.sub(first);
        total = total.add(shifted);
        squares = shifted.fma(shifted, squares);
        least = least.min(v);
        most = most.max(v);
      }
      if (d < draws) {
        VectorMask<Float> inside = SPECIES.indexInRange(d, draws);
        FloatVector v = FloatVector.fromArray(SPECIES, x, d, inside);
        FloatVector shifted = v.sub(first);
        total = total.add(shifted, inside);
        squares = squares.blend(shifted.fma(shifted, squares), inside);
        least = least.blend(least.min(v), inside);
        most = most.blend(most.max(v), inside);
      }
      total.intoArray(sum, lane);
      squares.intoArray(square, lane);
    }
    moments.least = least.reduceLanes(VectorOperators.MIN);
    moments.most = most.reduceLanes(VectorOperators.MAX);
    moments.set(x[0], sum, square, draws);
  }

  @Override
  public int countAtMost(float[] x, int draws, float limit) {
    int count = 0;
    int d = 0;
    for (; d + STEP <= draws; d += STEP) {
      count += at(x, d).compare(VectorOperators.LE, limit).trueCount();
    }
    for (; d < draws; d++) {
      count += x[d] <= limit ? 1 : 0;
    }
    return count;
  }
}
