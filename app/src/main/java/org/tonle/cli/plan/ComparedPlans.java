package org.tonle.cli.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.planning.PlanContrast;
import org.tonle.planning.PlanRun;
import org.tonle.problem.Problem;
import org.tonle.service.RunOrder;
import org.tonle.service.StudySource;
import org.tonle.service.UsageProblem;
import org.tonle.store.PlanAnswerFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plans that a user names to compare: a confidence is planned for, a file is read, anything else
/// is a scenario of the study.
final class ComparedPlans {
  private final Study study;
  private final DoubleFunction<PlanRun.Outcome> planner;
  private final List<Problem> problems;

  /// @param planner plans for a confidence
  /// @param problems that are found are added
  ComparedPlans(Study study, DoubleFunction<PlanRun.Outcome> planner, List<Problem> problems) {
    this.study = study;
    this.planner = planner;
    this.problems = problems;
  }

  /// The plans that could be read or made.
  List<PlanContrast.Entry> entries(List<String> names) throws IOException {
    List<PlanContrast.Entry> entries = new ArrayList<>();
    for (String name : names) {
      if (name.matches("[0-9]*[.,]?[0-9]+")) {
        planned(name, entries);
      } else if (name.endsWith(".toml")) {
        read(name, entries);
      } else {
        Scenario scenario =
            new RunOrder(name, "", OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty())
                .scenario(study);
        entries.add(new PlanContrast.Entry(name, scenario, Double.NaN, Double.NaN));
      }
    }
    return entries;
  }

  private void planned(String name, List<PlanContrast.Entry> entries) {
    double confidence = Double.parseDouble(name);
    if (!(confidence > 0 && confidence < 1)) {
      throw new UsageProblem("usage.range", "--compare", "0.01", "0.99", name);
    }
    PlanRun.Outcome outcome = planner.apply(confidence);
    problems.addAll(outcome.problems().stream().filter(Problem::isError).toList());
    outcome
        .planned()
        .ifPresent(
            planned -> {
              PlanAnswer answer = planned.answer();
              entries.add(
                  new PlanContrast.Entry(name, answer.scenario(), answer.cost_usd(), answer.gap()));
            });
  }

  private void read(String name, List<PlanContrast.Entry> entries) throws IOException {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageProblem("usage.no_plan_file", name);
    }
    Path answer = PlanAnswerFile.beside(file);
    JsonNode json =
        Files.isRegularFile(answer)
            ? new JsonMapper().readTree(Files.readString(answer))
            : new JsonMapper().createObjectNode();
    StudySource.scenario(study, file, problems)
        .ifPresent(
            s ->
                entries.add(
                    new PlanContrast.Entry(
                        name,
                        s,
                        json.path("cost").asDouble(Double.NaN),
                        json.path("gap").asDouble(Double.NaN))));
  }
}
