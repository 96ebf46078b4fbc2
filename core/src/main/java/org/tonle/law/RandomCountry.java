package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonle.model.Catalogue;
import org.tonle.model.Delivery;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Keeping;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Reach;
import org.tonle.model.Sanitation;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Settings;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.model.Unit;

/// Random river system with everything that lives on it: towns on all paths, some divided into
/// sewersheds, plants in every state, shared and overflowing, factories, parks, animals, land,
/// measured effluents, seasons of sources, units within units, and limits of two laws.
public final class RandomCountry {
  private static final List<String> CARRIED = List.of("Cl", "TN", "BOD", "NH4", "FC");
  private static final List<String> UNITS = List.of("u0", "u1", "u0-a", "u0-b");

  private final Dice dice;
  private final Study water;
  private final Delivery delivery;
  private final RandomLaw law;
  private final List<Source> sources = new ArrayList<>();
  private final List<Sanitation> sanitation = new ArrayList<>();
  private final List<Factor> factors = new ArrayList<>();
  private final List<Technology.Removal> pond = new ArrayList<>();
  private final List<Effluent> effluents = new ArrayList<>();
  private final List<SeasonFactor> seasonFactors = new ArrayList<>();
  private final Settings settings;
  private final int plants;

  public RandomCountry(long seed) {
    dice = new Dice(seed * 31 + 5);
    Dice nature = new Dice(seed * 131 + 11);
    water = RandomNature.on(new RandomStudy(seed).study(), nature);
    delivery = RandomNature.delivery(water, nature);
    settings = RandomNature.correlated(water.settings(), new Dice(seed * 53 + 29));
    law = new RandomLaw(water, new Dice(seed * 17 + 3));
    plants = dice.from(1, 4);
    for (int i = 0; i < plants; i++) {
      plant("plant" + i);
    }
    int towns = dice.from(1, 6);
    for (int i = 0; i < towns; i++) {
      town("town" + i);
    }
    int factories = dice.from(0, 4);
    for (int i = 0; i < factories; i++) {
      factory("factory" + i);
    }
    if (dice.happens(0.3)) {
      measured(RandomChanges.NEW);
    }
    sources.add(herd());
    sources.add(land());
    factors();
    Dice division = new Dice(seed * 613 + 17);
    new RandomSewersheds(division, () -> entry(division, false))
        .divide(sources, sanitation, effluents, seasonFactors);
  }

  private Entry entry(boolean mayBeAlong) {
    return entry(dice, mayBeAlong);
  }

  private Entry entry(Dice dice, boolean mayBeAlong) {
    List<Reach> reaches = water.waterways().reaches();
    Reach reach = reaches.get(dice.from(0, reaches.size()));
    int kind = dice.from(0, mayBeAlong ? 4 : 3);
    return switch (kind) {
      case 0, 1 -> Entry.atNode(reach.line().fromNode());
      case 2 ->
          new Entry(Entry.How.POINT, reach.id(), dice.from(1, 4) / 4.0 * reach.line().length_km());
      default -> new Entry(Entry.How.UNIFORM, reach.id(), 0);
    };
  }

  private String unit() {
    return UNITS.get(dice.from(0, UNITS.size()));
  }

  private void plant(String id) {
    Source.Plant.Status[] states = Source.Plant.Status.values();
    List<Double> overflow = new ArrayList<>();
    if (dice.happens(0.5)) {
      for (int s = 0; s < water.waterways().seasons().size(); s++) {
        overflow.add(dice.happens(0.5) ? 0.0 : dice.between(0, 0.5));
      }
    }
    sources.add(
        new Source.Plant(
            id,
            Names.of(id),
            unit(),
            entry(false),
            dice.happens(0.5) ? Source.Plant.Status.OPERATING : states[dice.from(0, states.length)],
            dice.between(500, 9_000),
            dice.happens(0.5) ? "lagoon" : "sludge",
            overflow,
            "class-A",
            Source.Site.UNKNOWN,
            sludgeCapacity_people(id),
            Provenance.NONE));
    if (dice.happens(0.2)) {
      measured(id);
    }
  }

