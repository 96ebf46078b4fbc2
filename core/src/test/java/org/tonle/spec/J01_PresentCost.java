package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tonle.model.Technology.Life;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.PresentCost;

/// FEATURE UNDER TEST: the present cost of works: capital, running, renewal, residual value.
class J01_PresentCost {
  private static final Life LIFE = new Life(30, 15, 0.6);

  /// 1,000 of capital and 20 a year for 30 years at no discount: machines of 400 are renewed once,
  /// after 15 years, and end with the horizon, as the buildings do: 1,000 + 600 + 400 = 2,000.
  @Test
  void withoutDiscountItIsThePlainSum() {
    PresentCost cost = PresentCost.of(1000, 20, LIFE, 0, new Horizon(30, 0));
    assertEquals(1000, cost.capital_usd(), 1e-9);
    assertEquals(600, cost.running_usd(), 1e-9);
    assertEquals(400, cost.renewal_usd(), 1e-9);
    assertEquals(0, cost.residual_usd(), 1e-9);
    assertEquals(2000, cost.total_usd(), 1e-9);
  }

  /// Built at the start of year 5 of 25: 20 years run. Machines (400) are renewed after 15 of them;
  /// 5 of the next 15 have passed at the end, so 400 · 10/15 = 266.67 are left; of the buildings
  /// (600) 600 · 10/30 = 200.
  @Test
  void whatStandsAtTheEndIsWorthTheLifeThatIsLeft() {
    PresentCost cost = PresentCost.of(1000, 20, LIFE, 5, new Horizon(25, 0));
    assertEquals(400, cost.running_usd(), 1e-9);
    assertEquals(400, cost.renewal_usd(), 1e-9);
    assertEquals(466.67, cost.residual_usd(), 0.01);
    assertEquals(1000 + 400 + 400 - 466.67, cost.total_usd(), 0.01);
  }

  /// At 6 % a dollar at the end of year 15 is worth 1/1.06^15 = 0.41727, at the end of year 20
  /// 0.31180; 20 years of one dollar (1 - 0.31180)/0.06 = 11.4699. Machines: 400 · 0.41727 =
  /// 166.91. Left at the end: 600 · 10/30 + 400 · 10/15 = 466.67, worth 145.51.
  @Test
  void discountCountsFromTheYearOfEachPayment() {
    PresentCost cost = PresentCost.of(1000, 30, LIFE, 0, new Horizon(20, 0.06));
    assertEquals(344.10, cost.running_usd(), 0.01);
    assertEquals(166.91, cost.renewal_usd(), 0.01);
    assertEquals(145.51, cost.residual_usd(), 0.01);
    assertEquals(1365.50, cost.total_usd(), 0.02);
    // 1,365.50 / 11.4699 = 119.05 a year
    assertEquals(119.05, cost.annuity_usd_per_a(new Horizon(20, 0.06)), 0.01);
  }

  /// 10 in the first year and 20 in the second, at 10 %: 10/1.1 + 20/1.21 = 9.0909 + 16.5289.
  @Test
  void runningCostsMayDifferByYear() {
    Life endless = Life.UNKNOWN;
    PresentCost cost =
        PresentCost.of(0, new double[] {10, 20, 99}, endless, 0, new Horizon(2, 0.1));
    assertEquals(25.6198, cost.total_usd(), 1e-4);
  }

  @Test
  void worksThatAreBuiltAfterTheHorizonCostNothing() {
    assertEquals(0, PresentCost.of(1000, 30, LIFE, 20, new Horizon(20, 0.06)).total_usd());
  }

  @Test
  void noSuchDiscount() {
    assertThrows(IllegalArgumentException.class, () -> new Horizon(20, 1));
    assertThrows(IllegalArgumentException.class, () -> new Horizon(20, -0.01));
    assertThrows(IllegalArgumentException.class, () -> new Horizon(-1, 0.06));
  }
}
