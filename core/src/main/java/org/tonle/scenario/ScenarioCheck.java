package org.tonle.scenario;

import java.util.List;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// Check of scenarios against a study: the same problems for a file, a JSON body and the command
/// line.
public final class ScenarioCheck {
  private final StudyIndex index;

  private ScenarioCheck(StudyIndex index) {
    this.index = index;
  }

  /// Where the changes of a scenario stand.
  ///
  /// @param file as the user sees it
  /// @param of row of each change, 0 where it is not known
  public record Rows(String file, List<Integer> of) {
    public Rows {
      of = List.copyOf(of);
    }

    /// Of a scenario that no file holds.
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

  /// The study's index, to apply a checked scenario by.
  public StudyIndex index() {
    return index;
  }

  public List<Problem> check(Scenario scenario) {
    return check(scenario, Rows.of(scenario));
  }

  public List<Problem> check(Scenario scenario, Rows rows) {
    return List.of();
  }
}
