package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Verdict;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: one row of verdicts, demand and outfalls is enough to write a letter from.
class LetterSheetsTest {
  private static final String DECREE =
      "Sub-Decree No. 27 ANRK.BK on Water Pollution Control, 6 April 1999 (unofficial translation)";

  private static Result result() {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    return Runner.run(study, Scenario.BASELINE, Options.of(50, 1)).result().orElseThrow();
  }

  private static List<Map<String, Object>> rows(Answers answers, String file) {
    ResultSheet sheet =
        Exports.written(answers).stream()
            .filter(s -> s.file().equals(file))
            .findFirst()
            .orElseThrow();
    return sheet.stream()
        .map(
            row -> {
              Map<String, Object> named = new HashMap<>();
              for (int c = 0; c < row.length; c++) {
                named.put(sheet.columns().get(c), row[c]);
              }
              return named;
            })
        .toList();
  }

  private static double number(Map<String, Object> row, String column) {
    return (Double) Objects.requireNonNull(row.get(column), column);
  }

  @Test
  void anOutfallSaysWhatItIsOverItsOwnLimit() {
    Map<String, Object> row =
        rows(Answers.of(result()), "outfalls.csv").stream()
            .filter(r -> "BREW".equals(r.get("source")) && "BOD".equals(r.get("constituent")))
            .findFirst()
            .orElseThrow();
    assertEquals("រោងចក្រស្រាបៀរ", row.get("name_km"));
    assertEquals("啤酒厂", row.get("name_zh"));
    assertEquals("industry", row.get("category"));
    assertEquals(DECREE, row.get("law"));
    // (300 - 37.4751) g/m3 * 800 m3/d = 210 020 g/d
    assertEquals(210.02, number(row, "cut_kg_per_d"), 0.001);
    assertTrue(number(row, "concentration_p5") < 300);
    assertTrue(number(row, "concentration_p95") > 300);
  }

  @Test
  void aBreachSaysWhereHowMuchWhoAndByWhichLaw() {
    Answers answers = Answers.ofBreaches(result()).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
    List<Map<String, Object>> rows = rows(answers, "verdicts.csv");
    List<Verdict> verdicts = answers.result().judged().verdicts();
    Map<Verdict, Demand.Capacity> capacities = new HashMap<>();
    answers
        .demand()
        .orElseThrow()
        .capacities()
        .forEach(c -> capacities.put(c.bound().verdict(), c));
    int breached = 0;
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict v = verdicts.get(i);
      Map<String, Object> row = rows.get(i);
      assertEquals(v.place().id(), row.get("place"));
      assertEquals(v.place().names().in("km"), row.get("name_km"));
      if (v.required() && v.outcome() == Verdict.Outcome.BREACHED) {
        breached++;
        Demand.Capacity capacity = Objects.requireNonNull(capacities.get(v));
        double over = capacity.used_kg_per_d() - capacity.allowed_kg_per_d();
        assertEquals(over, number(row, "cut_kg_per_d"), 1e-9 * over);
        // MID lies above the lower town
        assertEquals(
            v.place().id().equals("MID") ? "Upper Town" : "Lower Town", row.get("first_cause"));
        assertTrue(number(row, "first_cause_share") > 0.1);
        assertTrue(number(row, "value_p5") <= number(row, "value"));
        assertTrue(number(row, "value") <= number(row, "value_p95"));
      } else if (!v.required()) {
        assertEquals("", row.get("first_cause"));
      }
    }
    assertTrue(breached > 0);
  }

  @Test
  void theFurtherColumnsMoveNeitherHashNorDifference() {
    Result result = result();
    List<ResultSheet> bare = Exports.sheets(result);
    List<ResultSheet> written = Exports.written(Answers.of(result));
    for (int i = 0; i < bare.size(); i++) {
      ResultSheet sheet = bare.get(i);
      List<String> columns = written.get(i).columns();
      assertEquals(sheet.columns(), columns.subList(0, sheet.columns().size()), sheet.file());
      columns.stream()
          .skip(sheet.columns().size())
          .forEach(c -> assertFalse(ResultKeys.isCompared(sheet.file(), c), c));
    }
    assertEquals(Summary.hash(bare), Exports.hash(result));
    assertTrue(ResultKeys.isCompared("verdicts.csv", "probability_of_meeting"));
  }
}
