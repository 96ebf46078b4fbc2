package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.PresentCost;
import org.tonle.plan.option.OptionCost;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: the cost of Lower Town's works, as docs/tutorial/two-towns.md works it out
/// by hand.
final class TutorialPlanTest {
  private static final Path HOME = Path.of(System.getProperty("tonle.home", ".."));
  private static final String OPTION = "T-LOW:aerated_lagoon+chlorination@95";

  private final Study study =
      StudyReader.read(HOME.resolve("studies/two-towns")).study().orElseThrow();
  private final Horizon horizon = new Horizon(30, 0.06);

  private OptionCost cost() {
    PlanRequest request =
        new PlanRequest(
            0.9,
            PlanRequest.Goal.LEAST_COST,
            OptionalDouble.empty(),
            study.settings().year(),
            horizon,
            List.of(),
            List.of(),
            100);
    PlanOptions options =
        PlanRun.options(
                study, Scenario.BASELINE, new Options(200, 1, 2), request, new ArrayList<>())
            .orElseThrow();
    for (int o = 0; o < options.list().options().size(); o++) {
      if (options.list().options().get(o).id().equals(OPTION)) {
        return options.costs().get(o);
      }
    }
    throw new AssertionError("No option " + OPTION);
  }

  @Test
  void costsWhatTheTutorialWorksOut() throws IOException {
    OptionCost cost = cost();
    double people = 25_000 * StrictMath.pow(1.015, 5);
    double sewers = 0.85 * people * (624 + 300 / 4.5);
    double capacity = StrictMath.ceil(1.2 * 0.95 * people * 0.12);
    double curve = 154_651 * StrictMath.pow(capacity, 0.526);
    double plant = 0.44 * curve;
    double land = 7.52 * capacity * 30;
    assertEquals(3685, capacity);
    assertEquals(sewers, cost.collection().capital_usd(), 1);
    assertEquals(plant, cost.plant().capital_usd(), 1);
    assertEquals(land, cost.land().capital_usd(), 1);
    double running = cost.running_usd_per_a() * 13.764831;
    double renewal = 0.1 * plant * StrictMath.pow(1.06, -15);
    double left = (sewers * 0.4 + land) * StrictMath.pow(1.06, -30);
    PresentCost present = cost.present(0, horizon);
    assertEquals(sewers + plant + land + running + renewal - left, present.total_usd(), 100);
    String page = Files.readString(HOME.resolve("docs/tutorial/two-towns.md"));
    for (double printed : new double[] {sewers, plant, land, running, renewal, left}) {
      String million = org.tonle.convert.Text.format("%.2f", printed / 1e6);
      assertTrue(page.contains(million), million);
    }
    assertTrue(
        page.contains(
            org.tonle.convert.Text.format(
                "%.2f million USD, as printed", present.total_usd() / 1e6)));
  }
}
