package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Headings;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.problem.Figure;
import org.tonle.problem.Nearest;
import org.tonle.problem.Severity;
import org.tonle.text.Cells;
import org.tonle.text.DecimalMark;
import org.tonle.text.Records;

/// Header row of a table: it matches columns of the file to columns of the schema.
///
/// @param row its index among the file's records
/// @param at for each cell of the header, the index of its column in the table, or -1
/// @param factors for each cell, the factor from its own unit to that of its column
public record Header(int row, int[] at, double[] factors) {
  /// A table may begin below a few lines of title.
  private static final int MOST_TITLE_LINES = 15;

  private static final Set<String> UNIT_WORDS =
      Set.of(
          "mm", "cm", "m", "km", "ft", "mi", "m2", "km2", "ha", "sqkm", "m3", "mcm", "km3", "l",
          "ml", "s", "h", "hr", "d", "day", "month", "a", "yr", "year", "per", "percent", "c", "f",
          "k", "w", "g", "kg", "t", "mg", "ug", "cumecs", "cms", "cfs", "mld");

  /// A header lies within this many first letters of a text.
  private static final int HEAD = 8000;

  private static final int LONGEST_HEADING = 80;
  private static final Set<String> CONDITIONED =
      Set.of(Schema.STANDARDS, Schema.EFFLUENT_STANDARDS);

  /// What a limit may depend on in a law: the time of the year, or another parameter.
  private static final Pattern CONDITION =
      Pattern.compile(
          "(.*_)?(season|seasons|period|month|months|averaging|duration|frequency|exceedances?"
              + "|hardness|ph|temperature|temp|salinity|flow|discharge|condition|depends_on|if|when"
              + "|per_saturation|formula)(_.*)?|.*(季节|时期|月份|硬度|水温|盐度|条件|រដូវ|លក្ខខណ្ឌ|សីតុណ្ហភាព).*");

  private static final char[] SEPARATORS = {',', ';', '\t'};

  /// Records of a text, split by the separator with which its header has the most columns of the
  /// table.
  public static Records records(Table table, String text) {
    char best = ',';
    int most = -1;
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    for (char separator : SEPARATORS) {
      int known = find(table, Records.read(head, separator).rows()).known();
      if (known > most) {
        most = known;
        best = separator;
      }
      if (known >= table.columns().stream().filter(Column::isRequired).count() && known > 1) {
        break;
      }
    }
    return Records.read(text, best);
  }

  /// The record that most resembles a header of the table; row -1 if no record does.
  public static Header find(Table table, List<String[]> records) {
    Header best = new Header(-1, new int[0], new double[0]);
    int most = 0;
    int lines = StrictMath.min(records.size(), MOST_TITLE_LINES);
    for (int i = 0; i < lines && most < table.columns().size() / 3; i++) {
      double[] factors = new double[records.get(i).length];
      int[] at = match(table, records.get(i), factors);
      int known = (int) Arrays.stream(at).filter(c -> c >= 0).distinct().count();
      if (known > most) {
        most = known;
        best = new Header(i, at, factors);
      }
    }
    return best;
  }

  int known() {
    return (int) Arrays.stream(at).filter(c -> c >= 0).distinct().count();
  }

