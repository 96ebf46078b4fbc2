package org.tonle.simulate;

import org.tonle.network.Kinetics;
import org.tonle.network.LoadEntries;
import org.tonle.network.Network;

/// Runs one linked group through the year. Implementations differ in speed only.
public interface Kernel {
  /// "plain" or "vector".
  String name();

  /// Routes the group's loads for all draws at once.
  ///
  /// @param batch draws computed together; no result depends on it
  GroupResult run(
      Network network,
      Kinetics kinetics,
      LoadEntries entries,
      DrawVectors draws,
      Places places,
      Thresholds thresholds,
      int batch);
}
