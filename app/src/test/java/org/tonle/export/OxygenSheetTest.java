package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Lake;
import org.tonle.model.Reach;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// The tables of the lowest oxygen and of lakes agree with the tables beside them. Their figures
/// are worked by hand in the specs F09_PlaceOfTheWorstOxygen and D02_LakeYearCycle.
class OxygenSheetTest {
  private static final Study STUDY =
      StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
  private static final Result RESULT =
      Runner.run(STUDY, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();

  private static List<Map<String, Object>> table(String file) {
    ResultSheet sheet =
        Exports.sheets(RESULT).stream()
            .filter(s -> s.file().equals(file))
            .findFirst()
            .orElseThrow();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object[] cells : sheet.each()) {
      Map<String, Object> row = new HashMap<>();
      for (int c = 0; c < cells.length; c++) {
        row.put(sheet.columns().get(c), cells[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static double number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Double found ? found : Double.NaN;
  }

  private static Map<String, Object> row(String file, Map<String, Object> key) {
    return table(file).stream()
        .filter(r -> r.entrySet().containsAll(key.entrySet()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyReachAndSeasonHasItsPlace() {
    List<Map<String, Object>> rows = table("oxygen.csv");
    List<Reach> reaches = STUDY.waterways().reaches();
    int seasons = STUDY.waterways().seasons().size();
    assertEquals(reaches.size() * seasons, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      Map<String, Object> flow = table("reaches.csv").get(i);
      assertEquals(flow.get("reach"), row.get("reach"));
      assertEquals(flow.get("season"), row.get("season"));
      double share = number(row, "distance_km") / reaches.get(i / seasons).line().length_km();
      assertTrue(share >= 0 && share <= 1, row.toString());
      assertEquals(share, number(row, "time_d") / number(flow, "travel_time_d"), 1e-12);
    }
  }

  @Test
  void oxygenIsThatOfTheTableOfConcentrations() {
    for (Map<String, Object> row : table("oxygen.csv")) {
      Map<String, Object> key =
          Map.of(
              "kind",
              "reach",
              "place",
              row.get("reach"),
              "season",
              row.get("season"),
              "constituent",
              "DO");
      double central = number(row("concentrations.csv", key), "central");
      assertEquals(central, number(row, "oxygen"));
      assertEquals(
          100 * central / number(row, "saturation"), number(row, "saturation_percent"), 1e-12);
    }
  }

  @Test
  void aReachHasOneWorstSeason() {
    Map<Object, Double> lowest = new HashMap<>();
    Map<Object, Double> worst = new HashMap<>();
    for (Map<String, Object> row : table("oxygen.csv")) {
      if (row.get("judged").equals(true)) {
        lowest.merge(row.get("reach"), number(row, "oxygen"), StrictMath::min);
      }
      if (row.get("worst_season").equals(true)) {
        worst.merge(row.get("reach"), number(row, "oxygen"), (a, b) -> Double.NaN);
      }
    }
    assertEquals(lowest, worst);
  }

  @Test
  void aLakeHasItsStateAtTheEndOfEachSeason() {
    List<Map<String, Object>> rows = table("lakes.csv");
    List<Lake> lakes = STUDY.waterways().lakes();
    int seasons = STUDY.waterways().seasons().size();
    int constituents = STUDY.chemistry().constituents().size();
    assertEquals(lakes.size() * seasons * constituents, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Lake.Seasonal season = lakes.getFirst().seasons().get(i / constituents);
      assertEquals(season.volumeEnd_km3(), number(rows.get(i), "volume_km3"));
      assertTrue(number(rows.get(i), "at_end") >= 0, rows.get(i).toString());
    }
  }
}
