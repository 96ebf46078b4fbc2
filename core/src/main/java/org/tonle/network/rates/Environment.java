package org.tonle.network.rates;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.convert.Convert;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Settings;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;

/// Environment of the water of a reach or lake in a season, on which rates depend.
///
/// @param site site of the water
/// @param wind_m_per_s over the water
/// @param reaeration_per_d of the reach at 20 °C, if the study states it
record Environment(
    Site site,
    String season,
    double temperature_c,
    double light_w_per_m2,
    double depth_m,
    double velocity_m_per_s,
    double discharge_m3_per_s,
    double wind_m_per_s,
    double altitude_m,
    OptionalDouble reaeration_per_d) {

  /// Power of discharge that depth follows at a station (Leopold and Maddock 1953).
  private static final double DEPTH_POWER = 0.40;

  /// Site: a reach or lake.
  ///
  /// @param id of the reach or lake
  /// @param rateClass class of a reach, or ""
  record Site(String id, String rateClass, String unit, boolean isLake) {}

  static Environment ofReach(
      Study study, Network network, Altitudes altitudes, int reach, int season) {
    Reach drawn = study.waterways().reaches().get(reach);
    Reach.Seasonal given = drawn.seasons().get(season);
    SeasonNetwork flow = network.seasons().get(season);
    Settings settings = study.settings();
    return new Environment(
        new Site(drawn.id(), drawn.rateClass(), drawn.unit(), false),
        study.waterways().seasons().get(season).id(),
        given.temperature_c().orElse(settings.ambient().temperature_c()),
        given.light_w_per_m2().orElse(settings.ambient().light_w_per_m2()),
        flow.reaches().depth_m()[reach],
        flow.reaches().velocity_m_per_s()[reach],
        flow.reaches().discharge_m3_per_s()[reach],
        Reaeration.DEFAULT_WIND_M_PER_S,
        0.5 * (altitudes.of(drawn.line().fromNode()) + altitudes.of(drawn.line().toNode())),
        drawn.section().reaeration_per_d());
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
        new Site(drawn.id(), "", drawn.unit(), true),
        study.waterways().seasons().get(season).id(),
        given.temperature_c().orElse(settings.ambient().temperature_c()),
        given.light_w_per_m2().orElse(settings.ambient().light_w_per_m2()),
        area_m2 > 0 ? volume_m3 / area_m2 : 0,
        0,
        network.seasons().get(season).nodes().leaving_m3_per_s()[network.lakeNode()[lake]],
        given.wind_m_per_s().orElse(Reaeration.DEFAULT_WIND_M_PER_S),
        altitudes.of(drawn.id()),
        OptionalDouble.empty());
  }

  /// The same environment in water that a climate has warmed.
  Environment warmer(double rise_c) {
    return rise_c == 0
        ? this
        : new Environment(
            site,
            season,
            temperature_c + rise_c,
            light_w_per_m2,
            depth_m,
            velocity_m_per_s,
            discharge_m3_per_s,
            wind_m_per_s,
            altitude_m,
            reaeration_per_d);
  }

  /// The same reach at another discharge: depth and velocity follow by their powers.
  Environment atDischarge(double factor, double velocityPower) {
    return new Environment(
        site,
        season,
        temperature_c,
        light_w_per_m2,
        depth_m * StrictMath.pow(factor, DEPTH_POWER),
        velocity_m_per_s * StrictMath.pow(factor, velocityPower),
        discharge_m3_per_s,
        wind_m_per_s,
        altitude_m,
        reaeration_per_d);
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
