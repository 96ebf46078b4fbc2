package org.tonle.packed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tonle.text.CsvRows;
import org.tonle.text.CsvText;

/// Minimal study for a country: what the country's own study states for every river of it (factors,
/// limits, spreads, seasons and local waters, with their sources and marks), and tables with
/// example rows that their owner replaces.
public final class MinimalStudy {
  /// Packed study of each country.
  private static final Map<String, String> STUDY_OF = Map.of("KH", "cambodia");

  /// Tables with example rows.
  private static final List<String> EXAMPLES =
      List.of(
          "study.toml",
          "README.md",
          "units.csv",
          "nodes.csv",
          "reaches.csv",
          "reach_seasons.csv",
          "boundaries.csv",
          "inflows.csv",
          "towns.csv",
          "sanitation.csv",
          "plants.csv",
          "industry.csv",
          "observations.csv");

  /// Kinds of reactions that the country's study states for its own lakes.
  private static final Set<String> OF_LAKES =
      Set.of("lake_settling", "release", "fringe_release", "fringe_demand", "residual");

  /// Tables that hold for the whole country, and which of their rows do.
  private static final Map<String, Predicate<String[]>> SHARED =
      Map.of(
          "seasons.csv", row -> true,
          "constituents.csv", row -> true,
          "reactions.csv", row -> !OF_LAKES.contains(row[2]),
          "standards.csv", row -> true,
          "effluent_standards.csv", row -> true,
          "designations.csv", row -> row[0].isEmpty(),
          "factors.csv", row -> !Set.of("cheung_aek", "ta_mok").contains(row[1]),
          "uncertainty.csv", MinimalStudy::isOfEveryPlace,
          "waters.csv", row -> row[0].equals("land_lowland"));

  private MinimalStudy() {}

  /// Whether a spread is of habits and processes, and not of a water, place or lake of the country.
  private static boolean isOfEveryPlace(String[] row) {
    return switch (row[0]) {
      case "load", "passing" -> true;
      case "rate" -> !row[1].matches(".*(_lake_|_humic|flooded).*");
      case "retention" -> row[1].equals("on_site") || row[1].equals("sewered");
      default -> false;
    };
  }

  public static Set<String> countries() {
    return new TreeSet<>(STUDY_OF.keySet());
  }

  /// Writes the study into an existing empty folder.
  ///
  /// @param country one of `countries()`
  public static void write(String country, Path folder) throws IOException {
    Set<String> cited = new TreeSet<>();
    try (PackedStudy study = PackedStudy.open(Objects.requireNonNull(STUDY_OF.get(country)))) {
      for (Map.Entry<String, Predicate<String[]>> table : SHARED.entrySet()) {
        copy(study.folder(), table.getKey(), folder, table.getValue(), cited);
      }
      copy(
          study.folder(), "references.csv", folder, row -> cited.contains(row[0]), new TreeSet<>());
    }
    for (String name : EXAMPLES) {
      try (InputStream in =
          Objects.requireNonNull(MinimalStudy.class.getResourceAsStream("minimal/" + name), name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  /// Copies the rows of a table that hold, and notes the references that they cite.
  private static void copy(
      Path from, String name, Path to, Predicate<String[]> holds, Set<String> cited)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (CsvRows all = CsvRows.even(Files.readString(from.resolve(name)), ',')) {
      for (Iterator<CsvRows.CsvRow> it = all; it.hasNext(); ) {
        rows.add(it.next().cells());
      }
    }
    String[] header = rows.getFirst();
    CsvText text = new CsvText((Object[]) header);
    int reference = List.of(header).indexOf("reference");
    for (String[] row : rows.subList(1, rows.size())) {
      if (holds.test(row)) {
        text.row((Object[]) row);
        cited.addAll(List.of(row[reference].split(";", -1)));
      }
    }
    text.write(to, name);
  }
}
