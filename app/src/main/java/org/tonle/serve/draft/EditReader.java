package org.tonle.serve.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.problem.Nearest;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;

/// Edit reader: edits as a browser sends them, each on top of those before it.
///
/// `{row, column, value, was}` sets a cell, if it still holds `was`; `{insert, cells}` adds a row
/// below another, 0 = at the end; `{delete}` takes one away; `{paste: {row, column, cells}}` sets a
/// block of cells and adds the rows that are missing.
final class EditReader {
  private static final int MOST_EDITS = 200_000;
  private static final int LONGEST_CELL = 100_000;

  private final List<TableEdit> edits = new ArrayList<>();
  private WrittenTable text;

  private EditReader(WrittenTable text) {
    this.text = text;
  }

  /// @throws RequestProblem for an edit that cannot be made
  static List<TableEdit> read(JsonNode list, WrittenTable text) {
    if (!list.isArray() || list.isEmpty()) {
      throw RequestProblem.bad("missing_parameter", "edits");
    }
    if (text.headerRow() < 1) {
      throw RequestProblem.conflict("no_header", text.table().file());
    }
    EditReader reader = new EditReader(text);
    for (JsonNode one : list) {
      reader.one(one);
    }
    return reader.edits;
  }

  private void one(JsonNode edit) {
    if (edit.has("paste")) {
      paste(edit.get("paste"));
    } else if (edit.has("insert")) {
      insert(whole(edit, "insert", 0), edit.path("cells"));
    } else if (edit.has("delete")) {
      add(new TableEdit.DropRow(row(edit, "delete")));
    } else {
      set(edit);
    }
  }

  private void add(TableEdit edit) {
    if (edits.size() >= MOST_EDITS) {
      throw RequestProblem.large(8);
    }
    text = edit.on(text);
    edits.add(edit);
  }

  private void set(JsonNode edit) {
    int row = row(edit, "row");
    int column = column(text(edit, "column"));
    String now = text.cell(row, column);
    if (edit.has("was") && !text(edit, "was").equals(now)) {
      throw RequestProblem.conflict("cell_changed", text.header().get(column), row, now);
    }
    String value = text(edit, "value");
    if (!value.equals(now)) {
      add(new TableEdit.SetCell(row, column, value));
    }
  }

  private void insert(int after, JsonNode cells) {
    String[] row = new String[text.header().size()];
    Arrays.fill(row, "");
    for (var cell : cells.properties()) {
      row[column(cell.getKey())] = text(cells, cell.getKey());
    }
    int at = after == 0 ? text.rowCount() : after;
    if (at < text.headerRow() || at > text.rowCount()) {
      throw RequestProblem.conflict("no_row", at, text.rowCount());
    }
    add(new TableEdit.AddRow(at, text.raw(List.of(row))));
  }

  private void paste(JsonNode block) {
    int row = whole(block, "row", 0);
    int first = column(text(block, "column"));
    JsonNode cells = block.path("cells");
    if (!cells.isArray() || row <= text.headerRow() || row > text.rowCount() + 1) {
      throw RequestProblem.bad("missing_parameter", "paste");
    }
    for (JsonNode line : cells) {
      int width = line.size();
      if (first + width > text.header().size()) {
        throw RequestProblem.bad("too_wide", width, text.header().size() - first);
      }
      if (row > text.rowCount()) {
        String[] empty = new String[text.header().size()];
        Arrays.fill(empty, "");
        add(new TableEdit.AddRow(text.rowCount(), text.raw(List.of(empty))));
      }
      for (int c = 0; c < width; c++) {
        String value = checked(line.get(c), "cells");
        if (!text.cell(row, first + c).equals(value)) {
          add(new TableEdit.SetCell(row, first + c, value));
        }
      }
      row++;
    }
  }

  private int column(String name) {
    int column = text.column(name);
    if (column < 0) {
      throw RequestProblem.bad(
          "no_column",
          name.length() > 60 ? name.substring(0, 60) : name,
          Nearest.id(name, text.header()),
          String.join(", ", text.header()));
    }
    return column;
  }

  /// A row below the header.
  private int row(JsonNode edit, String key) {
    int row = whole(edit, key, -1);
    if (row <= text.headerRow() || row > text.rowCount()) {
      throw RequestProblem.conflict("no_row", row, text.rowCount());
    }
    return row;
  }

  private static int whole(JsonNode of, String key, int least) {
    JsonNode node = of.path(key);
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < least) {
      throw RequestProblem.bad("missing_parameter", key);
    }
    return node.asInt();
  }

  private static String text(JsonNode of, String key) {
    return checked(of.path(key), key);
  }

  /// A cell or name as text; numbers as JSON writes them.
  private static String checked(JsonNode node, String key) {
    boolean isText = node.isString() || node.isNumber();
    if (!isText || node.asString().length() > LONGEST_CELL || node.asString().indexOf('\0') >= 0) {
      throw RequestProblem.bad("missing_parameter", key);
    }
    return node.asString();
  }
}
