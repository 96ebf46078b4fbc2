package org.tonle.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.tonle.problem.Figure;
import org.tonle.problem.Nearest;
import org.tonle.problem.Problem;

/// Problems with the changes of one scenario, each at the row of its change.
final class ChangeProblems {
  /// Row of a problem of the scenario as a whole.
  static final int WHOLE = -1;

  private static final int EXAMPLES = 3;

  private final ScenarioCheck.Rows rows;
  private final List<Problem> found = new ArrayList<>();
  private final TreeSet<String> strangers = new TreeSet<>();
  private int places;
  private boolean isNear;

  ChangeProblems(ScenarioCheck.Rows rows) {
    this.rows = rows;
  }

  int row(int change) {
    return change == WHOLE ? 0 : rows.row(change);
  }

  void error(String code, int change, String column, String expected, String text, String hint) {
    found.add(Problem.error(code, rows.file(), row(change), column, expected, text, hint));
  }

  void warn(String code) {
    found.add(Problem.warning(code, rows.file(), 0, "", "", "", ""));
  }

  /// Checks the id of a thing that most studies call by the same name; "" is accepted.
  boolean id(int change, String column, String of, String id, Collection<String> known) {
    if (id.isEmpty() || known.contains(id)) {
      return true;
    }
    error("unknown_reference", change, column, of, id, Nearest.id(id, known));
    return false;
  }

  /// Checks the id of a place or source; other studies do not have the same ids.
  boolean place(int change, String column, String of, String id, Collection<String> known) {
    if (id.isEmpty()) {
      return true;
    }
    boolean isKnown = id(change, column, of, id, known);
    places += isKnown ? 1 : 0;
    if (!isKnown) {
      strangers.add(id);
      isNear |= !found.getLast().hint().isEmpty();
    }
    return isKnown;
  }

  void range(int change, String column, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      String range = Figure.of(low) + " … " + Figure.of(high);
      error("out_of_range", change, column, range, Figure.of(value), "");
    }
  }

  /// Warns of a figure that is possible, but not usual; 0 switches a thing off.
  void usual(int change, String column, double value, double low, double high) {
    double size = StrictMath.abs(value);
    boolean isTold =
        !found.isEmpty()
            && found.getLast().row() == row(change)
            && found.getLast().column().equals(column);
    if (!isTold && size > 0 && (size < low || size > high)) {
      String range = Figure.of(low) + " … " + Figure.of(high);
      found.add(
          Problem.warning(
              "unusual_value", rows.file(), row(change), column, range, Figure.of(value), ""));
    }
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /// All problems; if the study knows none of several places, only that one problem.
  List<Problem> all() {
    if (places > 0 || strangers.size() < 2 || isNear) {
      return List.copyOf(found);
    }
    List<Problem> others =
        new ArrayList<>(found.stream().filter(p -> !p.code().equals("unknown_reference")).toList());
    String some = String.join(", ", strangers.stream().limit(EXAMPLES).toList());
    others.add(Problem.error("scenario_of_another_study", rows.file(), 0, "", "", some, ""));
    return others;
  }
}
