package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandCheck;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: small studies that once gave a wrong figure without a word (shared/faults),
/// with their right values.
class FaultStudiesTest {
  private static Result run(String name, int draws) {
    Path folder = Path.of(System.getProperty("tonle.shared", "../shared"), "faults", name, "study");
    Assumptions.assumeTrue(Files.isDirectory(folder), "the study is not here: " + folder);
    return Runner.run(
            StudyReader.read(folder).study().orElseThrow(), Scenario.BASELINE, Options.of(draws, 1))
        .result()
        .orElseThrow();
  }

  private static double number(Result result, String file, Map<String, String> where, String of) {
    ResultSheet sheet =
        Exports.sheets(result).stream()
            .filter(s -> s.file().equals(file))
            .findFirst()
            .orElseThrow();
    List<Object[]> rows =
        sheet.rows().stream()
            .filter(
                r ->
                    where.entrySet().stream()
                        .allMatch(e -> e.getValue().equals(r[sheet.columns().indexOf(e.getKey())])))
            .toList();
    return ((Number) rows.getFirst()[sheet.columns().indexOf(of)]).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void waterAtItsLimitIsNotAboveIt(int draws) {
    List<Verdict> verdicts = run("t2-01-water-at-its-limit", draws).judged().verdicts();
    assertEquals(7, verdicts.size());
    verdicts.forEach(v -> assertEquals(Verdict.Outcome.MET, v.outcome(), v.constituent()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void theCutsOfACertainStudyHelp(int draws) {
    Result result = run("t2-03-cuts-of-a-certain-study", draws);
    Demand demand =
        DemandModel.of(Apportionments.ofBreaches(result), Rule.EQUAL_PERCENTAGE, 0.9, "");
    assertEquals(new DemandCheck(1, 1), DemandCheck.of(result, demand));
  }

  // The stream is nothing but this effluent: what is 30 mg/L at the pipe is 30 one metre below.
  @Test
  void aRiverOfEffluentMeasuresWhatThePipeDoes() {
    Result result = run("t2-07-river-of-effluent", 0);
    assertEquals(
        30,
        number(result, "concentrations.csv", Map.of("place", "R", "constituent", "BOD"), "head"),
        1e-3);
    assertEquals(
        30, number(result, "outfalls.csv", Map.of("constituent", "BOD"), "concentration"), 1e-9);
  }

  @Test
  void sludgeThatGoesNowhereIsNotTreated() {
    Result result = run("t2-06-sludge-that-goes-nowhere", 0);
    assertEquals(0, result.loads().wastewaterSafelyTreatedShare());
    assertEquals(0, result.loads().safelyManagedShare());
  }

  // 2.2 m³/s leave B where 1 arrives: what R2 carries nobody knows.
  @Test
  void waterFromNowhereIsNotJudged() {
    Result result = run("t2-12-more-taken-than-there-is", 0);
    ResultSheet sheet =
        Exports.sheets(result).stream()
            .filter(s -> s.file().equals("concentrations.csv"))
            .findFirst()
            .orElseThrow();
    List<String> judged =
        sheet.rows().stream()
            .map(
                r ->
                    r[sheet.columns().indexOf("place")]
                        + " "
                        + r[sheet.columns().indexOf("judged")])
            .toList();
    assertEquals(List.of("R true", "R2 false"), judged);
    assertEquals(
        List.of("B: 2.2 m³/s, 1 m³/s arrive"),
        result.problems().stream()
            .filter(p -> p.code().equals("water_from_nowhere"))
            .map(p -> p.found() + ", " + p.expected() + " arrive")
            .toList());
  }
}
