package org.tonle.scenario;

import java.util.Optional;
import java.util.OptionalInt;
import org.tonle.model.Scenario.Change;

/// Dated change: a change from a year on, and the plant that it is about.
public final class DatedChange {
  private DatedChange() {}

  /// The same change from a year on.
  public static Change from(Change change, int year) {
    return from(change, OptionalInt.of(year));
  }

  /// The same change from a year on, or always.
  static Change from(Change change, OptionalInt from) {
    return switch (change) {
      case Change.ScaleLoad c ->
          new Change.ScaleLoad(
              c.category(), c.unit(), c.source(), c.constituent(), c.factor(), from);
      case Change.SetPlant c ->
          new Change.SetPlant(c.plant(), c.status(), c.capacity_m3_per_d(), c.technology(), from);
      case Change.SetSanitation c ->
          new Change.SetSanitation(
              c.town(), c.sewershed(), c.path(), c.share(), c.plant(), c.from(), from);
      case Change.ScaleRate c -> new Change.ScaleRate(c.reaction(), c.factor(), from);
      case Change.SetDischarge c ->
          new Change.SetDischarge(c.season(), c.group(), c.factor(), from);
      case Change.Build c ->
          new Change.Build(
              c.site(),
              c.technology(),
              c.capacity_m3_per_d(),
              c.node(),
              c.serves(),
              c.reliabilityShare(),
              from);
    };
  }

  /// Site of a plant that is built, or the plant that is set.
  public static Optional<String> plant(Change change) {
    return switch (change) {
      case Change.Build build -> Optional.of(build.site());
      case Change.SetPlant set -> Optional.of(set.plant());
      case Change.ScaleLoad c -> Optional.empty();
      case Change.SetSanitation c -> Optional.empty();
      case Change.ScaleRate c -> Optional.empty();
      case Change.SetDischarge c -> Optional.empty();
    };
  }
}
