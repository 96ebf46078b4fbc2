package org.tonle.serve.draft;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Stored answers of long runs, each under the hash of all that it depends on; those that nobody
/// asked for longest make room.
final class StoredAnswers {
  /// Answers kept: a plan's takes some hundred kilobytes.
  static final int MOST = 200;

  private static final String NEXT = "(SELECT coalesce(max(used), 0) + 1 FROM answer)";

  private final DraftStore store;

  StoredAnswers(DraftStore store) {
    this.store = store;
  }

  Optional<String> find(String hash) throws SQLException {
    try (PreparedStatement sql = store.bound("SELECT answer FROM answer WHERE hash=?", hash);
        ResultSet found = sql.executeQuery()) {
      if (!found.next()) {
        return Optional.empty();
      }
      String answer = found.getString(1);
      store.update("UPDATE answer SET used=" + NEXT + " WHERE hash=?", hash);
      return Optional.of(answer);
    }
  }

  void put(String hash, String answer) throws SQLException {
    store.update(
        "INSERT INTO answer (hash, used, answer) VALUES (?, "
            + NEXT
            + ", ?) ON CONFLICT (hash) DO UPDATE SET used=excluded.used, answer=excluded.answer",
        hash,
        answer);
    store.update(
        "DELETE FROM answer WHERE hash NOT IN (SELECT hash FROM answer ORDER BY used DESC LIMIT ?)",
        MOST);
  }
}
