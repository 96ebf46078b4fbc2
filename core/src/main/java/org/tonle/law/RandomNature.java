package org.tonle.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Catalogue;
import org.tonle.model.Check;
import org.tonle.model.Constituent;
import org.tonle.model.Delivery;
import org.tonle.model.Entry;
import org.tonle.model.Limit;
import org.tonle.model.ModelError;
import org.tonle.model.Names;
import org.tonle.model.NodeFlow;
import org.tonle.model.Observation;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Rate;
import org.tonle.model.Reach;
import org.tonle.model.Reaction;
import org.tonle.model.Receptor;
import org.tonle.model.Sanitation;
import org.tonle.model.Settings;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// What a random country knows of its rivers beyond [RandomStudy]: bacteria, rates of places,
/// classes of reaches and seasons, given fractions, delivery from land, receptors, observations and
/// checks, spreads of all tiers and of groups. Each comes with a chance of its own.
final class RandomNature {
  private final Study bare;
  private final Dice dice;

  private RandomNature(Study bare, Dice dice) {
    this.bare = bare;
    this.dice = dice;
  }

  static Study on(Study bare, Dice dice) {
    return new RandomNature(bare, dice).study();
  }

  private Study study() {
    Study.Waterways old = bare.waterways();
    boolean hasBacteria = dice.happens(0.4);
    List<Water> waters = new ArrayList<>(old.waters());
    if (hasBacteria) {
      for (NodeFlow flow : old.flows()) {
        if (flow.kind().joins()) {
          waters.add(new Water(flow.water(), "", "FC", dice.between(1, 2_000), Provenance.NONE));
        }
      }
    }
    Study.Waterways waterways =
        new Study.Waterways(
            old.seasons(), old.nodes(), reaches(), old.lakes(), old.flows(), waters, old.shapes());
    Study.Rules rules =
        new Study.Rules(
            bare.rules().limits(),
            bare.rules().effluentLimits(),
            bare.rules().designations(),
            receptors(),
            bare.rules().conditions(),
            bare.rules().laws());
    return new Study(
        bare.id(),
        bare.title(),
        bare.settings(),
        waterways,
        chemistry(hasBacteria),
        bare.emissions(),
        rules,
        new Study.Evidence(
            List.of(),
            observations(),
            spreads(),
            checks(),
            List.of(),
            Posterior.NONE,
            List.of(),
            modelErrors()),
        Catalogue.NONE,
        List.of());
  }

  /// Groups of water that one monsoon wets, in some studies.
  static Settings correlated(Settings of, Dice dice) {
    double correlation = dice.happens(0.4) ? dice.between(0.2, 1) : 0;
    Settings.Sampling old = of.sampling();
    return new Settings(
        of.year(),
        of.judging(),
        new Settings.Sampling(old.draws(), old.seed(), old.dischargeExponent(), correlation),
        of.routing(),
        of.ambient(),
        of.conditioned(),
        of.accepted());
  }

  private <T> T any(List<T> of) {
    return of.get(dice.from(0, of.size()));
  }

  // ---- water

  private List<Reach> reaches() {
    boolean hasClasses = dice.happens(0.5);
    boolean hasFractions = dice.happens(0.4);
    boolean hasVelocities = dice.happens(0.3);
    Set<String> divided = new HashSet<>();
    List<Reach> found = new ArrayList<>();
    for (Reach reach : bare.waterways().reaches()) {
      boolean isShared = hasFractions && hasSister(reach) && divided.add(reach.line().fromNode());
      OptionalDouble fraction =
          isShared ? OptionalDouble.of(dice.between(0.05, 0.9)) : OptionalDouble.empty();
      List<Reach.Seasonal> seasons =
          reach.seasons().stream()
              .map(s -> withVelocity(withFraction(s, fraction), hasVelocities))
              .toList();
      found.add(
          new Reach(
              reach.id(),
              reach.names(),
              reach.line(),
              reach.reverses(),
              reach.unit(),
              reach.section(),
              new Reach.Drainage(dice.between(1, 400), reach.drainage().isMinorPath()),
              seasons,
              hasClasses && dice.happens(0.4) ? "slow" : "",
              reach.delivers(),
              reach.provenance()));
    }
    return found;
  }

