package org.tonle.serve.held;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.tonle.folder.WrittenChanges;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.serve.draft.Draft;
import org.tonle.serve.draft.KeptScenario;
import tools.jackson.databind.json.JsonMapper;

/// Kept scenarios as those of a study; one that does not fit the study any more is left out.
public final class KeptScenarios {
  private static final JsonMapper MAPPER = new JsonMapper();

  private KeptScenarios() {}

  /// The kept scenario of an id, if there is one and the study does not refuse it.
  public static Optional<Scenario> find(Draft draft, PreparedStudy study, String id) {
    try {
      return draft.scenarios().find(id).flatMap(kept -> of(kept, study));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A kept scenario; empty if the study refuses it.
  public static Optional<Scenario> of(KeptScenario kept, PreparedStudy study) {
    return read(kept, study).scenario();
  }

  static WrittenChanges read(KeptScenario kept, PreparedStudy study) {
    WrittenChanges read =
        WrittenChanges.of(
            MAPPER.readTree(kept.changes()), study.result().scenario(), study.check());
    return new WrittenChanges(read.scenario().map(s -> named(kept, s)), read.problems());
  }

  private static Scenario named(KeptScenario kept, Scenario of) {
    return new Scenario(
        kept.id(), Names.of(kept.name()), of.changes(), of.year(), of.growth(), of.climate());
  }
}
