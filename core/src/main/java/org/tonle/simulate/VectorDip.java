package org.tonle.simulate;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Dip32] for as many draws as the machine has lanes, bit for bit.
final class VectorDip {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorDip() {}

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static FloatVector at(float[] x, int d) {
    return FloatVector.fromArray(SPECIES, x, d);
  }

  private static VectorMask<Float> turns(FloatVector from, FloatVector to) {
    return from.compare(VectorOperators.LT, 0).and(to.compare(VectorOperators.GT, 0));
  }

  /// The lower of `lowest` and the lowest turn between `a` and `b`, from lane `d` on.
  static FloatVector lowest(Knot a, Knot b, int d, FloatVector lowest, VectorMask<Float> isMeant) {
    FloatVector h = at(b.at, d).sub(at(a.at, d));
    FloatVector h2 = h.mul(h);
    FloatVector a0 = h.mul(at(a.slope, d));
    FloatVector a1 = h2.mul(at(a.bend, d));
    FloatVector end = h.mul(at(b.slope, d));
    FloatVector b1 = h2.mul(at(b.bend, d));
    FloatVector rise = end.sub(a0);
    FloatVector a2 = rise.fma(all(3), a1.fma(all(-2), b1.neg()));
    FloatVector a3 = rise.fma(all(-2), a1.add(b1));
    FloatVector third = all(Dip32.THIRD);
    FloatVector start = at(a.value, d);
    FloatVector area = a3.fma(all(0.25f), a2.fma(third, a1.fma(all(0.5f), a0)));
    FloatVector c4 = at(b.value, d).sub(start).sub(area).mul(30);
    FloatVector c2 = a2.add(c4);
    FloatVector c3 = c4.fma(all(-2), a3);
    FloatVector thirds = all(2 * Dip32.THIRD);
    FloatVector one = slope(a0, a1, c2, c3, c4, third);
    FloatVector two = slope(a0, a1, c2, c3, c4, thirds);
    FloatVector found = lowest;
    VectorMask<Float> first = turns(a0, one).and(isMeant);
    if (first.anyTrue()) {
      FloatVector turn = turn(start, a0, a1, c2, c3, c4, all(0), a0, third, one);
      found = lower(found, turn, first);
    }
    VectorMask<Float> second = turns(one, two).and(isMeant);
    if (second.anyTrue()) {
      FloatVector turn = turn(start, a0, a1, c2, c3, c4, third, one, thirds, two);
      found = lower(found, turn, second);
    }
    VectorMask<Float> last = turns(two, end).and(isMeant);
    if (last.anyTrue()) {
      FloatVector turn = turn(start, a0, a1, c2, c3, c4, thirds, two, all(1), end);
      found = lower(found, turn, last);
    }
    return found;
  }

  private static FloatVector lower(FloatVector one, FloatVector other, VectorMask<Float> isMeant) {
    return one.blend(other, other.compare(VectorOperators.LT, one).and(isMeant));
  }

  private static FloatVector slope(
      FloatVector a0,
      FloatVector a1,
      FloatVector c2,
      FloatVector c3,
      FloatVector c4,
      FloatVector u) {
    return u.fma(u.fma(u.fma(u.fma(c4, c3), c2), a1), a0);
  }

  private static FloatVector turn(
      FloatVector start,
      FloatVector a0,
      FloatVector a1,
      FloatVector c2,
      FloatVector c3,
      FloatVector c4,
      FloatVector from,
      FloatVector fFrom,
      FloatVector to,
      FloatVector fTo) {
    FloatVector low = from;
    FloatVector high = to;
    FloatVector u = high.sub(low).fma(fFrom.div(fFrom.sub(fTo)), low);
    for (int i = 0; i < Dip32.STEPS; i++) {
      FloatVector f = slope(a0, a1, c2, c3, c4, u);
      FloatVector bend = u.fma(u.fma(c4.mul(4).fma(u, c3.mul(3)), c2.mul(2)), a1);
      VectorMask<Float> isFalling = f.compare(VectorOperators.LT, 0);
      low = low.blend(u, isFalling);
      high = u.blend(high, isFalling);
      FloatVector next = u.sub(f.div(bend));
      VectorMask<Float> isInside =
          next.compare(VectorOperators.GT, low).and(next.compare(VectorOperators.LT, high));
      u = low.add(high).mul(0.5f).blend(next, isInside);
    }
    FloatVector rest = u.fma(u.fma(c4.mul(0.2f), c3.mul(0.25f)), c2.mul(Dip32.THIRD));
    return u.fma(u.fma(u.fma(rest, a1.mul(0.5f)), a0), start);
  }
}
