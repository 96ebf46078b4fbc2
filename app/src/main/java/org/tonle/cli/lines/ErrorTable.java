package org.tonle.cli.lines;

import org.tonle.cli.console.Console;
import org.tonle.convert.Text;
import org.tonle.fit.ErrorEstimate;
import org.tonle.fit.LeaveOut;
import org.tonle.i18n.Words;
import org.tonle.problem.Figure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Error table: the model errors that left-out stations show, on a console and as JSON.
public final class ErrorTable {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final LeaveOut.Found found;

  public ErrorTable(LeaveOut.Found found) {
    this.found = found;
  }

  public void tell(Words words) {
    Console.print(words.text("fit.left_out.head"));
    for (ErrorEstimate e : found.estimates()) {
      Console.print(
          Text.format(
              "%-10s %-6s %8d %8d %8s %14s %14s  %s",
              e.constituent(),
              words.text(e.isLake() ? "fit.left_out.lake" : "fit.left_out.river"),
              e.stations(),
              e.observations(),
              Figure.of(e.spread()),
              covered(e.samples()),
              covered(e.means()),
              e.isEstimated() ? "" : words.text("fit.left_out.assumed")));
    }
    Console.print(words.text("fit.left_out.circular", found.circular()));
    if (!found.refitted().isEmpty()) {
      Console.print(words.text("fit.left_out.refitted", String.join(", ", found.refitted())));
    }
  }

  /// "9 → 14 / 16".
  private static String covered(ErrorEstimate.Coverage of) {
    return of.count() == 0 ? "–" : of.before() + " → " + of.after() + " / " + of.count();
  }

  public ObjectNode json() {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode rows = json.putArray("modelErrors");
    for (ErrorEstimate e : found.estimates()) {
      ObjectNode row = rows.addObject();
      row.put("constituent", e.constituent());
      row.put("water", e.isLake() ? "lake" : "river");
      row.put("stations", e.stations());
      row.put("observations", e.observations());
      row.put("spread", e.spread());
      row.put("basis", e.isEstimated() ? "left_out" : "default");
      put(row, "samples", e.samples());
      put(row, "seasonMeans", e.means());
    }
    json.put("circular", found.circular());
    ArrayNode refitted = json.putArray("refitted");
    found.refitted().forEach(refitted::add);
    return json;
  }

  private static void put(ObjectNode row, String name, ErrorEstimate.Coverage of) {
    ObjectNode node = row.putObject(name);
    node.put("count", of.count());
    node.put("coveredBefore", of.before());
    node.put("coveredAfter", of.after());
  }
}
