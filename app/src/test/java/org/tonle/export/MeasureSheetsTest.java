package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.demand.Rule;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// The tables of what to measure, of the tutorial study.
class MeasureSheetsTest {
  private static List<ResultSheet> sheets(Path folder, int threads) {
    Study study = StudyReader.read(folder).study().orElseThrow();
    Result result =
        Runner.run(study, Scenario.BASELINE, new Options(400, 1, threads)).result().orElseThrow();
    Answers findings = Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
    return Exports.sheets(findings).stream()
        .filter(s -> List.of(MeasureSheets.MEASURE, MeasureSheets.MARKS).contains(s.file()))
        .toList();
  }

  private static List<String> text(List<ResultSheet> sheets) {
    List<String> rows = new ArrayList<>();
    sheets.forEach(s -> s.rows().forEach(r -> rows.add(Arrays.toString(r))));
    return rows;
  }

  private static double number(ResultSheet sheet, Object[] row, String column) {
    return ((Number) row[sheet.columns().indexOf(column)]).doubleValue();
  }

  private static boolean isUnmeasured(Object[] row) {
    return row[0].equals("unmeasured");
  }

  @Test
  void sharesLieBetweenTheFloorAndOneAndTheFirstStandInOrder() {
    ResultSheet sheet = sheets(Folders.study("two-towns"), 1).getFirst();
    double order = 0;
    List<Object[]> never = sheet.rows().stream().filter(MeasureSheetsTest::isUnmeasured).toList();
    assertFalse(never.isEmpty());
    assertEquals(never, sheet.rows().subList(0, never.size()));
    for (Object[] row : sheet.rows().subList(never.size(), sheet.rows().size())) {
      boolean isSum = row[sheet.columns().indexOf("aim")].equals("all");
      double share = number(sheet, row, "share");
      assertTrue(share > 0 && share <= 1, Arrays.toString(row));
      // A mean over several aims may lie below the floor of each.
      assertTrue(isSum || row[sheet.columns().indexOf("variable")].equals("") || share > 0.01);
      if (!Double.isNaN(number(sheet, row, "order"))) {
        assertEquals(order + 1, number(sheet, row, "order"));
        order = number(sheet, row, "order");
      }
    }
    assertTrue(order > 0 && order <= 10, "first: " + order);
  }

  @Test
  void marksOfADemandAddUpToOne() {
    ResultSheet sheet = sheets(Folders.study("two-towns"), 1).getLast();
    assertFalse(sheet.rows().isEmpty());
    for (Object[] row : sheet.rows()) {
      double sum = 0;
      for (String mark : List.of("measured", "published", "derived", "estimate", "unverified")) {
        sum += number(sheet, row, mark);
      }
      assertEquals(1, sum, 1e-9, Arrays.toString(row));
    }
  }

  @Test
  void neitherThreadsNorTheOrderOfRowsChangeTheRanking(@TempDir Path folder) throws IOException {
    List<String> expected = text(sheets(Folders.study("two-towns"), 1));
    assertEquals(expected, text(sheets(Folders.study("two-towns"), 3)));
    Folders.twoTowns(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (!file.endsWith("seasons.csv") && !file.endsWith("constituents.csv")) {
          Collections.reverse(lines.subList(1, lines.size()));
          Files.write(file, lines);
        }
      }
    }
    assertEquals(expected, text(sheets(folder, 1)));
  }
}
