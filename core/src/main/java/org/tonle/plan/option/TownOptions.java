package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tonle.model.Sanitation;
import org.tonle.model.Sanitation.Path;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;

/// Options of one sewershed: emptied tanks, tanks for all, and sewers to a plant
/// (docs/theory/plan.md, Eq. 23).
final class TownOptions {
  /// Shares of a town's people that sewers may be led to; a town of the kind `rural` keeps its own.
  private static final double[] COVERAGE = {0.5, 0.65, 0.8, 0.95};

  private static final String RURAL = "rural";

  /// Less than this share of more people is no extension.
  private static final double WORTH = 0.05;

  private static final double LEAST_PEOPLE = 1;
  private static final int LITRES_PER_M3 = 1000;

  private final Source.Town town;
  private final double people;
  private final Map<Path, Double> shares = new EnumMap<>(Path.class);
  private final List<Option> found = new ArrayList<>();
  private final List<Refusal> refused;

  /// @param people of the year that plants are built for
  /// @param refused filled here with what is not possible, and why
  TownOptions(Source.Town town, double people, List<Sanitation> rows, List<Refusal> refused) {
    this.town = town;
    this.people = people;
    this.refused = refused;
    rows.forEach(r -> shares.merge(r.path(), r.share(), Double::sum));
  }

  List<Option> of(Candidates candidates) {
    found.add(Option.nothing(town.id()));
    if (people < LEAST_PEOPLE) {
      refused.add(new Refusal(town.id(), "", Refusal.Reason.NO_WASTEWATER));
      return found;
    }
    onSite();
    if (!(town.wastewater_l_per_d() > 0)) {
      refused.add(new Refusal(town.id(), "", Refusal.Reason.VOLUME_NOT_KNOWN));
      return found;
    }
    for (double coverage : coverages()) {
      plants(coverage, candidates);
    }
    return found;
  }

  double sewered() {
    return share(Path.SEWER) + share(Path.SEWER_PLANT);
  }

  private double share(Path path) {
    return shares.getOrDefault(path, 0.0);
  }

  /// Shares of people with sewers to consider: today's, and more.
  List<Double> coverages() {
    List<Double> all = new ArrayList<>();
    if (sewered() > 0) {
      all.add(sewered());
    }
    for (double one : COVERAGE) {
      if (!town.kind().equals(RURAL) && one >= sewered() + WORTH) {
        all.add(one);
      }
    }
    return all;
  }

  private void onSite() {
    double tanks = share(Path.SEPTIC);
    double without = share(Path.PIT) + share(Path.NONE);
    if (tanks > 0) {
      Map<Path, Double> now = new EnumMap<>(shares);
      now.put(Path.SEPTIC, 0.0);
      now.merge(Path.SEPTIC_EMPTIED, tanks, Double::sum);
      add("sludge", Option.Kind.SLUDGE_SERVICE, now, served(tanks, 0));
    }
    if (without > 0) {
      add("tanks", Option.Kind.ON_SITE, tanksForAll(shares), served(tanks + without, without));
    }
  }

  private static Map<Path, Double> tanksForAll(Map<Path, Double> before) {
    Map<Path, Double> now = new EnumMap<>(before);
    double all = 0;
    for (Path path : List.of(Path.SEPTIC, Path.PIT, Path.NONE)) {
      all += now.getOrDefault(path, 0.0);
      now.put(path, 0.0);
    }
    now.merge(Path.SEPTIC_EMPTIED, all, Double::sum);
    return now;
  }

  private Works served(double emptied, double newTanks) {
    return Works.onSite(emptied * people, newTanks * people);
  }

  private void add(String what, Option.Kind kind, Map<Path, Double> now, Works works) {
    String id = town.id() + ":" + what;
    found.add(new Option(id, kind, List.of(town.id()), onSiteChanges(now), works));
  }

  /// Changes of the shares without sewers; those with sewers stay as they are, also where the plant
  /// at their end does not operate.
  private List<Change> onSiteChanges(Map<Path, Double> now) {
    List<Change> changes = new ArrayList<>();
    for (Path path : List.of(Path.SEPTIC_EMPTIED, Path.SEPTIC, Path.PIT, Path.NONE)) {
      double share = now.getOrDefault(path, 0.0);
      if (share > 0 || share(path) > 0) {
        changes.add(set(path, share, From.ALL));
      }
    }
    return changes;
  }

