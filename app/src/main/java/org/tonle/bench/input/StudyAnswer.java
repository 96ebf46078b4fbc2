package org.tonle.bench.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.assess.Verdict;
import org.tonle.export.Summary;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Answer to a study folder: its problems, and the figures of its summary and its verdicts.
///
/// @param figures by name; none if nothing was computed
/// @param words outcomes of verdicts, by name
record StudyAnswer(List<Problem> problems, Map<String, Double> figures, Map<String, String> words) {
  /// Few draws, which are the same in every answer.
  static final int DRAWS = 64;

  /// Still fewer, which show no more than that something is computed.
  static final int FEW_DRAWS = 8;

  /// A figure that moves by more than this share has moved.
  private static final double MOVE = 0.05;

  StudyAnswer {
    problems = List.copyOf(problems);
    figures = new TreeMap<>(figures);
    words = new TreeMap<>(words);
  }

  /// @param scenario id of a scenario of the study
  static StudyAnswer of(Path folder, String scenario) {
    return of(StudyReader.read(folder), scenario, DRAWS);
  }

  static StudyAnswer of(Reading reading, String scenario, int draws) {
    Optional<Study> study = reading.study();
    Optional<Scenario> chosen =
        scenario.equals(Scenario.BASELINE.id())
            ? Optional.of(Scenario.BASELINE)
            : study.flatMap(
                s -> s.scenarios().stream().filter(c -> c.id().equals(scenario)).findFirst());
    if (study.isEmpty() || chosen.isEmpty()) {
      return new StudyAnswer(reading.problems(), Map.of(), Map.of());
    }
    List<Problem> problems = new ArrayList<>(reading.problems());
    Outcome outcome = Runner.run(study.get(), chosen.get(), options(study.get(), draws));
    problems.addAll(outcome.problems());
    return outcome
        .result()
        .map(r -> of(problems, r))
        .orElseGet(() -> new StudyAnswer(problems, Map.of(), Map.of()));
  }

  private static Options options(Study study, int draws) {
    return Options.of(draws, study.settings().sampling().seed());
  }

  private static StudyAnswer of(List<Problem> problems, Result result) {
    Map<String, Double> figures = new TreeMap<>();
    Map<String, String> words = new TreeMap<>();
    Summary.of(result)
        .properties()
        .forEach(
            p -> {
              // Standard errors say how sure counts are; they move with whatever is near a limit.
              boolean isResult =
                  !p.getKey().startsWith("massBalance")
                      && !p.getKey().endsWith("StandardError")
                      && !p.getKey().equals("seed");
              if (isResult && p.getValue().isNumber()) {
                figures.put("summary " + p.getKey(), p.getValue().asDouble());
              }
            });
    for (Verdict v : result.judged().verdicts()) {
      String name =
          String.join(
              " ",
              v.place().kind() + " " + v.place().id(),
              v.season(),
              v.constituent(),
              v.limit().standard(),
              v.limit().className(),
              v.limit().statistic().name());
      if (v.isJudged()) {
        figures.put("probability " + name, v.probabilityOfMeeting());
      }
      words.put(name, word(v.outcome()));
    }
    return new StudyAnswer(problems, figures, words);
  }

  boolean isRefused() {
    return problems.stream().anyMatch(Problem::isError);
  }

  boolean isFinite() {
    return figures.values().stream().allMatch(Double::isFinite);
  }

  /// The first figure or verdict that differs from the clean study's by more than 5 %; a
  /// probability by more than 0.05. Empty also if nothing was computed.
  Optional<String> moved(StudyAnswer clean) {
    if (isRefused()) {
      return Optional.empty();
    }
    for (Map.Entry<String, Double> one : clean.figures.entrySet()) {
      double was = one.getValue();
      double is = figures.getOrDefault(one.getKey(), Double.NaN);
      double scale = one.getKey().startsWith("summary") ? StrictMath.abs(was) : 1;
      if (!(StrictMath.abs(is - was) <= MOVE * scale + 1e-12)) {
        return Optional.of(one.getKey() + " " + was + " → " + is);
      }
    }
    for (Map.Entry<String, String> one : words.entrySet()) {
      String was = clean.words.getOrDefault(one.getKey(), "-");
      if (!was.equals(one.getValue())) {
        return Optional.of(one.getKey() + " " + was + " → " + one.getValue());
      }
    }
    return Optional.empty();
  }

  /// Problems, notes aside, that this answer of a clean study does not have.
  List<Problem> newIn(List<Problem> found) {
    return found.stream()
        .filter(p -> p.severity() != org.tonle.problem.Severity.NOTE)
        .filter(p -> !problems.contains(p))
        .toList();
  }

  /// A verdict's word. Whether more draws are needed or it is not known hangs on single draws: both
  /// say that nothing is decided.
  private static String word(Verdict.Outcome outcome) {
    return outcome == Verdict.Outcome.NEEDS_MORE_DRAWS
        ? Verdict.Outcome.NOT_KNOWN.name()
        : outcome.name();
  }
}
