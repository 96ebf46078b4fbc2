package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Rate;
import org.tonle.model.Reach;
import org.tonle.model.Reaction;
import org.tonle.model.Settings;
import org.tonle.model.Study;

/// Rates of a linked group in reaches and lakes (docs/theory/kinetics.md, lakes.md).
final class PlainRates {
  private final Study study;
  private final List<Constituent> members;
  private final Settings.Ambient ambient;

  /// Reactions as x' = a x + (water) · gain, for masses or loads.
  ///
  /// @param gain per water [g/m³/s]
  record RateSystem(double[][] a, double[] gain) {}

  /// Place and season at which rates are asked for.
  ///
  /// @param fringe share of a lake's area that is flooded land
  private record Here(
      String place,
      String rateClass,
      String season,
      double q,
      double depth_m,
      double meanDepth_m,
      double velocity,
      double t,
      double light,
      double wind,
      double altitude_m,
      OptionalDouble reaeration_per_d,
      boolean isLake,
      double fringe) {}

  PlainRates(Study study, List<Constituent> members) {
    this.study = study;
    this.members = members;
    ambient = study.settings().ambient();
  }

  RateSystem ofReach(PlainWater water, int r) {
    Reach reach = water.network.reaches.get(r);
    Reach.Seasonal season = reach.seasons().get(water.season);
    PlainChannel channel = water.channel[r];
    Here here =
        new Here(
            reach.id(),
            reach.rateClass(),
            season(water.season),
            water.discharge[r],
            channel.depth_m(),
            channel.depth_m(),
            channel.velocity_m_per_s(),
            season.temperature_c().orElse(ambient.temperature_c()),
            season.light_w_per_m2().orElse(ambient.light_w_per_m2()),
            PlainAir.defaultWind(),
            (altitude(reach.line().fromNode()) + altitude(reach.line().toNode())) / 2,
            reach.section().reaeration_per_d(),
            false,
            0);
    return system(here);
  }

  /// Rates of a lake while it holds a volume.
  RateSystem ofLake(PlainWater water, Lake lake, double volume_m3) {
    Lake.Seasonal season = lake.seasons().get(water.season);
    double area_m2 = season.area_km2() * 1e6;
    Here here =
        new Here(
            lake.id(),
            "",
            season(water.season),
            water.leaving(water.network.node(lake.id())),
            volume_m3 / area_m2,
            (season.volumeStart_km3() + season.volumeEnd_km3()) * 1e9 / 2 / area_m2,
            0,
            season.temperature_c().orElse(ambient.temperature_c()),
            season.light_w_per_m2().orElse(ambient.light_w_per_m2()),
            season.wind_m_per_s().orElse(PlainAir.defaultWind()),
            altitude(lake.id()),
            OptionalDouble.empty(),
            true,
            season.fringe_km2() / season.area_km2());
    return system(here);
  }

  double saturation(PlainWater water, int r) {
    Reach reach = water.network.reaches.get(r);
    Reach.Seasonal season = reach.seasons().get(water.season);
    double t = season.temperature_c().orElse(ambient.temperature_c());
    double altitude = (altitude(reach.line().fromNode()) + altitude(reach.line().toNode())) / 2;
    return PlainAir.saturation(t, ambient.salinity_g_per_kg(), altitude);
  }

  double saturation(PlainWater water, Lake lake) {
    double t = lake.seasons().get(water.season).temperature_c().orElse(ambient.temperature_c());
    return PlainAir.saturation(t, ambient.salinity_g_per_kg(), altitude(lake.id()));
  }

  private String season(int s) {
    return study.waterways().seasons().get(s).id();
  }

  private double altitude(String node) {
    for (Node one : study.waterways().nodes()) {
      if (one.id().equals(node)) {
        return one.altitude_m();
      }
    }
    return 0;
  }

  private int member(String id) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private RateSystem system(Here here) {
    RateSystem system =
        new RateSystem(new double[members.size()][members.size()], new double[members.size()]);
    Set<String> lost = new HashSet<>();
    for (Reaction reaction : study.chemistry().reactions()) {
      int i = member(reaction.constituent());
      if (i >= 0) {
        add(reaction, i, here, lost, system);
      }
    }
    return system;
  }

  private void add(Reaction of, int i, Here here, Set<String> lost, RateSystem system) {
    double k = value(of, here) * StrictMath.pow(of.theta(), here.t() - 20) / PlainFigures.DAY_S;
    double depth = here.depth_m();
    switch (of.kind()) {
      case DECAY, SETTLING, UPTAKE, LIGHT, LAKE_SETTLING ->
          loss(of, i, lossRate(of, i, k, here), here, lost, system);
      case REAERATION -> {
        double ka = reaeration(of, here);
        system.a[i][i] -= ka;
        system.gain[i] +=
            ka * PlainAir.saturation(here.t(), ambient.salinity_g_per_kg(), here.altitude_m());
      }
      case SEDIMENT_DEMAND -> system.gain[i] -= k / depth;
      case PHOTOSYNTHESIS -> system.gain[i] += k;
      case RESPIRATION -> system.gain[i] -= k;
      case RELEASE -> system.gain[i] += here.isLake() ? k / depth : 0;
      case FRINGE_RELEASE -> system.gain[i] += here.isLake() ? here.fringe() * k / depth : 0;
      case FRINGE_DEMAND -> system.gain[i] -= here.isLake() ? here.fringe() * k / depth : 0;
      case RESIDUAL, BINDING -> {}
    }
  }

