package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Dip as in [Dip32] for as many draws as the machine has lanes, bit for bit.
///
/// There are several passes over all draws, each short enough that the compiler inlines all of it:
/// a vector passed to a call would become an object. Holds its own work space: one instance per
/// thread.
final class VectorDip {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private float[] start = {};
  private float[] a0 = {};
  private float[] a1 = {};
  private float[] c2 = {};
  private float[] c3 = {};
  private float[] c4 = {};
  private float[] one = {};
  private float[] two = {};
  private float[] end = {};
  private float[] lower = {};
  private float[] upper = {};
  private float[] point = {};

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static FloatVector at(float[] x, int d) {
    return FloatVector.fromArray(SPECIES, x, d);
  }

  /// See [Reactions#dip].
  void lower(Knot a, Knot b, float[] fastest, float least, float limit, float[] lowest) {
    if (start.length != lowest.length) {
      resize(lowest.length);
    }
    quintic(a, b);
    slopes();
    if (isTurning(a, b, fastest, least, limit)) {
      turn(a0, one, 0, Dip32.THIRD, lowest);
      turn(one, two, Dip32.THIRD, 2 * Dip32.THIRD, lowest);
      turn(two, end, 2 * Dip32.THIRD, 1, lowest);
    }
  }

  private void resize(int length) {
    start = new float[length];
    a0 = new float[length];
    a1 = new float[length];
    c2 = new float[length];
    c3 = new float[length];
    c4 = new float[length];
    one = new float[length];
    two = new float[length];
    end = new float[length];
    lower = new float[length];
    upper = new float[length];
    point = new float[length];
  }

  private void quintic(Knot a, Knot b) {
    for (int d = 0; d < start.length; d += LANES) {
      FloatVector h = at(b.at, d).sub(at(a.at, d));
      FloatVector h2 = h.mul(h);
      FloatVector first = h.mul(at(a.slope, d));
      FloatVector bend = h2.mul(at(a.bend, d));
      FloatVector last = h.mul(at(b.slope, d));
      FloatVector lastBend = h2.mul(at(b.bend, d));
      FloatVector rise = last.sub(first);
      FloatVector a2 = rise.fma(all(3), bend.fma(all(-2), lastBend.neg()));
      FloatVector a3 = rise.fma(all(-2), bend.add(lastBend));
      FloatVector value = at(a.value, d);
      FloatVector area = a3.fma(all(0.25f), a2.fma(all(Dip32.THIRD), bend.fma(all(0.5f), first)));
      FloatVector more = at(b.value, d).sub(value).sub(area).mul(30);
      value.intoArray(start, d);
      first.intoArray(a0, d);
      bend.intoArray(a1, d);
      a2.add(more).intoArray(c2, d);
      more.fma(all(-2), a3).intoArray(c3, d);
      more.intoArray(c4, d);
      last.intoArray(end, d);
    }
  }

  private void slopes() {
    FloatVector third = all(Dip32.THIRD);
    FloatVector thirds = all(2 * Dip32.THIRD);
    for (int d = 0; d < start.length; d += LANES) {
      slope(third, d).intoArray(one, d);
      slope(thirds, d).intoArray(two, d);
    }
  }

  private FloatVector slope(FloatVector u, int d) {
    return u.fma(u.fma(u.fma(u.fma(at(c4, d), at(c3, d)), at(c2, d)), at(a1, d)), at(a0, d));
  }

  /// Whether any selected lane turns; slopes of the others are set to 0, which is no turn.
  private boolean isTurning(Knot a, Knot b, float[] fastest, float least, float limit) {
    boolean isAny = false;
    for (int d = 0; d < start.length; d += LANES) {
      FloatVector rate = at(fastest, d);
      FloatVector piece = rate.mul(at(b.at, d).sub(at(a.at, d)));
      VectorMask<Float> isMeant =
          rate.compare(VectorOperators.GT, least).and(piece.compare(VectorOperators.LE, limit));
      FloatVector middle = at(one, d);
      FloatVector later = at(two, d);
      FloatVector last = at(end, d);
      VectorMask<Float> rises =
          middle
              .compare(VectorOperators.GT, 0)
              .or(later.compare(VectorOperators.GT, 0))
              .or(last.compare(VectorOperators.GT, 0))
              .and(isMeant);
      isAny |= rises.anyTrue();
      all(0).blend(middle, isMeant).intoArray(one, d);
      all(0).blend(later, isMeant).intoArray(two, d);
      all(0).blend(last, isMeant).intoArray(end, d);
    }
    return isAny;
  }

  /// Lowers `lowest` where the slope turns between two points.
  private void turn(float[] fFrom, float[] fTo, float from, float to, float[] lowest) {
    if (!begin(fFrom, fTo, from, to)) {
      return;
    }
    for (int i = 0; i < Dip32.STEPS; i++) {
      step();
    }
    finish(fFrom, fTo, lowest);
  }

  private void finish(float[] fFrom, float[] fTo, float[] lowest) {
    for (int d = 0; d < lowest.length; d += LANES) {
      VectorMask<Float> turns =
          at(fFrom, d)
              .compare(VectorOperators.LT, 0)
              .and(at(fTo, d).compare(VectorOperators.GT, 0));
      if (turns.anyTrue()) {
        FloatVector u = at(point, d);
        FloatVector rest = u.fma(at(c4, d).mul(0.2f), at(c3, d).mul(0.25f));
        rest = u.fma(rest, at(c2, d).mul(Dip32.THIRD));
        rest = u.fma(u.fma(rest, at(a1, d).mul(0.5f)), at(a0, d));
        FloatVector value = u.fma(rest, at(start, d));
        FloatVector before = at(lowest, d);
        VectorMask<Float> isLower = value.compare(VectorOperators.LT, before).and(turns);
        before.blend(value, isLower).intoArray(lowest, d);
      }
    }
  }

  private boolean begin(float[] fFrom, float[] fTo, float from, float to) {
    boolean isAny = false;
    FloatVector low = all(from);
    FloatVector high = all(to);
    for (int d = 0; d < start.length; d += LANES) {
      FloatVector fLow = at(fFrom, d);
      FloatVector fHigh = at(fTo, d);
      isAny |=
          fLow.compare(VectorOperators.LT, 0).and(fHigh.compare(VectorOperators.GT, 0)).anyTrue();
      low.intoArray(lower, d);
      high.intoArray(upper, d);
      high.sub(low).fma(fLow.div(fLow.sub(fHigh)), low).intoArray(point, d);
    }
    return isAny;
  }

  /// One step of Newton's rule, or a halving.
  private void step() {
    for (int d = 0; d < start.length; d += LANES) {
      FloatVector u = at(point, d);
      FloatVector f = slope(u, d);
      FloatVector bend = at(c4, d).mul(4).fma(u, at(c3, d).mul(3));
      bend = u.fma(u.fma(bend, at(c2, d).mul(2)), at(a1, d));
      VectorMask<Float> isFalling = f.compare(VectorOperators.LT, 0);
      FloatVector low = at(lower, d).blend(u, isFalling);
      FloatVector high = u.blend(at(upper, d), isFalling);
      low.intoArray(lower, d);
      high.intoArray(upper, d);
      FloatVector next = u.sub(f.div(bend));
      VectorMask<Float> isInside =
          next.compare(VectorOperators.GT, low).and(next.compare(VectorOperators.LT, high));
      low.add(high).mul(0.5f).blend(next, isInside).intoArray(point, d);
    }
  }
}
