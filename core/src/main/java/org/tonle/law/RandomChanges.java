package org.tonle.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.tonle.law.Variety.Feature;
import org.tonle.model.Category;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.ScenarioCheck;

/// Random scenarios of a study, of every kind of change, that its check accepts.
public final class RandomChanges {
  /// Site of a plant that no study lists, though one may say what it will let out.
  static final String NEW = "new works";

  private static final int TRIES = 1_000;
  private static final int LATEST = 2060;

  private final Study study;
  private final Dice dice;
  private final ScenarioCheck check;
  private final List<String> seasons;
  private final List<String> groups = new ArrayList<>(List.of(""));
  private final Set<Feature> features = EnumSet.noneOf(Feature.class);

  public RandomChanges(Study study, long seed) {
    this.study = study;
    dice = new Dice(seed * 7919 + 3);
    check = ScenarioCheck.of(study);
    seasons = study.waterways().seasons().stream().map(s -> s.id()).toList();
    study.waterways().flows().stream()
        .map(NodeFlow::group)
        .filter(g -> !g.isEmpty())
        .distinct()
        .forEach(groups::add);
  }

  /// A scenario of one to three changes, sometimes in another year or climate; rarely it only has
  /// another year or climate.
  public Scenario next() {
    for (int i = 0; i < TRIES; i++) {
      features.clear();
      Scenario found = scenario();
      if (check.check(found).stream().noneMatch(Problem::isError)) {
        return found;
      }
    }
    throw new IllegalStateException("No scenario was accepted.");
  }

  /// A scenario that nobody checked: many are refused.
  Scenario unchecked() {
    features.clear();
    return scenario();
  }

  /// What the last scenario holds.
  public Set<Feature> features() {
    return Set.copyOf(features);
  }

  private Scenario scenario() {
    List<Change> changes = new ArrayList<>();
    int count = dice.happens(0.08) ? 0 : dice.from(1, 4);
    for (int k = 0; k < count; k++) {
      changes.addAll(changes());
    }
    if (changes.size() > 1) {
      features.add(Feature.SEVERAL_CHANGES);
    }
    OptionalInt year = OptionalInt.empty();
    if (dice.happens(0.25)) {
      year = OptionalInt.of(year());
      features.add(Feature.YEAR);
    }
    List<Scenario.Growth> growth = new ArrayList<>();
    if (dice.happens(0.12)) {
      growth.add(
          new Scenario.Growth(any(List.of("", "u0", "u1", "u0-a")), dice.between(-0.02, 0.04)));
      features.add(Feature.GROWTH);
    }
    return new Scenario("random", Names.of("Random"), changes, year, growth, climate());
  }

  private Scenario.Climate climate() {
    List<Scenario.DischargeFactor> discharges = new ArrayList<>();
    if (dice.happens(0.1)) {
      String season = dice.happens(0.3) ? "" : any(seasons);
      discharges.add(new Scenario.DischargeFactor(season, any(groups), dice.between(0.6, 1.3)));
      features.add(Feature.CLIMATE_DISCHARGE);
    }
    double rise_c = 0;
    if (dice.happens(0.08)) {
      rise_c = dice.between(-2, 4);
      features.add(Feature.CLIMATE_TEMPERATURE);
    }
    return new Scenario.Climate(discharges, rise_c);
  }

  private List<Change> changes() {
    return switch (dice.from(0, 14)) {
      case 0, 1, 2, 3 -> List.of(made(Feature.SET_SANITATION, sanitation()));
      case 4 -> allShares();
      case 5, 6 -> List.of(made(Feature.SET_PLANT, plant()));
      case 7, 8 -> List.of(made(Feature.SCALE_LOAD, scaleLoad()));
      case 9 -> List.of(made(Feature.SCALE_RATE, scaleRate()));
      case 10 -> List.of(made(Feature.SET_DISCHARGE, discharge()));
      default -> List.of(made(Feature.BUILD, build()));
    };
  }

  private Change made(Feature kind, Change change) {
    features.add(kind);
    return change;
  }

  private <T> T any(List<T> of) {
    return of.get(dice.from(0, of.size()));
  }

  private int year() {
    return dice.from(study.settings().year(), LATEST);
  }

  /// The year from which a change holds.
  private OptionalInt since() {
    if (!dice.happens(0.12)) {
      return OptionalInt.empty();
    }
    features.add(Feature.YEAR_OF_A_CHANGE);
    return OptionalInt.of(year());
  }

  private String source(Class<? extends Source> kind) {
    List<String> found =
        study.emissions().sources().stream().filter(kind::isInstance).map(Source::id).toList();
    return found.isEmpty() ? "" : any(found);
  }

  private Source.Town town() {
    return any(
        study.emissions().sources().stream()
            .filter(s -> s instanceof Source.Town)
            .map(Source.Town.class::cast)
            .toList());
  }

