package org.tonle.serve.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Draft store: an SQLite file in which an edit lies before it is acknowledged, through every kill
/// and power cut (write-ahead log, `synchronous=FULL`).
///
/// Plain JDBC: there is one connection and a dozen statements, and no object to map.
final class DraftStore implements AutoCloseable {
  static final String NAME = "store.sqlite";
  private static final int VERSION = 3;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Connection database;

  private DraftStore(Connection database) {
    this.database = database;
  }

  /// Base of a draft: a table as it lay on the disk.
  ///
  /// @param hash of its bytes; "" if it did not exist
  /// @param saving hash of what a save was about to put in place, or ""
  record Base(String hash, byte[] bytes, String saving) {}

  /// Opens the store in a folder, and brings an older one up to date.
  static DraftStore in(Path folder) throws IOException {
    return open("jdbc:sqlite:" + folder.resolve(NAME).toAbsolutePath());
  }

  /// A store that lives as long as the program.
  static DraftStore inMemory() throws IOException {
    return open("jdbc:sqlite::memory:");
  }

  private static DraftStore open(String url) throws IOException {
    try {
      Connection database = DriverManager.getConnection(url);
      try (Statement sql = database.createStatement()) {
        sql.execute("PRAGMA journal_mode=WAL");
        sql.execute("PRAGMA synchronous=FULL");
        sql.execute("PRAGMA foreign_keys=ON");
      }
      DraftStore store = new DraftStore(database);
      store.migrate();
      return store;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private void migrate() throws SQLException, IOException {
    execute("BEGIN");
    int version = (int) number("PRAGMA user_version").orElse(0);
    if (version > VERSION) {
      throw new IOException(NAME + " was written by a newer Tonle.");
    }
    for (int next = version + 1; next <= VERSION; next++) {
      try (InputStream in = DraftStore.class.getResourceAsStream(next + ".sql");
          Statement sql = database.createStatement()) {
        if (in == null) {
          throw new IllegalStateException("No migration " + next + ".");
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (String one : text.replaceAll("--[^\n]*", "").split(";", -1)) {
          if (!one.isBlank()) {
            sql.execute(one);
          }
        }
        sql.execute("PRAGMA user_version=" + next);
      }
    }
    execute("COMMIT");
  }

  private void execute(String text) throws SQLException {
    try (Statement sql = database.createStatement()) {
      sql.execute(text);
    }
  }

  private static IOException fault(SQLException e) {
    return new IOException(NAME + ": " + e.getMessage(), e);
  }

  /// Work that is done in full or not at all.
  interface Work<T> {
    T in(DraftStore store) throws SQLException;
  }

  synchronized <T> T all(Work<T> work) throws IOException {
    try {
      execute("BEGIN");
      T made = work.in(this);
      execute("COMMIT");
      return made;
    } catch (SQLException e) {
      rollBack(e);
      throw fault(e);
    } catch (RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /// SQLite itself takes a transaction back that met a full disk; there is then none to take back.
  private void rollBack(Exception why) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  OptionalLong number(String query, Object... arguments) throws SQLException {
    try (PreparedStatement sql = bound(query, arguments);
        ResultSet found = sql.executeQuery()) {
      if (!found.next()) {
        return OptionalLong.empty();
      }
      long value = found.getLong(1);
      return found.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
  }

  PreparedStatement bound(String text, @Nullable Object... arguments) throws SQLException {
    PreparedStatement sql = database.prepareStatement(text);
    for (int i = 0; i < arguments.length; i++) {
      sql.setObject(i + 1, arguments[i]);
    }
    return sql;
  }

  int update(String text, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement sql = bound(text, arguments)) {
      return sql.executeUpdate();
    }
  }

  Optional<Base> base(String file) throws SQLException {
    try (PreparedStatement sql = bound("SELECT hash, bytes, saving FROM base WHERE file=?", file);
        ResultSet found = sql.executeQuery()) {
      return found.next()
          ? Optional.of(new Base(found.getString(1), found.getBytes(2), found.getString(3)))
          : Optional.empty();
    }
  }

  void putBase(String file, byte[] bytes) throws SQLException {
    update(
        "INSERT INTO base (file, hash, bytes) VALUES (?, ?, ?) ON CONFLICT (file) DO UPDATE SET"
            + " hash=excluded.hash, bytes=excluded.bytes, saving=''",
        file,
        TableBytes.hash(bytes),
        bytes);
  }

  void putSaving(String file, String hash) throws SQLException {
    update("UPDATE base SET saving=? WHERE file=?", hash, file);
  }

  void markSaved(String file) throws SQLException {
    update("UPDATE entry SET saved=1 WHERE file=? AND saved=0", file);
  }

  /// Adds an entry to the log; returns its number.
  long append(LogEntry entry) throws SQLException {
    update(
        "INSERT INTO entry (at, who, why, kind, of, file, name, edits, reverse, saved) VALUES"
            + " (?,?,?,?,?,?,?,?,?,?)",
        entry.at(),
        entry.who(),
        entry.why(),
        entry.kind().id(),
        entry.of(),
        entry.file(),
        entry.name(),
        json(entry.edits()),
        json(entry.reverse()),
        entry.isSaved() ? 1 : 0);
    return number("SELECT last_insert_rowid()").orElseThrow();
  }

  /// Nothing that was taken back can be done again after something else was done.
  void dropRedo() throws SQLException {
    update("UPDATE entry SET undone=2 WHERE undone=1");
  }

  /// Entries of a table that was changed outside hold, but cannot be taken back any more: their
  /// rows may be others now.
  void fix(String file) throws SQLException {
    update("UPDATE entry SET undone=3 WHERE file=? AND undone < 2", file);
  }

  void setUndone(long id, boolean isUndone) throws SQLException {
    update("UPDATE entry SET undone=? WHERE id=?", isUndone ? 1 : 0, id);
  }

  /// The edit to take back next.
  Optional<LogEntry> toUndo() throws SQLException {
    return entries("kind='edit' AND undone=0 ORDER BY id DESC LIMIT 1").stream().findFirst();
  }

  /// The edit to repeat next: the first of those that were taken back.
  Optional<LogEntry> toRedo() throws SQLException {
    return entries("kind='edit' AND undone=1 ORDER BY id LIMIT 1").stream().findFirst();
  }

  List<LogEntry> unsaved() throws SQLException {
    return entries("saved=0 ORDER BY id");
  }

  /// The latest entries before one, the newest first.
  List<LogEntry> latest(long before, int count) throws SQLException {
    return entries("id < ? ORDER BY id DESC LIMIT ?", before, count);
  }

  private List<LogEntry> entries(String where, Object... arguments) throws SQLException {
    String columns = "id, at, who, why, kind, of, file, name, edits, reverse, undone, saved";
    List<LogEntry> entries = new ArrayList<>();
    try (PreparedStatement sql =
            bound("SELECT " + columns + " FROM entry WHERE " + where, arguments);
        ResultSet found = sql.executeQuery()) {
      while (found.next()) {
        long of = found.getLong(6);
        entries.add(
            new LogEntry(
                found.getLong(1),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                LogEntry.Kind.valueOf(found.getString(5).toUpperCase(Locale.ROOT)),
                found.wasNull() ? null : of,
                found.getString(7),
                found.getString(8),
                edits(found.getString(9)),
                edits(found.getString(10)),
                found.getInt(11) == 1 || found.getInt(11) == 2,
                found.getInt(12) > 0));
      }
    }
    return entries;
  }

  private static String json(List<TableEdit> edits) {
    ArrayNode all = MAPPER.createArrayNode();
    edits.forEach(e -> all.add(e.json()));
    return all.toString();
  }

  private static List<TableEdit> edits(String json) {
    List<TableEdit> edits = new ArrayList<>();
    for (JsonNode one : MAPPER.readTree(json)) {
      edits.add(TableEdit.of(one));
    }
    return edits;
  }

  /// Scenarios that people kept.
  StoredScenarios scenarios() {
    return new StoredScenarios(this);
  }

  /// Levers that were moved.
  StoredMoves moves() {
    return new StoredMoves(this);
  }

  /// Answers of long runs.
  StoredAnswers answers() {
    return new StoredAnswers(this);
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw fault(e);
    }
  }
}
