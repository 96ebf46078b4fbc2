package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tonle.load.Outfall;
import org.tonle.model.Effluent;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;
import org.tonle.network.Cuts;
import org.tonle.run.Instance;

/// List of all options of a study: for every sewershed and factory, and for those that may share a
/// plant, with what is not possible and why.
///
/// @param options those of each site together, the one that changes nothing first
public record OptionList(List<Option> options, List<Refusal> refused) {
  public OptionList {
    options = List.copyOf(options);
    refused = List.copyOf(refused);
  }

  /// The options of a prepared study.
  ///
  /// @param year that plants are built for
  public static OptionList of(Instance instance, Candidates candidates, int year) {
    return new Maker(instance, candidates, year).list();
  }

  private static final class Maker {
    private static final String COUNTRY = "country";

    /// Share of a town's people that a shared plant serves.
    private static final double SHARED_COVERAGE = 0.8;

    private final Instance instance;
    private final Study study;
    private final Candidates candidates;
    private final Instance later;
    private final List<Option> options = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<SharedOptions.Member> members = new ArrayList<>();
    private final List<String> measured;
    private final Cuts cuts;
    private final List<Source.Plant> plants = new ArrayList<>();
    private final Map<String, TownOptions> towns = new HashMap<>();
    private final MovedOutlets outlets;
    private final Map<String, Double> wastewater_m3_per_d = new HashMap<>();

    Maker(Instance instance, Candidates candidates, int year) {
      this.instance = instance;
      this.candidates = candidates;
      cuts = Cuts.of(instance.study(), instance.loads().terms());
      study = instance.study();
      outlets = new MovedOutlets(instance, countries(), refused);
      later =
          year > instance.applied().year()
              ? instance.under(instance.applied().scenario().in(year))
              : instance;
      measured = study.emissions().effluents().stream().map(Effluent::source).distinct().toList();
      for (Outfall outfall : instance.loads().outfalls()) {
        wastewater_m3_per_d.merge(outfall.source(), outfall.wastewater_m3_per_d(), StrictMath::max);
      }
    }

    OptionList list() {
      for (Source source : instance.applied().sources()) {
        switch (source) {
          case Source.Town town -> town(town);
          case Source.Discharger one -> factory(one);
          case Source.Plant plant -> plants.add(plant);
          case Source.Livestock herd -> {}
          case Source.Land area -> {}
        }
      }
      options.addAll(
          new SharedOptions(members, study.waterways().nodes(), countries(), refused)
              .of(candidates));
      UpgradeOptions upgrades = new UpgradeOptions(instance.applied(), candidates, refused);
      plants.forEach(p -> options.addAll(upgrades.of(p, senders(p), towns, measured)));
      return new OptionList(options, refused);
    }

    private void town(Source.Town town) {
      if (measured.contains(town.id())) {
        refuse(town.id(), Refusal.Reason.MEASURED);
        return;
      }
      if (!cuts.has(town.entry())) {
        refuse(town.id(), Refusal.Reason.NO_OUTFALL_YET);
        return;
      }
      double people = later.applied().people(town);
      TownOptions own =
          new TownOptions(town, people, instance.applied().sanitation(town.id()), refused);
      options.addAll(own.of(candidates));
      towns.put(town.id(), own);
      options.addAll(outlets.of(town, own, candidates));
      boolean mayShare = own.coverages().stream().anyMatch(c -> c >= SHARED_COVERAGE);
      if (mayShare && town.wastewater_l_per_d() > 0) {
        double coverage = StrictMath.max(SHARED_COVERAGE, own.sewered());
        members.add(new SharedOptions.Member(town, own, coverage, people));
      }
    }

    /// Sources whose wastewater goes to a plant.
    private List<Source> senders(Source.Plant plant) {
      return instance.applied().sources().stream()
          .filter(
              s ->
                  s instanceof Source.Discharger one
                      ? one.plant().equals(plant.id())
                      : s instanceof Source.Town town
                          && instance.applied().sanitation(town.id()).stream()
                              .anyMatch(
                                  r ->
                                      r.path() == Sanitation.Path.SEWER_PLANT
                                          && r.share() > 0
                                          && r.plant().equals(plant.id())))
          .toList();
    }

    private void refuse(String site, Refusal.Reason reason) {
      options.add(Option.nothing(site));
      refused.add(new Refusal(site, "", reason));
    }

    private void factory(Source.Discharger one) {
      double treated = wastewater_m3_per_d.getOrDefault(one.id(), Double.NaN);
      if (measured.contains(one.id())) {
        refuse(one.id(), Refusal.Reason.MEASURED);
        return;
      }
      if (!(treated > 0)) {
        refuse(one.id(), Refusal.Reason.VOLUME_NOT_KNOWN);
        return;
      }
      if (!cuts.has(one.entry())) {
        refuse(one.id(), Refusal.Reason.NO_OUTFALL_YET);
        return;
      }
      options.add(Option.nothing(one.id()));
      double capacity = Works.capacityFor(treated);
      for (Candidate candidate : candidates.notAt(Candidate.Use.FACTORY, capacity)) {
        String id = one.id() + ":" + candidate.technology();
        refused.add(Refusal.of(one.id(), id, candidate, capacity));
      }
      for (Candidate candidate : candidates.at(Candidate.Use.FACTORY, capacity)) {
        String id = one.id() + ":" + candidate.technology();
        Change build =
            new Change.Build(
                one.id(),
                candidate.technology(),
                OptionalDouble.of(capacity),
                "",
                List.of(),
                candidates.reliabilityShare(capacity),
                OptionalInt.empty());
        options.add(
            new Option(
                id,
                Option.Kind.PRE_TREATMENT,
                List.of(one.id()),
                List.of(build),
                Works.plant(candidate.technology(), capacity, treated, 0, 0)));
      }
    }

    /// Country of every unit.
    private Map<String, String> countries() {
      Map<String, Unit> units = new HashMap<>();
      study.emissions().units().forEach(u -> units.put(u.id(), u));
      Map<String, String> found = new HashMap<>();
      for (Unit unit : units.values()) {
        Unit at = unit;
        for (int depth = 0; at != null && depth < units.size(); depth++) {
          if (at.kind().equals(COUNTRY)) {
            found.put(unit.id(), at.id());
          }
          at = units.get(at.parent());
        }
      }
      return found;
    }
  }
}
