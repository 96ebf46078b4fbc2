package org.tonle.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.folder.Inputs;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.InputTable;
import org.tonle.store.InputsFile;
import org.tonle.store.RunFacts;

/// Input differences of two results, in the order of the parts.
final class InputDifferences {
  private final List<Difference> found = new ArrayList<>();

  private InputDifferences() {}

  static List<Difference> of(ResultFiles before, ResultFiles after) {
    InputDifferences all = new InputDifferences();
    Optional<InputsFile.Stored> a = before.inputs();
    Optional<InputsFile.Stored> b = after.inputs();
    if (a.isPresent() && b.isPresent()) {
      all.settings(a.get().inputs(), b.get().inputs());
      for (Table table : Schema.TABLES) {
        Optional<InputTable> own = a.get().inputs().find(table.file());
        Optional<InputTable> other = b.get().inputs().find(table.file());
        all.found.addAll(TableDifferences.of(table, own, other));
      }
    }
    all.run(before.run(), after.run(), a.isPresent() && b.isPresent());
    return List.copyOf(all.found);
  }

  private void settings(Inputs a, Inputs b) {
    Map<String, String> before = a.keys();
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(b.keys());
    for (String key : all.keySet()) {
      add(Part.SETTINGS, key, before.getOrDefault(key, ""), b.keys().getOrDefault(key, ""));
    }
  }

  private void run(RunFacts a, RunFacts b, boolean areChangesKnown) {
    if (areChangesKnown) {
      List<String> gone = new ArrayList<>(a.changes());
      b.changes().forEach(gone::remove);
      List<String> come = new ArrayList<>(b.changes());
      a.changes().forEach(come::remove);
      if (!gone.isEmpty() || !come.isEmpty()) {
        add(Part.SCENARIO, "id", a.scenario(), b.scenario());
      }
      gone.forEach(change -> add(Part.SCENARIO, "change", change, ""));
      come.forEach(change -> add(Part.SCENARIO, "change", "", change));
    } else {
      add(Part.SCENARIO, "id", a.scenario(), b.scenario());
    }
    add(Part.DRAWS, "draws", a.draws(), b.draws());
    if (a.draws() > 0 && b.draws() > 0) {
      add(Part.SEED, "seed", a.seed(), b.seed());
    }
    add(Part.VERSION, "version", a.version(), b.version());
  }

  private void add(Part part, String column, Object before, Object after) {
    if (!before.equals(after)) {
      found.add(Difference.of(part, column, before, after));
    }
  }
}
