package org.tonle.assess.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tonle.model.Observation;

/// Agreements by constituent and set, so that observations used in the fit never mix with those
/// used only for checking.
public final class Agreements {
  private Agreements() {}

  /// Pair of an observation and its simulated value, in one unit.
  ///
  /// @param simulated of the same statistic as the observation
  /// @param covered whether the 90 % band covers it
  /// @param hasBand whether there is a band that the observation tests
  public record Pair(Observation observation, double simulated, boolean covered, boolean hasBand) {}

  /// Row for one constituent in one set.
  ///
  /// @param bounds pairs that count only for the coverage: bounds, zeros, smallest and largest
  ///   values
  public record Row(
      String constituent, Observation.Use use, Agreement agreement, Grade grade, int bounds) {}

  private record Key(String constituent, Observation.Use use) {}

  /// Rows by constituent, the fit set before the check set.
  public static List<Row> of(List<Pair> pairs) {
    TreeMap<Key, List<Pair>> groups =
        new TreeMap<>(Comparator.comparing(Key::constituent).thenComparing(Key::use));
    for (Pair pair : pairs) {
      Observation o = pair.observation();
      groups.computeIfAbsent(new Key(o.constituent(), o.use()), k -> new ArrayList<>()).add(pair);
    }
    return groups.values().stream().map(Agreements::row).toList();
  }

  /// Whether the statistic is a smallest or largest sample, which says nothing about a mean.
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
    List<Pair> tested = pairs.stream().filter(Pair::hasBand).toList();
    double covered = tested.stream().filter(Pair::covered).count() / (double) tested.size();
    Agreement agreement =
        Agreement.of(
            exact.stream().mapToDouble(p -> p.observation().value()).toArray(),
            exact.stream().mapToDouble(Pair::simulated).toArray(),
            tested.isEmpty() ? Double.NaN : covered);
    return new Row(
        first.constituent(),
        first.use(),
        agreement,
        agreement.grade(Grade.Subject.of(first.constituent())),
        pairs.size() - exact.size());
  }
}