  /// Whether both the reach and another one take water from its upper node in every season.
  private boolean hasSister(Reach reach) {
    return alwaysFlows(reach)
        && bare.waterways().reaches().stream()
            .anyMatch(
                r ->
                    !r.id().equals(reach.id())
                        && r.line().fromNode().equals(reach.line().fromNode())
                        && alwaysFlows(r));
  }

  private static boolean alwaysFlows(Reach reach) {
    return reach.seasons().stream().allMatch(s -> s.discharge_m3_per_s() > 0);
  }

  private static Reach.Seasonal withFraction(Reach.Seasonal s, OptionalDouble fraction) {
    return new Reach.Seasonal(
        s.discharge_m3_per_s(),
        s.meanAbsoluteDischarge_m3_per_s(),
        fraction,
        s.width_m(),
        s.depth_m(),
        s.velocity_m_per_s(),
        s.travelTime_d(),
        s.temperature_c(),
        s.light_w_per_m2(),
        s.provenance());
  }

  private Reach.Seasonal withVelocity(Reach.Seasonal s, boolean hasVelocities) {
    boolean isStated = hasVelocities && dice.happens(0.5);
    return !isStated
        ? s
        : new Reach.Seasonal(
            s.discharge_m3_per_s(),
            s.meanAbsoluteDischarge_m3_per_s(),
            s.fraction(),
            OptionalDouble.of(dice.between(5, 80)),
            OptionalDouble.empty(),
            OptionalDouble.of(dice.between(0.1, 1.5)),
            OptionalDouble.empty(),
            s.temperature_c(),
            s.light_w_per_m2(),
            s.provenance());
  }

  // ---- chemistry

  private Study.Chemistry chemistry(boolean hasBacteria) {
    List<Constituent> constituents = new ArrayList<>(bare.chemistry().constituents());
    List<Reaction> reactions = new ArrayList<>(bare.chemistry().reactions());
    if (hasBacteria) {
      constituents.add(
          new Constituent(
              "FC",
              Names.of("FC"),
              ConcentrationUnit.MPN_PER_100ML,
              Constituent.Kinetics.COLIFORM,
              "",
              0,
              0,
              false,
              Provenance.NONE));
      reactions.add(RandomStudy.reaction("fc_dark", "FC", Reaction.Kind.DECAY, 0.82, 1.07, "", 0));
      reactions.add(RandomStudy.reaction("fc_light", "FC", Reaction.Kind.LIGHT, 0.0068, 1, "", 0));
      reactions.add(
          RandomStudy.reaction("fc_settling", "FC", Reaction.Kind.SETTLING, 1.656, 1, "", 0));
    }
    if (dice.happens(0.4)) {
      reactions.add(RandomStudy.reaction("uptake", "NO3", Reaction.Kind.UPTAKE, 0.05, 1, "", 0));
    }
    if (new Dice(13L * bare.waterways().flows().size() + constituents.size()).happens(0.4)) {
      reactions.add(RandomStudy.reaction("bound", "BOD", Reaction.Kind.BINDING, 0.02, 1, "NH4", 0));
    }
    List<Rate> rates = new ArrayList<>();
    int count = dice.happens(0.5) ? dice.from(1, 5) : 0;
    for (int i = 0; i < count; i++) {
      rates.add(rate(i));
    }
    return new Study.Chemistry(constituents, reactions, rates);
  }

  /// Every row has another scope, so that no two claim the same place.
  private Rate rate(int i) {
    List<Reach> reaches = bare.waterways().reaches();
    double all = Double.POSITIVE_INFINITY;
    boolean isDeep = i == 3;
    return new Rate(
        i < 2 ? "tn_decay" : "oxidation",
        i == 0 ? any(reaches).id() : "",
        i == 1 ? "slow" : "",
        i == 2 ? any(bare.waterways().seasons()).id() : "",
        0,
        isDeep ? 5 : all,
        0,
        all,
        dice.between(0.05, 0.5),
        Provenance.NONE);
  }

  // ---- land, places, evidence

  /// Delivery that depends on the rain where the reach lies.
  static Delivery delivery(Study study, Dice dice) {
    if (!dice.happens(0.4)) {
      return Delivery.NONE;
    }
    List<Delivery.Trait> traits = new ArrayList<>();
    for (Reach reach : study.waterways().reaches()) {
      traits.add(new Delivery.Trait(reach.id(), "rain", dice.between(0, 2), Provenance.NONE));
    }
    return new Delivery(traits, List.of(new Delivery.Term("rice", "rain", 0.4, Provenance.NONE)));
  }

