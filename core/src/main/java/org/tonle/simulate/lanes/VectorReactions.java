package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Reactions] by the vector module.
final class VectorReactions implements Reactions {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final VectorDip dip = new VectorDip();
  private final float[] work = new float[Difference32.WORK * LANES];

  private static FloatVector at(float[] x, int d) {
    return FloatVector.fromArray(SPECIES, x, d);
  }

  @Override
  public void turnover(float k, float[] multiplier, float[] time, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      at(multiplier, d).mul(k).mul(at(time, d)).intoArray(y, d);
    }
  }

  @Override
  public void add(float[] x, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      at(y, d).add(at(x, d)).intoArray(y, d);
    }
  }

  @Override
  public void product(float c, float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      at(u, d).mul(c).mul(at(v, d)).intoArray(y, d);
    }
  }

  @Override
  public void addProduct(float c, float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      at(u, d).mul(c).fma(at(v, d), at(y, d)).intoArray(y, d);
    }
  }

  @Override
  public void addProduct(float c, float[] u, float[] v, float[] w, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      at(u, d).mul(c).mul(at(v, d)).fma(at(w, d), at(y, d)).intoArray(y, d);
    }
  }

  @Override
  public void mix(float a, float[] u, float b, float[] v, float[] w, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      FloatVector sum = at(u, d).fma(FloatVector.broadcast(SPECIES, a), at(v, d).mul(b));
      sum.mul(at(w, d)).intoArray(y, d);
    }
  }

  @Override
  public void left(float[] loss, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      VectorExp32.exp(at(loss, d).neg()).intoArray(y, d);
    }
  }

  @Override
  public void spread(float[] head, float[] left, float[] given, float[] loss, float[] tail) {
    for (int d = 0; d < tail.length; d += LANES) {
      FloatVector stays = at(left, d);
      FloatVector gained = at(given, d).mul(VectorExp32.phi1(at(loss, d), stays));
      at(head, d).fma(stays, gained).intoArray(tail, d);
    }
  }

  @Override
  public void give(
      float yield,
      float[] turnover,
      float[] head,
      float[] loss,
      float[] left,
      float[] otherLoss,
      float[] otherLeft,
      float[] tail) {
    for (int d = 0; d < tail.length; d += LANES) {
      FloatVector pair =
          VectorDifference.pair(at(loss, d), at(left, d), at(otherLoss, d), at(otherLeft, d));
      FloatVector given = at(turnover, d).mul(yield).mul(at(head, d));
      given.fma(pair, at(tail, d)).intoArray(tail, d);
    }
  }

  @Override
  public void difference(float[][] loss, int n, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      for (int k = 0; k < n; k++) {
        at(loss[k], d).neg().intoArray(work, k * LANES);
      }
      VectorDifference.exp(work, n).intoArray(y, d);
    }
  }

  @Override
  public void larger(float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      FloatVector one = at(u, d);
      FloatVector other = at(v, d);
      other.blend(one, one.compare(VectorOperators.GT, other)).intoArray(y, d);
    }
  }

  @Override
  public void smaller(float[] u, float[] v, float[] y) {
    for (int d = 0; d < y.length; d += LANES) {
      FloatVector one = at(u, d);
      FloatVector other = at(v, d);
      other.blend(one, one.compare(VectorOperators.LT, other)).intoArray(y, d);
    }
  }

  @Override
  public void dip(Knot a, Knot b, float[] fastest, float least, float limit, float[] lowest) {
    dip.lower(a, b, fastest, least, limit, lowest);
  }

  @Override
  public void lift(float c, float[] fastest, float[] value, float[] given, float[] slope) {
    for (int d = 0; d < slope.length; d += LANES) {
      FloatVector size = at(fastest, d).fma(at(value, d).abs(), at(given, d).abs());
      size.fma(FloatVector.broadcast(SPECIES, c), at(slope, d)).intoArray(slope, d);
    }
  }

  @Override
  public int turning(float[] atHead, float[] atTail, float[][] use, int[] lane) {
    int count = 0;
    for (int d = 0; d < atHead.length; d += LANES) {
      VectorMask<Float> isMeant =
          at(atHead, d)
              .compare(VectorOperators.LT, 0)
              .and(at(atTail, d).compare(VectorOperators.GT, 0));
      for (float[] slope : use) {
        isMeant = isMeant.and(at(slope, d).compare(VectorOperators.LE, 0));
      }
      count = list(isMeant.toLong(), d, lane, count);
    }
    return count;
  }

  @Override
  public int mixed(float[][] use, int[] lane) {
    int count = 0;
    for (int d = 0; d < lane.length; d += LANES) {
      VectorMask<Float> isFalling = SPECIES.maskAll(true);
      VectorMask<Float> isRising = isFalling;
      for (float[] slope : use) {
        FloatVector v = at(slope, d);
        isFalling = isFalling.and(v.compare(VectorOperators.LE, 0));
        isRising = isRising.and(v.compare(VectorOperators.GE, 0));
      }
      count = list(isFalling.or(isRising).not().toLong(), d, lane, count);
    }
    return count;
  }

  /// Adds the numbers of the selected lanes, where lane 0 has number `d`.
  private static int list(long meant, int d, int[] lane, int before) {
    int count = before;
    for (long left = meant; left != 0; left &= left - 1) {
      lane[count++] = d + Long.numberOfTrailingZeros(left);
    }
    return count;
  }

  @Override
  public boolean isOver(float[] x, float limit) {
    for (int d = 0; d < x.length; d += LANES) {
      if (at(x, d).compare(VectorOperators.GT, limit).anyTrue()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isLong(Knot a, Knot b, float[] fastest, float limit) {
    for (int d = 0; d < fastest.length; d += LANES) {
      if (isLong(a, b, fastest, limit, d).anyTrue()) {
        return true;
      }
    }
    return false;
  }

  private static VectorMask<Float> isLong(Knot a, Knot b, float[] fastest, float limit, int d) {
    FloatVector piece = at(fastest, d).mul(at(b.at, d).sub(at(a.at, d)));
    return piece
        .compare(VectorOperators.GT, limit)
        .and(at(a.slope, d).compare(VectorOperators.LT, 0))
        .and(at(b.slope, d).compare(VectorOperators.GT, 0));
  }

  @Override
  public void halve(Knot a, Knot b, Knot middle, float[] fastest, float limit) {
    for (int d = 0; d < fastest.length; d += LANES) {
      VectorMask<Float> isHalved = isLong(a, b, fastest, limit, d);
      if (isHalved.anyTrue()) {
        VectorMask<Float> isFalling = at(middle.slope, d).compare(VectorOperators.LT, 0);
        replace(a, middle, d, isHalved.and(isFalling));
        replace(b, middle, d, isHalved.andNot(isFalling));
      }
    }
  }

  private static void replace(Knot side, Knot middle, int d, VectorMask<Float> isMeant) {
    at(middle.at, d).intoArray(side.at, d, isMeant);
    at(middle.value, d).intoArray(side.value, d, isMeant);
    at(middle.slope, d).intoArray(side.slope, d, isMeant);
    at(middle.bend, d).intoArray(side.bend, d, isMeant);
  }
}
