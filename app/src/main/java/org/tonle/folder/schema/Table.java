package org.tonle.folder.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Table of a study: one CSV file, its columns and the key of its rows.
///
/// @param isRequired whether a study must have it
/// @param key columns that together identify a row
public record Table(
    String file, String meaning, boolean isRequired, List<String> key, List<Column> columns) {

  static Table of(String file, String meaning, List<String> key, List<Column> columns) {
    List<Column> all = new ArrayList<>(columns);
    all.add(
        Column.reference(
            "reference", "publications that the row rests on, separated by ;", Schema.REFERENCES));
    all.add(
        Column.choice(
            "quality",
            List.of("measured", "published", "derived", "estimate", "unverified"),
            "quality of the figures; a row without a reference is an estimate"));
    if (all.stream().noneMatch(c -> c.name().equals("note"))) {
      all.add(Column.text("note", "remark for the reader"));
    }
    return new Table(file, meaning, false, key, all);
  }

  Table required() {
    return new Table(file, meaning, true, key, columns);
  }

  public Optional<Column> find(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