  private List<Receptor> receptors() {
    List<Receptor> found = new ArrayList<>();
    int count = dice.happens(0.6) ? dice.from(1, 4) : 0;
    for (int i = 0; i < count; i++) {
      Reach reach = any(bare.waterways().reaches());
      Entry at =
          dice.happens(0.5)
              ? Entry.atNode(reach.line().fromNode())
              : new Entry(
                  Entry.How.POINT, reach.id(), dice.between(0, 1) * reach.line().length_km());
      found.add(
          new Receptor(
              "intake" + i,
              Names.of("intake" + i),
              dice.happens(0.5) ? Receptor.Kind.INTAKE : Receptor.Kind.BATHING,
              at,
              1_000,
              "law-1",
              "I",
              Provenance.NONE));
    }
    return found;
  }

  private List<Observation> observations() {
    List<Observation> found = new ArrayList<>();
    int count = dice.happens(0.6) ? dice.from(1, 5) : 0;
    for (int i = 0; i < count; i++) {
      found.add(
          new Observation(
              "station " + i,
              any(bare.waterways().reaches()).id(),
              Optional.empty(),
              List.of(),
              any(List.of("TN", "BOD", "DO")),
              Observation.Statistic.MEAN,
              1 + i,
              dice.between(0.1, 8),
              Observation.Bound.EXACT,
              Observation.Use.CHECK,
              "",
              Provenance.NONE));
    }
    return found;
  }

  private List<Check> checks() {
    List<Check> found = new ArrayList<>();
    int count = dice.happens(0.4) ? dice.from(1, 4) : 0;
    for (int i = 0; i < count; i++) {
      String season = any(bare.waterways().seasons()).id();
      found.add(new Check(any(bare.waterways().reaches()).id(), season, "TN", 0.5, 3, ""));
    }
    return found;
  }

  /// Model errors by dice of their own, so that the other features of a seed stay.
  private List<ModelError> modelErrors() {
    Dice own = new Dice(31L * bare.waterways().nodes().size() + bare.waterways().flows().size());
    List<ModelError> found = new ArrayList<>();
    for (String constituent : List.of("TN", "BOD", "NH4-N", "DO", "FC")) {
      if (own.happens(0.4)) {
        Limit.Waterbody water = Limit.Waterbody.values()[own.from(0, 3)];
        found.add(
            new ModelError(
                constituent,
                water,
                own.between(0.1, 2.5),
                0,
                ModelError.Basis.DEFAULT,
                Provenance.NONE));
      }
    }
    return found;
  }

  private List<Spread> spreads() {
    List<Spread> found = new ArrayList<>();
    for (Spread spread : bare.evidence().spreads()) {
      if (dice.happens(0.7)) {
        found.add(spread);
      }
    }
    String season = any(bare.waterways().seasons()).id();
    String group = RandomStudy.group(dice.from(0, 3));
    spread(found, Spread.Variable.DISCHARGE, group, Spread.Tier.STUDY, "");
    spread(found, Spread.Variable.DISCHARGE, "", Spread.Tier.STUDY, season);
    spread(found, Spread.Variable.LOAD, "sewered", Spread.Tier.INDIVIDUAL, "");
    spread(found, Spread.Variable.LOAD, "industry", Spread.Tier.UNIT, "");
    spread(found, Spread.Variable.RATE, "tn_decay", Spread.Tier.STUDY, "");
    spread(found, Spread.Variable.PASSING, "sludge", Spread.Tier.STUDY, "");
    spread(found, Spread.Variable.PASSING, Sanitation.Path.PIT.id(), Spread.Tier.STUDY, "");
    retention(found, "", "");
    retention(found, Sanitation.Path.SEWER.category().id(), "");
    retention(found, any(bare.emissions().sources()).id(), "TN");
    return found;
  }

  private void retention(List<Spread> to, String scope, String constituent) {
    if (dice.happens(0.4)) {
      to.add(Spread.ofRetention(scope, constituent, dice.between(0.1, 1), Provenance.NONE));
    }
  }

  private void spread(
      List<Spread> to, Spread.Variable variable, String scope, Spread.Tier tier, String season) {
    if (dice.happens(0.35)) {
      to.add(Spread.of(variable, scope, tier, season, dice.between(0.05, 0.4), Provenance.NONE));
    }
  }
}
