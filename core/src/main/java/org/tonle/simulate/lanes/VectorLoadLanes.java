package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// [LoadLanes] by the vector module, as wide as the machine.
public final class VectorLoadLanes implements LoadLanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int STEP = SPECIES.length();

  private final float[] sum = new float[Lanes.WIDTH];
  private final float[] square = new float[Lanes.WIDTH];
  private final VectorPassage passage = new VectorPassage();

  private static FloatVector at(float[] x, int d) {
    return FloatVector.fromArray(SPECIES, x, d);
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  @Override
  public void addLoads(
      float[] to, boolean sets, int from, int end, float[] load, int[] vector, float[][] vectors) {
    int row = from;
    if (sets && row + 4 <= end) {
      setFour(to, row, load, vector, vectors);
      row += 4;
    } else if (sets && row < end) {
      one(to, true, load[row], vectors[vector[row]]);
      row++;
    } else if (sets) {
      java.util.Arrays.fill(to, 0);
    }
    for (; row + 4 <= end; row += 4) {
      addFour(to, row, load, vector, vectors);
    }
    if (row + 2 <= end) {
      addTwo(to, row, load, vector, vectors);
      row += 2;
    }
    if (row < end) {
      one(to, false, load[row], vectors[vector[row]]);
    }
  }

  private static void setFour(float[] to, int row, float[] load, int[] vector, float[][] vectors) {
    float[] x = vectors[vector[row]];
    float[] y = vectors[vector[row + 1]];
    float[] z = vectors[vector[row + 2]];
    float[] w = vectors[vector[row + 3]];
    FloatVector a = all(load[row]);
    FloatVector b = all(load[row + 1]);
    FloatVector c = all(load[row + 2]);
    FloatVector e = all(load[row + 3]);
    for (int d = 0; d < to.length; d += STEP) {
      FloatVector two = at(y, d).fma(b, at(x, d).mul(a));
      at(w, d).fma(e, at(z, d).fma(c, two)).intoArray(to, d);
    }
  }

  private static void addFour(float[] to, int row, float[] load, int[] vector, float[][] vectors) {
    float[] x = vectors[vector[row]];
    float[] y = vectors[vector[row + 1]];
    float[] z = vectors[vector[row + 2]];
    float[] w = vectors[vector[row + 3]];
    FloatVector a = all(load[row]);
    FloatVector b = all(load[row + 1]);
    FloatVector c = all(load[row + 2]);
    FloatVector e = all(load[row + 3]);
    for (int d = 0; d < to.length; d += STEP) {
      FloatVector two = at(y, d).fma(b, at(x, d).fma(a, at(to, d)));
      at(w, d).fma(e, at(z, d).fma(c, two)).intoArray(to, d);
    }
  }

  private static void addTwo(float[] to, int row, float[] load, int[] vector, float[][] vectors) {
    float[] x = vectors[vector[row]];
    float[] y = vectors[vector[row + 1]];
    FloatVector a = all(load[row]);
    FloatVector b = all(load[row + 1]);
    for (int d = 0; d < to.length; d += STEP) {
      at(y, d).fma(b, at(x, d).fma(a, at(to, d))).intoArray(to, d);
    }
  }

  private static void one(float[] to, boolean sets, float load, float[] x) {
    FloatVector a = all(load);
    if (sets) {
      for (int d = 0; d < to.length; d += STEP) {
        at(x, d).mul(a).intoArray(to, d);
      }
      return;
    }
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).fma(a, at(to, d)).intoArray(to, d);
    }
  }

  @Override
  public void addOrSet(float[] x, boolean adds, float[] to) {
    if (!adds) {
      System.arraycopy(x, 0, to, 0, to.length);
      return;
    }
    for (int d = 0; d < to.length; d += STEP) {
      at(to, d).add(at(x, d)).intoArray(to, d);
    }
  }

  @Override
  public void multiply(float[] x, float[] y, boolean adds, float[] to) {
    if (adds) {
      for (int d = 0; d < to.length; d += STEP) {
        at(x, d).mul(at(y, d)).add(at(to, d)).intoArray(to, d);
      }
      return;
    }
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).mul(at(y, d)).intoArray(to, d);
    }
  }

  @Override
  public void addScaled(float[] x, float factor, float[] to) {
    one(to, false, factor, x);
  }

  @Override
  public void addLost(float[] head, float fraction, float[] tail, float factor, float[] to) {
    FloatVector f = all(factor);
    for (int d = 0; d < to.length; d += STEP) {
      at(head, d).mul(fraction).sub(at(tail, d)).fma(f, at(to, d)).intoArray(to, d);
    }
  }

  @Override
  public void scale(float[] x, float factor, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).mul(factor).intoArray(to, d);
    }
  }

  @Override
  public void higher(float[] x, float factor, float[] y, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).mul(factor).max(at(y, d)).intoArray(to, d);
    }
  }

  @Override
  public void lower(float[] x, float factor, float[] y, float[] to) {
    for (int d = 0; d < to.length; d += STEP) {
      at(x, d).mul(factor).min(at(y, d)).intoArray(to, d);
    }
  }

  @Override
  public void decay(float[] head, float fraction, Losses losses, boolean adds, float[] tail) {
    float[] time = losses.time;
    if (losses.isStill()) {
      decayStill(head, fraction * Exp32.exp(-losses.still), adds, tail);
    } else if (losses.isByTime() && time != null) {
      decayByTime(head, fraction, losses.power(), time, adds, tail);
    } else {
      decayByAll(head, fraction, losses, adds, tail);
    }
  }

  private static void decayStill(float[] head, float left, boolean adds, float[] tail) {
    if (!adds) {
      one(tail, true, left, head);
      return;
    }
    for (int d = 0; d < tail.length; d += STEP) {
      at(head, d).mul(left).add(at(tail, d)).intoArray(tail, d);
    }
  }

  private static void decayByTime(
      float[] head, float fraction, float power, float[] time, boolean adds, float[] tail) {
    FloatVector k = all(power);
    if (adds) {
      for (int d = 0; d < tail.length; d += STEP) {
        FloatVector left = VectorExp32.power(at(time, d), k).mul(fraction);
        at(head, d).mul(left).add(at(tail, d)).intoArray(tail, d);
      }
      return;
    }
    for (int d = 0; d < tail.length; d += STEP) {
      FloatVector left = VectorExp32.power(at(time, d), k).mul(fraction);
      at(head, d).mul(left).intoArray(tail, d);
    }
  }

  @Override
  public void pass(Passage p, int draws, Moments moments) {
    passage.run(p, draws, moments);
  }

  private static void decayByAll(
      float[] head, float fraction, Losses losses, boolean adds, float[] tail) {
    if (adds) {
      for (int d = 0; d < tail.length; d += STEP) {
        FloatVector left = VectorExp32.exp(exponent(d, losses).neg());
        at(head, d).mul(left.mul(fraction)).add(at(tail, d)).intoArray(tail, d);
      }
      return;
    }
    for (int d = 0; d < tail.length; d += STEP) {
      FloatVector left = VectorExp32.exp(exponent(d, losses).neg());
      at(head, d).mul(left.mul(fraction)).intoArray(tail, d);
    }
  }

  @Override
  public void decayAlong(float[] head, float fraction, float[] along, Losses losses, float[] tail) {
    for (int d = 0; d < tail.length; d += STEP) {
      FloatVector x = exponent(d, losses);
      FloatVector left = VectorExp32.exp(x.neg());
      FloatVector kept = at(head, d).mul(left.mul(fraction));
      at(along, d).fma(VectorExp32.phi1(x, left), kept).intoArray(tail, d);
    }
  }

  private static FloatVector exponent(int d, Losses losses) {
    FloatVector x = all(losses.still);
    for (int r = 0; r < losses.count; r++) {
      x = at(losses.vector[r], d).fma(all(losses.loss[r]), x);
    }
    return losses.time == null ? x : x.mul(at(losses.time, d));
  }

  @Override
  public void concentration(
      float[] load,
      float scale,
      float @Nullable [] per,
      boolean isClipped,
      int draws,
      float[] to,
      Moments moments) {
    convert(load, scale, per, isClipped, to);
    for (int lane = 0; lane < Lanes.WIDTH; lane += STEP) {
      sums(to, lane, draws);
    }
    for (int d = draws - draws % Lanes.WIDTH; d < draws; d++) {
      float shifted = to[d] - to[0];
      int lane = d % Lanes.WIDTH;
      sum[lane] += shifted;
      square[lane] = Math.fma(shifted, shifted, square[lane]);
    }
    moments.set(to[0], sum, square, draws);
  }

  /// Sums of x - x[0] and of its square, of the lanes from `lane`, over whole rounds of lanes.
  private void sums(float[] x, int lane, int draws) {
    FloatVector total = FloatVector.zero(SPECIES);
    FloatVector squares = FloatVector.zero(SPECIES);
    float first = x[0];
    for (int d = 0; d + Lanes.WIDTH <= draws; d += Lanes.WIDTH) {
      FloatVector shifted = at(x, d + lane).sub(first);
      total = total.add(shifted);
      squares = shifted.fma(shifted, squares);
    }
    total.intoArray(sum, lane);
    squares.intoArray(square, lane);
  }

  @Override
  public void range(float[] x, int draws, Moments moments) {
    FloatVector least = all(x[0]);
    FloatVector most = all(x[0]);
    int d = 0;
    for (; d + STEP <= draws; d += STEP) {
      least = least.min(at(x, d));
      most = most.max(at(x, d));
    }
    moments.least = least.reduceLanes(VectorOperators.MIN);
    moments.most = most.reduceLanes(VectorOperators.MAX);
    for (; d < draws; d++) {
      moments.least = Math.min(moments.least, x[d]);
      moments.most = Math.max(moments.most, x[d]);
    }
  }

  private static void convert(
      float[] load, float scale, float @Nullable [] per, boolean isClipped, float[] to) {
    if (per == null) {
      for (int d = 0; d < to.length; d += STEP) {
        at(load, d).mul(scale).intoArray(to, d);
      }
    } else {
      for (int d = 0; d < to.length; d += STEP) {
        at(load, d).mul(scale).mul(at(per, d)).intoArray(to, d);
      }
    }
    for (int d = 0; isClipped && d < to.length; d += STEP) {
      at(to, d).max(0).intoArray(to, d);
    }
  }

  @Override
  public void meanAndCount(
      float[] load, float scale, float @Nullable [] per, int draws, float limit, Moments moments) {
    moments.count = 0;
    for (int lane = 0; lane < Lanes.WIDTH; lane += STEP) {
      if (per == null) {
        sumAndCount(load, scale, lane, draws, limit, moments);
      } else {
        sumAndCount(load, scale, per, lane, draws, limit, moments);
      }
    }
    for (int d = draws - draws % Lanes.WIDTH; d < draws; d++) {
      float x = load[d] * scale;
      x = per == null ? x : x * per[d];
      sum[d % Lanes.WIDTH] += x;
      moments.count += x <= limit ? 1 : 0;
    }
    moments.setMean(sum, draws);
  }

  private void sumAndCount(
      float[] load, float scale, int lane, int draws, float limit, Moments moments) {
    FloatVector total = FloatVector.zero(SPECIES);
    int count = 0;
    for (int d = 0; d + Lanes.WIDTH <= draws; d += Lanes.WIDTH) {
      FloatVector x = at(load, d + lane).mul(scale);
      total = total.add(x);
      count += x.compare(VectorOperators.LE, limit).trueCount();
    }
    total.intoArray(sum, lane);
    moments.count += count;
  }

  private void sumAndCount(
      float[] load, float scale, float[] per, int lane, int draws, float limit, Moments moments) {
    FloatVector total = FloatVector.zero(SPECIES);
    int count = 0;
    for (int d = 0; d + Lanes.WIDTH <= draws; d += Lanes.WIDTH) {
      FloatVector x = at(load, d + lane).mul(scale).mul(at(per, d + lane));
      total = total.add(x);
      count += x.compare(VectorOperators.LE, limit).trueCount();
    }
    total.intoArray(sum, lane);
    moments.count += count;
  }

  @Override
  public void meanOfProduct(float[] x, float scale, float[] y, int draws, Moments moments) {
    for (int lane = 0; lane < Lanes.WIDTH; lane += STEP) {
      sumOfProducts(x, scale, y, lane, draws);
    }
    for (int d = draws - draws % Lanes.WIDTH; d < draws; d++) {
      sum[d % Lanes.WIDTH] += x[d] * scale * y[d];
    }
    moments.setMean(sum, draws);
  }

  private void sumOfProducts(float[] x, float scale, float[] y, int lane, int draws) {
    FloatVector total = FloatVector.zero(SPECIES);
    for (int d = 0; d + Lanes.WIDTH <= draws; d += Lanes.WIDTH) {
      total = total.add(at(x, d + lane).mul(scale).mul(at(y, d + lane)));
    }
    total.intoArray(sum, lane);
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
