package org.tonle.serve.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Scenarios put into the store of a study at once, as if they had been kept one by one.
public final class StoredInBulk {
  private StoredInBulk() {}

  /// Ids are `k-0` and so on; each sets another year.
  public static void scenarios(Path study, int count) throws IOException {
    Path own = Files.createDirectories(study.resolve(Draft.FOLDER));
    try (DraftStore store = DraftStore.in(own)) {
      store.all(
          s -> {
            for (int i = 0; i < count; i++) {
              String changes = "{\"year\":" + (2025 + i % 50) + "}";
              s.scenarios()
                  .put(new KeptScenario("k-" + i, "name " + i, "", "", "2026", changes, ""));
            }
            return 0;
          });
    }
  }
}
