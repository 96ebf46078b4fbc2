package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Lanes] by the vector module, as wide as the machine.
public final class VectorLanes implements Lanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
  private static final int LANES = SPECIES.length();

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public Reactions reactions() {
    return new VectorReactions();
  }

  @Override
  public void exp(float[] x, float[] y) {
    for (int d = 0; d < x.length; d += SPECIES.length()) {
      VectorExp32.exp(FloatVector.fromArray(SPECIES, x, d)).intoArray(y, d);
    }
  }

  @Override
  public void phi1(float[] x, float[] y) {
    for (int d = 0; d < x.length; d += SPECIES.length()) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, d);
      VectorExp32.phi1(v, VectorExp32.exp(v.neg())).intoArray(y, d);
    }
  }

  @Override
  public float sum(float[] x, int n) {
    float[] lane = new float[WIDTH];
    for (int part = 0; part < WIDTH; part += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int d = part;
      for (; d + LANES <= n; d += WIDTH) {
        sum = sum.add(FloatVector.fromArray(SPECIES, x, d));
      }
      if (d < n) {
        sum = sum.add(FloatVector.fromArray(SPECIES, x, d), SPECIES.indexInRange(d, n));
      }
      sum.intoArray(lane, part);
    }
    return PlainLanes.total(lane);
  }

  @Override
  public float squares(float[] x, int n, float middle) {
    float[] lane = new float[WIDTH];
    for (int part = 0; part < WIDTH; part += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int d = part;
      for (; d + LANES <= n; d += WIDTH) {
        FloatVector off = FloatVector.fromArray(SPECIES, x, d).sub(middle);
        sum = off.fma(off, sum);
      }
      if (d < n) {
        FloatVector off = FloatVector.fromArray(SPECIES, x, d).sub(middle);
        sum = sum.blend(off.fma(off, sum), SPECIES.indexInRange(d, n));
      }
      sum.intoArray(lane, part);
    }
    return PlainLanes.total(lane);
  }

  @Override
  public int gather(float[] x, int n, float[] low, float[] high, int[] below, float[] inside) {
    int whole = n - n % LANES;
    int count = gatherWhole(x, whole, low, high, below, inside);
    for (int d = whole; d < n; d++) {
      boolean isIn = false;
      for (int i = 0; i < below.length; i++) {
        below[i] += x[d] < low[i] ? 1 : 0;
        isIn |= x[d] >= low[i] && x[d] <= high[i];
      }
      inside[count] = x[d];
      count += isIn ? 1 : 0;
    }
    return count;
  }

  private static int gatherWhole(
      float[] x, int n, float[] low, float[] high, int[] below, float[] inside) {
    FloatVector fromA = FloatVector.broadcast(SPECIES, low[0]);
    FloatVector fromB = FloatVector.broadcast(SPECIES, low[1]);
    FloatVector fromC = FloatVector.broadcast(SPECIES, low[2]);
    FloatVector toA = FloatVector.broadcast(SPECIES, high[0]);
    FloatVector toB = FloatVector.broadcast(SPECIES, high[1]);
    FloatVector toC = FloatVector.broadcast(SPECIES, high[2]);
    int belowA = 0;
    int belowB = 0;
    int belowC = 0;
    int count = 0;
    for (int d = 0; d < n; d += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, d);
      VectorMask<Float> a = v.compare(VectorOperators.LT, fromA);
      VectorMask<Float> b = v.compare(VectorOperators.LT, fromB);
      VectorMask<Float> c = v.compare(VectorOperators.LT, fromC);
      belowA += a.trueCount();
      belowB += b.trueCount();
      belowC += c.trueCount();
      VectorMask<Float> isIn =
          v.compare(VectorOperators.LE, toA)
              .andNot(a)
              .or(v.compare(VectorOperators.LE, toB).andNot(b))
              .or(v.compare(VectorOperators.LE, toC).andNot(c));
      v.compress(isIn).intoArray(inside, count);
      count += isIn.trueCount();
    }
    below[0] = belowA;
    below[1] = belowB;
    below[2] = belowC;
    return count;
  }

  @Override
  public long between(float[] x, int n, float low, float high, float[] inside) {
    IntVector lower = IntVector.zero(INTS);
    int count = 0;
    int d = 0;
    for (; d + LANES <= n; d += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, d);
      VectorMask<Float> isIn =
          v.compare(VectorOperators.GE, low).and(v.compare(VectorOperators.LE, high));
      lower = lower.add(1, v.compare(VectorOperators.LT, low).cast(INTS));
      v.compress(isIn).intoArray(inside, count);
      count += isIn.trueCount();
    }
    int below = lower.reduceLanes(VectorOperators.ADD);
    for (; d < n; d++) {
      inside[count] = x[d];
      below += x[d] < low ? 1 : 0;
      count += x[d] >= low && x[d] <= high ? 1 : 0;
    }
    return ((long) below << 32) | count;
  }

  /// The value of rank r is the largest value with at most r others below it.
  @Override
  public void ranked(float[] x, int n, int rank, float[] pair) {
    for (int i = n; i < Lanes.length(n); i++) {
      x[i] = Float.POSITIVE_INFINITY;
    }
    float first = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    for (int d = 0; d < n; d += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, d);
      IntVector below = IntVector.zero(INTS);
      for (int i = 0; i < n; i++) {
        below = below.add(1, v.compare(VectorOperators.GT, x[i]).cast(INTS));
      }
      var isFirst = below.compare(VectorOperators.LE, rank).cast(SPECIES);
      var isSecond = below.compare(VectorOperators.LE, Math.min(rank + 1, n - 1)).cast(SPECIES);
      first = Math.max(first, v.reduceLanes(VectorOperators.MAX, isFirst));
      second = Math.max(second, v.reduceLanes(VectorOperators.MAX, isSecond));
    }
    pair[0] = first;
    pair[1] = second;
  }
}
