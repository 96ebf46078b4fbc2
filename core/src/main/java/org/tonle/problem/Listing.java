package org.tonle.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Listing of problems, short enough for a person to read.
public final class Listing {
  /// Most problems listed per code and file; the rest are counted.
  public static final int MOST = 20;

  private static final String MORE = "more_of_the_same";

  private Listing() {}

  private record Key(String code, String file) {}

  /// Keeps the first [#MOST] problems of each code and file, then adds one "more" for each group
  /// that has others.
  public static List<Problem> cut(List<Problem> problems) {
    List<Problem> kept = new ArrayList<>();
    Map<Key, Integer> counts = new HashMap<>();
    Map<Key, Problem> first =
        new TreeMap<>(Comparator.comparing(Key::code).thenComparing(Key::file));
    for (Problem problem : problems) {
      Key key = new Key(problem.code(), problem.file());
      first.putIfAbsent(key, problem);
      if (counts.merge(key, 1, Integer::sum) <= MOST) {
        kept.add(problem);
      }
    }
    first.forEach(
        (key, problem) -> {
          int more = counts.getOrDefault(key, 0) - MOST;
          if (more > 0) {
            kept.add(more(problem.severity(), problem.code(), problem.file(), more));
          }
        });
    return kept;
  }

  /// Code of the problems that a problem counts and does not list; "" of any other problem.
  public static String cutOff(Problem problem) {
    return problem.code().equals(MORE) ? problem.expected() : "";
  }

  /// "and 312 more of …"
  public static Problem more(Severity severity, String code, String file, int count) {
    return new Problem(severity, MORE, file, 0, "", code, Integer.toString(count), "");
  }
}