  /// Of half of the plants, by dice of their own, so that the other features of a seed stay.
  private double sludgeCapacity_people(String plant) {
    Dice own = new Dice(41L * water.waterways().flows().size() + plant.hashCode());
    double people = own.between(100, 60_000);
    return own.happens(0.5) ? people : Double.POSITIVE_INFINITY;
  }

  private void measured(String source) {
    String constituent = CARRIED.get(dice.from(0, 3));
    OptionalDouble concentration =
        dice.happens(0.5) ? OptionalDouble.of(dice.between(1, 40)) : OptionalDouble.empty();
    double load_g_per_s = dice.between(0.1, 3);
    effluents.add(
        new Effluent(
            source,
            "",
            constituent,
            concentration,
            concentration.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(load_g_per_s),
            Provenance.NONE));
  }

  private void town(String id) {
    sources.add(
        new Source.Town(
            id,
            Names.of(id),
            unit(),
            entry(false),
            dice.happens(0.7) ? "urban" : "rural",
            dice.between(1_000, dice.happens(0.3) ? 3_000_000 : 90_000),
            2015,
            dice.between(-0.01, 0.03),
            120,
            Source.Site.UNKNOWN,
            Provenance.NONE,
            Optional.empty()));
    List<Sanitation.Path> paths = List.of(Sanitation.Path.values());
    double rest = 1;
    for (Sanitation.Path path : paths) {
      boolean isLast = path == paths.getLast();
      if (!isLast && dice.happens(0.45)) {
        continue;
      }
      double share = isLast ? rest : rest * dice.between(0.1, 0.8);
      rest -= share;
      boolean mayHavePlant =
          path == Sanitation.Path.SEWER_PLANT || path == Sanitation.Path.SEPTIC_EMPTIED;
      sanitation.add(
          new Sanitation(
              id,
              path,
              share,
              mayHavePlant ? "plant" + dice.from(0, plants) : "",
              entry(true),
              dice.happens(0.3) ? "wetland" : "",
              Provenance.NONE,
              keeping(path, share)));
    }
    if (dice.happens(0.3)) {
      for (var season : water.waterways().seasons()) {
        seasonFactors.add(
            new SeasonFactor(id, season.id(), dice.between(0.3, 1.5), Provenance.NONE));
      }
    }
    if (dice.happens(0.1)) {
      measured(id);
    }
  }

  /// Keeping that follows from the share, so that the dice of all other inputs stay as they are.
  private static Keeping keeping(Sanitation.Path path, double share) {
    boolean isSewer = path == Sanitation.Path.SEWER || path == Sanitation.Path.SEWER_PLANT;
    if (isSewer || path == Sanitation.Path.NONE || share < 0.2) {
      return Keeping.UNSAID;
    }
    return new Keeping(
        share < 0.4 ? OptionalDouble.empty() : OptionalDouble.of(share / 2),
        OptionalDouble.of(share / 4),
        OptionalDouble.of(share / 8),
        share / 5);
  }

  private void factory(String id) {
    boolean isPark = dice.happens(0.4);
    String unit = unit();
    Entry entry = entry(false);
    double water_m3_per_d = dice.between(100, 4_000);
    String plant = dice.happens(0.4) ? "plant" + dice.from(0, plants) : "";
    sources.add(
        isPark
            ? RandomParts.park(id, unit, entry, water_m3_per_d, plant)
            : RandomParts.factory(id, unit, entry, water_m3_per_d, plant));
    if (dice.happens(0.3)) {
      measured(id);
    }
  }

  private Source herd() {
    return new Source.Livestock(
        "herd", Names.of("herd"), unit(), entry(true), "pig", 5_000, Provenance.NONE);
  }

  private Source land() {
    return new Source.Land(
        "land", Names.of("land"), unit(), entry(true), "rice", 300, 0, runoff(), Provenance.NONE);
  }

  /// Dice of their own, so that the other features of a seed stay.
  private Dice runoffDice() {
    return new Dice(17L * water.waterways().flows().size() + water.waterways().nodes().size());
  }

