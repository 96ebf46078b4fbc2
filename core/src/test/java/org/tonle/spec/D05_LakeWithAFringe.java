package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.fit.FitRunner;
import org.tonle.fit.Solution;
import org.tonle.model.Parameter;
import org.tonle.model.Reaction;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: what bed and flooded fringe of a lake give and take, and the concentration
/// at which losses end. The lake of D03: 600 million m³, 30 km², 400 million m³/a, settling 10 m/a,
/// a load of 7 000 kg/a. A year of 365.25 days.
class D05_LakeWithAFringe {
  private static final double Q_M3_PER_S = 400e6 / 365.25 / 86_400;
  private static final double KG_PER_A = 1e3 / 365.25 / 86_400;

  private static River lake(double fringe_km2) {
    return River.of("L -> B  1 km  0 d  %s m3/s".formatted(Q_M3_PER_S))
        .fringedLake("L", 30, fringe_km2, 0.6);
  }

  private static River phosphorus(double fringe_km2) {
    return lake(fringe_km2)
        .firstOrder("TP")
        .reaction("settling", "TP", Reaction.Kind.LAKE_SETTLING, 10 / 365.25)
        .inflow("L", Q_M3_PER_S, "TP", 0)
        .load("L", "TP", 7_000 * KG_PER_A);
  }

  // The bed gives 1 mg/m²/d of 30 km²: 0.001 * 30e6 * 365.25 = 10 957 500 g/a.
  // (7 000 000 + 10 957 500) / (400e6 + 300e6) = 0.0256535714 g/m³
  @Test
  void theBedGivesPhosphorusBack() {
    Answer answer = phosphorus(0).reaction("bed", "TP", Reaction.Kind.RELEASE, 0.001).run();
    assertEquals(0.0256535714285714, answer.lake("L", 0, "TP"), 1e-12);
  }

  // Only the 12 km² of the fringe give: 4 383 000 g/a; 11 383 000 / 700e6 = 0.01626142857 g/m³.
  // Another lake's row, or that of another season, would not be this lake's.
  @Test
  void theFringeGivesWhereItIsFlooded() {
    Answer answer =
        phosphorus(12)
            .reaction("soil", "TP", Reaction.Kind.FRINGE_RELEASE, 0.5)
            .rate("soil", "L", "", 0.001)
            .run();
    assertEquals(0.0162614285714286, answer.lake("L", 0, "TP"), 1e-12);
    assertEquals(
        0.01,
        phosphorus(0)
            .reaction("soil", "TP", Reaction.Kind.FRINGE_RELEASE, 0.5)
            .run()
            .lake("L", 0, "TP"),
        1e-12);
  }

  // The cause is the bed, not the works: 10 957 500 / 700e6 natural, 0.01 the works'.
  @Test
  void theBedIsACauseOfItsOwn() {
    River river = phosphorus(0).reaction("bed", "TP", Reaction.Kind.RELEASE, 0.001);
    Apportionment found = H01_ShareOfADischarge.at(river.study(), Place.Kind.LAKE, "L", "TP");
    List<Contribution> parts = found.by(Grouping.CATEGORY);
    assertEquals(0.0256535714285714, found.total(), 1e-12);
    assertEquals(0.01, part(parts, "industry"), 1e-12);
    assertEquals(0.0156535714285714, found.total() - part(parts, "industry"), 1e-12);
  }

  private static double part(List<Contribution> parts, String key) {
    return parts.stream().filter(p -> p.key().equals(key)).mapToDouble(Contribution::central).sum();
  }

