package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.model.Scenario;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: total maximum daily loads of a frozen Cambodia. Numbers: SCIENCE.md, E1: Q ·
/// (ℓ − B) by hand from the tables of reaches, waters and standards. BOD is 5-day: 685 kg/d of
/// ultimate BOD are 468 kg/d.
class FrozenCambodiaTest {
  private static Demand demand;

  @BeforeAll
  static void run(@TempDir Path folder) throws IOException {
    Result result =
        Runner.run(FrozenCambodia.study(folder), Scenario.BASELINE, new Options(0, 1, 2))
            .result()
            .orElseThrow();
    Apportionments causes = Apportionments.ofBreaches(result);
    demand = DemandModel.of(causes, Rule.EQUAL_PERCENTAGE, 0.9, "");
  }

  private static Demand.Capacity at(String reach, String constituent) {
    return demand.capacities().stream()
        .filter(c -> c.bound().of().place().id().equals(reach))
        .filter(c -> c.bound().of().season().equals("low") && c.constituent().equals(constituent))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "SLA01, BOD, 685, 467.9, 467.9",
    "BAS02, FC, 1.634e5, 1.63345e5, 1.8746e5",
    "SLA03, FC, 1154.5, 1154.4, 12194"
  })
  void theDailyLoadIsWhatTheSeasonsWaterCarries(
      String reach, String constituent, double most, double delivered, double atSource) {
    Demand.Capacity found = at(reach, constituent);
    assertTrue(found.daily_kg_per_d() <= most);
    assertEquals(delivered, found.daily_kg_per_d(), 1e-3 * delivered);
    assertEquals(atSource, found.dailyAtSource_kg_per_d(), 1e-3 * atSource);
  }

  /// The low season's load, not the year's mean: E1 counted 1,721 kg/d of ultimate BOD.
  @Test
  void theLoadUsedIsTheSeasons() {
    assertEquals(1721 / 1.4631, at("SLA01", "BOD").usedAtSource_kg_per_d(), 5);
  }
}
