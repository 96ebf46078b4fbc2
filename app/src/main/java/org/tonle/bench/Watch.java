package org.tonle.bench;

/// Is told what a benchmark is doing.
@FunctionalInterface
public interface Watch {
  /// @param key of the sentence in `i18n`
  void doing(String key, Object... arguments);
}
