package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Comparison;
import org.tonle.fit.FitRunner;
import org.tonle.fit.FitTarget;
import org.tonle.fit.Fitted;
import org.tonle.fit.Solution;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;
import org.tonle.spec.River;

/// LAW: the sweeps of a fit equal whole runs of the engine, on random river trees with splits,
/// steady lakes and every way a load can enter; their derivatives equal central differences; and a
/// fit to what the model itself says finds the values it was said with.
class FitLawTest {
  /// Values that the parameters are tried at, and whose answers are fitted.
  private static final double[] TRUE = {0.7, 1.9, 0.4, 3, 1.4};

  private static List<Parameter> parameters(Study study) {
    return study.evidence().parameters();
  }

  /// A random tree of reaches down to node 0, some split in two, some ending in a lake.
  private static River river(long seed) {
    Dice dice = new Dice(seed);
    int count = dice.from(5, 14);
    StringBuilder text = new StringBuilder();
    double[] discharge = new double[count];
    int[] below = new int[count];
    for (int n = count - 1; n > 0; n--) {
      below[n] = dice.from(0, n);
      discharge[n] += dice.between(1, 9);
      double time_d = dice.between(0, 2);
      boolean isSplit = dice.happens(0.3);
      for (int branch = 0; branch < (isSplit ? 2 : 1); branch++) {
        double share = !isSplit ? 1 : branch == 0 ? 0.3 : 0.7;
        text.append(
            "r%d%s: n%d -> n%d  5 km  %s d  %s m3/s  %s share\n"
                .formatted(n, branch, n, below[n], time_d + branch, share * discharge[n], share));
      }
      discharge[below[n]] += discharge[n];
    }
    text.append("out: n0 -> sea  3 km  0.5 d  %s m3/s".formatted(discharge[0] + 1));
    River river =
        River.of(text.toString())
            .firstOrder("X")
            .reaction("decay", "X", Reaction.Kind.DECAY, 0.3)
            .reaction("lake", "X", Reaction.Kind.LAKE_SETTLING, 0.5)
            .boundary("n" + (count - 1), 1, "X", dice.between(1, 5));
    for (int n = 1; n < count; n++) {
      String reach = "r%d0".formatted(n);
      river.load("n" + n, "X", dice.between(1, 20)).unit("u" + n % 2);
      river.load(River.uniform(reach), "X", dice.between(1, 20)).unit("u" + n % 2);
      river.load(River.middle(reach), "X", dice.between(1, 20)).unit("u1");
      if (dice.happens(0.3)) {
        double volume = dice.between(0.001, 0.01);
        river.lake("n" + n, dice.between(0.5, 5), volume);
      }
      river.observed("n" + n, "X", 1);
    }
    river.observed("sea", "X", 1);
    return river
        .parameter(Parameter.Kind.LOAD, "industry", 1)
        .parameter(Parameter.Kind.WATER, "", 1)
        .parameter(Parameter.Kind.RATE, "decay", 0.3)
        .parameter(Parameter.Kind.RATE_MULTIPLIER, "lake", 1)
        .parameter(Parameter.Kind.LOAD, "u1", 1);
  }

