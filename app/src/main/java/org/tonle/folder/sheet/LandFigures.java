package org.tonle.folder.sheet;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonle.folder.schema.Schema;

/// Figures of land that are built in: they hold for a land use of which a study has land, but no
/// export or input figure of its own.
public final class LandFigures {
  private static final String WASH_OFF = "wash_off";

  private LandFigures() {}

  /// Land uses that have built-in figures.
  public static Set<String> uses() {
    return Defaults.load().land().rows().stream()
        .map(r -> r.text("key"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Rows that hold in the study.
  public static List<Row> of(Sheets sheets) {
    Set<String> meant = new TreeSet<>();
    sheets.rows(Schema.LAND).forEach(r -> meant.add(r.text("land_use")));
    boolean isAllWashed = false;
    Set<String> isWashed = new TreeSet<>();
    for (Row row : sheets.rows(Schema.FACTORS)) {
      String kind = row.text("kind");
      if (kind.equals("export") || kind.equals("input")) {
        meant.remove(row.text("key"));
      } else if (kind.equals(WASH_OFF)) {
        isWashed.add(row.text("key"));
        isAllWashed |= row.text("key").equals("land");
      }
    }
    boolean isSaid = isAllWashed;
    Set<String> constituents = sheets.ids(Schema.CONSTITUENTS);
    return Defaults.load().land().rows().stream()
        .filter(r -> meant.contains(r.text("key")))
        .filter(r -> !r.has("constituent") || constituents.contains(r.text("constituent")))
        .filter(
            r -> !r.text("kind").equals(WASH_OFF) || !(isSaid || isWashed.contains(r.text("key"))))
        .toList();
  }
}
