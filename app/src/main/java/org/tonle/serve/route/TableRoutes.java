package org.tonle.serve.route;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.folder.StudyReader;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.problem.Problem;
import org.tonle.serve.draft.Draft;
import org.tonle.serve.draft.WrittenTable;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.service.StudySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Table routes: the tables of the study with the edits that are not saved yet, and further edits.
public final class TableRoutes {
  private static final int MOST_ROWS = 5000;
  private static final int PAGE = 500;

  private final Served served;
  private final Draft draft;

  public TableRoutes(Served served) {
    this.served = served;
    draft = served.preparation().draft();
  }

  /// Every table that a study may have.
  public void list(Context asked) throws IOException {
    Query.of(asked);
    Map<String, byte[]> changed = draft.changed();
    Map<String, Integer> errors = new HashMap<>();
    served
        .preparation()
        .problems()
        .forEach(p -> errors.merge(p.file(), p.isError() ? 1 : 0, Integer::sum));
    ArrayNode list = Json.array();
    for (Table table : Schema.TABLES) {
      boolean isPresent =
          changed.containsKey(table.file())
              || StudyReader.find(draft.folder(), table.file()).isPresent();
      ObjectNode one = list.addObject().put("file", table.file());
      one.put("name", table.file().replace(".csv", "")).put("meaning", table.meaning());
      one.put("isPresent", isPresent).put("isRequired", table.isRequired());
      one.put("isChanged", changed.containsKey(table.file()));
      one.put("errors", errors.getOrDefault(table.file(), 0));
      if (isPresent) {
        WrittenTable text = draft.text(table);
        one.put("rows", StrictMath.max(0, text.rowCount() - text.headerRow()));
      }
    }
    ObjectNode root = Json.object();
    root.set("tables", list);
    root.put("isKept", draft.isKept());
    Json.write(asked, root);
  }

  /// One table, a page of its rows at a time.
  public void get(Context asked) throws IOException {
    Query query = Query.of(asked, "from", "limit");
    Table table = Draft.table(asked.pathParam("name"));
    WrittenTable text = draft.text(table);
    int from = query.integer("from", 0, 0, Integer.MAX_VALUE);
    int limit = query.integer("limit", PAGE, 1, MOST_ROWS);
    List<Problem> problems =
        served.preparation().problems().stream()
            .filter(p -> p.file().equals(table.file()))
            .toList();
    ObjectNode root = json(table, text, from, limit);
    root.set("problems", ProblemJson.of(problems, query.words()).get("problems"));
    root.put("isChanged", draft.changed().containsKey(table.file()));
    root.put("state", served.preparation().state().id());
    Json.write(asked, root);
  }

  private static ObjectNode json(Table table, WrittenTable text, int from, int limit) {
    ObjectNode root = Json.object().put("file", table.file()).put("meaning", table.meaning());
    root.set("key", Json.of(table.key()));
    ArrayNode columns = root.putArray("columns");
    List<String> header = text.header();
    for (int c = 0; c < header.size(); c++) {
      column(columns.addObject().put("name", header.get(c)), text.known(c));
    }
    ArrayNode more = root.putArray("otherColumns");
    for (Column column : table.columns()) {
      if (text.column(column.name()) < 0) {
        column(more.addObject().put("name", column.name()), Optional.of(column));
      }
    }
    int first = text.headerRow() + 1 + from;
    int last = StrictMath.min(text.rowCount(), first + limit - 1);
    root.put("headerRow", text.headerRow());
    root.put("rowCount", StrictMath.max(0, text.rowCount() - text.headerRow()));
    ArrayNode rows = root.putArray("rows");
    for (int row = first; row <= last; row++) {
      rows.addObject().put("row", row).set("cells", Json.of(text.cells(row)));
    }
    return root;
  }

  private static void column(ObjectNode to, Optional<Column> known) {
    to.put("isKnown", known.isPresent());
    if (known.isEmpty()) {
      return;
    }
    Column of = known.get();
    to.put("column", of.name()).put("type", of.type().name().toLowerCase(java.util.Locale.ROOT));
    to.put("unit", of.unit()).put("meaning", of.meaning()).put("isRequired", of.isRequired());
    to.set("choices", Json.of(of.choices()));
    to.set("refersTo", Json.of(of.refersTo()));
    if (Double.isFinite(of.low())) {
      to.put("low", of.low());
    }
    if (Double.isFinite(of.high())) {
      to.put("high", of.high());
    }
  }

  /// Makes edits, or tries them without making them.
  public void edit(Context asked) throws IOException {
    Query query = Query.of(asked, "dry");
    boolean isDry = query.oneOf("dry", List.of("0", "1")).map("1"::equals).orElse(false);
    Table table = Draft.table(asked.pathParam("name"));
    ObjectNode body = Body.of(asked, "who", "why", "edits");
    ObjectNode root = Json.object();
    if (isDry) {
      WrittenTable trial = draft.trial(table, body.path("edits"));
      Map<String, byte[]> all = new TreeMap<>(draft.changed());
      all.put(table.file(), trial.bytes());
      problems(root, table, all, query.words());
    } else {
      String who = Body.text(body, "who", 80);
      String why = Body.text(body, "why", 400);
      root.put("id", made(table, who, why, body.path("edits")));
      served.preparation().begin();
      problems(root, table, draft.changed(), query.words());
    }
    Json.write(asked, root);
  }

  private long made(Table table, String who, String why, JsonNode edits) {
    try {
      return draft.edit(table, who, why, edits);
    } catch (IOException e) {
      throw RequestProblem.disk("not_kept", e);
    }
  }

  /// Problems that `check` finds in the table, and the number that the study has in all.
  private void problems(ObjectNode root, Table table, Map<String, byte[]> all, Words words)
      throws IOException {
    StudySource read = StudySource.readWith(draft.folder(), all);
    List<Problem> own = new ArrayList<>();
    read.problems().stream().filter(p -> p.file().equals(table.file())).forEach(own::add);
    root.set("problems", ProblemJson.of(own, words).get("problems"));
    long errors = read.problems().stream().filter(Problem::isError).count();
    root.put("errors", errors);
  }
}
