package org.tonle.simulate.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Exponential as in [Exp32] for as many floats as the machine has lanes, bit for bit.
final class VectorExp32 {
  private VectorExp32() {}

  /// e^x in every lane.
  static FloatVector exp(FloatVector x) {
    var species = x.species();
    FloatVector round = FloatVector.broadcast(species, Exp32.ROUND);
    FloatVector one = FloatVector.broadcast(species, 1);
    FloatVector t = x.fma(FloatVector.broadcast(species, Exp32.LOG2_E), round);
    FloatVector r = t.sub(round).fma(FloatVector.broadcast(species, Exp32.MINUS_LN2), x);
    FloatVector p = FloatVector.broadcast(species, Exp32.E6);
    p = p.fma(r, FloatVector.broadcast(species, Exp32.E5));
    p = p.fma(r, FloatVector.broadcast(species, Exp32.E4));
    p = p.fma(r, FloatVector.broadcast(species, Exp32.E3));
    p = p.fma(r, FloatVector.broadcast(species, Exp32.E2));
    p = p.fma(r, one).fma(r, one);
    var power = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, Exp32.MANTISSA_BITS);
    FloatVector scaled = p.reinterpretAsInts().add(power).reinterpretAsFloats();
    return scaled.blend(0, x.compare(VectorOperators.LT, Exp32.FLUSH));
  }

  /// 2^(x k) in every lane.
  static FloatVector power(FloatVector x, FloatVector k) {
    var species = x.species();
    FloatVector round = FloatVector.broadcast(species, Exp32.ROUND);
    FloatVector t = x.fma(k, round);
    FloatVector f = x.fma(k, round.sub(t));
    FloatVector p = FloatVector.broadcast(species, Exp32.Q6);
    p = p.fma(f, FloatVector.broadcast(species, Exp32.Q5));
    p = p.fma(f, FloatVector.broadcast(species, Exp32.Q4));
    p = p.fma(f, FloatVector.broadcast(species, Exp32.Q3));
    p = p.fma(f, FloatVector.broadcast(species, Exp32.Q2));
    p = p.fma(f, FloatVector.broadcast(species, Exp32.Q1));
    p = p.fma(f, FloatVector.broadcast(species, 1));
    var whole = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, Exp32.MANTISSA_BITS);
    return p.reinterpretAsInts().add(whole).reinterpretAsFloats();
  }

  /// φ1(x) for x >= 0, given e^{-x} as `left`; divides only if a lane needs it.
  static FloatVector phi1(FloatVector x, FloatVector left) {
    VectorMask<Float> far = x.compare(VectorOperators.GE, Exp32.NEAR);
    FloatVector near = phi1Near(x);
    return far.anyTrue() ? near.blend(left.neg().add(1).div(x), far) : near;
  }

  /// φ1(x) for |x| <= 1/2.
  static FloatVector phi1Near(FloatVector x) {
    var species = x.species();
    FloatVector p = FloatVector.broadcast(species, Exp32.P6);
    p = p.fma(x, FloatVector.broadcast(species, Exp32.P5));
    p = p.fma(x, FloatVector.broadcast(species, Exp32.P4));
    p = p.fma(x, FloatVector.broadcast(species, Exp32.P3));
    p = p.fma(x, FloatVector.broadcast(species, Exp32.P2));
    p = p.fma(x, FloatVector.broadcast(species, Exp32.P1));
    return p.fma(x, FloatVector.broadcast(species, 1));
  }
}
