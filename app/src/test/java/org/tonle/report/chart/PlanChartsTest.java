package org.tonle.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.i18n.Words;

/// The two charts of a plan: what money buys, and when it is spent.
class PlanChartsTest {
  private static final List<CostCurveChart.Point> CURVE =
      List.of(
          new CostCurveChart.Point(0, 103, 102, 103.5, ""),
          new CostCurveChart.Point(115, 109.6, 108.5, 110, "Siem Reap"),
          new CostCurveChart.Point(300, 114, 113, 115, ""),
          new CostCurveChart.Point(935, 117.6, 115.2, 119, ""),
          new CostCurveChart.Point(1120, 118.6, 116, 120, "Choeung Ek"));

  private static final List<CashFlowChart.Year> YEARS =
      List.of(
          new CashFlowChart.Year(2026, 112, 0, 0, 150),
          new CashFlowChart.Year(2027, 128, 2, 0, 150),
          new CashFlowChart.Year(2028, 130, 14, 10, 150),
          new CashFlowChart.Year(2029, 0, 20, 15, 100));

  static Layout curve(String language, double width) {
    CostCurveChart.Axes axes =
        new CostCurveChart.Axes(
            "M USD", "reaches within class III", "capital, 2024 prices", OptionalDouble.of(120));
    return new CostCurveChart(Words.in(language), axes, CURVE, 3, width).layout();
  }

  static Layout cash(String language, double width) {
    return new CashFlowChart(Words.in(language), "M USD", "2024 prices", YEARS, width).layout();
  }

  @Test
  void areTheLayoutsThatWereAgreed() throws IOException {
    GoldenLayout.check("cost-curve", curve("en", 860));
    GoldenLayout.check("cash-flow", cash("en", 860));
  }

  @ParameterizedTest
  @CsvSource({"en,860", "zh,860", "km,860", "en,366", "zh,366", "km,366"})
  void keepTheirWordsApart(String language, double width) {
    LabelBoxes.assertApart(curve(language, width));
    LabelBoxes.assertApart(cash(language, width));
  }

  @Test
  void sayWhatTheChosenSumBuysAndWhatTheEndsBuy() {
    Layout layout = curve("en", 860);
    assertEquals("935 M USD buys 118 of 120 reaches within class III", layout.title());
    assertTrue(
        layout.sentence().endsWith("the first 115 M USD add 6.6, the last 185 M USD add 1"),
        layout.sentence());
  }

  /// 112 + 130 + 154 + 35 = 431; only 2028 is over its 150.
  @Test
  void sayTheSumTheWorstYearAndTheYearsOverTheBudget() {
    assertEquals(
        "431 M USD from 2026 to 2029, most in 2028: 154 M USD, years over the budget: 1",
        cash("en", 860).title());
  }

  @Test
  void stackWhatAYearCosts() {
    List<Layout.Mark> bars =
        cash("en", 860).marks().stream()
            .filter(m -> m.shape() == Layout.Shape.RECT && m.tip().startsWith("2028"))
            .toList();
    assertEquals(
        List.of("capital", "operation", "renewal"), bars.stream().map(Layout.Mark::style).toList());
    double foot = bars.get(0).points().get(1);
    assertEquals(foot, bars.get(1).points().get(1) + bars.get(1).points().get(3), 0.11);
    assertFalse(bars.get(1).tip().isEmpty());
  }

  /// A plan may have one point, cost nothing, or have no budget.
  @Test
  void areDrawnForAPlanOfOnePointOrNoBudget() {
    CostCurveChart.Axes axes =
        new CostCurveChart.Axes("M USD", "reaches", "", OptionalDouble.empty());
    Layout one =
        new CostCurveChart(Words.in("en"), axes, List.of(CostCurveChart.Point.of(0, 0, "")), 0, 366)
            .layout();
    one.marks()
        .forEach(m -> m.points().forEach(p -> assertTrue(Double.isFinite(p), one.toString())));
    Layout free =
        new CashFlowChart(
                Words.in("en"),
                "M USD",
                "",
                List.of(new CashFlowChart.Year(2026, 0, 0, 0, Double.NaN)),
                366)
            .layout();
    free.marks()
        .forEach(m -> m.points().forEach(p -> assertTrue(Double.isFinite(p), free.toString())));
    assertTrue(free.marks().stream().noneMatch(m -> m.style().equals("limit")));
  }
}
