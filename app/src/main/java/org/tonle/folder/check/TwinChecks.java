package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    List<Named> named = rows.stream().limit(MOST_ROWS).map(r -> Named.of(r, kind)).toList();
    for (int i = 0; i < named.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (named.get(j).isNear(named.get(i)) && named.get(j).isSpeltAs(named.get(i))) {
          Row one = rows.get(j);
          Row other = rows.get(i);
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

  /// Named row, with what is compared prepared once for all its pairs.
  ///
  /// @param sizes that the row states; NaN where it states none
  /// @param spelt its name in small letters
  /// @param digits of the name
  /// @param names in all scripts
  private record Named(double[] sizes, String spelt, String digits, List<String> names) {
    static Named of(Row row, Kind kind) {
      String spelt = row.text("name").toLowerCase(Locale.ROOT);
      return new Named(
          kind.sizes.stream().mapToDouble(row::number).toArray(),
          spelt,
          spelt.replaceAll("[^0-9]", ""),
          Stream.of("name", "name_zh", "name_km")
              .map(row::text)
              .filter(n -> !n.isEmpty())
              .toList());
    }

    /// Whether any size that both state is near.
    boolean isNear(Named other) {
      for (int s = 0; s < sizes.length; s++) {
        double larger = StrictMath.max(sizes[s], other.sizes[s]);
        if (sizes[s] > 0 && StrictMath.abs(sizes[s] - other.sizes[s]) <= NEAR * larger) {
          return true;
        }
      }
      return false;
    }

    /// Whether two names are equal in any script, or a slip or two apart; numbered ones are not.
    boolean isSpeltAs(Named other) {
      int shorter = StrictMath.min(spelt.length(), other.spelt.length());
      boolean isSlip =
          shorter > 2 * MOST_SLIPS
              && StrictMath.abs(spelt.length() - other.spelt.length()) <= MOST_SLIPS
              && digits.equals(other.digits)
              && slips(spelt, other.spelt) <= MOST_SLIPS;
      return isSlip || names.stream().anyMatch(other.names::contains);
    }
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
