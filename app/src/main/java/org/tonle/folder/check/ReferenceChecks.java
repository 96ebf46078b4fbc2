package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheet;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Nearest;
import org.tonle.text.Cells;

/// Checks of references: rows that occur twice, and names that no table defines.
public final class ReferenceChecks {
  private final Sheets sheets;
  private final Problems problems;

  public ReferenceChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    new IdChecks(sheets, problems).run();
    for (Sheet sheet : sheets.all()) {
      keys(sheet);
      for (Column column : sheet.table().columns()) {
        if (column.type() == Column.Type.REFERENCE) {
          references(sheet, column);
        }
      }
    }
  }

  private void keys(Sheet sheet) {
    List<String> key = sheet.table().key();
    if (key.isEmpty()) {
      return;
    }
    Map<String, Integer> first = new HashMap<>();
    List<String> required =
        sheet.table().columns().stream()
            .filter(c -> c.isRequired() && key.contains(c.name()))
            .map(Column::name)
            .toList();
    for (Row row : sheet.rows()) {
      if (!required.stream().allMatch(row::has)) {
        continue; // the cell that is missing is told by itself
      }
      String whole =
          key.size() == 1 ? part(row, key.getFirst()) : String.join("\t", parts(row, key));
      Integer before = first.putIfAbsent(whole, row.number());
      if (before != null) {
        String name =
            String.join(", ", parts(row, key).stream().filter(p -> !p.isEmpty()).toList());
        problems.error(
            "duplicate_row", row.file(), row.number(), key.getFirst(), "", name, before.toString());
      }
    }
  }

  private static List<String> parts(Row row, List<String> key) {
    List<String> parts = new ArrayList<>(key.size());
    for (String column : key) {
      parts.add(part(row, column));
    }
    return parts;
  }

  private static String part(Row row, String column) {
    String text = row.text(column);
    boolean isOther = text.isEmpty() && row.has(column);
    return isOther ? row.number(column) + "" + row.date(column) : text;
  }

  private String near(Column column, String word, Set<String> known) {
    if (!column.name().equals("constituent")) {
      return column.refersTo().stream()
          .map(file -> sheets.named(file, word))
          .filter(id -> !id.isEmpty())
          .findFirst()
          .orElseGet(() -> Nearest.id(word, known));
    }
    String meant = new ConstituentWords().find(word, known);
    return meant.isEmpty() ? Nearest.of(word, known) : meant;
  }

  private void references(Sheet sheet, Column column) {
    if (column.refersTo().stream().anyMatch(problems::isUnreadable)) {
      return;
    }
    Set<String> known = new HashSet<>();
    column.refersTo().forEach(f -> known.addAll(sheets.ids(f)));
    if (column.refersTo().contains(Schema.TECHNOLOGIES)) {
      Defaults.load().catalogue(Schema.TECHNOLOGIES).forEach(r -> known.add(r.text("technology")));
    }
    Set<String> broken = new HashSet<>();
    column.refersTo().forEach(f -> broken.addAll(sheets.leftOut(f)));
    boolean isSource = column.name().equals("reference");
    for (Row row : sheet.rows()) {
      String cell = row.text(column.name());
      List<String> ids =
          isSource && cell.indexOf(';') >= 0 ? List.of(cell.split(";", -1)) : List.of(cell);
      for (String id : ids) {
        String plain = Cells.trim(id);
        if (plain.isEmpty() || known.contains(plain) || broken.contains(plain)) {
          continue;
        }
        String files = String.join(" | ", column.refersTo());
        String code = isSource ? "unknown_source" : "unknown_reference";
        String near = problems.isFull(code, row.file()) ? "" : near(column, plain, known);
        if (isSource) {
          problems.warn(code, row.file(), row.number(), column.name(), files, plain, near);
        } else {
          problems.error(code, row.file(), row.number(), column.name(), files, plain, near);
        }
      }
    }
  }
}
