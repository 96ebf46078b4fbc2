package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.LimitScope.Basis;
import org.tonle.model.LimitScope.Period;
import org.tonle.model.LimitScope.Range;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: limits on the samples of the year together. 73 wet days of 1 mg/L and 292
/// dry days of 4 mg/L: a fifth of the year and four fifths.
class G06_LimitsOfTheYear {
  /// Draws that decide a limit which all or none of them meet.
  private static final int ENOUGH = 60;

  static LimitScope year(Basis basis) {
    return new LimitScope(Period.YEAR, basis, "", List.of(), Range.ALL, "", Range.ALL, 0);
  }

  private static River river(double cv) {
    return River.of("A -> B  10 km  0 d  10|5 m3/s")
        .season("wet", 73)
        .season("dry", 292)
        .conservative("TN")
        .sampleCv(cv)
        .boundary("A", new double[] {10, 5}, "TN", 0)
        .load("A", "TN", 10, 20);
  }

  private static Verdict verdict(double cv, Limit.Statistic statistic, double limit, int draws) {
    return river(cv)
        .limit("TN", statistic, limit, year(Basis.CONCENTRATION))
        .run(Options.of(draws, 1))
        .verdict("A-B", "TN");
  }

  // Mean 0.2 * 1 + 0.8 * 4 = 3.4; geometric mean 4^0.8 = 3.0314. A fifth of the samples is 1, the
  // rest 4: the 20th percentile is 1, the 90th and the median are 4.
  // CV 0.5: σ² = ln 1.25 = 0.223144, σ = 0.472381; below 6 lie 0.2 Φ(4.029) + 0.8 Φ((0.405465 +
  // 0.111572) / 0.472381 = 1.0945) = 0.2 + 0.8 * 0.86314 = 0.8905; below 6.2 0.2 + 0.8 Φ(1.1639) =
  // 0.9022; the geometric mean is 3.0314 exp(-0.111572) = 2.7114.
  @ParameterizedTest
  @CsvSource({
    "0, MEAN, 3.4, MET",
    "0, MEAN, 3.399, BREACHED",
    "0, GEOMETRIC_MEAN, 3.032, MET",
    "0, GEOMETRIC_MEAN, 3.031, BREACHED",
    "0, P90_MAX, 4, MET",
    "0, P90_MAX, 3.99, BREACHED",
    "0, MEDIAN, 3.99, BREACHED",
    "0.5, P90_MAX, 6, BREACHED",
    "0.5, P90_MAX, 6.2, MET",
    "0.5, GEOMETRIC_MEAN, 2.712, MET",
    "0.5, GEOMETRIC_MEAN, 2.711, BREACHED",
  })
  void takeSamplesOfAllSeasons(
      double cv, Limit.Statistic statistic, double limit, Verdict.Outcome expected) {
    assertEquals(expected, verdict(cv, statistic, limit, 0).outcome());
    assertEquals(expected, verdict(cv, statistic, limit, ENOUGH).outcome());
  }

  // Oxygen is normal: a tenth of the samples lies below 7 (1 - 1.281552 * 0.2) = 5.2058 in either
  // season, so in the year. 57 % of the saturation of 9.0921 at 20 °C is 5.1825, 58 % is 5.2734.
  @ParameterizedTest
  @CsvSource({
    "CONCENTRATION, 5.2, MET",
    "CONCENTRATION, 5.21, BEYOND_SOURCES",
    "SATURATION, 57, MET",
    "SATURATION, 58, BEYOND_SOURCES"
  })
  void bindOxygenFromBelow(Basis basis, double limit, Verdict.Outcome expected) {
    River river =
        River.of("A -> B  10 km  0 d  10|5 m3/s  20 C")
            .season("wet", 73)
            .season("dry", 292)
            .linked("DO")
            .sampleCv(0.2)
            .boundary("A", new double[] {10, 5}, "DO", 7)
            .limit("DO", Limit.Statistic.P10_MIN, limit, year(basis));
    assertEquals(expected, river.run().verdict("A-B", "DO").outcome());
    assertEquals(expected, river.run(Options.of(ENOUGH, 1)).verdict("A-B", "DO").outcome());
  }

  // All loads vary together: the year's mean is 3.4 times the draw's factor, so that as many draws
  // meet 3.4 as meet the dry season's 4.
  @Test
  void areJudgedDrawByDraw() {
    Answer answer =
        river(0)
            .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.5)
            .limit("TN", Limit.Statistic.MEAN, 3.4, year(Basis.CONCENTRATION))
            .limit("TN", Limit.Statistic.MEAN, 4)
            .run(Options.of(200, 1));
    List<Verdict> verdicts = answer.result().judged().verdicts();
    assertEquals(List.of("wet", "dry", ""), verdicts.stream().map(Verdict::season).toList());
    assertEquals(verdicts.get(1).probabilityOfMeeting(), verdicts.get(2).probabilityOfMeeting(), 0);
  }

  // A limit of the year that binds the wet season alone sees its mean of 1 alone.
  @Test
  void ofSomeSeasonsLeaveOutTheOthers() {
    LimitScope wet =
        new LimitScope(
            Period.YEAR, Basis.CONCENTRATION, "wet", List.of(), Range.ALL, "", Range.ALL, 0);
    Verdict v = river(0).limit("TN", Limit.Statistic.MEAN, 1, wet).run().verdict("A-B", "TN");
    assertEquals(Verdict.Outcome.MET, v.outcome());
    assertEquals("", v.season());
  }
}
