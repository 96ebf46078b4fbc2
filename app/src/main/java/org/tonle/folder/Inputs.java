package org.tonle.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.InputTable;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Projection;
import org.tonle.folder.sheet.SheetReader;
import org.tonle.folder.sheet.Toml;
import org.tonle.problem.Problem;

/// Inputs of a study as they were read: its tables, its settings and its scenarios.
///
/// @param tables those that the study has, in the order of the schema
/// @param settings text of study.toml
public record Inputs(List<InputTable> tables, String settings, List<ScenarioFile> scenarios) {
  public static final Inputs NONE = new Inputs(List.of(), "", List.of());

  /// Of studies with larger tables only the hashes are kept.
  public static final long MOST_BYTES = 5_000_000;

  public Inputs {
    tables = List.copyOf(tables);
    scenarios = List.copyOf(scenarios);
  }

  /// File of one scenario.
  public record ScenarioFile(String id, String file, String text) {}

  /// The same, without any rows where they are too large to be kept.
  Inputs limited() {
    long bytes = tables.stream().mapToLong(InputTable::bytes).sum();
    boolean isLarge = bytes > MOST_BYTES || !isWhole();
    return isLarge
        ? new Inputs(tables.stream().map(InputTable::bare).toList(), settings, scenarios)
        : this;
  }

  /// Whether every table has its rows.
  public boolean isWhole() {
    return tables.stream().allMatch(InputTable::isWhole);
  }

  public Optional<InputTable> find(String file) {
    return tables.stream().filter(t -> t.file().equals(file)).findFirst();
  }

  /// The same problem with its row, if it only names the id of one: the program behind the tables
  /// knows no rows.
  public Problem located(Problem p) {
    if (p.row() > 0 || !p.column().isEmpty() || p.found().isEmpty()) {
      return p;
    }
    return find(p.file()).stream()
        .flatMap(t -> t.rows().stream())
        .filter(r -> r.meant().getFirst().equals(p.found()))
        .findFirst()
        .map(
            r ->
                new Problem(
                    p.severity(),
                    p.code(),
                    p.file(),
                    r.number(),
                    p.column(),
                    p.expected(),
                    p.found(),
                    p.hint()))
        .orElse(p);
  }

  /// Hash of the study: that of its tables.
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (InputTable table : tables) {
        digest.update((table.file() + "\0" + table.hash() + "\0").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Keys of study.toml that may move a result, with their values. Draws and seed are left out,
  /// which belong to a run, and counts of rows, which only check.
  public Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>(toml().leaves());
    keys.keySet().removeIf(k -> k.equals("draws") || k.equals("seed") || k.startsWith("rows."));
    return keys;
  }

  /// The same inputs with another main law.
  public Inputs judgedBy(String law) {
    return new Inputs(tables, toml().with("main_standard", law), scenarios);
  }

  private Toml toml() {
    return Toml.parse(StudyFiles.STUDY, settings, new Problems());
  }

  /// A table of this study, read again from cells as they were typed.
  ///
  /// @param cells one list per row
  public InputTable table(Table table, char separator, List<List<String>> cells) {
    Problems ignored = new Problems();
    Optional<Projection> map = Projection.of(toml(), ignored);
    return SheetReader.parse(csv(table, separator, cells), table, map, ignored).content();
  }

  private static String csv(Table table, char separator, List<List<String>> rows) {
    StringWriter out = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(out);
    boolean[] isUsed = new boolean[table.columns().size()];
    for (int c = 0; c < isUsed.length; c++) {
      int column = c;
      isUsed[c] =
          table.columns().get(c).isRequired()
              || rows.stream().anyMatch(r -> !r.get(column).isEmpty());
    }
    csv.writeRecord(
        used(table.columns().stream().map(c -> c.name()).toList(), isUsed).toArray(String[]::new));
    rows.forEach(r -> csv.writeRecord(used(r, isUsed).toArray(String[]::new)));
    return out.toString();
  }

  private static List<String> used(List<String> cells, boolean[] isUsed) {
    return java.util.stream.IntStream.range(0, isUsed.length)
        .filter(c -> isUsed[c])
        .mapToObj(cells::get)
        .toList();
  }

  /// Writes a study folder that reads as this study did.
  public void write(Path folder) throws IOException {
    for (InputTable table : tables) {
      List<List<String>> cells = table.rows().stream().map(InputTable.InputRow::typed).toList();
      Files.writeString(folder.resolve(table.file()), csv(table.table(), table.separator(), cells));
    }
    Files.writeString(folder.resolve(StudyFiles.STUDY), toml().without("rows"));
    for (ScenarioFile scenario : scenarios) {
      Path file = folder.resolve(scenario.file());
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, scenario.text());
    }
  }
}
