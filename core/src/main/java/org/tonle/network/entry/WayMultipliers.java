package org.tonle.network.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonle.load.LoadTerm;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.network.rates.Multiplier;

/// Multipliers of what happens to a load on its way to the water: the share that passes, and the
/// share of it that is not retained.
final class WayMultipliers {
  private final List<Spread> retention;
  private final Map<String, String> townOf;
  private final Set<String> counting = new HashSet<>();

  WayMultipliers(Study study, Map<String, String> townOf) {
    this.townOf = townOf;
    retention =
        study.evidence().spreads().stream()
            .filter(s -> s.variable() == Spread.Variable.RETENTION)
            .toList();
    study.chemistry().constituents().stream()
        .filter(c -> c.unit().counts())
        .forEach(c -> counting.add(c.id()));
  }

  /// The multiplier, if anything on the way is uncertain.
  Optional<Multiplier> of(LoadTerm term) {
    LoadTerm.Passing way = term.passing();
    Optional<Multiplier.OfPassing> passing =
        way.key().isEmpty() || !(way.share() > 0 && way.share() < 1)
            ? Optional.empty()
            : Optional.of(
                new Multiplier.OfPassing(
                    way.key(),
                    term.constituent(),
                    way.share(),
                    counting.contains(term.constituent())));
    Optional<Multiplier.OfRetention> left = retention(term);
    if (passing.isPresent() && left.isPresent()) {
      return Optional.of(new Multiplier.OfBoth(passing.get(), left.get()));
    }
    return passing.isPresent() ? passing.map(p -> p) : left.map(l -> l);
  }

  /// Of a load with retention, the spread of the narrowest scope that holds: sewershed, town, key
  /// of the retention, path, category, all; of these, that of the constituent before that of all.
  private Optional<Multiplier.OfRetention> retention(LoadTerm term) {
    String key = term.passing().retention();
    if (key.isEmpty() || retention.isEmpty()) {
      return Optional.empty();
    }
    List<String> scopes =
        List.of(
            term.source(),
            townOf.getOrDefault(term.source(), term.source()),
            key,
            term.path(),
            term.category().id(),
            "");
    for (String scope : scopes) {
      Spread held = held(scope, term.constituent());
      if (held != null) {
        return held.sd_log10() > 0
            ? Optional.of(new Multiplier.OfRetention(scope, held.sd_log10(), term.passing().left()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private @Nullable Spread held(String scope, String constituent) {
    Spread ofAll = null;
    for (Spread spread : retention) {
      if (spread.scope().equals(scope)) {
        if (spread.constituent().equals(constituent)) {
          return spread;
        }
        ofAll = spread.constituent().isEmpty() ? spread : ofAll;
      }
    }
    return ofAll;
  }
}
