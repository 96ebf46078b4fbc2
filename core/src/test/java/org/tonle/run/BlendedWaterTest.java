package org.tonle.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.law.RandomStudy;
import org.tonle.model.Study;
import org.tonle.network.SeasonNetwork;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatVectors;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.FlowFactors;

/// LAW: whether vectors of mixed waters are kept or blended when they are asked for changes no bit.
class BlendedWaterTest {
  private static final int DRAWS = 37;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keptEqualsBlended(long seed) {
    Study study = new RandomStudy(seed).study();
    Twins twins = new Twins(study, DRAWS);
    FloatVectors kept = new FloatVectors(with(twins, study, Long.MAX_VALUE), Long.MAX_VALUE);
    FloatVectors blended = new FloatVectors(with(twins, study, 0), 0);
    for (int g = 0; g < twins.groups.size(); g++) {
      String where = "seed " + seed + ", group " + g;
      for (boolean isVector : new boolean[] {false, true}) {
        GroupResult a = run(twins, g, kept, isVector);
        GroupResult b = run(twins, g, blended, isVector);
        assertArrayEquals(a.statistic, b.statistic, where);
        assertArrayEquals(a.met, b.met, where);
        assertArrayEquals(a.mass, b.mass, where);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyFactorIsItsFormula(long seed) {
    Study study = new RandomStudy(seed).study();
    Twins twins = new Twins(study, DRAWS);
    DrawVectors kept = with(twins, study, Long.MAX_VALUE);
    DrawVectors blended = with(twins, study, 0);
    boolean isVarying = false;
    for (int s = 0; s < twins.network.seasonCount(); s++) {
      for (int c = 0; c < kept.flow().classes(s); c++) {
        for (int d = 0; d < DRAWS; d++) {
          double flow = formula(twins.network.seasons().get(s), kept.groupFactor()[s], c, d);
          double time = StrictMath.pow(flow, -study.settings().sampling().dischargeExponent());
          isVarying |= flow != 1;
          for (DrawVectors v : new DrawVectors[] {kept, blended}) {
            assertEquals(flow, v.flowFactor(s, c)[d]);
            assertEquals(flow, v.flowFactor(s, c, d));
            assertEquals(flow, v.only(d).flowFactor(s, c, 0));
            assertEquals(time, v.timeFactor(s, c)[d]);
            assertEquals(time, v.timeFactor(s, c, d));
            assertEquals(time, v.only(d).timeFactor(s, c, 0));
          }
        }
      }
    }
    assertTrue(isVarying);
  }

  private static double formula(SeasonNetwork season, double[][] groups, int c, int d) {
    double factor = 1;
    for (int g = 0; g < groups.length; g++) {
      factor += season.nodes().classShare()[c * groups.length + g] * (groups[g][d] - 1);
    }
    return StrictMath.max(1e-3, factor);
  }

  private static DrawVectors with(Twins twins, Study study, long keptBytes) {
    DrawVectors of = twins.drawn;
    double exponent = study.settings().sampling().dischargeExponent();
    FlowFactors flow =
        FlowFactors.of(twins.network.seasons(), of.groupFactor(), DRAWS, exponent, keptBytes);
    return new DrawVectors(DRAWS, of.multiplier(), of.groupFactor(), flow);
  }

  private static GroupResult run(Twins twins, int group, FloatVectors vectors, boolean isVector) {
    int steps = RandomStudy.LAKE_STEPS;
    return twins.run(new FloatKernel(twins.network, twins.course, vectors, steps, isVector), group);
  }
}
