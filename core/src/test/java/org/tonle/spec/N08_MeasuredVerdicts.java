package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.Observation.Statistic;
import org.tonle.run.Options;
import org.tonle.sample.MeasuredRow;
import org.tonle.sample.MeasuredVerdict;
import org.tonle.sample.MeasuredWater;

/// FEATURE UNDER TEST: what samples alone say of a limit, beside the verdict of the model. The
/// river carries 5 mg/L in all draws, samples do not vary, so that the model meets a limit of 10.
class N08_MeasuredVerdicts {
  private static River river(Limit.Statistic statistic) {
    return River.of("A -> B  10 km  0 d  10 m3/s")
        .conservative("TN")
        .sampleCv(0)
        .boundary("A", 10, "TN", 5)
        .limit("TN", statistic, 10);
  }

  private static River sampled(Limit.Statistic statistic, int year, String... cells) {
    River river = river(statistic);
    for (int i = 0; i < cells.length; i++) {
      river.sampled("A-B", "TN", LocalDate.of(year, 1 + i % 12, 1 + i / 12), cells[i]);
    }
    return river;
  }

  private static List<MeasuredRow> rows(River river) {
    return MeasuredWater.of(river.run(Options.of(0, 1)).result());
  }

  private static MeasuredRow row(River river) {
    List<MeasuredRow> rows = rows(river);
    assertEquals(1, rows.size());
    return rows.getFirst();
  }

  // A legal max is read as P95: of 4, 6, 12, 14 it lies at 12 + 0.85 · 2 = 13.7. Two of four
  // samples
  // above a limit that one in twenty may exceed: chance 1 - 0.95⁴ - 4 · 0.05 · 0.95³ = 0.014.
  @Test
  void highSamplesContradictTheModel() {
    MeasuredRow row = row(sampled(Limit.Statistic.MAX, 2020, "4", "12", "6", "14"));
    MeasuredRow.Limited limited = row.limited().orElseThrow();
    assertEquals("2020", row.span().year());
    assertEquals(13.7, row.figure().value(), 1e-12);
    assertEquals(MeasuredVerdict.BREACHED, limited.verdict());
    assertEquals(0.5, limited.shareBeyond().value(), 0);
    assertEquals(Optional.of(true), limited.isSure());
    assertEquals(Verdict.Outcome.MET, limited.model());
    assertEquals(Optional.of(false), row.agrees());
    assertTrue(limited.required());
  }

  // Four samples below: met, but 0.95⁴ = 0.81 is no surprise if more than one in twenty is above.
  @Test
  void fewLowSamplesAgreeWithoutBeingSure() {
    MeasuredRow row = row(sampled(Limit.Statistic.MAX, 2020, "4", "5", "6", "7"));
    assertEquals(MeasuredVerdict.MET, row.limited().orElseThrow().verdict());
    assertEquals(Optional.of(false), row.limited().orElseThrow().isSure());
    assertEquals(Optional.of(true), row.agrees());
  }

  // Mean of 2, <30, 3, 4: from 9/4 to 39/4 = 9.75, below 10 either way. With <40 the most is 12.25:
  // the bound decides, and nothing is said. Without the bound's doubt the mean of 9, 9, 13, 13 is
  // 11.
  @ParameterizedTest
  @CsvSource({
    "MEAN, 2 <30 3 4, MET",
    "MEAN, 2 <40 3 4, NOT_KNOWN",
    "MEAN, 9 9 13 13, BREACHED",
    "MEAN, 90, NOT_KNOWN",
    "MAX, 90, BREACHED",
    "MAX, 9, NOT_KNOWN",
    "MAX, 9 9 9, NOT_KNOWN",
    "MAX, 9 9 9 9, MET",
    "MAX, 10 10 10 10, MET",
    "MAX, >12 3 4 5 6, BREACHED",
    "MAX, >9 3 4 5 6, NOT_KNOWN",
    "MIN, 9 11 12 13, BREACHED",
    "MIN, 10 11 12 13, MET",
    "MIN, <11 12 12 12, NOT_KNOWN"
  })
  void theVerdictFollowsTheSamples(
      Limit.Statistic statistic, String cells, MeasuredVerdict expected) {
    MeasuredRow row = row(sampled(statistic, 2020, cells.split(" ", -1)));
    assertEquals(expected, row.limited().orElseThrow().verdict());
  }