  private Change set(Path path, double share, From from) {
    String sewershed = town.sewershed().isPresent() ? town.id() : "";
    return new Change.SetSanitation(
        town.town(), sewershed, path, share, "", from, OptionalInt.empty());
  }

  private void plants(double coverage, Candidates candidates) {
    double treated = treated_m3_per_d(coverage);
    double capacity = Works.capacityFor(treated);
    for (Candidate candidate : candidates.at(Candidate.Use.TOWN, capacity)) {
      plant(coverage, treated, candidate, candidates);
    }
    for (Candidate candidate : candidates.notAt(Candidate.Use.TOWN, capacity)) {
      String id = id(coverage, candidate.technology());
      refused.add(Refusal.of(town.id(), id, candidate, capacity));
    }
  }

  private void plant(double coverage, double treated, Candidate candidate, Candidates candidates) {
    found.add(plant(coverage, treated, candidate, candidates, ""));
  }

  /// A plant of a candidate for a share of the people.
  ///
  /// @param node where it discharges, "" = where the town does
  private Option plant(
      double coverage, double treated, Candidate candidate, Candidates candidates, String node) {
    double more = StrictMath.max(0, coverage - sewered());
    String id = id(coverage, candidate.technology());
    double capacity = Works.capacityFor(treated);
    List<Change> changes = new ArrayList<>(changes(sewered(coverage)));
    changes.add(
        new Change.Build(
            town.id(),
            candidate.technology(),
            OptionalDouble.of(capacity),
            node,
            List.of(),
            candidates.reliabilityShare(capacity),
            OptionalInt.empty()));
    Option.Kind kind =
        !node.isEmpty()
            ? Option.Kind.MOVED_OUTLET
            : more > 0 ? Option.Kind.SEWERS_AND_PLANT : Option.Kind.OWN_PLANT;
    Works works =
        Works.plant(candidate.technology(), capacity, treated, coverage * people, more * people);
    return new Option(
        node.isEmpty() ? id : id + ">" + node, kind, List.of(town.id()), changes, works);
  }

  /// Plants for most of the people with their outlet elsewhere.
  ///
  /// @param km length of the pipe to it
  List<Option> moved(Candidates candidates, String node, double km, double lift_m) {
    double coverage = coverages().isEmpty() ? 0 : coverages().getLast();
    double treated = treated_m3_per_d(coverage);
    return coverage == 0
        ? List.of()
        : candidates.at(Candidate.Use.TOWN, Works.capacityFor(treated)).stream()
            .map(c -> plant(coverage, treated, c, candidates, node))
            .map(o -> o.with(o.works().withTrunk(km, treated, lift_m)))
            .toList();
  }

  double treated_m3_per_d(double coverage) {
    return coverage * people * town.wastewater_l_per_d() / LITRES_PER_M3;
  }

  double people() {
    return people;
  }

  private String id(double coverage, String technology) {
    return town.id() + ":" + technology + "@" + StrictMath.round(100 * coverage);
  }

  /// Shares with sewers to a plant for a share of the people; those without a sewer so far leave
  /// their paths in proportion.
  Map<Path, Double> sewered(double coverage) {
    double others = 1 - sewered();
    double left = others > 0 ? StrictMath.max(0, 1 - coverage) / others : 0;
    Map<Path, Double> now = new EnumMap<>(Path.class);
    shares.forEach((path, share) -> now.put(path, share * left));
    now.put(Path.SEWER, 0.0);
    now.put(Path.SEWER_PLANT, coverage);
    return now;
  }

  /// Changes that set all shares at once.
  List<Change> changes(Map<Path, Double> now) {
    List<Change> changes = new ArrayList<>();
    now.forEach(
        (path, share) -> {
          if (share > 0 || share(path) > 0) {
            changes.add(set(path, share, From.UNSAID));
          }
        });
    return changes;
  }
}
