package org.tonle.simulate;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Lanes] by the vector module, as wide as the machine.
final class VectorLanes implements Lanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  @Override
  public String name() {
    return "vector";
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
}
