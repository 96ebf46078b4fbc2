package org.tonle.assess;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.Places;

/// Judged water: state, temperature and oxygen saturation of the water at every judged place.
///
/// A node has the temperature of the reach that its water enters, else of one that brings it.
public final class JudgedWater {
  private final Study study;
  private final double rise_c;
  private final NetworkBuilder builder;
  private final List<Kinetics> groups;
  private final Places places;

  /// @param rise_c warming of all water by a climate
  public JudgedWater(
      Study study, double rise_c, NetworkBuilder builder, List<Kinetics> groups, Places places) {
    this.study = study;
    this.rise_c = rise_c;
    this.builder = builder;
    this.groups = groups;
    this.places = places;
  }

  private Network network() {
    return builder.network();
  }

  public FlowState state(int place, int season) {
    SeasonNetwork inSeason = network().seasons().get(season);
    if (place < places.reachCount()) {
      FlowState state = FlowState.of(inSeason.flow().state()[place]);
      boolean flows = state == FlowState.FORWARD || state == FlowState.BACKWARD;
      return flows && builder.isUnknownInReach(place, season) ? FlowState.UNKNOWN : state;
    }
    int number = place - places.reachCount() - places.lakeCount();
    if (number < 0) {
      int lake = network().lakeNode()[place - places.reachCount()];
      return builder.isUnknown(lake, season) ? FlowState.UNKNOWN : FlowState.STANDING;
    }
    int node = places.node()[number];
    if (builder.isUnknown(node, season)) {
      return FlowState.UNKNOWN;
    }
    boolean hasWater =
        network().nodeLake()[node] >= 0 || inSeason.nodes().leaving_m3_per_s()[node] > 0;
    return hasWater ? FlowState.STANDING : FlowState.DRY;
  }

  /// Whether the place is judged in the season ([Concentrations#isJudged]).
  boolean isJudged(int place, int season) {
    return state(place, season).isJudged();
  }

  /// Place whose water another has: itself, or of a node its lake or a reach at it; -1 if there is
  /// none.
  private int water(int place, int season) {
    int number = place - places.reachCount() - places.lakeCount();
    if (number < 0) {
      return place;
    }
    int node = places.node()[number];
    int lake = network().nodeLake()[node];
    if (lake >= 0) {
      return places.reachCount() + lake;
    }
    SeasonNetwork.Flow flow = network().seasons().get(season).flow();
    int found = -1;
    for (int i = 0; i < network().segmentCount(); i++) {
      if (flow.up()[i] == node) {
        return network().segmentReach()[i];
      }
      found = flow.down()[i] == node ? network().segmentReach()[i] : found;
    }
    return found;
  }

  /// Reach or lake whose water the place has, or "".
  String waterbody(int place, int season) {
    int at = water(place, season);
    if (at < 0) {
      return "";
    }
    return at < places.reachCount()
        ? study.waterways().reaches().get(at).id()
        : study.waterways().lakes().get(at - places.reachCount()).id();
  }

  double temperature_c(int place, int season) {
    int at = water(place, season);
    OptionalDouble stated =
        at < 0
            ? OptionalDouble.empty()
            : at < places.reachCount()
                ? study.waterways().reaches().get(at).seasons().get(season).temperature_c()
                : study
                    .waterways()
                    .lakes()
                    .get(at - places.reachCount())
                    .seasons()
                    .get(season)
                    .temperature_c();
    return stated.orElse(study.settings().ambient().temperature_c()) + rise_c;
  }

  /// Oxygen saturation.
  double saturation_mg_per_l(int place, int season) {
    int at = water(place, season);
    for (Kinetics kinetics : groups) {
      if (kinetics.oxygen() >= 0 && at >= 0) {
        int reaches = places.reachCount();
        return at < reaches
            ? kinetics.reaches().saturation_g_per_m3()[season * reaches + at]
            : kinetics.lakes().saturation_g_per_m3()[season * places.lakeCount() + at - reaches];
      }
    }
    return Double.NaN;
  }
}