  private static int[] match(Table table, String[] cells, double[] factors) {
    Arrays.fill(factors, 1);
    Map<String, Integer> index = new HashMap<>();
    for (int c = 0; c < table.columns().size(); c++) {
      index.put(table.columns().get(c).name(), c);
    }
    int[] at = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      at[i] = index.getOrDefault(plain(cells[i]), -1);
    }
    alsoCalled(table, cells, index, at);
    scaled(table, cells, index, at, factors);
    return at;
  }

  /// Fills in columns that only stand under a heading of everyday language.
  private static void alsoCalled(
      Table table, String[] cells, Map<String, Integer> index, int[] at) {
    Set<Integer> found = new HashSet<>();
    Arrays.stream(at).filter(c -> c >= 0).forEach(found::add);
    for (int i = 0; i < cells.length; i++) {
      if (at[i] < 0 && !cells[i].isEmpty()) {
        int own = i;
        Headings.find(table, plain(cells[i]))
            .map(c -> index.getOrDefault(c.name(), -1))
            .filter(found::add)
            .ifPresent(c -> at[own] = c);
      }
    }
  }

  /// Fills in columns under a heading with another unit that is known for sure.
  private static void scaled(
      Table table, String[] cells, Map<String, Integer> index, int[] at, double[] factors) {
    Set<Integer> found = new HashSet<>();
    Arrays.stream(at).filter(c -> c >= 0).forEach(found::add);
    for (int i = 0; i < cells.length; i++) {
      Optional<ScaledHeading> heading =
          at[i] < 0 && cells[i].length() < LONGEST_HEADING
              ? ScaledHeading.find(table, cells[i])
              : Optional.empty();
      if (heading.isPresent()) {
        int column = index.getOrDefault(heading.get().column().name(), -1);
        if (found.add(column)) {
          at[i] = column;
          factors[i] = heading.get().factor();
        }
      }
    }
  }

  /// "Length (km)" as length_km, "discharge [m³/s]" as discharge_m3_per_s.
  static String plain(String cell) {
    if (cell.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'))) {
      return cell;
    }
    return Cells.trim(cell)
        .toLowerCase(Locale.ROOT)
        .replace('³', '3')
        .replace('²', '2')
        .replace("°", "")
        .replace("%", "percent")
        .replace("/", "_per_")
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  /// The table's column that an unknown column would be if its unit were right: position_m is
  /// position_km in another unit, and so is "position" in an unknown unit.
  private static Optional<Column> inAnotherUnit(Table table, String name, List<String> missing) {
    Optional<Column> other =
        table.columns().stream()
            .filter(c -> missing.contains(c.name()) && !c.unit().isEmpty())
            .filter(c -> !stem(c.name()).equals(c.name()) && stem(name).equals(stem(c.name())))
            .findFirst();
    return other.or(() -> scaled(table, name, missing));
  }

  /// The column of a number whose heading goes on after the column's own words: "population (000)",
  /// "capacity (万m3/d)". What follows is a scale or a unit, even one that nobody has thought of.
  private static Optional<Column> scaled(Table table, String name, List<String> missing) {
    return table.columns().stream()
        .filter(c -> missing.contains(c.name()) && c.isNumeric())
        .filter(
            c ->
                name.startsWith(stem(c.name()) + "_")
                    || Headings.find(table, name.replaceFirst("_.*", "") + unitOf(c))
                        .filter(c::equals)
                        .isPresent())
        .filter(c -> table.find(name).isEmpty())
        .findFirst();
  }

  private static String unitOf(Column column) {
    return column.name().substring(stem(column.name()).length());
  }

  /// A column's name without its unit.
  static String stem(String name) {
    List<String> words = new ArrayList<>(List.of(name.split("_", -1)));
    while (words.size() > 1 && UNIT_WORDS.contains(words.getLast())) {
      words.removeLast();
    }
    return String.join("_", words);
  }

  /// Reports problems of the header: duplicate, unknown and missing columns.
  void check(Table table, String[] cells, Problems problems) {
    List<String> unknown = new ArrayList<>();
    boolean[] seen = new boolean[table.columns().size()];
    for (int i = 0; i < at.length; i++) {
      if (at[i] >= 0 && seen[at[i]]) {
        problems.error("duplicate_column", table.file(), row + 1, cells[i], "", cells[i]);
      } else if (at[i] >= 0) {
        seen[at[i]] = true;
        if (factors[i] != 1) {
          tellFactor(table, i, cells[i], problems);
        }
      } else if (!Cells.trim(cells[i]).isEmpty()) {
        unknown.add(cells[i]);
      }
    }
    List<String> missing = new ArrayList<>();
    for (int c = 0; c < seen.length; c++) {
      if (!seen[c]) {
        missing.add(table.columns().get(c).name());
      }
    }
    for (String cell : unknown) {
      if (CONDITIONED.contains(table.file()) && CONDITION.matcher(plain(cell)).matches()) {
        problems.error("limit_with_condition", table.file(), row + 1, cell, "", cell);
        continue;
      }
      Optional<Column> other = inAnotherUnit(table, plain(cell), missing);
      if (other.isPresent()) {
        problems.error("other_unit", table.file(), row + 1, cell, other.get().name(), cell);
        // one sentence for one mistake
        missing.remove(other.get().name());
        continue;
      }
      boolean isRead = !problems.isFull("unknown_column", table.file());
      String near = isRead ? Nearest.of(plain(cell), missing) : "";
      problems.warn("unknown_column", table.file(), row + 1, cell, "", cell, near);
    }
    for (Column column : table.columns()) {
      if (column.isRequired() && missing.contains(column.name())) {
        String near = Nearest.of(column.name(), unknown.stream().map(Header::plain).toList());
        problems.error(
            "missing_column", table.file(), row + 1, column.name(), column.name(), "", near);
      }
    }
  }

  private void tellFactor(Table table, int cell, String heading, Problems problems) {
    String column = table.columns().get(at[cell]).name();
    problems.add(
        Severity.NOTE,
        "unit_converted",
        table.file(),
        row + 1,
        heading,
        column,
        heading,
        Figure.of(factors[cell]));
  }

  /// The decimal mark that the numbers themselves show. A comma-separated table writes points
  /// unless a quoted number shows otherwise.
  public DecimalMark mark(Table table, Records records) {
    boolean isParted = records.separator() == ',';
    boolean comma = false;
    boolean point = isParted;
    for (int r = row + 1; r < records.rows().size() && !(comma && point); r++) {
      String[] cells = records.rows().get(r);
      for (int c = 0; c < StrictMath.min(cells.length, at.length); c++) {
        if (isNumber(table, at[c])) {
          comma |= cells[c].indexOf(',') >= 0 && Cells.isSurelyComma(Cells.trim(cells[c]));
          point |= !isParted && Cells.isSurelyPoint(Cells.trim(cells[c]));
        }
      }
    }
    if (comma == point) {
      return DecimalMark.UNKNOWN;
    }
    return comma ? DecimalMark.COMMA : DecimalMark.POINT;
  }

  private static boolean isNumber(Table table, int column) {
    if (column < 0) {
      return false;
    }
    Column of = table.columns().get(column);
    return of.isNumeric() || of.type() == Column.Type.BOUNDED;
  }
}
