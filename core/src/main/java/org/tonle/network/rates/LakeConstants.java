package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.scenario.Applied;

/// Constants of lakes for the members of one linked group: what bed and fringe give, and the
/// concentrations at which losses end (docs/theory/lakes.md, Eqs. 10–12). They do not depend on
/// loads, so that a lake stays affine in them.
final class LakeConstants {
  private final Study study;
  private final Applied applied;
  private final Network network;
  private final Multipliers multipliers;
  private final RateTable rates;
  private final BiFunction<Integer, Integer, Environment> ofLake;

  /// @param ofLake environment of a lake in a season
  LakeConstants(
      Study study,
      Applied applied,
      Network network,
      Multipliers multipliers,
      RateTable rates,
      BiFunction<Integer, Integer, Environment> ofLake) {
    this.study = study;
    this.applied = applied;
    this.network = network;
    this.multipliers = multipliers;
    this.rates = rates;
    this.ofLake = ofLake;
  }

  Kinetics.Constants gains_g_per_s(List<Integer> members) {
    return constants(
        members,
        List.of(Reaction.Kind.RELEASE, Reaction.Kind.FRINGE_RELEASE, Reaction.Kind.FRINGE_DEMAND));
  }

  Kinetics.Constants residuals_g_per_m3(List<Integer> members) {
    return constants(members, List.of(Reaction.Kind.RESIDUAL));
  }

  private Kinetics.Constants constants(List<Integer> members, List<Reaction.Kind> kinds) {
    List<Constituent> all = study.chemistry().constituents();
    List<String> ids = members.stream().map(c -> all.get(c).id()).toList();
    List<Reaction> rows =
        study.chemistry().reactions().stream()
            .filter(r -> kinds.contains(r.kind()) && ids.contains(r.constituent()))
            .toList();
    List<Bound> bound = kinds.contains(Reaction.Kind.RELEASE) ? bound(rows, ids) : List.of();
    int n = network.lakeCount() == 0 ? 0 : rows.size() + bound.size();
    if (n == 0) {
      return Kinetics.Constants.NONE;
    }
    Kinetics.Constants found =
        new Kinetics.Constants(
            new int[n],
            new double[n][network.seasonCount() * network.lakeCount()],
            new int[n][network.lakeCount()]);
    for (int i = 0; i < rows.size() && n > 0; i++) {
      int member = ids.indexOf(rows.get(i).constituent());
      found.member()[i] = member;
      fill(found, i, rows.get(i), all.get(members.get(member)));
    }
    for (int i = 0; i < bound.size(); i++) {
      Bound one = bound.get(i);
      int at = rows.size() + i;
      found.member()[at] = one.member;
      double share = one.share;
      found.value()[at] =
          Arrays.stream(found.value()[one.row]).map(value -> share * value).toArray();
      found.vector()[at] = found.vector()[one.row].clone();
    }
    return found;
  }

  /// What a gain of a carrier brings of a constituent bound to it.
  private record Bound(int row, int member, double share) {}

  private List<Bound> bound(List<Reaction> rows, List<String> ids) {
    List<Bound> found = new ArrayList<>();
    for (Reaction binding : study.chemistry().reactions()) {
      int member = ids.indexOf(binding.product());
      for (int i = 0; i < rows.size() && binding.kind() == Reaction.Kind.BINDING; i++) {
        if (member >= 0 && rows.get(i).constituent().equals(binding.constituent())) {
          found.add(new Bound(i, member, binding.value() * applied.rateFactor(binding.id())));
        }
      }
    }
    return found;
  }

  private void fill(Kinetics.Constants found, int i, Reaction row, Constituent of) {
    double lever = applied.rateFactor(row.id()) * of.ultimateOverFiveDay();
    for (int l = 0; l < network.lakeCount(); l++) {
      for (int s = 0; s < network.seasonCount(); s++) {
        Environment here = ofLake.apply(l, s);
        double value = rates.value(row, here) * here.warmth(row.theta()) * lever;
        found.value()[i][s * network.lakeCount() + l] = kernel(row.kind(), value, l, s);
        found.vector()[i][l] = multipliers.of(new Multiplier.OfRate(row.id(), here.site().unit()));
      }
    }
  }

  /// @param value in g/m²/d, or g/m³ of a residual
  private double kernel(Reaction.Kind kind, double value, int lake, int season) {
    Lake.Seasonal given = study.waterways().lakes().get(lake).seasons().get(season);
    double area_m2 = network.seasons().get(season).lakes().area_m2()[lake];
    double fringe_m2 = Convert.squareMetresFromSquareKilometres(given.fringe_km2());
    double perArea = Convert.gramsPerSecondFromGramsPerDay(value);
    return switch (kind) {
      case RELEASE -> perArea * area_m2;
      case FRINGE_RELEASE -> perArea * fringe_m2;
      case FRINGE_DEMAND -> -perArea * fringe_m2;
      default -> value;
    };
  }
}
