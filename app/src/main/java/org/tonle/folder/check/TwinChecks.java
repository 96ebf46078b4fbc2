package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Nearest;

/// Checks for plants, factories, herds and fields that stand twice: at the same water, of the same
/// kind and size, under names that are spelt alike or in two scripts. Towns have a check of their
/// own, by place and people.
final class TwinChecks {
  /// Sources differ by some percent from year to year.
  private static final double NEAR = 0.15;

  /// Letters that slip in one name.
  private static final int MOST_SLIPS = 2;

  /// Most rows of one water and kind that are compared.
  private static final int MOST_ROWS = 300;

  private final Sheets sheets;
  private final Problems problems;

  /// Table whose rows may be twins.
  private record Kind(String file, String key, List<String> sizes) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Schema.PLANTS, "technology", List.of("capacity_m3_per_d")),
          new Kind(
              Schema.INDUSTRY,
              "sector",
              List.of("wastewater_m3_per_d", "employees", "production_t_per_d")),
          new Kind(Schema.LIVESTOCK, "animal", List.of("heads")),
          new Kind(Schema.LAND, "land_use", List.of("area_km2", "input_t_per_a")));

  TwinChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    for (Kind kind : KINDS) {
      Map<String, List<Row>> together = new LinkedHashMap<>();
      for (Row row : sheets.rows(kind.file)) {
        String place =
            String.join(
                "\t", row.text("unit"), row.text("node"), row.text("reach"), row.text(kind.key));
        together.computeIfAbsent(place, p -> new ArrayList<>()).add(row);
      }
      together.values().forEach(rows -> pairs(kind, rows));
    }
  }

  private void pairs(Kind kind, List<Row> rows) {
    for (int i = 0; i < StrictMath.min(rows.size(), MOST_ROWS); i++) {
      for (int j = 0; j < i; j++) {
        Row one = rows.get(j);
        Row other = rows.get(i);
        if (isNear(kind, one, other) && isSpeltAlike(one, other)) {
          problems.warn(
              "possible_twin",
              kind.file,
              other.number(),
              other.firstColumn(),
              "",
              other.text(other.firstColumn()) + " (" + other.text("name") + ")",
              one.text(one.firstColumn()) + " (" + one.text("name") + ")");
          break;
        }
      }
    }
  }

  /// Whether any size that both state is near.
  private static boolean isNear(Kind kind, Row one, Row other) {
    return kind.sizes.stream().anyMatch(s -> isNear(one.number(s), other.number(s)));
  }

  private static boolean isNear(double one, double other) {
    return one > 0 && StrictMath.abs(one - other) <= NEAR * StrictMath.max(one, other);
  }

  /// Whether two names are equal in any script, or a slip or two apart; numbered ones are not.
  private static boolean isSpeltAlike(Row one, Row other) {
    String a = one.text("name").toLowerCase(Locale.ROOT);
    String b = other.text("name").toLowerCase(Locale.ROOT);
    boolean isLong = StrictMath.min(a.length(), b.length()) > 2 * MOST_SLIPS;
    boolean isNumbered = !a.replaceAll("[^0-9]", "").equals(b.replaceAll("[^0-9]", ""));
    return (isLong && !isNumbered && slips(a, b) <= MOST_SLIPS) || isNamedTheSame(one, other);
  }

  /// Letters to add, take out or change (Levenshtein 1966).
  private static int slips(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = before + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = StrictMath.min(changed, 1 + StrictMath.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  static boolean isNamedAlike(Row one, Row other) {
    String name = other.text("name");
    if (!name.isEmpty() && !Nearest.id(one.text("name"), List.of(name)).isEmpty()) {
      return true;
    }
    return isNamedTheSame(one, other);
  }

  private static boolean isNamedTheSame(Row one, Row other) {
    String name = other.text("name");
    return List.of("name", "name_zh", "name_km").stream()
        .map(one::text)
        .filter(n -> !n.isEmpty())
        .anyMatch(
            n ->
                n.equals(name)
                    || n.equals(other.text("name_zh"))
                    || n.equals(other.text("name_km")));
  }
}
