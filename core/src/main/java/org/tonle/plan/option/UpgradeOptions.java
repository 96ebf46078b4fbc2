package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.tonle.model.Catalogue;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.scenario.Applied;

/// Options of a plant that is there: disinfection after it, nutrient removal, more capacity, and
/// more people on its sewers where one town sends to it (docs/theory/plan.md, Eq. 23).
///
/// An upgrade decides on every source that sends to the plant.
final class UpgradeOptions {
  private final Applied applied;
  private final Candidates candidates;
  private final List<Refusal> refused;

  UpgradeOptions(Applied applied, Candidates candidates, List<Refusal> refused) {
    this.applied = applied;
    this.candidates = candidates;
    this.refused = refused;
  }

  /// A plant that is upgraded, with what it receives in the year that works are built for.
  private record Standing(
      Source.Plant plant, List<String> sites, double inflow_m3_per_d, double people) {
    Works.Existing existing() {
      return new Works.Existing(plant.technology(), size_m3_per_d());
    }

    /// Its capacity; a plant that states none is as large as it needs to be.
    double size_m3_per_d() {
      return Double.isFinite(plant.capacity_m3_per_d())
          ? plant.capacity_m3_per_d()
          : Works.capacityFor(inflow_m3_per_d);
    }
  }

  /// @param senders sources whose wastewater goes to it
  /// @param towns options of the towns that plants may be built for
  /// @param measured sources with measured effluents
  List<Option> of(
      Source.Plant plant,
      List<Source> senders,
      Map<String, TownOptions> towns,
      List<String> measured) {
    if (plant.status() != Source.Plant.Status.OPERATING) {
      return List.of();
    }
    if (measured.contains(plant.id())) {
      return refuse(plant, Refusal.Reason.MEASURED);
    }
    double inflow = 0;
    double people = 0;
    for (Source source : senders) {
      if (source instanceof Source.Town town && towns.containsKey(town.id())) {
        double share = share(town, plant);
        TownOptions own = towns.get(town.id());
        inflow += own.treated_m3_per_d(share);
        people += share * own.people();
      } else if (source instanceof Source.Discharger one) {
        inflow += one.activity().wastewater_m3_per_d().orElse(0);
      }
    }
    if (!(inflow > 0)) {
      return refuse(plant, Refusal.Reason.NO_WASTEWATER);
    }
    if (!candidates.isPriced(plant.technology())) {
      return refuse(plant, Refusal.Reason.NO_PRICE);
    }
    List<String> sites = senders.stream().map(Source::id).toList();
    Standing standing = new Standing(plant, sites, inflow, people);
    List<Option> found = new ArrayList<>(upgrades(standing));
    if (senders.size() == 1 && senders.getFirst() instanceof Source.Town town) {
      extensions(standing, town, Objects.requireNonNull(towns.get(town.id())), found);
    }
    return found;
  }

  private List<Option> refuse(Source.Plant plant, Refusal.Reason reason) {
    refused.add(new Refusal(plant.id(), "", reason));
    return List.of();
  }

  private double share(Source.Town town, Source.Plant plant) {
    return applied.sanitation(town.id()).stream()
        .filter(r -> r.plant().equals(plant.id()))
        .filter(r -> r.path() == org.tonle.model.Sanitation.Path.SEWER_PLANT)
        .mapToDouble(org.tonle.model.Sanitation::share)
        .sum();
  }

  private List<Option> upgrades(Standing standing) {
    double now = standing.size_m3_per_d();
    double needed = StrictMath.max(now, Works.capacityFor(standing.inflow_m3_per_d));
    List<Option> found = new ArrayList<>();
    for (double size : now < needed ? new double[] {now, needed} : new double[] {now}) {
      for (String technology : technologies(standing.plant.technology(), size)) {
        boolean isSame = technology.equals(standing.plant.technology());
        if (!isSame || size > now) {
          double treated = StrictMath.min(size, standing.inflow_m3_per_d);
          Works works =
              Works.plant(technology, size, treated, standing.people, 0)
                  .insteadOf(standing.existing());
          String more = size > now ? "@" + StrictMath.round(size) : "";
          String id = standing.plant.id() + ":" + technology + more;
          List<Change> changes = List.of(set(standing.plant, technology, size, size > now));
          found.add(new Option(id, Option.Kind.UPGRADE, standing.sites, changes, works));
        }
      }
    }
    return found;
  }

  /// What stands, with a step after it, and treatment that removes nutrients.
  private Set<String> technologies(String old, double size) {
    Set<String> found = new LinkedHashSet<>(List.of(old));
    if (!old.contains(Catalogue.STEP)) {
      found.addAll(candidates.disinfected(old, size));
    }
    if (!candidates.isAdvanced(old)) {
      candidates.at(Candidate.Use.TOWN, size).stream()
          .map(Candidate::technology)
          .filter(candidates::isAdvanced)
          .forEach(found::add);
    }
    return found;
  }

  private static Change set(
      Source.Plant plant, String technology, double capacity_m3_per_d, boolean isLarger) {
    return new Change.SetPlant(
        plant.id(),
        Source.Plant.Status.OPERATING,
        isLarger ? OptionalDouble.of(capacity_m3_per_d) : OptionalDouble.empty(),
        technology,
        OptionalInt.empty());
  }

  /// More of the one town's people on sewers to the plant, which grows with them.
  private void extensions(
      Standing standing, Source.Town town, TownOptions own, List<Option> found) {
    for (double coverage : own.coverages()) {
      double treated = own.treated_m3_per_d(coverage);
      double size = StrictMath.max(standing.size_m3_per_d(), Works.capacityFor(treated));
      if (coverage <= own.sewered()) {
        continue;
      }
      List<String> technologies = new ArrayList<>(List.of(standing.plant.technology()));
      technologies.addAll(candidates.disinfected(standing.plant.technology(), size));
      for (String technology : technologies) {
        List<Change> changes = new ArrayList<>(own.changes(own.sewered(coverage)));
        changes.add(set(standing.plant, technology, size, size > standing.size_m3_per_d()));
        double people = own.people();
        Works works =
            Works.plant(
                    technology,
                    size,
                    treated,
                    coverage * people,
                    (coverage - own.sewered()) * people)
                .insteadOf(standing.existing());
        String id =
            town.id()
                + ":"
                + standing.plant.id()
                + "="
                + technology
                + "@"
                + StrictMath.round(100 * coverage);
        found.add(new Option(id, Option.Kind.UPGRADE, List.of(town.id()), changes, works));
      }
    }
  }
}