  // 40 samples, P90 8 and highest 9: P95 lies between. P90 8 and highest 12: it may be either; P90
  // 11: broken.
  @ParameterizedTest
  @CsvSource({"8, 9, MET", "8, 12, NOT_KNOWN", "11, 12, BREACHED"})
  void aSummaryBracketsWhatItDoesNotName(double p90, double max, MeasuredVerdict expected) {
    River river =
        river(Limit.Statistic.MAX)
            .summed("A-B", "TN", Statistic.MEAN, 4)
            .summed("A-B", "TN", Statistic.P90, p90)
            .summed("A-B", "TN", Statistic.MAX, max);
    MeasuredRow row = row(river);
    assertEquals(p90, row.figure().low(), 0);
    assertEquals(max, row.figure().high(), 0);
    assertEquals(40, row.count().n());
    assertEquals(expected, row.limited().orElseThrow().verdict());
  }

  // Median 4 and P90 8: ln 2 over z 1.2816, so P95 is 8 · exp(0.3633 · 0.5409) = 9.737, between P90
  // and the highest: met, but not for sure. The share above 10 is at most a tenth.
  @Test
  void aSummaryEstimatesBetweenItsFigures() {
    River river =
        river(Limit.Statistic.MAX)
            .summed("A-B", "TN", Statistic.MEAN, 4)
            .summed("A-B", "TN", Statistic.MEDIAN, 4)
            .summed("A-B", "TN", Statistic.P90, 8)
            .summed("A-B", "TN", Statistic.MAX, 12);
    MeasuredRow row = row(river);
    assertEquals(9.737, row.figure().value(), 5e-4);
    MeasuredRow.Limited limited = row.limited().orElseThrow();
    assertEquals(MeasuredVerdict.MET, limited.verdict());
    assertEquals(Optional.of(false), limited.isSure());
    assertEquals(0, limited.shareBeyond().low(), 1e-12);
    assertEquals(0.1, limited.shareBeyond().high(), 1e-12);
  }

  // A year without enough samples leaves the word to the last one that has them.
  @Test
  void theLastFullYearSpeaksForTheStation() {
    River river = sampled(Limit.Statistic.MAX, 2019, "12", "12", "12", "12");
    for (int month = 1; month <= 4; month++) {
      river.sampled("A-B", "TN", LocalDate.of(2020, month, 1), "3");
    }
    river.sampled("A-B", "TN", LocalDate.of(2021, 1, 1), "20");
    List<MeasuredRow> rows = rows(river);
    assertEquals(
        List.of("2019", "2020", "2021", ""), rows.stream().map(r -> r.span().year()).toList());
    assertEquals(
        List.of(false, true, false, false), rows.stream().map(MeasuredRow::headline).toList());
    assertEquals(9, rows.getLast().count().n());
    assertTrue(rows.getLast().trend().isEmpty());
  }

  @Test
  void tenYearsHaveATrend() {
    River river = river(Limit.Statistic.MAX);
    for (int year = 2010; year < 2020; year++) {
      river.sampled("A-B", "TN", LocalDate.of(year, 5, 1), Integer.toString(2020 - year));
    }
    MeasuredRow all = rows(river).getLast();
    assertTrue(all.span().isAllYears());
    assertEquals(-1, all.trend().orElseThrow().slope(), 1e-12);
    assertTrue(all.headline(), "No year has four samples: all speak together.");
  }

  // A node has no verdict of its own: the concentration there decides. 5 mg/L meets a limit of 10.
  @Test
  void aNodeIsJudgedByItsWater() {
    River river = river(Limit.Statistic.MAX);
    for (int month = 1; month <= 4; month++) {
      river.sampled("B", "TN", LocalDate.of(2020, month, 1), "4");
    }
    assertEquals(Verdict.Outcome.MET, row(river).limited().orElseThrow().model());
  }

  @Test
  void withoutALimitTheMeanIsTold() {
    River river =
        River.of("A -> B  10 km  0 d  10 m3/s").conservative("TN").boundary("A", 10, "TN", 5);
    river.sampled("B", "TN", LocalDate.of(2020, 1, 1), "4");
    river.sampled("B", "TN", LocalDate.of(2020, 2, 1), "6");
    MeasuredRow row = row(river);
    assertEquals(5, row.figure().value(), 1e-12);
    assertFalse(row.isBreached());
    assertEquals(Optional.empty(), row.agrees());
  }
}
