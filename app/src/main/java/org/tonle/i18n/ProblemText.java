package org.tonle.i18n;

import java.util.ArrayList;
import java.util.List;
import org.tonle.convert.Text;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Problems as text, in lines for people.
public final class ProblemText {
  private final Words words;

  public ProblemText(Words words) {
    this.words = words;
  }

  /// All problems; the advice is on a line of its own after the problems that share it.
  public List<String> lines(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      lines.add(line(problems.get(i)));
      String advice = advice(problems.get(i));
      boolean isShared =
          i + 1 < problems.size()
              && problems.get(i + 1).code().equals(problems.get(i).code())
              && advice(problems.get(i + 1)).equals(advice);
      if (!advice.isEmpty() && !isShared) {
        lines.add("    " + advice);
      }
    }
    return lines;
  }

  /// "reaches.csv:14 length_km expected a number > 0 km, found "-12" [out_of_range]"
  private String line(Problem problem) {
    StringBuilder line = new StringBuilder();
    line.append(words.text("severity." + problem.severity().name())).append("  ");
    if (!problem.file().isEmpty()) {
      line.append(problem.file());
      line.append(problem.row() > 0 ? ":" + problem.row() : "").append("  ");
    }
    line.append(problem.column().isEmpty() ? "" : problem.column() + "  ");
    line.append(sentence(problem)).append("  [").append(problem.code()).append(']');
    return shown(line.toString());
  }

  /// Characters that would control a terminal or reverse the direction of the line are shown as
  /// their numbers.
  private static String shown(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean steers =
          c < ' '
              || (c >= 0x7f && c < 0xa0)
              || (c >= 0x200e && c <= 0x200f)
              || (c >= 0x202a && c <= 0x202e)
              || (c >= 0x2066 && c <= 0x2069);
      shown.append(steers ? Text.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return shown.toString();
  }

  /// The problem in one sentence.
  public String sentence(Problem problem) {
    String bare = problem.code() + ".bare";
    boolean isBare = problem.expected().isEmpty() && words.has(bare);
    return words.text(
        isBare ? bare : problem.code(), problem.expected(), problem.found(), problem.hint());
  }

  /// The next step for the user; "" if no action is needed.
  public String advice(Problem problem) {
    List<String> advice = new ArrayList<>();
    String key = problem.code() + ".do";
    boolean takesHint = words.has(key) && words.text(key).contains("{2}");
    boolean says = words.text(problem.code()).contains("{2}");
    if (!problem.hint().isEmpty() && !takesHint && !says) {
      advice.add(words.text("nearest", "", "", problem.hint()));
    }
    if (words.has(key)) {
      advice.add(words.text(key, problem.expected(), problem.found(), problem.hint()).strip());
    }
    return String.join(" ", advice);
  }

  /// Number of problems of a severity.
  public static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(p -> p.severity() == severity).count();
  }
}