  /// A sewershed as a change of shares names it, "" = the whole town.
  private String sewershed(Source.Town of) {
    boolean isDivided = of.sewershed().isPresent();
    if (!dice.happens(isDivided ? 0.6 : 0.3)) {
      features.add(isDivided ? Feature.WHOLE_OF_A_DIVIDED_TOWN : Feature.SET_SANITATION);
      return "";
    }
    features.add(isDivided ? Feature.SEWERSHED_OF_A_DIVIDED_TOWN : Feature.SEWERSHED_NAMED);
    return of.id();
  }

  /// A sewershed or a whole town as a plant may serve it.
  private String served() {
    Source.Town of = town();
    return dice.happens(0.3) ? of.town() : of.id();
  }

  private Change sanitation() {
    Sanitation.Path path = any(List.of(Sanitation.Path.values()));
    Scenario.From from = Scenario.From.ALL;
    if (dice.happens(0.4)) {
      from = new Scenario.From.OnePath(any(List.of(Sanitation.Path.values())));
      features.add(Feature.FROM_ONE_PATH);
    }
    double share = dice.happens(0.1) ? 0 : dice.between(0, 0.6);
    Source.Town of = town();
    return new Change.SetSanitation(
        of.town(), sewershed(of), path, share, plantOf(path), from, since());
  }

  private String plantOf(Sanitation.Path path) {
    boolean mayHave = path == Sanitation.Path.SEWER_PLANT || path == Sanitation.Path.SEPTIC_EMPTIED;
    return mayHave && dice.happens(0.8) ? source(Source.Plant.class) : "";
  }

  /// Every path of a town with its share.
  private List<Change> allShares() {
    features.add(Feature.SET_SANITATION);
    features.add(Feature.ALL_SHARES_GIVEN);
    Source.Town of = town();
    String sewershed = sewershed(of);
    List<Change> changes = new ArrayList<>();
    Sanitation.Path[] paths = Sanitation.Path.values();
    double share = 1.0 / paths.length;
    double moved = dice.between(0, share);
    for (int i = 0; i < paths.length; i++) {
      double own = i == 0 ? share + moved : i == paths.length - 1 ? share - moved : share;
      changes.add(
          new Change.SetSanitation(
              of.town(),
              sewershed,
              paths[i],
              own,
              plantOf(paths[i]),
              Scenario.From.UNSAID,
              OptionalInt.empty()));
    }
    return changes;
  }

  private Change plant() {
    Source.Plant.Status status =
        dice.happens(0.5)
            ? Source.Plant.Status.OPERATING
            : any(List.of(Source.Plant.Status.values()));
    return new Change.SetPlant(
        source(Source.Plant.class),
        status,
        capacity(200),
        dice.happens(0.4) ? "sludge" : "",
        since());
  }

  private OptionalDouble capacity(double least_m3_per_d) {
    return dice.happens(0.5)
        ? OptionalDouble.of(dice.between(least_m3_per_d, 9_000))
        : OptionalDouble.empty();
  }

  private Change scaleLoad() {
    String source = dice.happens(0.7) ? source(Source.class) : dice.happens(0.2) ? served() : "";
    boolean isWide = source.isEmpty();
    String category = isWide && dice.happens(0.7) ? any(List.of(Category.values())).id() : "";
    String unit = isWide && dice.happens(0.4) ? any(List.of("u0", "u1", "u0-b")) : "";
    String constituent = dice.happens(0.4) ? any(study.chemistry().constituents()).id() : "";
    double factor = dice.happens(0.1) ? 0 : dice.between(0, 1.5);
    return new Change.ScaleLoad(category, unit, source, constituent, factor, since());
  }

  private Change scaleRate() {
    return new Change.ScaleRate(
        any(study.chemistry().reactions()).id(), dice.between(0.5, 2), since());
  }

  private Change discharge() {
    return new Change.SetDischarge(any(seasons), any(groups), dice.between(0.4, 1), since());
  }

  private Change build() {
    String town = served();
    String other =
        Optional.of(source(Source.Discharger.class)).filter(s -> !s.isEmpty()).orElse(town);
    String site =
        switch (dice.from(0, 4)) {
          case 0 -> source(Source.Plant.class);
          case 1 -> town;
          case 2 -> other;
          default -> NEW;
        };
    boolean isNew = site.equals(NEW);
    if (isNew) {
      features.add(Feature.BUILD_NEW);
    }
    List<String> serves = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      if (dice.happens(0.5)) {
        serves.add(served());
      }
    }
    List<String> nodes = study.waterways().nodes().stream().map(Node::id).toList();
    String node = isNew || dice.happens(0.4) ? any(nodes) : "";
    double reliability = serves.size() == 2 ? 0.85 : 1;
    return new Change.Build(site, "pond", capacity(500), node, serves, reliability, since());
  }
}
