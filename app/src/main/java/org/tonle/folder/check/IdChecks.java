package org.tonle.folder.check;

import java.util.HashMap;
import java.util.Map;
import org.tonle.folder.schema.Column;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheet;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.LookAlikes;

/// Checks that no two ids of a table are ones that people confuse: in letter case, in letters of
/// other scripts that look the same, in signs that nobody sees, in leading zeros.
public final class IdChecks {
  private final Sheets sheets;
  private final Problems problems;

  public IdChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (Sheet sheet : sheets.all()) {
      Column first = sheet.table().columns().getFirst();
      boolean isLake = sheet.table().key().equals(java.util.List.of(first.name()));
      if (first.type() == Column.Type.ID || isLake) {
        ids(sheet, first);
      }
    }
  }

  private void ids(Sheet sheet, Column column) {
    Map<String, Row> first = new HashMap<>();
    for (Row row : sheet.rows()) {
      String id = row.text(column.name());
      Row before = first.putIfAbsent(LookAlikes.skeleton(id), row);
      String other = before == null ? id : before.text(column.name());
      if (before != null && !other.equals(id)) {
        problems.error(
            "confusable_ids",
            row.file(),
            row.number(),
            column.name(),
            LookAlikes.pointed(other),
            LookAlikes.pointed(id),
            Integer.toString(before.number()));
      }
    }
  }
}
