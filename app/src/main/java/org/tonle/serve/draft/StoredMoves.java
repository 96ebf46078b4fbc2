package org.tonle.serve.draft;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stored moves of levers; each browser takes back its own.
final class StoredMoves {
  private final DraftStore store;

  StoredMoves(DraftStore store) {
    this.store = store;
  }

  void put(String browser, LeverMove of) throws SQLException {
    store.update("UPDATE move SET undone=2 WHERE browser=? AND undone=1", browser);
    store.update(
        "INSERT INTO move (id, browser, name, before, after) VALUES (?,?,?,?,?)",
        of.id(),
        browser,
        of.name(),
        of.before(),
        of.after());
  }

  void setUndone(long id, boolean isUndone) throws SQLException {
    store.update("UPDATE move SET undone=? WHERE id=?", isUndone ? 1 : 0, id);
    store.setUndone(id, isUndone);
  }

  /// Moves that hold, the newest first.
  List<LeverMove> holding(String browser, int most) throws SQLException {
    return rows("undone=0 ORDER BY id DESC LIMIT ?", browser, most);
  }

  /// Moves that can be made again, the next first.
  List<LeverMove> takenBack(String browser, int most) throws SQLException {
    return rows("undone=1 ORDER BY id LIMIT ?", browser, most);
  }

  Optional<LeverMove> next(String browser, boolean isUndo) throws SQLException {
    return (isUndo ? holding(browser, 1) : takenBack(browser, 1)).stream().findFirst();
  }

  private List<LeverMove> rows(String which, String browser, int most) throws SQLException {
    String text = "SELECT id, name, before, after FROM move WHERE browser=? AND " + which;
    List<LeverMove> moves = new ArrayList<>();
    try (PreparedStatement sql = store.bound(text, browser, most);
        ResultSet found = sql.executeQuery()) {
      while (found.next()) {
        moves.add(
            new LeverMove(
                found.getLong(1), found.getString(2), found.getString(3), found.getString(4)));
      }
    }
    return moves;
  }
}
