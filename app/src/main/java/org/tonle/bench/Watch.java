package org.tonle.bench;

/// Watch that is notified of a benchmark's progress.
@FunctionalInterface
public interface Watch {
  /// @param key of the sentence in `i18n`
  void doing(String key, Object... arguments);
}
