package org.tonle.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.export.Exports;
import org.tonle.export.ResultKeys;
import org.tonle.text.CsvRows;
import tools.jackson.databind.json.JsonMapper;

/// Headline figures of a result: breaches, loads to cut, and one concentration.
///
/// @param figures figures by name; a figure that a result does not have is left out
record Headline(Map<Name, Double> figures) {
  private static final String DEMAND = "demand.csv";

  /// Name of a figure.
  ///
  /// @param of constituent of a load to cut; key of a concentration; "" for breaches
  /// @param column column of a concentration
  record Name(Kind kind, String of, String column) {}

  enum Kind {
    BREACHES,
    CUT_T_PER_A,
    CONCENTRATION
  }

  static Headline of(Path folder, Optional<MovedNumber> concentration) throws IOException {
    Map<Name, Double> figures = new LinkedHashMap<>();
    double breaches =
        new JsonMapper()
            .readTree(Files.readString(folder.resolve(Exports.SUMMARY)))
            .path("breaches")
            .asDouble(0);
    figures.put(new Name(Kind.BREACHES, "", ""), breaches);
    if (Files.exists(folder.resolve(DEMAND))) {
      cells(folder.resolve(DEMAND), List.of("level", "constituent"), "cut_t_per_a")
          .forEach(
              (key, cut) -> {
                if (key.startsWith("total · ")) {
                  figures.put(new Name(Kind.CUT_T_PER_A, key.substring(8), ""), cut);
                }
              });
    }
    if (concentration.isPresent()) {
      MovedNumber one = concentration.get();
      Map<String, Double> all =
          cells(folder.resolve(one.file()), ResultKeys.of(one.file()), one.column());
      Double found = all.get(one.key());
      if (found != null) {
        figures.put(new Name(Kind.CONCENTRATION, one.key(), one.column()), found);
      }
    }
    return new Headline(figures);
  }

  private static Map<String, Double> cells(Path file, List<String> keys, String column)
      throws IOException {
    Map<String, Double> found = new LinkedHashMap<>();
    try (CsvRows rows = CsvRows.open(file)) {
      List<String> names = Arrays.asList(rows.next().cells());
      int at = names.indexOf(column);
      while (rows.hasNext()) {
        String[] row = rows.next().cells();
        List<String> key =
            keys.stream().map(k -> row[names.indexOf(k)]).filter(k -> !k.isEmpty()).toList();
        double value = MovedNumber.number(row[at]);
        if (!Double.isNaN(value)) {
          found.put(String.join(" · ", key), value);
        }
      }
    }
    return found;
  }

  double get(Name name) {
    return figures.getOrDefault(name, Double.NaN);
  }
}
