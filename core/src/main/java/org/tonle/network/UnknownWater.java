package org.tonle.network;

/// Unknown water of a season: what flows where the study lets no water come from (docs/theory/
/// transport.md, Eq. 6). Nobody knows what it carries, so it must not pass for pure.
final class UnknownWater {
  private final double[] nowhere;
  private final double[] share;

  /// @param tolerance share of a node's water that may be open
  UnknownWater(SeasonBuilder season, Segments segments, double tolerance) {
    int nodes = segments.nodeCount();
    nowhere = new double[nodes];
    share = new double[nodes];
    double[] arriving = new double[nodes];
    int[] start = new int[nodes + 1];
    for (int u : season.up) {
      if (u >= 0) {
        start[u + 1]++;
      }
    }
    int[] out = org.tonle.network.order.Topology.byNode(nodes, start, season.up);
    for (int n : season.waterOrder()) {
      double leaving = season.leaving(n);
      double missing = -season.closure(n);
      double through = leaving + season.evaporation[n] + StrictMath.max(0, season.storage[n]);
      nowhere[n] = missing > tolerance * through ? missing : 0;
      share[n] = through > 0 ? StrictMath.min(1, (nowhere[n] + arriving[n]) / through) : 0;
      for (int i = start[n]; i < start[n + 1]; i++) {
        int s = out[i];
        arriving[season.waterDown[s]] += share[n] * season.discharge[segments.reach()[s]];
      }
    }
  }

  /// Water that leaves a node and arrives from nowhere [m³/s]; 0 within what may be open.
  double nowhere_m3_per_s(int node) {
    return nowhere[node];
  }

  /// Share of a node's water that is unknown.
  double share(int node) {
    return share[node];
  }
}
