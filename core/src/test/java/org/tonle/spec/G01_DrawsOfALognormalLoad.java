package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Reaction;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: a lognormal load through a linear river stays lognormal; three tiers of
/// correlation. 20 000 draws: the mean of a CV of 0.5 has a standard error of 0.5 / √20 000 = 0.35
/// %, P5 and P95 of σ √(0.05 * 0.95) / 0.1031 / √20 000 = 0.71 %; four of them are allowed.
class G01_DrawsOfALognormalLoad {
  private static final Options DRAWS = Options.of(20_000, 11);
  private static final double CV = 0.5;
  private static final double SIGMA = StrictMath.sqrt(StrictMath.log(1 + CV * CV));

  private static River river() {
    return River.of("A -> B  10 km  1 d  10 m3/s")
        .firstOrder("TN")
        .reaction("decay", "TN", Reaction.Kind.DECAY, 0.3)
        .boundary("A", 10, "TN", 0);
  }

  private static double at(Answer answer, Statistic statistic) {
    return answer.value(statistic, Place.Kind.REACH, "A-B", 0, "TN");
  }

  // 60 g/s in 10 m³/s: 6 mg/L at the head, the worst point. σ = 0.472381; median 6 / √1.25 =
  // 5.3666;
  // P95 = 5.3666 * exp(1.644854 * 0.472381) = 11.672; P5 = 2.4674; sd = 3
  @Test
  void theDistributionIsExact() {
    Answer answer =
        river()
            .load("A", "TN", 60)
            .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, CV)
            .run(DRAWS);
    assertEquals(6, at(answer, Statistic.CENTRAL), 1e-12);
    assertEquals(6, at(answer, Statistic.MEAN), 6 * 0.014);
    assertEquals(3, at(answer, Statistic.SD), 3 * 0.05);
    assertEquals(5.3666, at(answer, Statistic.P50), 5.3666 * 0.017);
    assertEquals(11.672, at(answer, Statistic.P95), 11.672 * 0.028);
    assertEquals(2.4674, at(answer, Statistic.P5), 2.4674 * 0.028);
    double quartile = 5.366563 * StrictMath.exp(0.674490 * SIGMA);
    assertEquals(quartile, at(answer, Statistic.P75), quartile * 0.02);
    assertEquals(5.366563 * 5.366563 / quartile, at(answer, Statistic.P25), quartile * 0.02);
  }

  // Two works of 30 g/s. One multiplier for both: CV 0.5, sd 3. One each: CV 0.5 / √2, sd 2.1213.
  // The sd's own standard error is about sd * √((kurtosis 8.04 - 1) / 4 / 20 000) = 0.9 %.
  @Test
  void tiersSayWhatVariesTogether() {
    assertEquals(3, sdOfTwo(Spread.Tier.STUDY, "north", "south"), 3 * 0.04);
    assertEquals(2.1213, sdOfTwo(Spread.Tier.INDIVIDUAL, "north", "south"), 2.1213 * 0.04);
    assertEquals(2.1213, sdOfTwo(Spread.Tier.UNIT, "north", "south"), 2.1213 * 0.04);
    assertEquals(3, sdOfTwo(Spread.Tier.UNIT, "north", "north"), 3 * 0.04);
  }

  private static double sdOfTwo(Spread.Tier tier, String firstUnit, String secondUnit) {
    Answer answer =
        river()
            .load("A", "TN", 30)
            .unit(firstUnit)
            .load("A", "TN", 30)
            .unit(secondUnit)
            .spread(Spread.Variable.LOAD, "", tier, CV)
            .run(DRAWS);
    return at(answer, Statistic.SD);
  }

  // A spread of one category leaves the others alone: no livestock here, nothing varies.
  @Test
  void aSpreadHoldsForItsCategory() {
    Answer answer =
        river()
            .load("A", "TN", 60)
            .spread(Spread.Variable.LOAD, "livestock", Spread.Tier.STUDY, CV)
            .run(DRAWS);
    assertEquals(0, at(answer, Statistic.SD), 1e-5);
    assertEquals(6, at(answer, Statistic.P95), 1e-5);
  }

  // One multiplier for a source's every constituent: TN and TP of one works keep their ratio.
  @Test
  void aSourcesConstituentsVaryTogether() {
    River river = river().firstOrder("TP").load("A", "TN", 60);
    Answer answer =
        river
            .load("A", "TP", 6)
            .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, CV)
            .run(Options.of(1_000, 3));
    double tn = at(answer, Statistic.P95);
    double tp = answer.value(Statistic.P95, Place.Kind.REACH, "A-B", 0, "TP");
    assertEquals(tn / 10, tp, 1e-5 * tp);
  }

  // Decay rate 0.3 /d with CV 0.5 over 1 d and 6 mg/L: the end's P95 is 6 exp(-0.3 P5 of k) etc;
  // the median 6 * exp(-0.3 / √1.25) = 4.5879. The worst point, the head, does not vary.
  @Test
  void ratesVaryTooButNotAtTheHead() {
    Answer answer =
        River.of("A -> B  10 km  1 d  10 m3/s\nB -> C  10 km  1 d  10 m3/s")
            .firstOrder("TN")
            .reaction("decay", "TN", Reaction.Kind.DECAY, 0.3)
            .boundary("A", 10, "TN", 6)
            .spread(Spread.Variable.RATE, "decay", Spread.Tier.STUDY, CV)
            .run(DRAWS);
    assertEquals(0, at(answer, Statistic.SD), 1e-5);
    double median = answer.value(Statistic.P50, Place.Kind.REACH, "B-C", 0, "TN");
    assertEquals(4.5879, median, 4.5879 * 0.006);
  }
}
