package org.tonle.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tonle.model.Catalogue;
import org.tonle.model.Factor;
import org.tonle.model.Technology;

/// Table of a study's factors by kind, key and constituent; a factor without a constituent applies
/// to every constituent that has no factor of its own. A technology without passing figures passes
/// what the catalogue says.
final class FactorTable {
  private final Map<Key, Factor> factors = new HashMap<>();

  private record Key(Factor.Kind kind, String key, String constituent) {}

  /// Technologies and paths that the study itself says what passes of.
  private final Set<String> passing = new HashSet<>();

  private final Catalogue catalogue;

  /// Technologies of the catalogue that were asked for; a baseline's tables serve many threads.
  private final Map<String, Optional<Technology>> known = new ConcurrentHashMap<>();

  FactorTable(List<Factor> rows, Catalogue catalogue) {
    this.catalogue = catalogue;
    for (Factor row : rows) {
      if (row.kind() == Factor.Kind.PASSING) {
        passing.add(row.key());
      }
      factors.putIfAbsent(new Key(row.kind(), row.key(), row.constituent()), row);
    }
  }

  Optional<Factor> find(Factor.Kind kind, String key, String constituent) {
    Factor own = factors.get(new Key(kind, key, constituent));
    Factor found = own != null ? own : factors.get(new Key(kind, key, ""));
    boolean isOpen = found == null && kind == Factor.Kind.PASSING && !passing.contains(key);
    return isOpen ? ofCatalogue(key, constituent) : Optional.ofNullable(found);
  }

  private Optional<Factor> ofCatalogue(String technology, String constituent) {
    return known
        .computeIfAbsent(technology, catalogue::technology)
        .flatMap(t -> t.removal(constituent))
        .map(
            r ->
                new Factor(
                    Factor.Kind.PASSING,
                    technology,
                    constituent,
                    1 - r.typicalShare(),
                    r.provenance()));
  }

  double value(Factor.Kind kind, String key, String constituent, double otherwise) {
    return find(kind, key, constituent).map(Factor::value).orElse(otherwise);
  }
}
