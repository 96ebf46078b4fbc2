package org.tonle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Text;
import org.tonle.model.Category;
import org.tonle.model.Entry;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;

/// What a scenario changes of a study's sources.
final class Levers {
  private final List<Change> changes;
  private final Map<String, String> parentOf = new HashMap<>();

  Levers(Study study, List<Change> changes) {
    this.changes = changes;
    for (Unit unit : study.emissions().units()) {
      parentOf.put(unit.id(), unit.parent());
    }
  }

  List<Source> sources(List<Source> sources) {
    return sources.stream().map(s -> s instanceof Source.Plant plant ? plant(plant) : s).toList();
  }

  private Source plant(Source.Plant plant) {
    Source.Plant now = plant;
    for (Change change : changes) {
      if (change instanceof Change.SetPlant set && set.plant().equals(plant.id())) {
        double capacity = set.capacity_m3_per_d();
        now =
            new Source.Plant(
                now.id(),
                now.names(),
                now.unit(),
                now.entry(),
                set.status(),
                Double.isNaN(capacity) ? now.capacity_m3_per_d() : capacity,
                now.technology(),
                now.overflow(),
                now.effluentClass(),
                now.lon_deg(),
                now.lat_deg(),
                now.provenance());
      }
    }
    return now;
  }

  /// Sanitation with the scenario's shares; a town's other paths give way in proportion.
  List<Sanitation> sanitation(List<Sanitation> rows, List<Source> sources) {
    List<Sanitation> now = rows;
    for (Change change : changes) {
      if (change instanceof Change.SetSanitation set) {
        now = set(now, set, entryOf(set.town(), sources));
      }
    }
    return now;
  }

  private static Entry entryOf(String town, List<Source> sources) {
    return sources.stream()
        .filter(s -> s.id().equals(town))
        .map(Source::entry)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(Text.format("No town %s.", town)));
  }

  private static List<Sanitation> set(
      List<Sanitation> rows, Change.SetSanitation set, Entry entry) {
    double before = rows.stream().filter(r -> isPath(r, set)).mapToDouble(Sanitation::share).sum();
    double others =
        rows.stream()
            .filter(r -> r.town().equals(set.town()) && !isPath(r, set))
            .mapToDouble(Sanitation::share)
            .sum();
    double elsewhere = others > 0 ? (1 - set.share()) / others : 1;
    List<Sanitation> now = new ArrayList<>();
    for (Sanitation row : rows) {
      if (isPath(row, set)) {
        if (before > 0) {
          now.add(with(row, row.share() * set.share() / before, set.plant()));
        }
      } else {
        boolean isTown = row.town().equals(set.town());
        now.add(isTown ? with(row, row.share() * elsewhere, "") : row);
      }
    }
    if (!(before > 0)) {
      now.add(
          new Sanitation(
              set.town(), set.path(), set.share(), set.plant(), entry, "", Provenance.NONE));
    }
    return now;
  }

  private static boolean isPath(Sanitation row, Change.SetSanitation set) {
    return row.town().equals(set.town()) && row.path() == set.path();
  }

  private static Sanitation with(Sanitation row, double share, String plant) {
    return new Sanitation(
        row.town(),
        row.path(),
        share,
        plant.isEmpty() ? row.plant() : plant,
        row.entry(),
        row.retention(),
        row.provenance());
  }

  /// A term as the scenario leaves it.
  LoadTerm scale(LoadTerm term) {
    double factor = factor(term.category(), term.unit(), term.source(), term.constituent());
    if (factor == 1) {
      return term;
    }
    return new LoadTerm(
        term.source(),
        term.category(),
        term.unit(),
        term.path(),
        term.entry(),
        term.constituent(),
        term.generated_g_per_s() * factor,
        term.removed_g_per_s() * factor,
        term.retained_g_per_s() * factor,
        term.delivered_g_per_s().stream().map(d -> d * factor).toList(),
        term.passingKey(),
        term.passing(),
        term.quality());
  }

  /// Factor of the scenario on a load.
  double factor(Category category, String unit, String source, String constituent) {
    double factor = 1;
    for (Change change : changes) {
      if (change instanceof Change.ScaleLoad scale
          && holds(scale.category(), category.id())
          && (scale.unit().isEmpty() || isWithin(unit, scale.unit()))
          && holds(scale.source(), source)
          && holds(scale.constituent(), constituent)) {
        factor *= scale.factor();
      }
    }
    return factor;
  }

  private static boolean holds(String wanted, String found) {
    return wanted.isEmpty() || wanted.equals(found);
  }

  private boolean isWithin(String unit, String whole) {
    String at = unit;
    for (int depth = 0; !at.isEmpty() && depth <= parentOf.size(); depth++) {
      if (at.equals(whole)) {
        return true;
      }
      at = parentOf.getOrDefault(at, "");
    }
    return false;
  }
}
