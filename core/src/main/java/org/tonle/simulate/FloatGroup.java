package org.tonle.simulate;

import org.tonle.network.Kinetics;
import org.tonle.network.Network;

/// What all threads that run one linked group in float share.
record FloatGroup(
    Network network,
    Kinetics kinetics,
    FloatVectors vectors,
    FloatLoads atNodes,
    FloatLoads along,
    NodePlaces nodePlaces,
    ReachParts<float[][]> parts,
    Thresholds thresholds,
    GroupResult result,
    boolean isVector) {

  /// Arithmetic of one thread.
  LoadLanes lanes() {
    return isVector ? new VectorLoadLanes() : new PlainLoadLanes();
  }

  /// How the group is carried through a segment; one per thread.
  FloatStep step() {
    return kinetics.memberCount() == 1 && kinetics.oxygen() < 0
        ? new FirstOrderStep(network, kinetics, vectors, lanes())
        : new LinkedStep(network, kinetics, vectors);
  }
}
