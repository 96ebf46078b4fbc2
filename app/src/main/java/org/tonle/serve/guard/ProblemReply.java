package org.tonle.serve.guard;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Problem reply: a refused request as JSON, in the language of the asker.
public final class ProblemReply {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ProblemReply() {}

  /// `{code, text, hint, problems}`.
  public static ObjectNode json(RequestProblem problem, Words words) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("code", problem.code());
    root.put("text", problem.text(words));
    root.put("hint", problem.hint(words));
    root.set("problems", ProblemJson.of(problem.problems(), words).get("problems"));
    return root;
  }

  public static void write(Context to, RequestProblem problem) {
    to.status(problem.status());
    if (problem.status() == 429 || problem.code().equals("preparing")) {
      to.header("Retry-After", "1");
    }
    to.contentType("application/json; charset=utf-8");
    to.result(json(problem, AskedLanguage.of(to)).toString().getBytes(StandardCharsets.UTF_8));
  }
}