  /// What is lost, and what comes of it; in a lake only above the residual.
  private void loss(Reaction of, int i, double k, Here here, Set<String> lost, RateSystem system) {
    double residual = here.isLake() ? residual(of.constituent(), here) : 0;
    boolean isFirst = lost.add(of.id() + "/" + of.constituent());
    if (isFirst) {
      system.a[i][i] -= k;
      system.gain[i] += k * residual;
    }
    int product = member(of.product());
    if (product >= 0) {
      system.a[product][i] += of.yield() * k;
      system.gain[product] -= of.yield() * k * residual;
    }
    for (Reaction binding : study.chemistry().reactions()) {
      int carrier = member(binding.constituent());
      int bound = member(binding.product());
      if (binding.kind() == Reaction.Kind.BINDING && carrier >= 0 && bound >= 0) {
        if (i == carrier && isFirst) {
          // What the carrier loses takes what is bound to it along.
          system.a[bound][i] -= binding.value() * k;
          system.gain[bound] += binding.value() * k * residual;
        }
        if (i == bound) {
          // A loss of the bound constituent acts on its free part alone.
          system.a[bound][carrier] += isFirst ? binding.value() * k : 0;
          if (product >= 0) {
            system.a[product][carrier] -= of.yield() * k * binding.value();
          }
        }
      }
    }
  }

  private double lossRate(Reaction of, int i, double k, Here here) {
    boolean isReplaced =
        here.isLake()
            && study.chemistry().reactions().stream()
                .anyMatch(
                    r ->
                        r.kind() == Reaction.Kind.LAKE_SETTLING
                            && r.constituent().equals(of.constituent()));
    boolean isBacteria = members.get(i).kinetics() == Constituent.Kinetics.COLIFORM;
    return switch (of.kind()) {
      case DECAY -> isReplaced ? 0 : k;
      case SETTLING ->
          isReplaced
              ? 0
              : k / here.depth_m() * (isBacteria ? StrictMath.min(1, here.meanDepth_m() / 0.5) : 1);
      case UPTAKE -> k / here.depth_m();
      case LAKE_SETTLING -> here.isLake() ? k / here.depth_m() : 0;
      default -> {
        double e = (0.0931 * ambient.tss_mg_per_l() + 0.881) * here.meanDepth_m();
        yield k * here.light() * (1 - StrictMath.exp(-e)) / e;
      }
    };
  }

  private double reaeration(Reaction of, Here here) {
    double warmth = StrictMath.pow(of.theta(), here.t() - 20) / PlainFigures.DAY_S;
    if (here.reaeration_per_d().isPresent()) {
      return warmth * here.reaeration_per_d().getAsDouble();
    }
    double stated = value(of, here);
    if (stated > 0) {
      return warmth * stated;
    }
    return warmth
        * (here.isLake()
            ? PlainAir.wind(here.wind()) / here.depth_m()
            : PlainAir.river(here.velocity(), here.depth_m()));
  }

  private double residual(String constituent, Here here) {
    double found = 0;
    for (Reaction reaction : study.chemistry().reactions()) {
      if (reaction.kind() == Reaction.Kind.RESIDUAL && reaction.constituent().equals(constituent)) {
        found += value(reaction, here);
      }
    }
    return found;
  }

  /// The value of the narrowest row, else the reaction's own.
  private double value(Reaction of, Here here) {
    List<Rate> holding = new ArrayList<>();
    for (Rate rate : study.chemistry().rates()) {
      boolean holds =
          rate.reaction().equals(of.id())
              && (rate.place().isEmpty() || rate.place().equals(here.place()))
              && (rate.reachClass().isEmpty() || rate.reachClass().equals(here.rateClass()))
              && (rate.season().isEmpty() || rate.season().equals(here.season()))
              && here.q() >= rate.minDischarge_m3_per_s()
              && here.q() < rate.maxDischarge_m3_per_s()
              && here.meanDepth_m() >= rate.minDepth_m()
              && here.meanDepth_m() < rate.maxDepth_m();
      if (holds) {
        holding.add(rate);
      }
    }
    double found = of.value();
    int narrowest = -1;
    for (Rate rate : holding) {
      boolean isClass =
          !rate.reachClass().isEmpty()
              || rate.minDischarge_m3_per_s() > 0
              || rate.minDepth_m() > 0
              || !Double.isInfinite(rate.maxDischarge_m3_per_s())
              || !Double.isInfinite(rate.maxDepth_m());
      int narrow =
          (rate.place().isEmpty() ? 0 : 4) + (isClass ? 2 : 0) + (rate.season().isEmpty() ? 0 : 1);
      if (narrow > narrowest) {
        narrowest = narrow;
        found = rate.value();
      }
    }
    return found;
  }
}
