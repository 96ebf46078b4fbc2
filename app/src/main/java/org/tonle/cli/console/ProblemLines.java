package org.tonle.cli.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonle.i18n.ProblemText;
import org.tonle.i18n.Words;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Problem lines: problems of a study on standard error.
public final class ProblemLines {
  private ProblemLines() {}

  /// Prints problems, with errors last, so that they are just above the prompt.
  public static void print(List<Problem> problems, Path folder, Words words) {
    ProblemText text = new ProblemText(words);
    for (Severity severity : List.of(Severity.NOTE, Severity.WARNING, Severity.ERROR)) {
      text.lines(problems.stream().filter(p -> p.severity() == severity).toList())
          .forEach(Console::error);
    }
    count(problems, folder, words);
  }

  /// Prints errors one by one; warnings as one line that counts them by kind, since most people
  /// have read them before. `tonle check` lists all.
  public static void brief(List<Problem> problems, Path folder, Words words) {
    ProblemText text = new ProblemText(words);
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    text.lines(errors).forEach(Console::error);
    Map<String, Long> kinds = new TreeMap<>();
    for (Problem problem : problems) {
      if (problem.severity() == Severity.WARNING) {
        boolean isMore = problem.code().equals("more_of_the_same");
        kinds.merge(
            isMore ? problem.expected() : problem.code(),
            isMore ? Long.parseLong(problem.found()) : 1L,
            Long::sum);
      }
    }
    if (kinds.isEmpty() || !errors.isEmpty()) {
      count(problems, folder, words);
      return;
    }
    long all = kinds.values().stream().mapToLong(Long::longValue).sum();
    String told =
        kinds.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    String counted = words.text(all == 1 ? "count.warning" : "count.warnings", all);
    Console.error(words.text("check.brief", counted, told, folder));
  }

  /// Prints how many problems there are.
  public static void count(List<Problem> problems, Path folder, Words words) {
    long errors = ProblemText.count(problems, Severity.ERROR);
    long warnings = ProblemText.count(problems, Severity.WARNING);
    String counts =
        words.text(errors == 1 ? "count.error" : "count.errors", errors)
            + words.text("count.and")
            + words.text(warnings == 1 ? "count.warning" : "count.warnings", warnings);
    Console.error(words.text(errors > 0 ? "check.refused" : "check.passed", counts, folder));
  }
}
