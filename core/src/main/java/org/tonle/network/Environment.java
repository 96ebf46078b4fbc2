package org.tonle.network;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.convert.Convert;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Settings;
import org.tonle.model.Study;

/// What surrounds the water of a reach or lake in a season, as rates depend on it.
///
/// @param wind_m_per_s over the water
/// @param reaeration_per_d of the reach at 20 °C, where the study states it
record Environment(
    String place,
    String reachClass,
    String unit,
    String season,
    double temperature_c,
    double light_w_per_m2,
    double depth_m,
    double velocity_m_per_s,
    double discharge_m3_per_s,
    double wind_m_per_s,
    double altitude_m,
    OptionalDouble reaeration_per_d,
    boolean isLake) {

  static Environment ofReach(
      Study study, Network network, Altitudes altitudes, int reach, int season) {
    Reach drawn = study.waterways().reaches().get(reach);
    Reach.Seasonal given = drawn.seasons().get(season);
    SeasonNetwork flow = network.seasons().get(season);
    Settings settings = study.settings();
    return new Environment(
        drawn.id(),
        drawn.rateClass(),
        drawn.unit(),
        study.waterways().seasons().get(season).id(),
        given.temperature_c().orElse(settings.temperature_c()),
        given.light_w_per_m2().orElse(settings.light_w_per_m2()),
        flow.depth_m()[reach],
        flow.velocity_m_per_s()[reach],
        flow.discharge_m3_per_s()[reach],
        Reaeration.DEFAULT_WIND_M_PER_S,
        0.5 * (altitudes.of(drawn.fromNode()) + altitudes.of(drawn.toNode())),
        drawn.section().reaeration_per_d(),
        false);
  }

  static Environment ofLake(
      Study study, Network network, Altitudes altitudes, int lake, int season) {
    Lake drawn = study.waterways().lakes().get(lake);
    Lake.Seasonal given = drawn.seasons().get(season);
    Settings settings = study.settings();
    double volume_m3 =
        Convert.cubicMetresFromCubicKilometres(
            0.5 * (given.volumeStart_km3() + given.volumeEnd_km3()));
    double area_m2 = Convert.squareMetresFromSquareKilometres(given.area_km2());
    return new Environment(
        drawn.id(),
        "",
        drawn.unit(),
        study.waterways().seasons().get(season).id(),
        given.temperature_c().orElse(settings.temperature_c()),
        given.light_w_per_m2().orElse(settings.light_w_per_m2()),
        area_m2 > 0 ? volume_m3 / area_m2 : 0,
        0,
        network.seasons().get(season).leaving_m3_per_s()[network.lakeNode()[lake]],
        given.wind_m_per_s().orElse(Reaeration.DEFAULT_WIND_M_PER_S),
        altitudes.of(drawn.id()),
        OptionalDouble.empty(),
        true);
  }

  /// The same in water that a climate has warmed.
  Environment warmer(double rise_c) {
    return rise_c == 0
        ? this
        : new Environment(
            place,
            reachClass,
            unit,
            season,
            temperature_c + rise_c,
            light_w_per_m2,
            depth_m,
            velocity_m_per_s,
            discharge_m3_per_s,
            wind_m_per_s,
            altitude_m,
            reaeration_per_d,
            isLake);
  }

  /// k(T) / k20 = θ^(T-20).
  double warmth(double theta) {
    return theta == 1 ? 1 : StrictMath.pow(theta, temperature_c - 20);
  }

  /// Altitude by node id.
  static final class Altitudes {
    private final java.util.Map<String, Double> byNode = new java.util.HashMap<>();

    Altitudes(List<Node> nodes) {
      nodes.forEach(n -> byNode.put(n.id(), n.altitude_m()));
    }

    double of(String node) {
      return byNode.getOrDefault(node, 0.0);
    }
  }
}
