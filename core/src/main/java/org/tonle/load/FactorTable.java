package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.model.Factor;
import org.tonle.model.Technology;

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

  /// The factor of a key. Of several technologies one after the other ([Technology#steps]) the share
  /// that passes is the product of theirs; a step without a figure lets everything pass.
  Optional<Factor> find(Factor.Kind kind, String key, String constituent) {
    List<String> steps = kind == Factor.Kind.PASSING ? Technology.steps(key) : List.of(key);
    if (steps.size() == 1) {
      return single(kind, key, constituent);
    }
    Factor all = null;
    for (String step : steps) {
      Factor own = single(kind, step, constituent).orElse(null);
      if (own != null) {
        all = all == null ? own.under(key) : all.followedBy(own);
      }
    }
    return Optional.ofNullable(all);
  }

  private Optional<Factor> single(Factor.Kind kind, String key, String constituent) {
    Factor own = factors.get(new Key(kind, key, constituent));
    return Optional.ofNullable(own != null ? own : factors.get(new Key(kind, key, "")));
  }

  double value(Factor.Kind kind, String key, String constituent, double otherwise) {
    return find(kind, key, constituent).map(Factor::value).orElse(otherwise);
  }
}
