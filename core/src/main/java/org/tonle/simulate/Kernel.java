package org.tonle.simulate;

import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;

/// Kernel that runs one linked group through the year of a network, for all draws at once.
/// Implementations differ in arithmetic and speed only.
public interface Kernel {
  /// "double", "vector" or "plain".
  String name();

  GroupResult run(Kinetics kinetics, LoadEntries entries, Places places, Thresholds thresholds);
}