  /// A lake that fills by a river that turns and empties by it, beside a river that passes: what
  /// the sweep of trees cannot do.
  private static River turning(long seed) {
    Dice dice = new Dice(seed);
    double wet = dice.between(5, 40);
    double tributary = dice.between(1, 5);
    double rise_km3 = (wet + tributary) * 180 * 86_400 / 1e9;
    double dry = rise_km3 * 1e9 / (185.25 * 86_400) + tributary;
    double low_km3 = dice.between(0.05, 0.5);
    River river =
        River.of(
                """
                up:   M -> P  10 km  %s d  200|200 m3/s
                on:   P -> Q  10 km  %s d  %s|%s m3/s
                sap:  P -> L  40 km  %s d  %s|%s m3/s
                trib: T -> L  20 km  %s d  %s|%s m3/s
                """
                    .formatted(
                        dice.between(0.1, 1),
                        dice.between(0.1, 1),
                        200 - wet,
                        200 + dry,
                        dice.between(0.2, 3),
                        wet,
                        -dry,
                        dice.between(0.2, 3),
                        tributary,
                        tributary))
            .season("wet", 180)
            .season("dry", 185.25)
            .firstOrder("X")
            .linked("ORG", "NH4")
            .reaction("decay", "X", Reaction.Kind.DECAY, 0.05)
            .reaction("lake", "X", Reaction.Kind.LAKE_SETTLING, 0.05)
            .decay("mineralised", "ORG", 0.1, "NH4", 1)
            .decay("nitrified", "NH4", 0.2, "", 0)
            .boundary("M", 200, "X", dice.between(1, 5), "ORG", 2, "NH4", 0.5)
            .boundary("T", tributary, "X", dice.between(1, 5), "ORG", 3, "NH4", 0.5)
            .load("L", "X", dice.between(50, 200))
            .unit("u1")
            .load("L", "ORG", dice.between(50, 200))
            .unit("u1")
            .load(River.uniform("sap"), "NH4", dice.between(50, 200))
            .unit("u0")
            .lake("L", dice.between(5, 60), low_km3 + rise_km3, low_km3);
    for (String place : List.of("L", "on", "sap", "trib")) {
      river.observed(place, "X", 1).observed(place, "NH4", 1);
    }
    return river
        .parameter(Parameter.Kind.LOAD, "industry", 1)
        .parameter(Parameter.Kind.WATER, "", 1)
        .parameter(Parameter.Kind.RATE, "nitrified", 0.2)
        .parameter(Parameter.Kind.RATE_MULTIPLIER, "lake", 1)
        .parameter(Parameter.Kind.LOAD, "u1", 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void whereRiversTurnReverseSweepsEqualRuns(long seed) {
    Study study = turning(seed).study();
    FitRunner runner = FitRunner.of(study);
    assertFalse(runner.isSwept());
    double[] found = runner.simulated(TRUE);
    double[] run = byRun(study, runner.targets(), TRUE);
    double[][] derivative = runner.derivatives(TRUE);
    for (int k = 0; k < TRUE.length; k++) {
      double step = 1e-3 * TRUE[k];
      double[] more = TRUE.clone();
      double[] less = TRUE.clone();
      more[k] += step;
      less[k] -= step;
      double[] above = byRun(study, runner.targets(), more);
      double[] below = byRun(study, runner.targets(), less);
      // loads are linear: what is left is rounding; of rates both are differences, over two steps
      boolean isLoad =
          switch (parameters(study).get(k).kind()) {
            case LOAD, WATER, FACTOR -> true;
            case RATE, RATE_MULTIPLIER, DELIVERY -> false;
          };
      double tolerance = isLoad ? 1e-10 : 1e-5;
      for (int i = 0; i < run.length; i++) {
        assertEquals(run[i], found[i], 1e-10 * run[i], "seed " + seed);
        double difference = (above[i] - below[i]) / (2 * step);
        double size = StrictMath.abs(run[i]) / TRUE[k];
        assertEquals(difference, derivative[i][k], tolerance * size, "seed " + seed + ", " + k);
      }
    }
  }

  private static double[] byRun(Study study, List<FitTarget> targets, double[] value) {
    Fitted fitted = Fitted.of(study, parameters(study), value);
    List<Comparison> found =
        Runner.run(fitted.study(), fitted.applied().scenario(), Options.of(0, 1))
            .result()
            .orElseThrow()
            .comparisons();
    return targets.stream()
        .mapToDouble(
            t ->
                found.stream()
                    .filter(c -> c.observation().equals(t.observation()))
                    .mapToDouble(Comparison::central)
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void sweepsEqualRuns(long seed) {
    Study study = river(seed).study();
    FitRunner runner = FitRunner.of(study);
    assertTrue(runner.isSwept());
    double[] swept = runner.simulated(TRUE);
    double[] run = byRun(study, runner.targets(), TRUE);
    for (int i = 0; i < run.length; i++) {
      assertEquals(run[i], swept[i], 1e-12 * run[i], "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void derivativesEqualDifferences(long seed) {
    FitRunner runner = FitRunner.of(river(seed).study());
    int n = runner.targets().size();
    double[][] derivative = runner.derivatives(TRUE);
    for (int k = 0; k < TRUE.length; k++) {
      double step = 1e-5 * TRUE[k];
      double[] more = TRUE.clone();
      double[] less = TRUE.clone();
      more[k] += step;
      less[k] -= step;
      double[] above = runner.simulated(more);
      double[] below = runner.simulated(less);
      for (int i = 0; i < n; i++) {
        double difference = (above[i] - below[i]) / (2 * step);
        double size = StrictMath.abs(above[i]) / TRUE[k];
        assertEquals(difference, derivative[i][k], 1e-8 * size, "seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void aFitFindsWhatTheModelWasSaidWith(long seed) {
    Study study = river(seed).study();
    FitRunner silent = FitRunner.of(study);
    double[] said = silent.simulated(TRUE);
    River river = river(seed);
    Study told = observing(river.study(), said);
    FitRunner runner = FitRunner.of(told);
    Solution found = runner.solve(runner.starts(Optional.empty()));
    assertEquals(0, found.sse(), 1e-15, "seed " + seed);
    if (found.isIdentifiable()) {
      for (int k = 0; k < TRUE.length; k++) {
        assertEquals(TRUE[k], found.values()[k], 1e-6 * TRUE[k], "seed " + seed + ", " + k);
      }
    }
  }

  /// The study with these values for its observations.
  private static Study observing(Study study, double[] value) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < value.length; i++) {
      Observation o = study.evidence().observations().get(i);
      observations.add(
          new Observation(
              o.station(),
              o.place(),
              o.date(),
              o.months(),
              o.constituent(),
              o.statistic(),
              o.n(),
              value[i],
              o.bound(),
              o.use(),
              o.note(),
              o.provenance()));
    }
    return new Study(
        study.id(),
        study.title(),
        study.settings(),
        study.waterways(),
        study.chemistry(),
        study.emissions(),
        study.rules(),
        new Study.Evidence(
            List.of(),
            observations,
            List.of(),
            List.of(),
            study.evidence().parameters(),
            study.evidence().posterior(),
            study.evidence().published(),
            study.evidence().modelErrors()),
        study.catalogue(),
        List.of());
  }
}
