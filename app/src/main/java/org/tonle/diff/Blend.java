package org.tonle.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonle.folder.Inputs;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.InputTable;
import org.tonle.store.InputsFile;
import org.tonle.store.RunFacts;

/// Blend of two studies: some parts are of the one, the rest of the other.
record Blend(RunFacts run, Inputs inputs) {
  private static final List<String> ORDER = Schema.TABLES.stream().map(Table::file).toList();

  static Blend of(InputsFile.Stored stored) {
    return new Blend(stored.run(), stored.inputs());
  }

  /// The same blend with one part of another study.
  Blend with(Part part, InputsFile.Stored other) {
    Inputs o = other.inputs();
    return switch (part.kind()) {
      case SETTINGS ->
          new Blend(run, new Inputs(inputs.tables(), o.settings(), inputs.scenarios()));
      case TABLE -> new Blend(run, swapped(part.file(), o.find(part.file())));
      case SCENARIO ->
          new Blend(
              run.underScenarioOf(other.run()),
              new Inputs(inputs.tables(), inputs.settings(), o.scenarios()));
      case DRAWS -> new Blend(run.drawn(other.run().draws(), run.seed()), inputs);
      case SEED -> new Blend(run.drawn(run.draws(), other.run().seed()), inputs);
      case VERSION -> new Blend(run.by(other.run().version()), inputs);
    };
  }

  private Inputs swapped(String file, Optional<InputTable> other) {
    List<InputTable> tables = new ArrayList<>(inputs.tables());
    tables.removeIf(t -> t.file().equals(file));
    other.ifPresent(tables::add);
    tables.sort(Comparator.comparingInt(t -> ORDER.indexOf(t.file())));
    return new Inputs(tables, inputs.settings(), inputs.scenarios());
  }
}
