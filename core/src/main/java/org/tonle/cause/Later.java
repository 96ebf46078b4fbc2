package org.tonle.cause;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Later value: it is made on the first request, once for all threads.
final class Later<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  Later(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
    }
    return known;
  }
}
