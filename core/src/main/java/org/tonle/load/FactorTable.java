package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.model.Factor;

/// Table of a study's factors by kind, key and constituent; a factor without a constituent applies
/// to every constituent that has no factor of its own.
final class FactorTable {
  private final Map<Key, Factor> factors = new HashMap<>();

  private record Key(Factor.Kind kind, String key, String constituent) {}

  FactorTable(List<Factor> rows) {
    for (Factor row : rows) {
      factors.putIfAbsent(new Key(row.kind(), row.key(), row.constituent()), row);
    }
  }

  Optional<Factor> find(Factor.Kind kind, String key, String constituent) {
    Factor own = factors.get(new Key(kind, key, constituent));
    return Optional.ofNullable(own != null ? own : factors.get(new Key(kind, key, "")));
  }

  double value(Factor.Kind kind, String key, String constituent, double otherwise) {
    return find(kind, key, constituent).map(Factor::value).orElse(otherwise);
  }
}
