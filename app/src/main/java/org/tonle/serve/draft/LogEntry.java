package org.tonle.serve.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Log entry: edits of one table that were made together, or a lever that was moved.
///
/// @param id number in the order in which entries were acknowledged; 0 of a new one
/// @param at date and time, as the server's clock said
/// @param who name that the browser gave, or ""
/// @param why reason that was given, or ""
/// @param of edit that an undo takes back or a redo repeats; null of an edit
/// @param file table, "" of a lever
/// @param name of a lever's move, "" of an edit
/// @param isUndone whether the edit was taken back
/// @param isSaved whether it lies in the table on the disk
record LogEntry(
    long id,
    String at,
    String who,
    String why,
    Kind kind,
    @Nullable Long of,
    String file,
    String name,
    List<TableEdit> edits,
    List<TableEdit> reverse,
    boolean isUndone,
    boolean isSaved) {
  LogEntry {
    edits = List.copyOf(edits);
    reverse = List.copyOf(reverse);
  }

  enum Kind {
    EDIT,
    UNDO,
    REDO,
    /// Edits put on top of a table that was changed outside.
    MERGE,
    /// A lever moved on the page.
    LEVER;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
