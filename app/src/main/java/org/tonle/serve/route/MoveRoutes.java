package org.tonle.serve.route;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tonle.serve.draft.LeverMove;
import org.tonle.serve.draft.LeverMoves;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Move routes: the steps of a browser's levers in the log, taken back and made again.
public final class MoveRoutes {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SETTINGS = 64 * 1024;

  private final LeverMoves moves;

  public MoveRoutes(Served served) {
    moves = served.preparation().draft().moves();
  }

  /// Where a browser's levers stand, and what it can take back and make again.
  public void list(Context asked) throws IOException {
    Query query = Query.of(asked, "browser");
    String browser = required(query.text("browser"), "browser");
    LeverMoves.Steps steps = moves.steps(browser);
    ObjectNode root = Json.object();
    List<LeverMove> done = steps.done();
    if (!done.isEmpty()) {
      root.set("settings", Json.read(done.getFirst().after()));
    } else if (!steps.takenBack().isEmpty()) {
      root.set("settings", Json.read(steps.takenBack().getFirst().before()));
    }
    root.set("undo", names(done));
    root.set("redo", names(steps.takenBack()));
    Json.write(asked, root);
  }

  private static ArrayNode names(List<LeverMove> moves) {
    ArrayNode names = Json.array();
    moves.forEach(m -> names.add(m.name()));
    return names;
  }

  public void add(Context asked) {
    Query.of(asked);
    ObjectNode body = Body.of(asked, "browser", "who", "why", "name", "before", "after");
    String browser = browser(body);
    String name = required(Body.text(body, "name", LONGEST_NAME), "name");
    String before = settings(body, "before");
    String after = settings(body, "after");
    String who = Body.text(body, "who", 80);
    String why = Body.text(body, "why", 400);
    try {
      LeverMove made = moves.add(browser, who, why, name, before, after);
      Json.write(asked, Json.object().put("id", made.id()).put("name", name));
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
  }

  public void undo(Context asked) {
    step(asked, true);
  }

  public void redo(Context asked) {
    step(asked, false);
  }

  /// Answers with the positions that the levers then have.
  private void step(Context asked, boolean isUndo) {
    Query.of(asked);
    ObjectNode body = Body.of(asked, "browser", "who");
    String browser = browser(body);
    String who = Body.text(body, "who", 80);
    Optional<LeverMove> done;
    try {
      done = isUndo ? moves.undo(browser, who) : moves.redo(browser, who);
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
    LeverMove of =
        done.orElseThrow(
            () -> RequestProblem.conflict(isUndo ? "nothing_to_undo" : "nothing_to_redo"));
    ObjectNode root = Json.object().put("id", of.id()).put("name", of.name());
    root.set("settings", Json.read(isUndo ? of.before() : of.after()));
    Json.write(asked, root);
  }

  private static String browser(ObjectNode body) {
    return required(Body.text(body, "browser", 60), "browser");
  }

  private static String required(String text, String name) {
    if (text.isEmpty()) {
      throw RequestProblem.bad("missing_parameter", name);
    }
    return text;
  }

  private static String settings(ObjectNode body, String name) {
    JsonNode settings = body.path(name);
    if (!settings.isObject() || settings.toString().length() > LONGEST_SETTINGS) {
      throw RequestProblem.bad("missing_parameter", name);
    }
    return settings.toString();
  }
}
