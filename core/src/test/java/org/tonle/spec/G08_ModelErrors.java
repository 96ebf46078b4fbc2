package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.MassBalance;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandCheck;
import org.tonle.demand.Rule;
import org.tonle.model.Limit;
import org.tonle.model.Spread;
import org.tonle.run.Options;
import org.tonle.run.Result;

/// FEATURE UNDER TEST: the model error widens what is read: with a lognormal load of σ (mean kept)
/// and a model error m (median kept) the read concentration is lognormal with √(σ² + m²). Here σ² =
/// ln 1.25 = 0.223144 and m = 0.6: √0.583144 = 0.763639. It does not travel: loads, means and the
/// central run stay.
class G08_ModelErrors {
  private static final Options DRAWS = Options.of(20_000, 11);
  private static final double BOTH = StrictMath.sqrt(StrictMath.log(1.25) + 0.36);

  private static River river(double mean) {
    return River.of("A -> B  10 km  0 d  10 m3/s\nB -> C  10 km  0 d  10 m3/s")
        .conservative("TN")
        .boundary("A", 10, "TN", 0)
        .load("A", "TN", 10 * mean)
        .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.5);
  }

  private static River erring(double mean) {
    return river(mean).modelError("TN", Limit.Waterbody.ALL, 0.6);
  }

  private static double at(Answer answer, Statistic statistic) {
    return answer.value(statistic, Place.Kind.REACH, "A-B", 0, "TN");
  }

  // Median 6 / √1.25 = 5.366563; P95 = 5.366563 exp(1.644854 * 0.763639) = 18.8457; P5 = 1.528220.
  // Four standard errors of P95: 4 * 0.763639 * √(0.05 * 0.95) / 0.1031 / √20 000 = 4.6 %.
  @Test
  void theBandIsTheRootOfBothSquares() {
    Answer answer = erring(6).run(DRAWS);
    assertEquals(5.366563, at(answer, Statistic.P50), 5.366563 * 0.028);
    assertEquals(18.8457, at(answer, Statistic.P95), 18.8457 * 0.046);
    assertEquals(1.528220, at(answer, Statistic.P5), 1.528220 * 0.046);
    double quartile = 5.366563 * StrictMath.exp(0.674490 * BOTH);
    assertEquals(quartile, at(answer, Statistic.P75), quartile * 0.032);
  }

  // The same error at both reaches, not the square of it at the second.
  @Test
  void itDoesNotTravel() {
    Answer with = erring(6).run(DRAWS);
    Answer without = river(6).run(DRAWS);
    for (Statistic s : Statistic.values()) {
      double below = with.value(s, Place.Kind.REACH, "B-C", 0, "TN");
      assertEquals(at(with, s), below, 0, s.id());
    }
    assertEquals(6, at(with, Statistic.CENTRAL), 1e-12);
    assertEquals(at(without, Statistic.MEAN), at(with, Statistic.MEAN), 0);
    assertEquals(at(without, Statistic.SD), at(with, Statistic.SD), 0);
    MassBalance balance = with.result().balances().mass().getFirst();
    assertEquals(without.result().balances().mass().getFirst(), balance);
  }

  // P(mean * e <= 10) = Φ((ln(10 / m) + σ²/2) / 0.763639). m = 3: Φ(1.722754) = 0.95754; m = 9:
  // Φ(0.284080) = 0.61183; m = 25: Φ(-1.053793) = 0.14599, which without the error would be
  // breached (G03). 4000 draws: ± 0.031 (4 errors).
  @ParameterizedTest
  @CsvSource({"3, 0.95754, MET", "9, 0.61183, NOT_KNOWN", "25, 0.14599, NOT_KNOWN"})
  void theVerdictKnowsLess(double mean, double probability, Verdict.Outcome outcome) {
    Verdict found =
        erring(mean)
            .limit("TN", Limit.Statistic.MEAN, 10)
            .run(Options.of(4_000, 1))
            .verdict("A-B", "TN");
    assertEquals(probability, found.probabilityOfMeeting(), 0.031);
    assertEquals(outcome, found.outcome());
  }

  // A boundary of 25 mg/L alone: beyond the sources it is not known either.
  @Test
  void soDoesTheVerdictWithoutSources() {
    Verdict found =
        River.of("A -> B  10 km  0 d  10 m3/s")
            .conservative("TN")
            .boundary("A", 10, "TN", 25)
            .modelError("TN", Limit.Waterbody.RIVER, 1)
            .limit("TN", Limit.Statistic.MEAN, 10)
            .run(Options.of(4_000, 1))
            .verdict("A-B", "TN");
    // Φ(ln 0.4) = Φ(-0.916291) = 0.17976
    assertEquals(0.17976, found.probabilityWithout(), 0.025);
    assertEquals(found.probabilityWithout(), found.probabilityOfMeeting(), 0);
  }

  // Oxygen: 6 + z mg/L, at least 5: Φ(1) = 0.84134; P5 = 6 - 1.644854 = 4.3551. Of 0.5 mg/L the
  // read oxygen is never below 0: P5 = 0, P50 = 0.5.
  @Test
  void oxygenHasAnAddend() {
    Answer answer = oxygen(6);
    assertEquals(0.84134, answer.verdict("A-B", "DO").probabilityOfMeeting(), 0.0105);
    assertEquals(4.3551, answer.of(Statistic.P5, "A-B", "DO"), 0.07);
    assertEquals(6, answer.of(Statistic.MEAN, "A-B", "DO"), 1e-6);
    Answer low = oxygen(0.5);
    assertEquals(0, low.of(Statistic.P5, "A-B", "DO"), 0);
    assertEquals(0.5, low.of(Statistic.P50, "A-B", "DO"), 0.04);
  }

  private static Answer oxygen(double mg_per_l) {
    return River.of("A -> B  10 km  0 d  10 m3/s")
        .linked("DO")
        .boundary("A", 10, "DO", mg_per_l)
        .modelError("DO", Limit.Waterbody.RIVER, 1)
        .limit("DO", Limit.Statistic.MIN, 5)
        .run(DRAWS);
  }

  // Rivers and lakes have errors of their own; what holds for all water gives way to them.
  @Test
  void eachKindOfWaterHasItsOwn() {
    Answer lake = river(6).modelError("TN", Limit.Waterbody.LAKE, 0.6).run(DRAWS);
    assertEquals(at(river(6).run(DRAWS), Statistic.P95), at(lake, Statistic.P95), 0);
    Answer both =
        river(6)
            .modelError("TN", Limit.Waterbody.RIVER, 0.6)
            .modelError("TN", Limit.Waterbody.ALL, 3)
            .run(DRAWS);
    assertEquals(at(erring(6).run(DRAWS), Statistic.P95), at(both, Statistic.P95), 0);
  }

  // 6 mg/L from a works, 3 allowed, m = 0.5: nine of ten draws meet it with 3 / 6 *
  // exp(-1.281552 * 0.5) = 0.26345 of the load. The central run alone asks for
  // half.
  @Test
  void aDemandKeepsItsChance() {
    Result result =
        River.of("A -> B  10 km  0 d  10 m3/s")
            .conservative("TN")
            .boundary("A", 10, "TN", 0)
            .load("A", "TN", 60)
            .modelError("TN", Limit.Waterbody.RIVER, 0.5)
            .limit("TN", Limit.Statistic.MEAN, 3)
            .run(Options.of(10_000, 1))
            .result();
    Demand demand = I01_CapacityOfALake.demand(result, Rule.EQUAL_PERCENTAGE);
    assertEquals(0.26345, demand.cuts().getFirst().kept(), 0.26345 * 0.035);
    assertEquals(new DemandCheck(1, 1), DemandCheck.of(result, demand));
  }

  @Test
  void aLakeIsReadAsALake() {
    Answer answer =
        River.of("A -> L  10 km  0 d  10 m3/s\nL -> B  10 km  0 d  10 m3/s")
            .conservative("TN")
            .lake("L", 1, 0.01)
            .boundary("A", 10, "TN", 6)
            .modelError("TN", Limit.Waterbody.LAKE, 0.6)
            .run(DRAWS);
    double p95 = answer.value(Statistic.P95, Place.Kind.LAKE, "L", 0, "TN");
    assertEquals(6 * StrictMath.exp(1.644854 * 0.6), p95, p95 * 0.037);
    assertEquals(6, answer.of(Statistic.P95, "L-B", "TN"), 1e-5);
  }
}
