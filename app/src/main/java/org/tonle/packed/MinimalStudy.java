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

  /// Tables that hold for the whole country, all rows of them.
  private static final List<String> SHARED =
      List.of(
          "seasons.csv", "constituents.csv", "laws.csv", "standards.csv", "effluent_standards.csv");

  private static final String OF_THE_LAND = "land_lowland";

  private MinimalStudy() {}

  public static Set<String> countries() {
    return new TreeSet<>(STUDY_OF.keySet());
  }

  /// Writes the study into an existing empty folder.
  ///
  /// @param country one of `countries()`
  public static void write(String country, Path folder) throws IOException {
    Set<String> cited = new TreeSet<>();
    try (PackedStudy study = PackedStudy.open(Objects.requireNonNull(STUDY_OF.get(country)))) {
      Path from = study.folder();
      for (String name : SHARED) {
        copy(from, name, folder, row -> true, cited);
      }
      copy(from, "designations.csv", folder, row -> row[0].isEmpty(), cited);
      copy(from, "waters.csv", folder, row -> row[0].equals(OF_THE_LAND), cited);
      copy(from, "reactions.csv", folder, row -> !OF_LAKES.contains(row[2]), cited);
      Set<String> ofPlaces = column(from, "sewersheds.csv", "retention");
      copy(from, "factors.csv", folder, row -> !ofPlaces.contains(row[1]), cited);
      ofPlaces.addAll(column(from, "reactions.csv", "reaction"));
      ofPlaces.removeAll(column(folder, "reactions.csv", "reaction"));
      copy(from, "uncertainty.csv", folder, row -> isOfEveryPlace(row, ofPlaces), cited);
      copy(from, "references.csv", folder, row -> cited.contains(row[0]), new TreeSet<>());
    }
    for (String name : EXAMPLES) {
      try (InputStream in =
          Objects.requireNonNull(MinimalStudy.class.getResourceAsStream("minimal/" + name), name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  /// Whether a spread is of habits and processes, and not of a water, sewershed or lake.
  private static boolean isOfEveryPlace(String[] row, Set<String> ofPlaces) {
    return !Set.of("discharge", "concentration").contains(row[0]) && !ofPlaces.contains(row[1]);
  }

  /// Ids that a column of a table holds.
  private static Set<String> column(Path folder, String name, String column) throws IOException {
    List<String[]> rows = rows(folder, name);
    int at = List.of(rows.getFirst()).indexOf(column);
    Set<String> found = new TreeSet<>();
    rows.stream().skip(1).map(row -> row[at]).filter(id -> !id.isEmpty()).forEach(found::add);
    return found;
  }

  private static List<String[]> rows(Path folder, String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (CsvRows all = CsvRows.even(Files.readString(folder.resolve(name)), ',')) {
      for (Iterator<CsvRows.CsvRow> it = all; it.hasNext(); ) {
        rows.add(it.next().cells());
      }
    }
    return rows;
  }

  /// Copies the rows of a table that hold, and notes the references that they cite.
  private static void copy(
      Path from, String name, Path to, Predicate<String[]> holds, Set<String> cited)
      throws IOException {
    List<String[]> rows = rows(from, name);
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