  // A lognormal of CV 0.5 on the release alone: median 0.01 + 0.0156535714 / √1.25, mean as the
  // central run, sd 0.5 * 0.0156535714. Standard errors as in G01.
  @Test
  void theReleaseVariesFromDrawToDraw() {
    Answer answer =
        phosphorus(0)
            .reaction("bed", "TP", Reaction.Kind.RELEASE, 0.001)
            .spread(Spread.Variable.RATE, "bed", Spread.Tier.STUDY, 0.5)
            .run(Options.of(20_000, 11));
    double bed = 0.0156535714285714;
    double median = 0.01 + bed / StrictMath.sqrt(1.25);
    assertEquals(0.01 + bed, value(answer, Statistic.MEAN), bed * 0.014);
    assertEquals(median, value(answer, Statistic.P50), bed * 0.017);
    assertEquals(0.5 * bed, value(answer, Statistic.SD), bed * 0.025);
  }

  private static double value(Answer answer, Statistic statistic) {
    return answer.value(statistic, Place.Kind.LAKE, "L", 0, "TP");
  }

  // 0.01 + 2 * 0.0156535714 mg/L were measured: the bed gives twice as much.
  @ParameterizedTest
  @EnumSource(names = {"RATE", "RATE_MULTIPLIER"})
  void theReleaseCanBeFitted(Parameter.Kind kind) {
    double start = kind == Parameter.Kind.RATE ? 0.001 : 1;
    River river =
        phosphorus(0)
            .reaction("bed", "TP", Reaction.Kind.RELEASE, 0.001)
            .parameter(kind, "bed", start)
            .observed("L", "TP", 0.0413071428571428);
    FitRunner runner = FitRunner.of(river.study());
    Solution found = runner.solve(runner.starts(Optional.empty()));
    assertEquals(2 * start, found.values()[0], 1e-6 * start);
  }

  // k-C* (Kadlec and Knight 1996) in a mixed tank: Q (Ci - C) = k V (C - C*); k = 0.01/d, V / Q =
  // 600e6 / (400e6 / 365.25) = 547.875 d: C = (20 + 5.47875 * 8) / (1 + 5.47875) = 9.85221 mg/L
  @Test
  void whatDoesNotReactStays() {
    Answer answer =
        lake(0)
            .firstOrder("COD")
            .reaction("decay", "COD", Reaction.Kind.DECAY, 0.01)
            .reaction("humic", "COD", Reaction.Kind.RESIDUAL, 8)
            .inflow("L", Q_M3_PER_S, "COD", 20)
            .run();
    assertEquals((20 + 5.47875 * 8) / 6.47875, answer.lake("L", 0, "COD"), 1e-9);
  }

  // Ammonium decays to nitrate above 2 mg/L only: what it loses, 0.2/d * (C - 2), is what nitrate
  // gains. Q (5 - C) = k V (C - 2), k V / Q = 109.575: C = (5 + 219.15) / 110.575; nitrate 5 - C.
  @Test
  void productsComeOfWhatReacts() {
    Answer answer =
        lake(0)
            .linked("NH4", "NO3")
            .decay("nitrification", "NH4", 0.2, "NO3", 1)
            .reaction("bound", "NH4", Reaction.Kind.RESIDUAL, 2)
            .inflow("L", Q_M3_PER_S, "NH4", 5)
            .run();
    double left = (5 + 109.575 * 2) / 110.575;
    assertEquals(left, answer.lake("L", 0, "NH4"), 1e-9);
    assertEquals(5 - left, answer.lake("L", 0, "NO3"), 1e-9);
  }

  // Q (8 - C) + KL A (Cs - C) = 0.5 g/m²/d * 12 km², KL = 0.5 m/d by a reaeration of 0.025/d in 20
  // m; in m³/d: Q = 1 095 140.3, KL A = 15e6. Saturation at 20 °C is 9.0922.
  @Test
  void theFringeTakesOxygen() {
    Answer answer =
        lake(12)
            .linked("BOD", "DO")
            .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0.025)
            .reaction("soil", "DO", Reaction.Kind.FRINGE_DEMAND, 0.5)
            .inflow("L", Q_M3_PER_S, "DO", 8)
            .run();
    double q = 400e6 / 365.25;
    assertEquals(
        (8 * q + 9.0922 * 15e6 - 0.5 * 12e6) / (q + 15e6), answer.lake("L", 0, "DO"), 5e-4);
  }
}
