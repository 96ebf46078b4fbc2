package org.tonle.load;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.tonle.model.Names;
import org.tonle.model.Sanitation.Path;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;

/// Changes of every kind by chance, sound and unsound ones, for the country of [LoadLawTest].
final class UnsoundChanges {
  private final Random dice;

  UnsoundChanges(Random dice) {
    this.dice = dice;
  }

  Scenario scenario() {
    List<Change> changes = new ArrayList<>();
    int count = dice.nextInt(8);
    for (int i = 0; i < count; i++) {
      changes.add(change());
    }
    List<Scenario.Growth> growth =
        dice.nextInt(3) == 0 ? List.of(new Scenario.Growth("", 0.05)) : List.of();
    OptionalInt year = dice.nextBoolean() ? OptionalInt.of(2025 + dice.nextInt(9)) : none();
    return new Scenario("chance", Names.of("Chance"), changes, year, growth, Scenario.Climate.NONE);
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }

  private Change change() {
    OptionalInt year = dice.nextInt(4) == 0 ? OptionalInt.of(2026 + dice.nextInt(6)) : none();
    return switch (dice.nextInt(7)) {
      case 0 ->
          new Change.ScaleLoad(
              pick("", "sewered", "on_site"),
              "",
              pick("", "town-1", "town-2"),
              pick("", "TN", "BOD"),
              2 * dice.nextDouble(),
              year);
      case 1 ->
          new Change.SetPlant(
              pick("works-1", "works-2", "works-9"),
              pick(Source.Plant.Status.values()),
              dice.nextBoolean() ? OptionalDouble.of(300_000 * dice.nextDouble()) : empty(),
              pick("", "lagoon", "pond"),
              year);
      case 2 ->
          new Change.Build(
              pick("works-1", "new", "town-0"),
              pick("lagoon", "pond"),
              dice.nextBoolean() ? OptionalDouble.of(300_000 * dice.nextDouble()) : empty(),
              "at-new",
              dice.nextBoolean() ? List.of(town()) : List.of(town(), town()),
              year);
      case 3 -> new Change.ScaleRate("decay", dice.nextDouble(), year);
      case 4 -> new Change.SetDischarge("wet", "", dice.nextDouble(), year);
      default ->
          new Change.SetSanitation(
              town(),
              pick("", "", "town-1"),
              pick(Path.values()),
              dice.nextInt(9) == 0 ? 1 : dice.nextDouble() / 2,
              pick("works-1", "works-2", ""),
              pick(From.ALL, From.ALL, From.UNSAID, new From.OnePath(pick(Path.values()))),
              year);
    };
  }

  private static OptionalDouble empty() {
    return OptionalDouble.empty();
  }

  private String town() {
    return "town-" + dice.nextInt(5);
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[dice.nextInt(of.length)];
  }
}
