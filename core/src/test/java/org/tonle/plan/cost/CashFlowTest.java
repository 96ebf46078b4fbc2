package org.tonle.plan.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tonle.model.Technology.Life;

class CashFlowTest {
  /// 100 are built in the second year: 60 of buildings that last, 40 of machines that are renewed
  /// after 3 years, again after 6; 5 a year run from the second year on.
  @Test
  void showsWhatIsPaidInEachYear() {
    CashFlow flow = new CashFlow(new Horizon(8, 0.06));
    flow.add(100, 5, new Life(30, 3, 0.6), 1);
    double[] capital = {0, 100, 0, 0, 0, 0, 0, 0};
    double[] running = {0, 5, 5, 5, 5, 5, 5, 5};
    double[] renewal = {0, 0, 0, 0, 40, 0, 0, 40};
    for (int year = 0; year < 8; year++) {
      assertEquals(capital[year], flow.capital_usd(year), 1e-9);
      assertEquals(running[year], flow.running_usd(year), 1e-9);
      assertEquals(renewal[year], flow.renewal_usd(year), 1e-9);
    }
  }

  @Test
  void addsUp() {
    CashFlow flow = new CashFlow(new Horizon(3, 0));
    flow.add(10, 1, Life.UNKNOWN, 0);
    flow.add(20, 2, Life.UNKNOWN, 2);
    flow.add(40, 4, Life.UNKNOWN, 3);
    assertEquals(10, flow.capital_usd(0));
    assertEquals(20, flow.capital_usd(2));
    assertEquals(3, flow.running_usd(2));
  }

  /// Capital and renewal are paid at the start of a year, running at its end.
  @Test
  void discountedAndLessTheResidualItIsThePresentCost() {
    SplittableRandom dice = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      Horizon horizon = new Horizon(dice.nextInt(1, 40), dice.nextDouble(0, 0.2));
      Life life = new Life(dice.nextDouble(1, 60), dice.nextDouble(1, 20), dice.nextDouble(0, 1));
      double capital = dice.nextDouble(0, 1e6);
      double running = dice.nextDouble(0, 1e5);
      int start = dice.nextInt(0, 41);
      CashFlow flow = new CashFlow(horizon);
      flow.add(capital, running, life, start);
      double sum = 0;
      for (int year = 0; year < flow.years(); year++) {
        sum += (flow.capital_usd(year) + flow.renewal_usd(year)) * horizon.worth(year);
        sum += flow.running_usd(year) * horizon.worth(year + 1);
      }
      PresentCost present = PresentCost.of(capital, running, life, start, horizon);
      assertEquals(present.total_usd() + present.residual_usd(), sum, 1e-6 * (1 + sum));
    }
  }
}
