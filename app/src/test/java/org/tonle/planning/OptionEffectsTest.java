package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Verdict;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionRow;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Pull;
import org.tonle.run.Question;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: what the rows of a plan say of any choice of options is what a full run of
/// its scenario finds with the same draws. Plain twin: the forward run.
final class OptionEffectsTest {
  private static final int DRAWS = 200;

  /// A choice may change discharges a little, which rows leave out.
  private static final double TOLERANCE = 0.03;

  @Test
  void rowsEqualTheForwardRun() {
    Study study =
        StudyReader.read(
                Path.of(System.getProperty("tonle.home", "..")).resolve("studies/two-towns"))
            .study()
            .orElseThrow();
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
      Baseline baseline = Baseline.of(instance, new Options(DRAWS, 5, 2), pool);
      PlanRequest request = request(study);
      PlanModel model =
          PlanModel.of(baseline, request, PlanOptions.of(baseline, request), pool, Cancel.NEVER);
      assertTrue(model.rows().size() > 5, "rows: " + model.rows().size());
      Session session = Session.on(baseline, pool);
      Random random = new Random(3);
      for (int trial = 0; trial < 12; trial++) {
        Set<Integer> chosen = choice(model, random);
        List<Scenario.Change> changes =
            chosen.stream().flatMap(o -> model.options().get(o).changes().stream()).toList();
        if (!(session.pull(changes) instanceof Pull pull)) {
          throw new AssertionError("refused: " + session.pull(changes));
        }
        compare(model, chosen, pull);
      }
    }
  }

  private static PlanRequest request(Study study) {
    return new PlanRequest(
        0.9,
        PlanRequest.Goal.LEAST_COST,
        OptionalDouble.empty(),
        study.settings().year(),
        new Horizon(30, 0.06),
        List.of(),
        List.of(),
        2000);
  }

  /// One option for each site, each by lot.
  private static Set<Integer> choice(PlanModel model, Random random) {
    Map<String, List<Integer>> bySite = new HashMap<>();
    for (int o = 0; o < model.options().size(); o++) {
      Option option = model.options().get(o);
      if (option.sites().size() == 1) {
        bySite.computeIfAbsent(option.sites().getFirst(), s -> new ArrayList<>()).add(o);
      }
    }
    Set<Integer> chosen = new HashSet<>();
    bySite.values().forEach(all -> chosen.add(all.get(random.nextInt(all.size()))));
    return chosen;
  }

  /// Share of draws that meet a row's limit under some options, one for each site.
  private static double chance(OptionRow row, Set<Integer> chosen) {
    int met = 0;
    for (int d = 0; d < row.drawCount(); d++) {
      double sum = row.rest()[d];
      for (int i = 0; i < row.option().length; i++) {
        sum +=
            chosen.contains(row.option()[i]) ? row.amount()[i] * row.effect()[row.way()[i]][d] : 0;
      }
      met += sum <= 1 + 1e-6 ? 1 : 0;
    }
    return (double) met / row.drawCount();
  }

  private static void compare(PlanModel model, Set<Integer> chosen, Pull pull) {
    Map<Question, Double> rows = new HashMap<>();
    for (OptionRow row : model.rows()) {
      rows.merge(row.question(), chance(row, chosen), StrictMath::min);
    }
    Map<Question, Double> run = new HashMap<>();
    for (Verdict v : pull.verdicts()) {
      if (v.required()) {
        run.merge(
            new Question(v.place(), v.season(), v.constituent()),
            v.probabilityOfMeeting(),
            StrictMath::min);
      }
    }
    rows.forEach(
        (question, chance) -> {
          if (run.containsKey(question)) {
            assertEquals(run.get(question), chance, TOLERANCE, question.toString());
          }
        });
  }
}