  /// A stated depth in some studies; the others take that of the water.
  private OptionalDouble runoff() {
    Dice own = runoffDice();
    double depth_mm_per_a = own.between(100, 2_000);
    return own.happens(0.5) ? OptionalDouble.of(depth_mm_per_a) : OptionalDouble.empty();
  }

  private void factors() {
    if (runoffDice().between(0, 1) < 0.6) {
      factor(Factor.Kind.RUNOFF, "rice", "", 600);
    }
    for (String c : CARRIED) {
      boolean isCarried = water.chemistry().constituents().stream().anyMatch(k -> k.id().equals(c));
      if (!isCarried) {
        continue;
      }
      for (String kind : List.of("urban", "rural")) {
        factor(Factor.Kind.PER_PERSON, kind, c, dice.between(1, 50));
      }
      factor(Factor.Kind.CONCENTRATION, "textile", c, dice.between(5, 300));
      factor(Factor.Kind.CONCENTRATION, "park", c, dice.between(5, 300));
      factor(Factor.Kind.PER_HEAD, "pig", c, dice.between(1, 20));
      factor(Factor.Kind.EXPORT, "rice", c, dice.between(100, 3_000));
      for (Sanitation.Path path : Sanitation.Path.values()) {
        factor(Factor.Kind.PASSING, path.id(), c, dice.happens(0.3) ? 1 : dice.between(0.1, 0.9));
      }
      for (String technology : List.of("lagoon", "sludge")) {
        factor(Factor.Kind.PASSING, technology, c, dice.between(0.05, 0.9));
      }
      double removed = 1 - dice.between(0.05, 0.9);
      pond.add(new Technology.Removal(c, removed, removed, removed, Provenance.NONE));
      factor(Factor.Kind.RETENTION, "wetland", c, dice.between(0, 0.6));
      washOff(c);
      factor(Factor.Kind.DELIVERY, "pig", c, dice.between(0.05, 0.4));
    }
  }

  /// Runoff carries a part of what animals, fields and those on tanks let go.
  private void washOff(String constituent) {
    for (String key : List.of("pig", "land", "on_site", Sanitation.Path.PIT.id())) {
      if (dice.happens(0.25)) {
        factor(Factor.Kind.WASH_OFF, key, constituent, dice.between(0.1, 1));
      }
    }
  }

  private void factor(Factor.Kind kind, String key, String constituent, double value) {
    factors.add(new Factor(kind, key, constituent, value, Provenance.NONE));
  }

  public Study study() {
    List<Unit> units = new ArrayList<>();
    units.add(new Unit("u0", Names.of("u0"), "", "province", Provenance.NONE));
    units.add(new Unit("u1", Names.of("u1"), "", "province", Provenance.NONE));
    units.add(new Unit("u0-a", Names.of("u0-a"), "u0", "district", Provenance.NONE));
    units.add(new Unit("u0-b", Names.of("u0-b"), "u0", "district", Provenance.NONE));
    List<Source> all = new ArrayList<>(water.emissions().sources());
    all.addAll(sources);
    all.sort(java.util.Comparator.comparing(Source::id));
    List<Effluent> measured = new ArrayList<>(water.emissions().effluents());
    measured.addAll(effluents);
    Study.Emissions emissions =
        new Study.Emissions(units, all, sanitation, factors, measured, seasonFactors, delivery);
    return new Study(
        water.id(),
        water.title(),
        settings,
        water.waterways(),
        water.chemistry(),
        emissions,
        law.rules(),
        water.evidence(),
        catalogue(),
        List.of());
  }

  /// Ponds are in the catalogue only: a scenario may build one without figures of the study's own.
  private Catalogue catalogue() {
    Technology technology =
        new Technology(
            "pond",
            Names.of("pond"),
            Technology.Kind.POND,
            pond,
            Technology.Capacity.ANY,
            Technology.Life.UNKNOWN,
            Technology.Needs.NONE,
            Technology.Skill.LOW,
            Provenance.NONE);
    Catalogue none = Catalogue.NONE;
    return new Catalogue(
        none.money(),
        List.of(technology),
        none.costs(),
        none.defaultCurve(),
        none.items(),
        none.exchangeRates(),
        none.sizes(),
        none.projects(),
        none.references());
  }
}
