package org.tonle.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Result keys: the columns that identify a row of each result table, for comparing two results.
public final class ResultKeys {
  public static final String CONCENTRATIONS = "concentrations.csv";

  /// Columns of rounding errors, which say nothing about the study.
  private static final Set<String> NOT_COMPARED =
      Set.of("error", "error_of_draws", "closure_m3_per_s");

  /// Tables in which several rows may have the same key.
  private static final Set<String> REPEATS =
      Set.of("loads.csv", "services.csv", "observed.csv", "outfalls.csv", "checks.csv");

  private static final Map<String, List<String>> KEYS = keys();

  private ResultKeys() {}

  private static Map<String, List<String>> keys() {
    List<String> place = List.of("kind", "place", "season", "constituent");
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("loads.csv", List.of("source", "category", "path", "enters_at", "constituent"));
    keys.put("loads_by_unit.csv", List.of("unit", "category", "constituent"));
    keys.put("loads_by_source.csv", List.of("source", "category", "constituent"));
    keys.put("services.csv", List.of("town", "sewershed", "path"));
    keys.put("excreta.csv", List.of("level", "town", "sewershed"));
    keys.put("service_figures.csv", List.of("figure", "published_year"));
    keys.put("outfalls.csv", List.of("source", "constituent", "statistic"));
    keys.put("reaches.csv", List.of("reach", "season"));
    keys.put(CONCENTRATIONS, place);
    keys.put("oxygen.csv", List.of("reach", "season"));
    keys.put("lakes.csv", List.of("lake", "season", "constituent"));
    keys.put(
        "verdicts.csv",
        List.of("kind", "place", "season", "constituent", "standard", "class", "statistic"));
    keys.put(
        "limits.csv",
        List.of("kind", "place", "season", "constituent", "standard", "class", "statistic"));
    keys.put("classes.csv", List.of("standard", "kind", "place", "season", "constituent"));
    keys.put("mass_balance.csv", List.of("constituent"));
    keys.put("water_balance.csv", List.of("node", "season"));
    keys.put("observed.csv", List.of("station", "place", "seasons", "constituent", "statistic"));
    keys.put("fit.csv", List.of("constituent", "set"));
    keys.put(
        MeasuredSheet.MEASURED,
        List.of(
            "station",
            "place",
            "constituent",
            "year",
            "months",
            "seasons",
            "standard",
            "class",
            "statistic"));
    keys.put("checks.csv", List.of("place", "season", "constituent"));
    keys.put(DemandSheets.DEMAND, List.of("level", "unit", "source", "category", "constituent"));
    keys.put(
        DemandSheets.CAPACITY,
        List.of("kind", "place", "season", "constituent", "standard", "class"));
    keys.put(DemandSheets.PERMITS, List.of("unit", "source", "category", "constituent"));
    return keys;
  }

  /// Tables that are compared, in the order in which results are read.
  public static List<String> files() {
    return List.copyOf(KEYS.keySet());
  }

  public static List<String> of(String file) {
    return KEYS.getOrDefault(file, List.of());
  }

  public static boolean repeats(String file) {
    return REPEATS.contains(file);
  }

  public static boolean isCompared(String file, String column) {
    return !of(file).contains(column)
        && !NOT_COMPARED.contains(column)
        && !LetterSheets.isAdded(file, column);
  }
}
