package org.tonle.serve.draft;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Kept shelf: scenarios that people kept on the page, in the order in which they did.
public final class KeptShelf {
  private final DraftStore store;
  private final Supplier<String> now;

  KeptShelf(DraftStore store, Supplier<String> now) {
    this.store = store;
    this.now = now;
  }

  public int count() throws IOException {
    return store.all(s -> s.scenarios().count());
  }

  public Optional<KeptScenario> find(String id) throws IOException {
    return store.all(s -> s.scenarios().find(id));
  }

  /// Some of them, from the one of a number.
  public List<KeptScenario> list(int from, int limit) throws IOException {
    return store.all(s -> s.scenarios().list(from, limit));
  }

  /// Keeps a scenario, or replaces the one of its id.
  public KeptScenario keep(
      String id, String name, String why, String who, String changes, String settings)
      throws IOException {
    KeptScenario made = new KeptScenario(id, name, why, who, now.get(), changes, settings);
    store.all(
        s -> {
          s.scenarios().put(made);
          return 0;
        });
    return made;
  }

  /// Forgets a scenario; whether there was one.
  public boolean forget(String id) throws IOException {
    return store.all(s -> s.scenarios().drop(id));
  }
}
