package org.tonle.network;

/// One season of the network: which way everything flows, how much, how long it takes.
///
/// @param duration_s length of the season
/// @param order nodes in topological order; a lake that closes a cycle stands where its outflow is
///   needed first
/// @param up upper node of each segment in this season, -1 where it is dry
/// @param down lower node of each segment, -1 where it is dry
/// @param outStart segments leaving node n are `outSegment[outStart[n] … outStart[n + 1] - 1]`
/// @param fraction share of its upper node's load that each segment takes
/// @param abstractionShare share of a node's load that abstractions take
/// @param lossShare share that leaves the study
/// @param outShare share that leaves at an outlet
/// @param leaving_m3_per_s water that carries a node's load away (evaporation does not); 0 = none
/// @param wet whether a node has any water
/// @param discharge_m3_per_s of each reach, >= 0
/// @param travelTime_s of each whole reach
/// @param depth_m of each reach
/// @param velocity_m_per_s of each reach
/// @param state of each reach
/// @param flowClass of each node: index into `classShare`
/// @param classShare share of each hydrological group in the water of a flow class, `class *
///   groupCount + group`; what is missing to 1 does not vary
/// @param cut whether a lake's outflow closes a cycle within the season
/// @param volumeStart_m3 of each lake
/// @param volumeEnd_m3 of each lake
/// @param area_m2 of each lake
public record SeasonNetwork(
    double duration_s,
    int[] order,
    int[] up,
    int[] down,
    int[] outStart,
    int[] outSegment,
    double[] fraction,
    double[] abstractionShare,
    double[] lossShare,
    double[] outShare,
    double[] leaving_m3_per_s,
    boolean[] wet,
    double[] discharge_m3_per_s,
    double[] travelTime_s,
    double[] depth_m,
    double[] velocity_m_per_s,
    ReachState[] state,
    int[] flowClass,
    double[] classShare,
    boolean[] cut,
    double[] volumeStart_m3,
    double[] volumeEnd_m3,
    double[] area_m2) {

  /// Share of a node's load that its outlets deliver beyond what they have: splits that a study
  /// accepts although they do not sum to 1.
  public double created(int node) {
    double given = outShare[node] + abstractionShare[node] + lossShare[node] - 1;
    for (int i = outStart[node]; i < outStart[node + 1]; i++) {
      given += fraction[outSegment[i]];
    }
    return given;
  }

  /// How a reach runs.
  public enum ReachState {
    FORWARD,
    BACKWARD,
    TURNING,
    DRY
  }
}
