package org.tonle.serve.route;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.tonle.folder.WrittenChanges;
import org.tonle.model.Scenario;
import org.tonle.serve.draft.Draft;
import org.tonle.serve.draft.KeptScenario;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Scenario routes: those of the study, and levers that people kept under a name.
public final class ScenarioRoutes {
  private static final int LONGEST_NAME = 120;
  private static final int MOST = 20_000;

  private final Served served;
  private final Draft draft;

  public ScenarioRoutes(Served served) {
    this.served = served;
    draft = served.preparation().draft();
  }

  public void list(Context asked) throws IOException {
    Query query = Query.of(asked, "from", "limit");
    PreparedStudy study = served.study();
    int from = query.integer("from", 0, 0, Integer.MAX_VALUE);
    int limit = query.integer("limit", 500, 1, 5000);
    ArrayNode own = Json.array();
    for (Scenario one : study.study().scenarios()) {
      ObjectNode node = own.addObject().put("id", one.id());
      node.set("names", Json.names(one.names()));
      one.year().ifPresent(y -> node.put("year", y));
    }
    ArrayNode list = Json.array();
    draft.scenarios().list(from, limit).forEach(k -> list.add(json(k)));
    ObjectNode root = Json.object();
    root.set("study", own);
    root.set("kept", list);
    root.put("keptCount", draft.scenarios().count());
    Json.write(asked, root);
  }

  private static ObjectNode json(KeptScenario of) {
    ObjectNode one = Json.object().put("id", of.id()).put("name", of.name());
    one.put("why", of.why()).put("who", of.who()).put("at", of.at());
    one.set("changes", Json.read(of.changes()));
    if (!of.settings().isEmpty()) {
      one.set("settings", Json.read(of.settings()));
    }
    return one;
  }

  public void keep(Context asked) throws IOException {
    if (draft.scenarios().count() >= MOST) {
      throw RequestProblem.conflict("too_many_scenarios", MOST);
    }
    KeptScenario made = put(asked, "k-" + UUID.randomUUID().toString().substring(0, 13));
    asked.status(201);
    Json.write(asked, json(made));
  }

  public void replace(Context asked) throws IOException {
    String id = require(asked.pathParam("id")).id();
    Json.write(asked, json(put(asked, id)));
  }

  private KeptScenario put(Context asked, String id) {
    Query.of(asked);
    PreparedStudy study = served.study();
    ObjectNode body = Body.of(asked, "name", "why", "who", "changes", "settings");
    String name = Body.text(body, "name", LONGEST_NAME);
    if (name.isEmpty()) {
      throw RequestProblem.bad("scenario_name", LONGEST_NAME);
    }
    JsonNode changes = body.path("changes").isMissingNode() ? Json.object() : body.get("changes");
    WrittenChanges read = WrittenChanges.of(changes, study.result().scenario(), study.check());
    if (read.scenario().isEmpty()) {
      throw RequestProblem.of(read.problems());
    }
    JsonNode settings = body.path("settings");
    try {
      return draft
          .scenarios()
          .keep(
              id,
              name,
              Body.text(body, "why", 400),
              Body.text(body, "who", 80),
              changes.toString(),
              settings.isMissingNode() ? "" : settings.toString());
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
  }

  public void forget(Context asked) throws IOException {
    Query.of(asked);
    String id = require(asked.pathParam("id")).id();
    try {
      draft.scenarios().forget(id);
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
    asked.status(204);
  }

  private KeptScenario require(String id) throws IOException {
    Optional<KeptScenario> found = draft.scenarios().find(id);
    return found.orElseThrow(() -> RequestProblem.missing("no_scenario", Query.shown(id)));
  }
}
