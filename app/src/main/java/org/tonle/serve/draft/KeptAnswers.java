package org.tonle.serve.draft;

import java.io.IOException;
import java.util.Optional;

/// Kept answers: what long runs found, under the hash of all that it depends on, so that the same
/// question is not computed again.
public final class KeptAnswers {
  private final DraftStore store;

  KeptAnswers(DraftStore store) {
    this.store = store;
  }

  public Optional<String> find(String hash) throws IOException {
    return store.all(s -> s.answers().find(hash));
  }

  public void keep(String hash, String answer) throws IOException {
    store.all(
        s -> {
          s.answers().put(hash, answer);
          return 0;
        });
  }
}
