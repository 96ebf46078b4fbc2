package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// Limits of the year, of seasons, of saturation and by other parameters, as a study states them,
/// and what is said where a study cannot evaluate them.
class ConditionalLimitTest {
  private static final String HEADER =
      "standard,jurisdiction,class,rank,waterbody,constituent,statistic,value,unit,period,season,"
          + "months,temperature_from_c,temperature_below_c,parameter,parameter_from,"
          + "parameter_below,parameter_exponent";

  private static final String FIRST = "CN-GB3838,CN,III,3,all,";

  @TempDir Path folder;

  private Reading read(String limit, String conditions) throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(
        folder.resolve("standards.csv"), String.join("\n", HEADER, FIRST + limit, ""));
    if (!conditions.isEmpty()) {
      Files.writeString(
          folder.resolve("conditions.csv"),
          "place,season,parameter,value\n" + conditions.replace(";", "\n") + "\n");
    }
    Files.writeString(folder.resolve("designations.csv"), "place,standard,class\n,CN-GB3838,III\n");
    Files.delete(folder.resolve("receptors.csv"));
    return StudyReader.read(folder);
  }

  private static List<String> told(Reading reading) {
    return reading.problems().stream()
        .filter(p -> p.file().equals("standards.csv") || p.file().equals("conditions.csv"))
        .map(p -> p.file() + " " + p.row() + " " + p.column() + " " + p.code())
        .toList();
  }

  // limit, conditions, problem
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | '' | standards.csv 2 parameter condition_unknown",
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | ',,pH,7.5' | standards.csv 2 parameter condition_unknown",
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | HEAD,,ph,7.5 | standards.csv 2 parameter"
            + " condition_missing",
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | ',wet,ph,7.5' | standards.csv 2 parameter"
            + " condition_missing",
        "NH4-N,mean,1,mg/L,,,,,,,7,8, | '' | standards.csv 2 parameter missing_value",
        "NH4-N,mean,1,mg/L,,,,,,ph,8,7, | ',,ph,7.5' | standards.csv 2 parameter_below"
            + " out_of_range",
        "NH4-N,mean,1,mg/L,,,,25,20,,,, | '' | standards.csv 2 temperature_below_c out_of_range",
        "NH4-N,mean,1,mg/L,,,,,99,,,, | '' | standards.csv 2 temperature_below_c out_of_range",
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | ',,ph,75' | conditions.csv 2 value out_of_range",
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | ',,ph,7.5;,,hardness,80' | conditions.csv 3 parameter"
            + " condition_unused",
        "NH4-N,mean,1,mg/L,month,,,,,,,, | '' | standards.csv 2 period unknown_word",
        "NH4-N,mean,1,mg/L,,monsoon,,,,,,, | '' | standards.csv 2 season unknown_reference",
        "NH4-N,mean,80,%,,,,,,,,, | '' | standards.csv 2 unit unknown_unit",
      })
  void whatCannotBeEvaluatedIsNamed(String limit, String conditions, String expected)
      throws IOException {
    List<String> told = told(read(limit, conditions));
    assertTrue(told.contains(expected), told.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NH4-N,mean,1,mg/L,year,,,,,,,, | ''",
        "NH4-N,p90_max,1,mg/L,year,wet,,,,,,, | ''",
        "DO,p10_min,60,% saturation,year,,,,,,,, | ''",
        "DO,min,60 %,%,,,,,,,,, | ''",
        "NH4-N,mean,1,mg/L,,,,20,30,,,, | ''",
        "NH4-N,mean,1,mg/L,,,,,,ph,7,8, | ',,ph,7.5'",
        "NH4-N,mean,1,mg/L,,,,,,hardness,,,0.8473 | ',,hardness,80;HEAD,wet,hardness,60'",
      })
  void whatCanBeEvaluatedIsJudged(String limit, String conditions) throws IOException {
    Reading reading = read(limit, conditions);
    assertEquals(List.of(), told(reading));
    Study study = reading.study().orElseThrow(() -> new AssertionError(reading.problems()));
    List<Verdict> verdicts =
        Runner.run(study, Scenario.BASELINE, Options.of(20, 1))
            .result()
            .orElseThrow()
            .judged()
            .verdicts();
    assertTrue(!verdicts.isEmpty(), "nothing judged");
    assertTrue(verdicts.stream().allMatch(v -> v.limitOfMean() > 0), verdicts.toString());
  }

  // Seasons without months lie in none.
  @Test
  void monthsBindSeasonsThatLieInThem() throws IOException {
    Reading never = read("NH4-N,mean,1,mg/L,,,6,,,,,,", "");
    boolean hasMonths =
        never.study().orElseThrow().waterways().seasons().stream()
            .anyMatch(s -> !s.months().isEmpty());
    assertEquals(
        hasMonths ? List.of("limit_binds_never") : List.of(),
        never.problems().stream()
            .filter(p -> p.file().equals("standards.csv"))
            .map(Problem::code)
            .toList());
  }

  @Test
  void aShareOfSaturationIsReadInPercent() throws IOException {
    Study study = read("DO,min,60 %,%,,,,,,,,,", "").study().orElseThrow();
    Limit limit = study.rules().limits().getFirst();
    assertEquals(60, limit.value(), 1e-9);
    assertEquals(LimitScope.Basis.SATURATION, limit.scope().basis());
    assertEquals("season", limit.scope().period().name().toLowerCase(Locale.ROOT));
  }
}
