package org.tonle.network;

/// Season of the network: directions, discharges and travel times.
///
/// @param duration_s length of the season
/// @param nodes water of the nodes
/// @param reaches water of the reaches
/// @param lakes water of the lakes
public record SeasonNetwork(
    double duration_s, Flow flow, NodeWater nodes, ReachWater reaches, LakeWater lakes) {

  /// Flow of water and loads through the network.
  ///
  /// @param order nodes in topological order; a lake that closes a cycle comes where its outflow is
  ///   first needed
  /// @param up upper node of each segment in this season, -1 if it is dry
  /// @param down lower node of each segment, -1 if it is dry
  /// @param outStart segments leaving node n are `outSegment[outStart[n] … outStart[n + 1] - 1]`
  /// @param cut whether a lake's outflow closes a cycle within the season
  /// @param state of each reach
  /// @param fraction share of its upper node's load that each segment takes
  /// @param abstractionShare share of a node's load that abstractions take
  /// @param lossShare share that leaves the study
  /// @param outShare share that leaves at an outlet
  public record Flow(
      int[] order,
      int[] up,
      int[] down,
      int[] outStart,
      int[] outSegment,
      boolean[] cut,
      ReachState[] state,
      double[] fraction,
      double[] abstractionShare,
      double[] lossShare,
      double[] outShare) {

    /// Share of a node's load that its outflows deliver beyond the load it has: from fractions that
    /// the study accepts although they do not sum to 1.
    public double created(int node) {
      double given = outShare[node] + abstractionShare[node] + lossShare[node] - 1;
      for (int i = outStart[node]; i < outStart[node + 1]; i++) {
        given += fraction[outSegment[i]];
      }
      return given;
    }
  }

  /// Water of the nodes.
  ///
  /// @param leaving_m3_per_s water that carries a node's load away (evaporation does not); 0 if no
  ///   water does
  /// @param wet whether a node has any water
  /// @param flowClass index into `classShare`
  /// @param classShare share of each hydrological group in the water of a flow class, `class *
  ///   groupCount + group`; the remainder to 1 does not vary
  public record NodeWater(
      double[] leaving_m3_per_s, boolean[] wet, int[] flowClass, double[] classShare) {}

  /// Water of the reaches.
  ///
  /// @param discharge_m3_per_s >= 0
  /// @param travelTime_s of each whole reach
  public record ReachWater(
      double[] discharge_m3_per_s,
      double[] travelTime_s,
      double[] depth_m,
      double[] velocity_m_per_s) {}

  /// Water of the lakes.
  ///
  /// @param volumeStart_m3 at the start of the season
  /// @param volumeEnd_m3 at its end
  public record LakeWater(double[] volumeStart_m3, double[] volumeEnd_m3, double[] area_m2) {}

  /// State of a reach: direction of its flow.
  public enum ReachState {
    FORWARD,
    BACKWARD,
    TURNING,
    DRY
  }
}
