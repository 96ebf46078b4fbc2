package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Passage as in [Passage] by the vector module; the loops are kept separate so that no vector
/// becomes an object.
final class VectorPassage {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int STEP = SPECIES.length();

  private final float[] sum = new float[Lanes.WIDTH];
  private final float[] square = new float[Lanes.WIDTH];

  private static FloatVector at(float[] x, int d) {
    return FloatVector.fromArray(SPECIES, x, d);
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  void run(Passage p, int draws, Moments moments) {
    int whole = draws - draws % Lanes.WIDTH;
    moments.count = 0;
    float first = p.concentration(0);
    for (int lane = 0; lane < Lanes.WIDTH; lane += STEP) {
      moments.count += p.isMeasured() ? measured(p, lane, whole, first) : counted(p, lane, whole);
    }
    rest(p, whole);
    for (int d = whole; d < draws; d++) {
      float x = p.concentration(d);
      moments.count += x <= p.limit ? 1 : 0;
      int lane = d % Lanes.WIDTH;
      float shifted = x - first;
      sum[lane] += p.isMeasured() ? shifted : x;
      square[lane] = Math.fma(shifted, shifted, square[lane]);
    }
    if (p.isMeasured()) {
      moments.set(first, sum, square, draws);
    } else {
      moments.setMean(sum, draws);
    }
  }

  /// Mean and count of the lanes from `lane`, over whole rounds.
  private int counted(Passage p, int lane, int whole) {
    float[] head = p.head;
    float[] own = p.own;
    float[] time = p.time();
    float[] per = p.per;
    float[] base = p.base;
    float[] tail = p.tail;
    FloatVector load = all(p.load);
    FloatVector scale = all(p.scale);
    FloatVector limit = all(p.limit);
    FloatVector power = all(p.losses.power());
    FloatVector total = FloatVector.zero(SPECIES);
    int count = 0;
    for (int d = lane; d < whole; d += Lanes.WIDTH) {
      FloatVector h = at(own, d).fma(load, at(head, d));
      FloatVector c = h.mul(scale).mul(at(per, d));
      total = total.add(c);
      count += c.compare(VectorOperators.LE, limit).trueCount();
      h.mul(VectorExp32.power(at(time, d), power)).add(at(base, d)).intoArray(tail, d);
    }
    total.intoArray(sum, lane);
    return count;
  }

  /// The same with concentrations and their squares.
  private int measured(Passage p, int lane, int whole, float first) {
    float[] head = p.head;
    float[] own = p.own;
    float[] time = p.time();
    float[] per = p.per;
    float[] base = p.base;
    float[] tail = p.tail;
    float[] measured = p.measured;
    FloatVector load = all(p.load);
    FloatVector scale = all(p.scale);
    FloatVector limit = all(p.limit);
    FloatVector power = all(p.losses.power());
    FloatVector middle = all(first);
    FloatVector total = FloatVector.zero(SPECIES);
    FloatVector squares = FloatVector.zero(SPECIES);
    int count = 0;
    for (int d = lane; d < whole; d += Lanes.WIDTH) {
      FloatVector h = at(own, d).fma(load, at(head, d));
      FloatVector c = h.mul(scale).mul(at(per, d));
      c.intoArray(measured, d);
      FloatVector shifted = c.sub(middle);
      total = total.add(shifted);
      squares = shifted.fma(shifted, squares);
      count += c.compare(VectorOperators.LE, limit).trueCount();
      h.mul(VectorExp32.power(at(time, d), power)).add(at(base, d)).intoArray(tail, d);
    }
    total.intoArray(sum, lane);
    squares.intoArray(square, lane);
    return count;
  }

  /// The last, incomplete round; loads and concentrations only.
  private static void rest(Passage p, int whole) {
    for (int d = whole; d < p.tail.length; d += STEP) {
      FloatVector h = at(p.own, d).fma(all(p.load), at(p.head, d));
      if (p.isMeasured()) {
        h.mul(p.scale).mul(at(p.per, d)).intoArray(p.measured, d);
      }
      FloatVector left = VectorExp32.power(at(p.time(), d), all(p.losses.power()));
      h.mul(left).add(at(p.base, d)).intoArray(p.tail, d);
    }
  }
}
