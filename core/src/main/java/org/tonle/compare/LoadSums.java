package org.tonle.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.convert.Convert;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Load sums to the water, and the sums that differ between two scenarios.
final class LoadSums {
  /// Sums of the same terms in another order differ by less than this.
  private static final double NOISE = 1e-12;

  private final Set<String> counts = new HashSet<>();
  private final double[] seasonShare;

  LoadSums(Study study) {
    study.chemistry().constituents().stream()
        .filter(c -> c.unit().counts())
        .map(Constituent::id)
        .forEach(counts::add);
    List<Season> seasons = study.waterways().seasons();
    double year_d = seasons.stream().mapToDouble(Season::duration_d).sum();
    seasonShare = seasons.stream().mapToDouble(s -> s.duration_d() / year_d).toArray();
  }

  private record Key(LoadChange.Level level, String id, String constituent)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byLevel = level.compareTo(other.level);
      int byId = byLevel != 0 ? byLevel : id.compareTo(other.id);
      return byId != 0 ? byId : constituent.compareTo(other.constituent);
    }
  }

  private record Made(String source, String constituent) {}

  private record Term(String source, String path, Entry entry, String constituent) {}

  /// Sums that differ: the total, and those by category, unit and source.
  List<LoadChange> changes(Loads before, Loads after) {
    Set<Made> changed = sources(before, after);
    Map<Key, double[]> sums = new TreeMap<>();
    add(sums, before, 0, changed);
    add(sums, after, 1, changed);
    List<LoadChange> found = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          boolean isMore = StrictMath.abs(sum[1] - sum[0]) > NOISE * (sum[0] + sum[1]);
          if (sum[2] != 0 && isMore) {
            found.add(new LoadChange(key.level(), key.id(), key.constituent(), sum[0], sum[1]));
          }
        });
    return found;
  }

  /// Total load by constituent, where it differs.
  List<LoadChange> totals(Loads before, Loads after) {
    return changes(before, after).stream().filter(c -> c.of() == LoadChange.Level.TOTAL).toList();
  }

  /// Adds loads to the sums; the third figure of a sum says whether any of its terms differ.
  private void add(Map<Key, double[]> sums, Loads loads, int slot, Set<Made> changed) {
    for (LoadTerm term : loads.terms()) {
      double load = perYear(term);
      String c = term.constituent();
      boolean isChanged = changed.contains(new Made(term.source(), c));
      for (Key key :
          List.of(
              new Key(LoadChange.Level.TOTAL, "", c),
              new Key(LoadChange.Level.CATEGORY, term.category().id(), c),
              new Key(LoadChange.Level.UNIT, term.unit(), c),
              new Key(LoadChange.Level.SOURCE, term.source(), c))) {
        double[] sum = sums.computeIfAbsent(key, k -> new double[3]);
        sum[slot] += load;
        sum[2] += isChanged ? 1 : 0;
      }
    }
  }

  /// Sources and constituents with a load that differs anywhere in any season.
  private static Set<Made> sources(Loads before, Loads after) {
    Map<Term, List<Double>> was = terms(before);
    Map<Term, List<Double>> is = terms(after);
    Set<Term> all = new HashSet<>(was.keySet());
    all.addAll(is.keySet());
    Set<Made> found = new HashSet<>();
    for (Term term : all) {
      if (differs(was.getOrDefault(term, List.of()), is.getOrDefault(term, List.of()))) {
        found.add(new Made(term.source(), term.constituent()));
      }
    }
    return found;
  }

  /// Terms that differ and bring load in at least one of the two; something changes where they
  /// enter.
  static List<LoadTerm> moved(Loads before, Loads after) {
    Map<Term, List<Double>> was = terms(before);
    Map<Term, List<Double>> is = terms(after);
    List<LoadTerm> found = new ArrayList<>();
    for (Loads loads : List.of(before, after)) {
      for (LoadTerm term : loads.terms()) {
        Term key = key(term);
        if (differs(was.getOrDefault(key, List.of()), is.getOrDefault(key, List.of()))) {
          found.add(term);
        }
      }
    }
    return found;
  }

  private static boolean differs(List<Double> one, List<Double> other) {
    boolean isNone = isNothing(one) && isNothing(other);
    return !isNone && !one.equals(other);
  }

  private static boolean isNothing(List<Double> load) {
    return load.stream().allMatch(l -> l == 0);
  }

  private static Term key(LoadTerm term) {
    return new Term(term.source(), term.path(), term.entry(), term.constituent());
  }

  /// Loads by key; several terms of one key belong to one load.
  private static Map<Term, List<Double>> terms(Loads loads) {
    Map<Term, List<Double>> found = new HashMap<>();
    for (LoadTerm term : loads.terms()) {
      found.merge(key(term), term.delivered_g_per_s(), LoadSums::sum);
    }
    return found;
  }

  private static List<Double> sum(List<Double> one, List<Double> other) {
    List<Double> sum = new ArrayList<>();
    for (int s = 0; s < one.size(); s++) {
      sum.add(one.get(s) + other.get(s));
    }
    return sum;
  }

  private double perYear(LoadTerm term) {
    double mean = 0;
    for (int s = 0; s < seasonShare.length; s++) {
      mean += seasonShare[s] * term.delivered_g_per_s().get(s);
    }
    double tonnes = Convert.tonnesPerYearFromGramsPerSecond(mean);
    return counts.contains(term.constituent()) ? tonnes / 1e6 : tonnes;
  }
}
