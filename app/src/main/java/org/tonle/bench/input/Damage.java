package org.tonle.bench.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.problem.Problem;

/// Damage that a mistake does to a study: the changed files, and where a person would look for it.
///
/// @param before what was there; `after` what is there now
/// @param files new bytes of each changed file; empty if the file is gone
/// @param spots where a problem tells of it: any one suffices
record Damage(
    Spot at, String before, String after, Map<String, Optional<byte[]>> files, List<Spot> spots) {
  private static final int LONGEST = 60;

  Damage {
    files = Map.copyOf(files);
    spots = List.copyOf(spots);
  }

  /// Place in a study.
  ///
  /// @param row as a spreadsheet counts; 0 = the file as a whole, so that any row will do
  /// @param column "" = any
  record Spot(String file, int row, String column) {
    boolean tells(Problem problem) {
      return problem.file().equals(file)
          && (row == 0 || problem.row() == row)
          && (column.isEmpty() || problem.column().equals(column));
    }

    @Override
    public String toString() {
      return file + (row > 0 ? ":" + row : "") + (column.isEmpty() ? "" : " " + column);
    }
  }

  static Damage of(Spot at, String before, String after, TableText changed) {
    return of(at, before, after, changed.file(), changed.text().getBytes(StandardCharsets.UTF_8));
  }

  static Damage of(Spot at, String before, String after, String file, byte[] bytes) {
    return new Damage(at, before, after, Map.of(file, Optional.of(bytes)), List.of(at));
  }

  static Damage cell(CellAt cell, String after) {
    Spot spot = new Spot(cell.table().file(), cell.row() + 1, cell.name());
    return of(spot, cell.text(), after, cell.table().with(cell.row(), cell.at(), after));
  }

  /// Damage by a row after the last.
  static Damage row(TableText table, String[] cells) {
    TableText more = table.plus(cells);
    Spot spot = new Spot(table.file(), more.rows().size(), "");
    return of(spot, "", String.join(",", cells), more);
  }

  /// The same, told by a problem at any of further places as well.
  Damage also(Spot... more) {
    List<Spot> all = new ArrayList<>(spots);
    all.addAll(List.of(more));
    return new Damage(at, before, after, files, all);
  }

  boolean isTold(List<Problem> found) {
    return found.stream().anyMatch(p -> spots.stream().anyMatch(s -> s.tells(p)));
  }

  @Override
  public String toString() {
    return at + ": \"" + cut(before) + "\" → \"" + cut(after) + "\"";
  }

  private static String cut(String text) {
    String plain = text.replace("\n", "\\n").replace("\0", "\\0");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
