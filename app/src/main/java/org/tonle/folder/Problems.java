package org.tonle.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.problem.Listing;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Collects problems; of one code in one file it keeps the first 20 and counts the rest.
final class Problems {
  private static final int MOST = Listing.MOST;
  private static final List<String> UNREADABLE =
      List.of("unknown_encoding", "header_not_found", "empty_file", "too_large", "missing_file");

  /// A cell shown in a problem ends here.
  private static final int LONGEST_FOUND = 120;

  private final List<Problem> kept = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Severity> severities = new HashMap<>();

  void add(
      Severity severity,
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    String key = code + "\t" + file;
    int count = counts.merge(key, 1, Integer::sum);
    severities.merge(key, severity, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    if (count <= MOST) {
      kept.add(new Problem(severity, code, file, row, column, expected, cut(found), hint));
    }
  }

  void error(String code, String file, int row, String column, String expected, String found) {
    add(Severity.ERROR, code, file, row, column, expected, found, "");
  }

  void error(
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    add(Severity.ERROR, code, file, row, column, expected, found, hint);
  }

  void warn(
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    add(Severity.WARNING, code, file, row, column, expected, found, hint);
  }

  void note(String code, String file, String column, String found) {
    add(Severity.NOTE, code, file, 0, column, "", found, "");
  }

  /// Gives a hint to all problems of a code that only the study as a whole can tell.
  void hint(String code, String hint) {
    kept.replaceAll(
        p ->
            p.code().equals(code)
                ? new Problem(
                    p.severity(),
                    code,
                    p.file(),
                    p.row(),
                    p.column(),
                    p.expected(),
                    p.found(),
                    hint)
                : p);
  }

  void addAll(Problems others) {
    kept.addAll(others.kept);
    others.counts.forEach((key, count) -> counts.merge(key, count, Integer::sum));
    others.severities.forEach(
        (key, severity) -> severities.merge(key, severity, (a, b) -> a.compareTo(b) <= 0 ? a : b));
  }

  /// Whether another of this code would only be counted: nobody reads its hint.
  boolean isFull(String code, String file) {
    return counts.getOrDefault(code + "\t" + file, 0) >= MOST;
  }

  /// Whether nothing could be read from a file.
  boolean isUnreadable(String file) {
    return UNREADABLE.stream().anyMatch(code -> counts.containsKey(code + "\t" + file));
  }

  boolean hasErrors() {
    return severities.containsValue(Severity.ERROR);
  }

  /// Whether a file has an error: what its rows should agree on is then not asked.
  boolean hasErrors(String file) {
    return severities.entrySet().stream()
        .anyMatch(e -> e.getKey().endsWith("\t" + file) && e.getValue() == Severity.ERROR);
  }

  /// All kept, then one "more" per code and file that had too many.
  List<Problem> all() {
    List<Problem> all = new ArrayList<>(kept);
    counts.entrySet().stream()
        .filter(e -> e.getValue() > MOST)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e -> {
              String[] key = e.getKey().split("\t", -1);
              Severity severity = severities.getOrDefault(e.getKey(), Severity.ERROR);
              all.add(Listing.more(severity, key[0], key[1], e.getValue() - MOST));
            });
    return all;
  }

  private static String cut(String found) {
    return found.codePointCount(0, found.length()) <= LONGEST_FOUND
        ? found
        : found.substring(0, found.offsetByCodePoints(0, LONGEST_FOUND)) + "…";
  }
}
