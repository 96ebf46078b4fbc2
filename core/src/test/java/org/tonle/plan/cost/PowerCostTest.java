package org.tonle.plan.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tonle.model.Technology.Capacity;
import org.tonle.plan.cost.CapacityCost.Extent;

class PowerCostTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Capacity RANGE = new Capacity(5000, 328_000);

  private static PowerCost random(SplittableRandom dice) {
    double factor = StrictMath.exp(dice.nextDouble(0, 14));
    double exponent = dice.nextDouble(0.05, 1);
    double ceiling = dice.nextBoolean() ? NONE : factor * StrictMath.exp(dice.nextDouble(-8, 0));
    double floor = dice.nextBoolean() ? 0 : StrictMath.min(factor, ceiling) * dice.nextDouble(0, 1);
    double least = StrictMath.exp(dice.nextDouble(0, 8));
    double most = dice.nextBoolean() ? NONE : least * StrictMath.exp(dice.nextDouble(0, 8));
    return PowerCost.of(factor, exponent, new Capacity(least, most), ceiling, floor);
  }

  /// ln 282,000 = 12.5497; times 0.526 = 6.6011; e to it = 735.9; times 154,651 = 113.8 million.
  @Test
  void withoutLinesItIsThePower() {
    PowerCost curve = PowerCost.of(154_651, 0.526, RANGE, NONE, 0);
    assertEquals(113.8e6, curve.usd(282_000), 0.1e6);
    assertEquals(0, curve.usd(0));
    assertEquals(Extent.WITHIN, curve.extent(282_000));
    assertEquals(Extent.BELOW, curve.extent(4999));
    assertEquals(Extent.ABOVE, curve.extent(328_001));
  }

  /// 1,000·Q^0.5: 100 per m³/d at Q = 100, so that 50 m³/d cost 5,000; one more m³/d costs 500/√Q =
  /// 5 at Q = 10,000, where 100,000 are spent; 12,000 m³/d cost 2,000 · 5 more.
  @Test
  void linesJoinTheCurveWhereTheyMeetIt() {
    PowerCost curve = PowerCost.of(1000, 0.5, new Capacity(1, 1e6), 100, 5);
    assertEquals(100, curve.lower_m3_per_d(), 1e-9);
    assertEquals(10_000, curve.upper_m3_per_d(), 1e-6);
    assertEquals(5000, curve.usd(50), 1e-6);
    assertEquals(20_000, curve.usd(400), 1e-6);
    assertEquals(110_000, curve.usd(12_000), 1e-6);
  }

  /// Above its range the curve goes on as steep as it is there, 500/√400 = 25 per m³/d.
  @Test
  void aboveItsRangeItGoesOnAsSteepAsItIsThere() {
    PowerCost curve = PowerCost.of(1000, 0.5, new Capacity(1, 400), NONE, 5);
    assertEquals(20_000 + 25 * 600, curve.usd(1000), 1e-6);
  }

  @Test
  void itIsContinuousRisingAndConcave() {
    SplittableRandom dice = new SplittableRandom(14);
    for (int i = 0; i < 500; i++) {
      PowerCost curve = random(dice);
      for (int j = 0; j < 40; j++) {
        double a = StrictMath.exp(dice.nextDouble(-2, 18));
        double b = a * StrictMath.exp(dice.nextDouble(0, 3));
        double low = curve.usd(a);
        double high = curve.usd(b);
        assertTrue(high >= low * (1 - 1e-12), () -> curve + " falls from " + a + " to " + b);
        double middle = curve.usd((a + b) / 2);
        assertTrue(middle >= (low + high) / 2 * (1 - 1e-9), () -> curve + " bends up at " + a);
      }
      joins(curve, curve.lower_m3_per_d());
      joins(curve, curve.upper_m3_per_d());
    }
  }

  private static void joins(PowerCost curve, double at) {
    if (at > 0 && at < NONE) {
      double cost = curve.usd(at);
      assertEquals(cost, curve.usd(at * (1 - 1e-9)), cost * 1e-8);
      assertEquals(cost, curve.usd(at * (1 + 1e-9)), cost * 1e-8);
    }
  }

  @Test
  void theUnitOfMoneyScalesThrough() {
    SplittableRandom dice = new SplittableRandom(15);
    for (int i = 0; i < 200; i++) {
      PowerCost curve = random(dice);
      double capacity = StrictMath.exp(dice.nextDouble(-2, 18));
      double cost = 2 * curve.usd(capacity);
      assertEquals(cost, curve.times(2).usd(capacity), cost * 1e-12);
    }
  }

  /// 2,000 at 10 m³/d and 3,000 at 20: 1,000 at 5, 2,500 at 15, 100 for each m³/d more.
  @Test
  void pointsAreJoinedByLines() {
    PointsCost points = new PointsCost(new double[] {10, 20}, new double[] {2000, 3000});
    assertEquals(1000, points.usd(5), 1e-9);
    assertEquals(2500, points.usd(15), 1e-9);
    assertEquals(4000, points.usd(30), 1e-9);
    assertEquals(5000, points.times(2).usd(15), 1e-9);
    assertEquals(Extent.ABOVE, points.extent(21));
  }
}
