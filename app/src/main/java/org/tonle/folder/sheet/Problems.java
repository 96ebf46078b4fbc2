package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.problem.Listing;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Problems as they are collected; of each code in each file it keeps the first 20 and counts the
/// rest.
public final class Problems {
  private static final int MOST = Listing.MOST;
  private static final List<String> UNREADABLE =
      List.of(
          "unknown_encoding",
          "header_not_found",
          "empty_file",
          "too_large",
          "missing_file",
          "zero_byte",
          "table_elsewhere",
          "link_outside");

  /// A longer cell is cut at this length in a problem.
  private static final int LONGEST_FOUND = 120;

  private final List<Problem> kept = new ArrayList<>();
  private final Map<Kind, Tally> tallies = new HashMap<>();

  /// Kind of problem: those of one kind are counted together.
  private record Kind(String code, String file) {}

  private static final class Tally {
    private int count;
    private Severity worst = Severity.NOTE;

    int add(int more, Severity severity) {
      worst = severity.compareTo(worst) < 0 ? severity : worst;
      count += more;
      return count;
    }
  }

  private Tally tally(String code, String file) {
    return tallies.computeIfAbsent(new Kind(code, file), k -> new Tally());
  }

  void add(
      Severity severity,
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    int count = tally(code, file).add(1, severity);
    if (count <= MOST) {
      kept.add(new Problem(severity, code, file, row, column, expected, cut(found), hint));
    }
  }

  public void error(
      String code, String file, int row, String column, String expected, String found) {
    add(Severity.ERROR, code, file, row, column, expected, found, "");
  }

  public void error(
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    add(Severity.ERROR, code, file, row, column, expected, found, hint);
  }

  public void warn(
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

  public void note(String code, String file, String column, String expected, String found) {
    add(Severity.NOTE, code, file, 0, column, expected, found, "");
  }

  /// Gives a hint to all problems of a code, if only the study as a whole can give it.
  public void hint(String code, String hint) {
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

  public void addAll(List<Problem> others) {
    for (Problem p : others) {
      add(p.severity(), p.code(), p.file(), p.row(), p.column(), p.expected(), p.found(), p.hint());
    }
  }

  public void addAll(Problems others) {
    kept.addAll(others.kept);
    others.tallies.forEach((k, t) -> tally(k.code, k.file).add(t.count, t.worst));
  }

  /// Whether another problem of this code would only be counted, so that its hint is never shown.
  public boolean isFull(String code, String file) {
    Tally tally = tallies.get(new Kind(code, file));
    return tally != null && tally.count >= MOST;
  }

  /// Whether nothing could be read from a file.
  public boolean isUnreadable(String file) {
    return UNREADABLE.stream().anyMatch(code -> tallies.containsKey(new Kind(code, file)));
  }

  public boolean hasErrors() {
    return tallies.values().stream().anyMatch(t -> t.worst == Severity.ERROR);
  }

  /// Whether a file has an error: then the agreement of its rows is not checked.
  public boolean hasErrors(String file) {
    return tallies.entrySet().stream()
        .anyMatch(e -> e.getKey().file.equals(file) && e.getValue().worst == Severity.ERROR);
  }

  /// All problems kept, then one "more" per code and file that had too many.
  public List<Problem> all() {
    List<Problem> all = new ArrayList<>(kept);
    tallies.entrySet().stream()
        .filter(e -> e.getValue().count > MOST)
        .sorted(Comparator.comparing(e -> e.getKey().code + "\t" + e.getKey().file))
        .forEach(
            e -> {
              int more = e.getValue().count - MOST;
              all.add(Listing.more(e.getValue().worst, e.getKey().code, e.getKey().file, more));
            });
    return all;
  }

  private static String cut(String found) {
    return found.codePointCount(0, found.length()) <= LONGEST_FOUND
        ? found
        : found.substring(0, found.offsetByCodePoints(0, LONGEST_FOUND)) + "…";
  }
}
