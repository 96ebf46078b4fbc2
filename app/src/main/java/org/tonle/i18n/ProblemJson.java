package org.tonle.i18n;

import java.util.List;
import java.util.Locale;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Problems as JSON for programs: codes and values unchanged, sentences in one language.
public final class ProblemJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ProblemJson() {}

  /// `{"problems":[{severity, code, file, row, column, expected, found, hint}], errors, warnings}`;
  /// `expected` is the sentence, `hint` the next step for the user.
  public static ObjectNode of(List<Problem> problems, Words words) {
    ProblemText text = new ProblemText(words);
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode list = root.putArray("problems");
    for (Problem problem : problems) {
      list.addObject()
          .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
          .put("code", problem.code())
          .put("file", problem.file())
          .put("row", problem.row())
          .put("column", problem.column())
          .put("expected", text.sentence(problem))
          .put("found", problem.found())
          .put("hint", text.advice(problem));
    }
    root.put("errors", ProblemText.count(problems, Severity.ERROR));
    root.put("warnings", ProblemText.count(problems, Severity.WARNING));
    return root;
  }
}
