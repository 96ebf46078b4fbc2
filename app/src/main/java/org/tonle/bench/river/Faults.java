package org.tonle.bench.river;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Faults in a network's file; of each code the first 20, then their number.
final class Faults {
  private static final int MOST = 20;
  private static final int LONGEST_FOUND = 120;

  private final String file;
  private final List<Problem> kept = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Faults(String file) {
    this.file = file;
  }

  void add(int row, String code, String column, String expected, String found) {
    if (counts.merge(code, 1, Integer::sum) <= MOST) {
      String shown =
          found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND) + "…" : found;
      kept.add(new Problem(Severity.ERROR, code, file, row, column, expected, shown, ""));
    }
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(kept);
    counts.forEach(
        (code, count) -> {
          if (count > MOST) {
            String rest = Integer.toString(count - MOST);
            all.add(Problem.error("more_of_the_same", file, 0, "", code, rest, ""));
          }
        });
    return all;
  }
}
