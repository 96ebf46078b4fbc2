package org.tonle.serve.draft;

import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Table edit: one change of a table, which knows its reverse.
sealed interface TableEdit {
  /// Sets a cell.
  ///
  /// @param column number of the column, from 0
  record SetCell(int row, int column, String value) implements TableEdit {}

  /// Adds a row as it is written, below another.
  record AddRow(int after, String raw) implements TableEdit {}

  /// Takes a row away.
  record DropRow(int row) implements TableEdit {}

  /// Puts another text in place of the whole table.
  record Whole(String text) implements TableEdit {}

  /// The text after the edit.
  default WrittenTable on(WrittenTable text) {
    return switch (this) {
      case SetCell cell -> {
        require(text, cell.row);
        yield text.with(cell.row, cell.column, cell.value);
      }
      case AddRow row -> {
        require(text, StrictMath.max(row.after, 1));
        yield text.withRaw(row.after, row.raw);
      }
      case DropRow row -> {
        require(text, row.row);
        yield text.without(row.row);
      }
      case Whole whole -> TableBytes.text(text.table(), whole.text);
    };
  }

  private static void require(WrittenTable text, int row) {
    if (row < 1 || row > text.rowCount()) {
      throw RequestProblem.conflict("no_row", row, text.rowCount());
    }
  }

  /// The edit that takes this one back.
  ///
  /// @param before text before this edit
  default TableEdit reverse(WrittenTable before) {
    return switch (this) {
      case SetCell cell -> new SetCell(cell.row, cell.column, before.cell(cell.row, cell.column));
      case AddRow row -> new DropRow(row.after + 1);
      case DropRow row -> new AddRow(row.row - 1, before.raw(row.row));
      case Whole whole -> new Whole(TableBytes.coded(before));
    };
  }

  default ObjectNode json() {
    ObjectNode node = new JsonMapper().createObjectNode();
    return switch (this) {
      case SetCell cell ->
          node.put("set", cell.row).put("column", cell.column).put("value", cell.value);
      case AddRow row -> node.put("add", row.after).put("raw", row.raw);
      case DropRow row -> node.put("drop", row.row);
      case Whole whole -> node.put("whole", whole.text);
    };
  }

  static TableEdit of(JsonNode node) {
    if (node.has("set")) {
      return new SetCell(
          node.get("set").asInt(), node.get("column").asInt(), node.get("value").asString());
    }
    if (node.has("add")) {
      return new AddRow(node.get("add").asInt(), node.get("raw").asString());
    }
    return node.has("drop")
        ? new DropRow(node.get("drop").asInt())
        : new Whole(node.get("whole").asString());
  }
}
