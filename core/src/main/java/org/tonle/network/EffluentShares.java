package org.tonle.network;

import java.util.Arrays;
import java.util.BitSet;

/// Effluents at every node, beside the stated water (docs/theory/transport.md, Eq. 5).
///
/// @param displacedShare share of the local inflow that is effluent, whose own load is counted
///   apart, `[season][node]`
/// @param joined_m3_per_s beyond the stated inflows, `[season][node]`
public record EffluentShares(double[][] displacedShare, double[][] joined_m3_per_s) {
  /// Part of a local inflow's load that remains.
  public double remaining(int season, int node) {
    return 1 - displacedShare[season][node];
  }

  /// Nodes at which other shares of the local inflow are displaced in some season.
  public BitSet otherInflows(EffluentShares other) {
    BitSet found = new BitSet();
    for (int s = 0; s < displacedShare.length; s++) {
      boolean isSame = Arrays.equals(displacedShare[s], other.displacedShare[s]);
      for (int n = 0; n < displacedShare[s].length && !isSame; n++) {
        if (displacedShare[s][n] != other.displacedShare[s][n]) {
          found.set(n);
        }
      }
    }
    return found;
  }

  public boolean isSame(EffluentShares other) {
    return Arrays.deepEquals(displacedShare, other.displacedShare)
        && Arrays.deepEquals(joined_m3_per_s, other.joined_m3_per_s);
  }
}
