package org.tonle.scenario;

import java.util.List;
import java.util.OptionalInt;
import org.tonle.model.Scenario.Change;

/// Selector of a change: its kind and the ids it acts on, without the year.
///
/// @param kind name of the change in files
/// @param parts ids it acts on, "" = all
public record Selector(String kind, List<String> parts) implements Comparable<Selector> {

  static Selector of(Change change) {
    return switch (change) {
      case Change.ScaleLoad c ->
          new Selector("scale_load", List.of(c.category(), c.unit(), c.source(), c.constituent()));
      case Change.SetPlant c -> new Selector("set_plant", List.of(c.plant()));
      case Change.SetSanitation c ->
          new Selector("set_sanitation", List.of(c.town(), c.sewershed(), c.path().id()));
      case Change.ScaleRate c -> new Selector("scale_rate", List.of(c.reaction()));
      case Change.SetDischarge c -> new Selector("set_discharge", List.of(c.season(), c.group()));
      case Change.Build c -> new Selector("build", List.of(c.site()));
    };
  }

  /// The change without its year, and what it serves in no order; two changes of one selector must
  /// agree on this.
  static Change value(Change change) {
    Change always = DatedChange.from(change, OptionalInt.empty());
    return always instanceof Change.Build build
        ? new Change.Build(
            build.site(),
            build.technology(),
            build.capacity_m3_per_d(),
            build.node(),
            build.serves().stream().sorted().distinct().toList(),
            build.reliabilityShare(),
            build.year())
        : always;
  }

  @Override
  public int compareTo(Selector other) {
    int order = kind.compareTo(other.kind);
    for (int i = 0; order == 0 && i < parts.size(); i++) {
      order = parts.get(i).compareTo(other.parts.get(i));
    }
    return order;
  }

  /// The ids as a problem shows them.
  String text() {
    return kind + " " + String.join(" ", parts.stream().filter(p -> !p.isEmpty()).toList());
  }
}
