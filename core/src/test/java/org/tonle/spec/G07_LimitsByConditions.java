package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.LimitScope.Basis;
import org.tonle.model.LimitScope.Period;
import org.tonle.model.LimitScope.Range;

/// FEATURE UNDER TEST: limits of one season, by the water's temperature or another property of it,
/// and of oxygen saturation. The wet season has 20 °C, the dry one 28 °C.
class G07_LimitsByConditions {
  private static List<Verdict> verdicts(LimitScope scope, double value) {
    return River.of("A -> B  10 km  0 d  10 m3/s  20|28 C")
        .season("wet", 180)
        .season("dry", 185)
        .linked("DO")
        .boundary("A", 10, "DO", 7)
        .condition("hardness", 100)
        .limit("DO", Limit.Statistic.MEAN, value, scope)
        .run()
        .result()
        .judged()
        .verdicts();
  }

  private static LimitScope scope(
      Basis basis, String season, Range temperature_c, Range range, double exponent) {
    String parameter = range.equals(Range.ALL) && exponent == 0 ? "" : "hardness";
    return new LimitScope(
        Period.SEASON, basis, season, List.of(), temperature_c, parameter, range, exponent);
  }

  private static String told(List<Verdict> verdicts) {
    return String.join(
        ", ",
        verdicts.stream().map(v -> "%s %.3f".formatted(v.season(), v.limitOfMean())).toList());
  }

  // 0.8 of the saturation at sea level: 9.0921 mg/L at 20 °C, 7.8276 at 28 °C (APHA 4500-O).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONCENTRATION | ''  | 0 | 99 | 0  | 999  | 0   | 5  | wet 5.000, dry 5.000",
        "CONCENTRATION | dry | 0 | 99 | 0  | 999  | 0   | 5  | dry 5.000",
        "CONCENTRATION | ''  | 0 | 28 | 0  | 999  | 0   | 5  | wet 5.000",
        "CONCENTRATION | ''  | 28 | 99 | 0 | 999  | 0   | 5  | dry 5.000",
        "CONCENTRATION | ''  | 0 | 99 | 50 | 100  | 0   | 5  | ''",
        "CONCENTRATION | ''  | 0 | 99 | 100 | 200 | 0   | 5  | wet 5.000, dry 5.000",
        "CONCENTRATION | dry | 0 | 99 | 0  | 999  | 0.5 | 5  | dry 50.000",
        "SATURATION    | ''  | 0 | 99 | 0  | 999  | 0   | 80 | wet 7.274, dry 6.262",
      })
  void bindWhereTheirConditionHolds(
      Basis basis,
      String season,
      double coldest_c,
      double warmest_c,
      double softest,
      double hardest,
      double exponent,
      double value,
      String expected) {
    LimitScope scope =
        scope(
            basis, season, new Range(coldest_c, warmest_c), new Range(softest, hardest), exponent);
    assertEquals(expected, told(verdicts(scope, value)));
  }
}
