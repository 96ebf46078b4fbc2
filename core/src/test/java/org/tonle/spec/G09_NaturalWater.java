package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Verdict;
import org.tonle.cause.BackgroundParts;
import org.tonle.model.Limit;
import org.tonle.model.NodeFlow;

/// FEATURE UNDER TEST: of a breach beyond the sources, *natural* is only what comes with water that
/// the study marks as undisturbed. 10 m3/s: 4 of a boundary with 10 mg/L and 6 of an inflow with 20
/// mg/L make (40 + 120) / 10 = 16 mg/L, of which 12 come from the land and 4 from upstream.
class G09_NaturalWater {
  private static River river(double limit) {
    return River.of("A -> B  10 km  0 d  10 m3/s")
        .conservative("TN")
        .boundary("A", 4, "TN", 10)
        .limit("TN", Limit.Statistic.MEAN, limit);
  }

  private static BackgroundParts.Parts parts(River river) {
    Answer answer = river.run();
    return new BackgroundParts(answer.result()).of(answer.verdict("A-B", "TN"));
  }

  private static BackgroundParts.Origin origin(River river) {
    Answer answer = river.run();
    Verdict verdict = answer.verdict("A-B", "TN");
    assertEquals(Verdict.Outcome.BEYOND_SOURCES, verdict.outcome());
    BackgroundParts parts = new BackgroundParts(answer.result());
    return parts.of(verdict).origin(parts.allowed(verdict));
  }

  @Test
  void theMarkedPartIsSomeOfTheTwoOthers() {
    BackgroundParts.Parts found = parts(river(10).inflow("A", 6, "TN", 20).undisturbed());
    assertEquals(12, found.land(), 1e-9);
    assertEquals(4, found.allUpstream(), 1e-9);
    assertEquals(12, found.undisturbed(), 1e-9);
  }

  @Test
  void nothingIsUndisturbedByItself() {
    assertEquals(0, parts(river(10).inflow("A", 6, "TN", 20)).undisturbed(), 0);
    assertEquals(BackgroundParts.Origin.LAND, origin(river(10).inflow("A", 6, "TN", 20)));
  }

  // 12 of 16 mg/L are marked: above 10 alone, not above 13.
  @ParameterizedTest
  @CsvSource({"10, NATURAL", "13, TOGETHER"})
  void itMustBreakTheLimitAlone(double limit, BackgroundParts.Origin origin) {
    assertEquals(origin, origin(river(limit).inflow("A", 6, "TN", 20).undisturbed()));
  }

  // 2 m3/s of 60 mg/L marked and 4 m3/s of 15 mg/L not: 12 of (40 + 120 + 60) / 10 = 22 mg/L. With
  // 4 m3/s of 25 mg/L the others bring 14.
  @ParameterizedTest
  @CsvSource({"15, NATURAL", "25, LAND"})
  void itMustBeTheLargerPart(double other, BackgroundParts.Origin origin) {
    River river = river(10).inflow("A", 2, "TN", 60).undisturbed().inflow("A", 4, "TN", other);
    assertEquals(origin, origin(river));
  }

  // A headwater may enter over a boundary, and rain is water too.
  @ParameterizedTest
  @CsvSource({"BOUNDARY", "RAIN", "LOCAL_INFLOW"})
  void anyWaterThatJoinsMayBeMarked(NodeFlow.Kind kind) {
    River river = river(10).flow(kind, "A", new double[] {6}, "TN", 20).undisturbed();
    assertEquals(BackgroundParts.Origin.NATURAL, origin(river));
    assertEquals(12, parts(river).undisturbed(), 1e-9);
  }
}
