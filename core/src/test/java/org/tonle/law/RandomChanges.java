package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tonle.model.Names;
import org.tonle.model.Reaction;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.ScenarioCheck;

/// Scenarios by chance of a study, of every kind of change, that its check accepts.
public final class RandomChanges {
  private static final int TRIES = 400;

  private final Study study;
  private final Dice dice;
  private final ScenarioCheck check;

  public RandomChanges(Study study, long seed) {
    this.study = study;
    dice = new Dice(seed * 7919 + 3);
    check = ScenarioCheck.of(study);
  }

  /// A scenario of one to three changes, sometimes in another year or climate.
  public Scenario next() {
    for (int i = 0; i < TRIES; i++) {
      List<Change> changes = new ArrayList<>();
      int count = dice.from(1, 4);
      for (int k = 0; k < count; k++) {
        changes.add(change());
      }
      Scenario found =
          new Scenario(
              "by chance",
              Names.of("by chance"),
              changes,
              dice.happens(0.15) ? OptionalInt.of(dice.from(2025, 2050)) : OptionalInt.empty(),
              dice.happens(0.1) ? List.of(new Scenario.Growth("u0", 0.02)) : List.of(),
              climate());
      if (check.check(found).stream().noneMatch(Problem::isError)) {
        return found;
      }
    }
    throw new IllegalStateException("No scenario was accepted.");
  }

  private Scenario.Climate climate() {
    if (!dice.happens(0.1)) {
      return Scenario.Climate.NONE;
    }
    String season =
        study.waterways().seasons().get(dice.from(0, study.waterways().seasons().size())).id();
    return new Scenario.Climate(
        List.of(new Scenario.DischargeFactor(season, "region 0", dice.between(0.6, 1.2))),
        dice.happens(0.5) ? 1.5 : 0);
  }

  private Change change() {
    return switch (dice.from(0, 12)) {
      case 0, 1, 2, 3, 4 -> sanitation();
      case 5, 6 -> plant();
      case 7, 8 -> scaleLoad();
      case 9 -> scaleRate();
      case 10 -> discharge();
      default -> build();
    };
  }

  private String source(Class<? extends Source> kind) {
    List<Source> found = study.emissions().sources().stream().filter(kind::isInstance).toList();
    return found.isEmpty() ? "" : found.get(dice.from(0, found.size())).id();
  }

  private Change sanitation() {
    Sanitation.Path[] paths = Sanitation.Path.values();
    Sanitation.Path path = paths[dice.from(0, paths.length)];
    String plant = path == Sanitation.Path.SEWER_PLANT ? source(Source.Plant.class) : "";
    Scenario.From from =
        dice.happens(0.6)
            ? Scenario.From.ALL
            : new Scenario.From.OnePath(paths[dice.from(0, paths.length)]);
    double share = dice.happens(0.1) ? 0 : dice.between(0, 0.6);
    return new Change.SetSanitation(source(Source.Town.class), path, share, plant, from);
  }

  private Change plant() {
    Source.Plant.Status[] states = Source.Plant.Status.values();
    return new Change.SetPlant(
        source(Source.Plant.class),
        dice.happens(0.5) ? Source.Plant.Status.OPERATING : states[dice.from(0, states.length)],
        dice.happens(0.5) ? OptionalDouble.of(dice.between(200, 9_000)) : OptionalDouble.empty(),
        dice.happens(0.4) ? "sludge" : "",
        dice.happens(0.2) ? OptionalInt.of(2030) : OptionalInt.empty());
  }

  private Change scaleLoad() {
    List<String> categories = List.of("", "sewered", "on_site", "industry", "livestock");
    String source = dice.happens(0.7) ? source(Source.class) : "";
    String category = source.isEmpty() ? categories.get(dice.from(0, 5)) : "";
    String unit = source.isEmpty() && dice.happens(0.3) ? "u0" : "";
    String constituent = dice.happens(0.4) ? "TN" : "";
    return new Change.ScaleLoad(category, unit, source, constituent, dice.between(0, 1.5));
  }

  private Change scaleRate() {
    List<Reaction> reactions = study.chemistry().reactions();
    return new Change.ScaleRate(
        reactions.get(dice.from(0, reactions.size())).id(), dice.between(0.5, 2));
  }

  private Change discharge() {
    String season =
        study.waterways().seasons().get(dice.from(0, study.waterways().seasons().size())).id();
    String group = dice.happens(0.5) ? "" : "region 1";
    return new Change.SetDischarge(season, group, dice.between(0.4, 1));
  }

  private Change build() {
    String town = source(Source.Town.class);
    String site = dice.happens(0.5) ? source(Source.Plant.class) : town;
    List<String> serves = dice.happens(0.6) ? List.of(town) : List.of();
    List<String> nodes = study.waterways().nodes().stream().map(n -> n.id()).toList();
    return new Change.Build(
        site,
        "pond",
        dice.happens(0.5) ? OptionalDouble.of(dice.between(500, 9_000)) : OptionalDouble.empty(),
        dice.happens(0.4) ? nodes.get(dice.from(0, nodes.size())) : "",
        serves,
        OptionalInt.empty());
  }
}
