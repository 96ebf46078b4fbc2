package org.tonle.scenario;

import java.util.List;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// Check of scenarios against a study. It finds the same problems in a file, a JSON body and a
/// command line.
public final class ScenarioCheck {
  private final StudyIndex index;
  private final ReferenceCheck references;

  private ScenarioCheck(StudyIndex index) {
    this.index = index;
    references = new ReferenceCheck(index);
  }

  /// Rows of a scenario's changes in its file.
  ///
  /// @param file name as the user sees it
  /// @param of row of each change, 0 where it is not known
  public record Rows(String file, List<Integer> of) {
    public Rows {
      of = List.copyOf(of);
    }

    /// Rows of a scenario that is in no file.
    public static Rows of(Scenario scenario) {
      return new Rows("scenario " + scenario.id(), List.of());
    }

    int row(int change) {
      return change < of.size() ? of.get(change) : 0;
    }
  }

  public static ScenarioCheck of(Study study) {
    return of(StudyIndex.of(study));
  }

  public static ScenarioCheck of(StudyIndex index) {
    return new ScenarioCheck(index);
  }

  /// Index of the study, for applying a checked scenario.
  public StudyIndex index() {
    return index;
  }

  public List<Problem> check(Scenario scenario) {
    return check(scenario, Rows.of(scenario));
  }

  /// Problems of a scenario; empty for the baseline.
  public List<Problem> check(Scenario scenario, Rows rows) {
    ChangeProblems problems = new ChangeProblems(rows);
    references.check(scenario, problems);
    AgreementCheck.check(index, scenario, problems);
    if (!problems.hasErrors()) {
      PeopleCheck.check(index, scenario, problems);
    }
    if (!problems.hasErrors() && !scenario.id().equals(Scenario.BASELINE.id())) {
      if (scenario.isEmpty()) {
        problems.warn("scenario_without_changes");
      } else if (Applied.of(index, scenario).isNeutral()) {
        problems.warn("scenario_changes_nothing");
      }
    }
    return problems.all();
  }
}
