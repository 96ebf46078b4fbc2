package org.tonle.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.export.CsvFile;
import org.tonle.export.Exports;
import org.tonle.store.InputsFile;
import org.tonle.text.CsvRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Added causes: causes that are added to the results of an earlier run, whose other files stay.
final class AddedCauses {
  private static final JsonMapper MAPPER = new JsonMapper();
  static final String CONTRIBUTIONS = "contributions.csv";
  private static final String COLUMNS = "columns.csv";
  private static final String VERDICTS = "verdicts.csv";
  private static final String DEMAND = "demand.csv";
  private static final String QUOTED = ",;\t\"\n\r";

  /// Number of columns that identify the concentration of a contribution; the first two identify
  /// the place.
  private static final int NAMING = 4;

  private static final int PLACE = 2;

  private AddedCauses() {}

  /// Whether both folders hold the same results of the same inputs, to the last bit.
  static boolean areOfOneRun(Path old, Path now) throws IOException {
    String hash = summary(old).path("hash").asString("");
    Path inputs = now.resolve(InputsFile.NAME);
    Path inputsBefore = old.resolve(InputsFile.NAME);
    return !hash.isEmpty()
        && hash.equals(summary(now).path("hash").asString(""))
        && Files.isRegularFile(inputsBefore)
        && Files.mismatch(inputsBefore, inputs) < 0;
  }

  /// Copies everything from `old` that `now` does not have.
  static void keep(Path old, Path now) throws IOException {
    boolean hasOwn = Files.exists(now.resolve(CONTRIBUTIONS));
    ResultManifest manifest = ResultManifest.read(old);
    boolean showsMore =
        (Files.exists(old.resolve(DEMAND)) && !Files.exists(now.resolve(DEMAND)))
            || (Files.exists(old.resolve(CONTRIBUTIONS)) && !hasOwn);
    if (showsMore && manifest.lists(old.resolve(Exports.MAP))) {
      Files.copy(
          old.resolve(Exports.MAP), now.resolve(Exports.MAP), StandardCopyOption.REPLACE_EXISTING);
    }
    for (Path file : Leftovers.list(old)) {
      Path to = now.resolve(file.getFileName());
      if (manifest.lists(file) && !Files.exists(to)) {
        Files.copy(file, to);
      }
    }
    if (hasOwn && Files.exists(old.resolve(CONTRIBUTIONS))) {
      merge(old, now, CONTRIBUTIONS, NAMING);
    }
    if (Files.exists(now.resolve(CONTRIBUTIONS))) {
      count(now);
    }
    if (Files.exists(old.resolve(COLUMNS))) {
      merge(old, now, COLUMNS, 1);
    }
    if (Files.exists(old.resolve(VERDICTS))) {
      complete(old.resolve(VERDICTS), now.resolve(VERDICTS));
    }
  }

  /// Fills the empty cells of a table from an earlier one with the same columns and rows: causes
  /// and cuts that the new run was not asked for.
  private static void complete(Path old, Path now) throws IOException {
    Path part = now.resolveSibling(now.getFileName() + ".part");
    try (CsvRows before = CsvRows.open(old);
        CsvRows after = CsvRows.open(now);
        BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      String[] header = after.next().cells();
      boolean isAlike = before.hasNext() && Arrays.equals(before.next().cells(), header);
      out.append(CsvFile.MARK);
      write(out, header);
      while (after.hasNext()) {
        String[] row = after.next().cells();
        String[] known = isAlike && before.hasNext() ? before.next().cells() : row;
        for (int c = 0; c < StrictMath.min(row.length, known.length); c++) {
          row[c] = row[c].isEmpty() ? known[c] : row[c];
        }
        write(out, row);
      }
    }
    Files.move(part, now, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Merges two tables: old rows except those about the same things as new rows, then the new rows.
  ///
  /// @param naming number of first columns that say what a row is about
  private static void merge(Path old, Path now, String file, int naming) throws IOException {
    List<String[]> added = rows(now.resolve(file));
    Set<List<String>> known = new HashSet<>();
    added.forEach(row -> known.add(key(row, naming)));
    try (BufferedWriter out = Files.newBufferedWriter(now.resolve(file), StandardCharsets.UTF_8)) {
      out.append(CsvFile.MARK);
      write(out, added.getFirst());
      for (String[] row : rows(old.resolve(file))) {
        if (!known.contains(key(row, naming))) {
          write(out, row);
        }
      }
      for (String[] row : added.subList(1, added.size())) {
        write(out, row);
      }
    }
  }

  private static List<String> key(String[] row, int naming) {
    return List.of(Arrays.copyOf(row, StrictMath.min(naming, row.length)));
  }

  private static List<String[]> rows(Path file) throws IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      Stream.Builder<String[]> all = Stream.builder();
      while (rows.hasNext()) {
        all.add(rows.next().cells());
      }
      return all.build().toList();
    }
  }

  private static void write(BufferedWriter out, String[] cells) throws IOException {
    out.append(Arrays.stream(cells).map(AddedCauses::cell).collect(Collectors.joining(",")));
    out.append('\n');
  }

  private static String cell(String text) {
    boolean isQuoted = text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
    return isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /// Counts the places with contributions again for the summary.
  private static void count(Path folder) throws IOException {
    List<String[]> rows = rows(folder.resolve(CONTRIBUTIONS));
    long places = rows.stream().skip(1).map(row -> key(row, PLACE)).distinct().count();
    ObjectNode summary = summary(folder);
    if (summary.get("contributions") instanceof ObjectNode node) {
      long all = StrictMath.max(places, node.path("of").asLong(0));
      node.put("places", places);
      node.put("of", all);
      summary.put("contributionsPlaces", places);
      summary.put("contributionsOfPlaces", all);
    }
    Files.writeString(folder.resolve(Exports.SUMMARY), summary.toPrettyString() + "\n");
  }

  private static ObjectNode summary(Path folder) throws IOException {
    JsonNode read = MAPPER.readTree(Files.readString(folder.resolve(Exports.SUMMARY)));
    return read instanceof ObjectNode node ? node : MAPPER.createObjectNode();
  }
}
