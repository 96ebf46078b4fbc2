package org.tonle.serve.route;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.folder.schema.Table;
import org.tonle.serve.draft.Draft;
import org.tonle.serve.draft.LogLine;
import org.tonle.serve.draft.OutsideTable;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Log routes: what was changed, taken back, saved, and what changed on the disk meanwhile.
public final class LogRoutes {
  private final Served served;
  private final Draft draft;

  public LogRoutes(Served served) {
    this.served = served;
    draft = served.preparation().draft();
  }

  public void log(Context asked) throws IOException {
    Query query = Query.of(asked, "before", "limit");
    int before = query.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    int limit = query.integer("limit", 100, 1, 1000);
    ArrayNode list = Json.array();
    for (LogLine line : draft.log(before, limit)) {
      list.add(json(line, query));
    }
    ObjectNode root = Json.object();
    root.set("log", list);
    root.put("unsaved", draft.changed().size()).put("isKept", draft.isKept());
    Json.write(asked, root);
  }

  private static ObjectNode json(LogLine line, Query query) {
    ObjectNode one = Json.object().put("id", line.id()).put("at", line.at());
    one.put("who", line.who().isEmpty() ? query.words().text("serve.here") : line.who());
    one.put("why", line.why()).put("kind", line.kind()).put("file", line.file());
    line.of().ifPresent(of -> one.put("of", of));
    one.set("what", Json.of(line.what()));
    one.put("count", line.count());
    return one.put("isUndone", line.isUndone()).put("isSaved", line.isSaved());
  }

  public void undo(Context asked) {
    step(asked, true);
  }

  public void redo(Context asked) {
    step(asked, false);
  }

  private void step(Context asked, boolean isUndo) {
    Query query = Query.of(asked);
    String who = Body.text(Body.of(asked, "who"), "who", 80);
    Optional<LogLine> done;
    try {
      done = isUndo ? draft.undo(who) : draft.redo(who);
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
    LogLine line =
        done.orElseThrow(
            () -> RequestProblem.conflict(isUndo ? "nothing_to_undo" : "nothing_to_redo"));
    served.preparation().begin();
    Json.write(asked, json(line, query));
  }

  public void save(Context asked) {
    Query.of(asked);
    Body.of(asked);
    List<String> saved;
    try {
      saved = draft.save();
    } catch (IOException e) {
      throw RequestProblem.disk("not_saved", e);
    }
    ObjectNode root = Json.object();
    root.set("saved", Json.of(saved));
    Json.write(asked, root);
  }

  /// Tables with unsaved edits that somebody changed on the disk, by row.
  public void outside(Context asked) throws IOException {
    Query.of(asked);
    ArrayNode list = Json.array();
    for (OutsideTable table : draft.outside()) {
      ObjectNode one = list.addObject().put("file", table.file());
      one.set("columns", Json.of(table.theirs().header()));
      ArrayNode rows = one.putArray("rows");
      for (OutsideTable.Row row : table.rows()) {
        ObjectNode each = rows.addObject().put("key", row.key());
        each.put("isContested", row.isContested());
        each.set("base", Json.of(row.base()));
        each.set("mine", Json.of(row.mine()));
        each.set("theirs", Json.of(row.theirs()));
      }
    }
    ObjectNode root = Json.object();
    root.set("tables", list);
    Json.write(asked, root);
  }

  /// Goes on with one side, or by row: rows that only one side changed come from it.
  public void settle(Context asked) {
    Query.of(asked);
    Table table = Draft.table(asked.pathParam("name"));
    ObjectNode body = Body.of(asked, "who", "take", "rows");
    String take = Body.text(body, "take", 10);
    if (!take.isEmpty() && !take.equals("mine") && !take.equals("theirs")) {
      throw RequestProblem.bad("unknown_value", "take", Query.shown(take), "", "mine, theirs");
    }
    Map<String, Boolean> chosen = new HashMap<>();
    for (JsonNode row : body.path("rows")) {
      chosen.put(row.path("key").asString(""), row.path("take").asString("").equals("mine"));
    }
    try {
      draft.settle(
          table,
          Body.text(body, "who", 80),
          outside ->
              outside.choosing(
                  row -> {
                    boolean isOpen =
                        row.isContested() && take.isEmpty() && !chosen.containsKey(row.key());
                    if (isOpen) {
                      throw RequestProblem.conflict("row_open", row.key());
                    }
                    boolean onlyMine = row.theirs().equals(row.base());
                    boolean usual = row.isContested() ? take.equals("mine") : onlyMine;
                    return chosen.getOrDefault(row.key(), usual);
                  }));
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
    served.preparation().begin();
    Json.write(asked, Json.object().put("file", table.file()));
  }
}
