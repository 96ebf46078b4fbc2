package org.tonle.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.folder.Inputs;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.InputTable;

/// Inputs file: an SQLite file beside a result that holds the inputs of the run.
///
/// Tables: `run` (what was run and how), `changes` (of the scenario), `settings` (keys of
/// study.toml), `texts` (study.toml and the scenarios that were run), `inputs` (hash and rows of
/// every table of the study), and one table for each input with its cells as typed. Above 5 MB of
/// cells only the hashes are kept. The same inputs give the same bytes.
public final class InputsFile {
  public static final String NAME = "inputs.sqlite";

  /// Number of rows sent to the database at once.
  private static final int BATCH = 1000;

  private static final String SETTINGS = "study.toml";

  private final Connection database;

  private InputsFile(Connection database) {
    this.database = database;
  }

  /// Stored run with its inputs.
  ///
  /// @param studyHash hash of the study, made from those of its tables
  public record Stored(RunFacts run, Inputs inputs, String studyHash) {}

  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  /// Writes the inputs of a run, and of the scenarios only those that were run.
  public static void write(Path file, RunFacts run, Inputs inputs) throws IOException {
    try (Connection database = DriverManager.getConnection(url(file))) {
      database.setAutoCommit(false);
      new InputsFile(database).write(run, inputs);
      database.commit();
    } catch (SQLException e) {
      throw new IOException(NAME + " could not be written: " + e.getMessage(), e);
    }
  }

  private void write(RunFacts run, Inputs inputs) throws SQLException {
    table(
        "run",
        List.of("key", "value"),
        Stream.of(
            row("version", run.version()),
            row("study", run.study()),
            row("study_hash", inputs.hash()),
            row("scenario", run.scenario()),
            row("design_flow", run.designFlow()),
            row("draws", run.draws()),
            row("seed", run.seed())));
    table("changes", List.of("change"), run.changes().stream().map(InputsFile::row));
    table(
        "settings",
        List.of("key", "value"),
        inputs.keys().entrySet().stream().map(e -> row(e.getKey(), e.getValue())));
    Stream<Object[]> scenarios =
        inputs.scenarios().stream()
            .filter(s -> run.names(s.id()))
            .map(s -> row(s.file(), s.id(), s.text()));
    table(
        "texts",
        List.of("file", "scenario", "text"),
        Stream.concat(Stream.<Object[]>of(row(SETTINGS, "", inputs.settings())), scenarios));
    table(
        "inputs",
        List.of("table", "hash", "rows", "separator"),
        inputs.tables().stream()
            .map(t -> row(t.file(), t.hash(), t.count(), Character.toString(t.separator()))));
    for (InputTable table : inputs.tables()) {
      if (table.isWhole()) {
        write(table);
      }
    }
  }

  private void write(InputTable table) throws SQLException {
    List<String> columns = new ArrayList<>(List.of("row"));
    table.table().columns().forEach(c -> columns.add(c.name()));
    table(
        name(table.file()),
        columns,
        table.rows().stream()
            .map(
                r -> {
                  List<Object> cells = new ArrayList<>(List.of(r.number()));
                  cells.addAll(r.typed());
                  return cells.toArray();
                }));
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private static String name(String file) {
    return file.replace(".csv", "");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void table(String name, List<String> columns, Stream<Object[]> rows) throws SQLException {
    List<String> typed =
        columns.stream()
            .map(c -> quoted(c) + (c.equals("row") || c.equals("rows") ? " INTEGER" : " TEXT"))
            .toList();
    try (Statement sql = database.createStatement()) {
      sql.execute("CREATE TABLE " + quoted(name) + " (" + String.join(", ", typed) + ")");
    }
    String marks = String.join(", ", columns.stream().map(c -> "?").toList());
    try (PreparedStatement sql =
        database.prepareStatement("INSERT INTO " + quoted(name) + " VALUES (" + marks + ")")) {
      int count = 0;
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        for (int c = 0; c < row.length; c++) {
          sql.setObject(c + 1, row[c]);
        }
        sql.addBatch();
        if (++count % BATCH == 0) {
          sql.executeBatch();
        }
      }
      sql.executeBatch();
    }
  }

  /// Reads what `write` wrote.
  ///
  /// @throws IOException if the file was not written by Tonle
  public static Stored read(Path file) throws IOException {
    try (Connection database = DriverManager.getConnection(url(file))) {
      return new InputsFile(database).read();
    } catch (SQLException | NumberFormatException e) {
      throw new IOException(NAME + " could not be read: " + e.getMessage(), e);
    }
  }

  private Stored read() throws SQLException {
    Map<String, String> run = new HashMap<>();
    rows("run", List.of("key", "value")).forEach(r -> run.put(r.get(0), r.get(1)));
    List<String> changes = rows("changes", List.of("change")).stream().map(List::getFirst).toList();
    String settings = "";
    List<Inputs.ScenarioFile> scenarios = new ArrayList<>();
    for (List<String> text : rows("texts", List.of("file", "scenario", "text"))) {
      if (text.get(0).equals(SETTINGS)) {
        settings = text.get(2);
      } else {
        scenarios.add(new Inputs.ScenarioFile(text.get(1), text.get(0), text.get(2)));
      }
    }
    Inputs bare = new Inputs(List.of(), settings, scenarios);
    List<InputTable> tables = new ArrayList<>();
    for (List<String> one : rows("inputs", List.of("table", "hash", "rows", "separator"))) {
      Schema.find(one.get(0)).ifPresent(t -> tables.add(table(bare, t, one)));
    }
    RunFacts facts =
        new RunFacts(
            run.getOrDefault("version", ""),
            run.getOrDefault("study", ""),
            run.getOrDefault("scenario", ""),
            run.getOrDefault("design_flow", ""),
            Integer.parseInt(run.getOrDefault("draws", "0")),
            Long.parseLong(run.getOrDefault("seed", "0")),
            changes);
    Inputs inputs = new Inputs(tables, settings, scenarios);
    return new Stored(facts, inputs, run.getOrDefault("study_hash", ""));
  }

  private InputTable table(Inputs study, Table table, List<String> entry) {
    int count = Integer.parseInt(entry.get(2));
    char separator = entry.get(3).charAt(0);
    InputTable hashed = new InputTable(table, separator, entry.get(1), count, List.of());
    List<Integer> numbers = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    try {
      for (List<String> row : rows(name(table.file()), List.of())) {
        numbers.add(Integer.parseInt(row.getFirst()));
        cells.add(row.subList(1, row.size()));
      }
    } catch (SQLException e) {
      // The rows were not kept.
      return hashed;
    }
    if (numbers.size() != count || cells.stream().anyMatch(c -> c.size() != width(table))) {
      return hashed;
    }
    InputTable read = study.table(table, separator, cells).numbered(numbers);
    return new InputTable(table, separator, entry.get(1), count, read.rows());
  }

  private static int width(Table table) {
    return table.columns().size();
  }

  private List<List<String>> rows(String table, List<String> columns) throws SQLException {
    String wanted =
        columns.isEmpty()
            ? "*"
            : String.join(", ", columns.stream().map(InputsFile::quoted).toList());
    List<List<String>> rows = new ArrayList<>();
    try (Statement sql = database.createStatement();
        ResultSet found =
            sql.executeQuery("SELECT " + wanted + " FROM " + quoted(table) + " ORDER BY rowid")) {
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int c = 1; c <= width; c++) {
          String cell = found.getString(c);
          row.add(cell == null ? "" : cell);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
