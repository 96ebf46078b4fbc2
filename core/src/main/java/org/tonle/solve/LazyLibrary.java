package org.tonle.solve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Library that is loaded when first asked for. Where loading fails, it is tried anew next time.
final class LazyLibrary<T> {
  private final Supplier<T> load;
  private @Nullable T loaded;

  LazyLibrary(Supplier<T> load) {
    this.load = load;
  }

  synchronized T get() {
    T library = loaded;
    if (library == null) {
      library = load.get();
      loaded = library;
    }
    return library;
  }
}
