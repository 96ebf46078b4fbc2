package org.tonle.cli.console;

import java.nio.file.Path;
import java.util.List;
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
