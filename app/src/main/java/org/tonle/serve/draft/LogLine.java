package org.tonle.serve.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Log line: who changed what in which table, and when.
///
/// @param kind "edit", "undo", "redo", "merge" or "lever"
/// @param of edit that an undo takes back or a redo repeats
/// @param file table, "" of a lever
/// @param what its first changes, each as "row 7: 3 → 5" without words
/// @param count number of its changes
public record LogLine(
    long id,
    String at,
    String who,
    String why,
    String kind,
    OptionalLong of,
    String file,
    List<String> what,
    int count,
    boolean isUndone,
    boolean isSaved) {
  private static final int SHOWN = 3;

  public LogLine {
    what = List.copyOf(what);
  }

  static LogLine of(LogEntry entry) {
    List<String> what = new ArrayList<>();
    if (!entry.name().isEmpty()) {
      what.add(entry.name());
    }
    int count = entry.edits().size();
    for (int i = 0; i < StrictMath.min(SHOWN, count); i++) {
      what.add(says(entry.edits().get(i), entry.reverse().get(count - 1 - i)));
    }
    Long of = entry.of();
    return new LogLine(
        entry.id(),
        entry.at(),
        entry.who(),
        entry.why(),
        entry.kind().id(),
        of == null ? OptionalLong.empty() : OptionalLong.of(of),
        entry.file(),
        what,
        StrictMath.max(count, what.size()),
        entry.isUndone(),
        entry.isSaved());
  }

  private static String says(TableEdit edit, TableEdit reverse) {
    return switch (edit) {
      case TableEdit.SetCell cell ->
          cell.row()
              + ": "
              + (reverse instanceof TableEdit.SetCell was ? brief(was.value()) : "")
              + " → "
              + brief(cell.value());
      case TableEdit.AddRow row -> (row.after() + 1) + ": + " + brief(row.raw());
      case TableEdit.DropRow row ->
          row.row() + ": − " + (reverse instanceof TableEdit.AddRow was ? brief(was.raw()) : "");
      case TableEdit.Whole whole -> "*";
    };
  }

  private static String brief(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
