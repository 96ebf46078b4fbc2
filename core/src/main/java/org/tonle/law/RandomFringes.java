package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Lake;
import org.tonle.model.Reaction;
import org.tonle.model.Study;

/// Fringes and beds of the lakes of a random study: flooded land, what it and the bed give and
/// take, and what does not react. Half of the studies have some.
final class RandomFringes {
  private RandomFringes() {}

  static Study on(Study bare, Dice dice) {
    if (!dice.happens(0.5)) {
      return bare;
    }
    Study.Waterways old = bare.waterways();
    List<Lake> lakes = old.lakes().stream().map(l -> lake(l, dice)).toList();
    Study.Chemistry chemistry = bare.chemistry();
    List<Reaction> reactions = new ArrayList<>(chemistry.reactions());
    reactions.addAll(some(dice));
    Study.Waterways water =
        new Study.Waterways(
            old.seasons(),
            old.nodes(),
            old.reaches(),
            lakes,
            old.flows(),
            old.waters(),
            old.shapes());
    return bare.with(water, bare.emissions())
        .with(
            new Study.Chemistry(chemistry.constituents(), reactions, chemistry.rates()),
            bare.emissions());
  }

  private static Lake lake(Lake lake, Dice dice) {
    List<Lake.Seasonal> seasons =
        lake.seasons().stream().map(s -> flooded(s, dice.between(0, 1))).toList();
    return new Lake(lake.id(), lake.names(), lake.unit(), seasons, lake.provenance());
  }

  private static Lake.Seasonal flooded(Lake.Seasonal s, double share) {
    return new Lake.Seasonal(
        s.volumeStart_km3(),
        s.volumeEnd_km3(),
        s.area_km2(),
        s.levelVolumeEnd_km3(),
        s.temperature_c(),
        s.light_w_per_m2(),
        s.wind_m_per_s(),
        share * s.area_km2(),
        s.provenance());
  }

  private static List<Reaction> some(Dice dice) {
    List<Reaction> all =
        List.of(
            RandomStudy.reaction("bed_cl", "Cl", Reaction.Kind.RELEASE, 0.4, 1, "", 0),
            RandomStudy.reaction("bed_tn", "TN", Reaction.Kind.RELEASE, 0.02, 1.03, "", 0),
            RandomStudy.reaction("soil_nh4", "NH4", Reaction.Kind.FRINGE_RELEASE, 0.05, 1, "", 0),
            RandomStudy.reaction("soil_do", "DO", Reaction.Kind.FRINGE_DEMAND, 0.3, 1.05, "", 0),
            RandomStudy.reaction("humic_tn", "TN", Reaction.Kind.RESIDUAL, 0.3, 1, "", 0),
            RandomStudy.reaction("humic_bod", "BOD", Reaction.Kind.RESIDUAL, 0.5, 1, "", 0));
    return all.stream().filter(r -> dice.happens(0.7)).toList();
  }
}
