package org.tonle.bench.input;

import java.util.Optional;
import org.tonle.folder.schema.Column;

/// Cell of a table.
///
/// @param row index of its row; 0 is the header
/// @param at index of its column in the file
/// @param column its column in the schema
record CellAt(TableText table, int row, int at, Column column) {
  String text() {
    return table.rows().get(row)[at];
  }

  String name() {
    return column.name();
  }

  Optional<Double> number() {
    return TableText.number(text());
  }

  Damage to(String after) {
    return Damage.cell(this, after);
  }
}
