package org.tonle.serve.draft;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stored scenarios, in the order in which people kept them, whatever the clock said meanwhile.
final class StoredScenarios {
  private static final String COLUMNS = "id, name, why, who, at, changes, settings";

  private final DraftStore store;

  StoredScenarios(DraftStore store) {
    this.store = store;
  }

  void put(KeptScenario of) throws SQLException {
    store.update(
        "INSERT INTO scenario ("
            + COLUMNS
            + ") VALUES (?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET name=excluded.name,"
            + " why=excluded.why, who=excluded.who, at=excluded.at, changes=excluded.changes,"
            + " settings=excluded.settings",
        of.id(),
        of.name(),
        of.why(),
        of.who(),
        of.at(),
        of.changes(),
        of.settings());
  }

  boolean drop(String id) throws SQLException {
    return store.update("DELETE FROM scenario WHERE id=?", id) > 0;
  }

  int count() throws SQLException {
    return (int) store.number("SELECT count(*) FROM scenario").orElse(0);
  }

  Optional<KeptScenario> find(String id) throws SQLException {
    return rows("WHERE id=?", id).stream().findFirst();
  }

  List<KeptScenario> list(int from, int limit) throws SQLException {
    return rows("ORDER BY rowid LIMIT ? OFFSET ?", limit, from);
  }

  private List<KeptScenario> rows(String which, Object... arguments) throws SQLException {
    List<KeptScenario> kept = new ArrayList<>();
    try (PreparedStatement sql =
            store.bound("SELECT " + COLUMNS + " FROM scenario " + which, arguments);
        ResultSet found = sql.executeQuery()) {
      while (found.next()) {
        kept.add(
            new KeptScenario(
                found.getString(1),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                found.getString(6),
                found.getString(7)));
      }
    }
    return kept;
  }
}
