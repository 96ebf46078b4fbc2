package org.tonle.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tonle.model.Observation;

/// Agreement by constituent and set, so that what was fitted never mixes with what only checks.
public final class Agreements {
  private Agreements() {}

  /// An observation beside what was simulated, in one unit.
  ///
  /// @param simulated of the same statistic as the observation
  /// @param covered whether the 90 % band covers it
  /// @param hasBand whether there were draws to make a band
  public record Pair(Observation observation, double simulated, boolean covered, boolean hasBand) {}

  /// Agreement of one constituent in one set.
  ///
  /// @param bounds pairs that count for the coverage only: bounds, zeros, smallest and largest
  ///   values
  public record Row(
      String constituent, Observation.Use use, Agreement agreement, Grade grade, int bounds) {}

  private record Key(String constituent, Observation.Use use) {}

  /// By constituent, the fit set before the check set.
  public static List<Row> of(List<Pair> pairs) {
    TreeMap<Key, List<Pair>> groups =
        new TreeMap<>(Comparator.comparing(Key::constituent).thenComparing(Key::use));
    for (Pair pair : pairs) {
      Observation o = pair.observation();
      groups.computeIfAbsent(new Key(o.constituent(), o.use()), k -> new ArrayList<>()).add(pair);
    }
    return groups.values().stream().map(Agreements::row).toList();
  }

  /// Smallest and largest samples stand for no mean.
  public static boolean isExtreme(Observation.Statistic statistic) {
    return statistic == Observation.Statistic.MIN || statistic == Observation.Statistic.MAX;
  }

  private static Row row(List<Pair> pairs) {
    Observation first = pairs.getFirst().observation();
    List<Pair> exact =
        pairs.stream()
            .filter(p -> p.observation().bound() == Observation.Bound.EXACT)
            .filter(p -> !isExtreme(p.observation().statistic()))
            .filter(p -> p.observation().value() > 0 && p.simulated() > 0)
            .toList();
    boolean hasBand = pairs.stream().anyMatch(Pair::hasBand);
    double covered = pairs.stream().filter(Pair::covered).count() / (double) pairs.size();
    Agreement agreement =
        Agreement.of(
            exact.stream().mapToDouble(p -> p.observation().value()).toArray(),
            exact.stream().mapToDouble(Pair::simulated).toArray(),
            hasBand ? covered : Double.NaN);
    return new Row(
        first.constituent(),
        first.use(),
        agreement,
        agreement.grade(Grade.Subject.of(first.constituent())),
        pairs.size() - exact.size());
  }
}
