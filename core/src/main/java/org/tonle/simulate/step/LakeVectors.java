package org.tonle.simulate.step;

import org.tonle.network.Network;

/// Vectors of the inputs of lakes that vary from draw to draw, in double.
public interface LakeVectors {
  int draws();

  /// Drawn over central discharge of the water that leaves a node.
  double[] flowFactor(int season, int node);

  /// Vector of draws of a reaction rate, by its number.
  double[] rate(int vector);

  static LakeVectors of(Network network, DrawVectors draws) {
    return new LakeVectors() {
      @Override
      public int draws() {
        return draws.draws();
      }

      @Override
      public double[] flowFactor(int season, int node) {
        int flowClass = network.seasons().get(season).nodes().flowClass()[node];
        return draws.flowFactor(season, flowClass);
      }

      @Override
      public double[] rate(int vector) {
        return draws.multiplier()[vector];
      }
    };
  }
}
