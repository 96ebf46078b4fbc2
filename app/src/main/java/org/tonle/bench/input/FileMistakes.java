package org.tonle.bench.input;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.bench.input.Damage.Spot;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.text.Cells;

/// Mistakes in whole files: renamed, emptied, cut, in another encoding or form.
final class FileMistakes {
  static final List<Mistake> ALL =
      List.of(
          new Mistake("S6", "table_in_another_form", FileMistakes::renamed),
          new Mistake("S25", "table_without_rows", FileMistakes::withoutRows),
          new Mistake("S25", "table_missing", FileMistakes::missing),
          new Mistake("S7", "zero_bytes_in_cell", FileMistakes::zeroInCell),
          new Mistake("S7", "zero_bytes_over_rows", FileMistakes::zeroRows),
          new Mistake("S8", "seasons_short_of_a_year", FileMistakes::seasons),
          new Mistake("S19", "headings_swapped", FileMistakes::headings),
          new Mistake("N01", "other_encoding", FileMistakes::encoding),
          new Mistake("N03", "semicolons_and_commas", FileMistakes::semicolons),
          new Mistake("N13", "lines_around_the_table", FileMistakes::lines),
          new Mistake("N15", "cut_in_a_row", FileMistakes::cut),
          new Mistake("B13", "line_in_another_form", FileMistakes::line),
          new Mistake("B13", "line_cut", FileMistakes::lineCut),
          new Mistake("N20", "hostile_text", FileMistakes::hostile));

  private FileMistakes() {}

  /// A table as somebody saves it: a workbook, a folder, a copy.
  private static Optional<Damage> renamed(StudyText study, Lots lots) {
    return study
        .table(lots, t -> !t.file().equals(Schema.REFERENCES))
        .map(
            t -> {
              String stem = t.file().replace(".csv", "");
              String to =
                  lots.pick(
                      stem + ".xlsx",
                      stem + ".xls",
                      stem + ".ods",
                      stem + ".txt",
                      stem + ".tsv",
                      stem + ".csv.csv",
                      stem + ".csv.txt",
                      stem + " (1).csv",
                      "Copy of " + t.file(),
                      stem + "_final.csv",
                      stem + ".csv/" + t.file(),
                      "tables/" + t.file(),
                      stem + ".csv~",
                      stem + " .csv",
                      "." + stem + ".csv",
                      stem + ".csv.gz",
                      stem + ".csv.bak",
                      stem + ".zip",
                      stem + ".json",
                      stem + ".numbers",
                      stem + ".xlsm",
                      stem + ".html",
                      "~$" + stem + ".xlsx",
                      stem + "_2024.csv",
                      stem + "-neu.csv",
                      stem + "1.csv",
                      stem.substring(0, stem.length() - 1) + ".csv",
                      "data/" + t.file());
              Map<String, Optional<byte[]>> files = new HashMap<>();
              files.put(t.file(), Optional.empty());
              files.put(to, Optional.of(t.text().getBytes(StandardCharsets.UTF_8)));
              Spot spot = new Spot(t.file(), 0, "");
              return new Damage(spot, t.file(), to, files, List.of(spot, new Spot(to, 0, "")));
            });
  }

  private static Damage whole(TableText t, String what, byte[] bytes) {
    return Damage.of(new Spot(t.file(), 0, ""), "", what, t.file(), bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<Damage> withoutRows(StudyText study, Lots lots) {
    return study
        .table(lots, t -> t.rows().size() > 1 && !t.file().equals(Schema.REFERENCES))
        .map(
            t ->
                whole(t, "no rows", utf8(new TableText(t.table(), t.rows().subList(0, 1)).text())));
  }

  /// A table that no study is without: what is not said must not be the good case.
  private static Optional<Damage> missing(StudyText study, Lots lots) {
    List<String> needed = List.of(Schema.UNCERTAINTY, Schema.FACTORS, Schema.STANDARDS);
    return study
        .table(lots, t -> needed.contains(t.file()) || t.table().isRequired())
        .map(
            t -> {
              Spot spot = new Spot(t.file(), 0, "");
              return new Damage(
                  spot, t.file(), "", Map.of(t.file(), Optional.empty()), List.of(spot));
            });
  }

  private static Optional<Damage> zeroInCell(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> !StudyText.isProse(c), c -> true)
        .map(
            c -> {
              int at = lots.below(c.text().length() + 1);
              return c.to(c.text().substring(0, at) + "\0" + c.text().substring(at));
            })
        .map(d -> d.also(new Spot(d.at().file(), d.at().row(), "")));
  }

  private static Optional<Damage> zeroRows(StudyText study, Lots lots) {
    return study
        .table(lots, t -> t.rows().size() > 2)
        .map(
            t -> {
              byte[] bytes = utf8(t.text());
              int header = 1 + indexOf(bytes, 0);
              int from = header + lots.below(bytes.length - header);
              int to = lots.below(2) == 0 ? bytes.length : StrictMath.min(bytes.length, from + 64);
              Arrays.fill(bytes, from, to, (byte) 0);
              return whole(t, "zero bytes from " + from, bytes);
            });
  }

  private static int indexOf(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static Optional<Damage> seasons(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.name().equals("months") || c.name().equals("duration_d"),
            c -> c.table().file().equals(Schema.SEASONS))
        .map(
            c -> {
              boolean isDays = c.name().equals("duration_d");
              String after =
                  isDays
                      ? Cells.plain(c.number().orElse(90.0) - lots.pick(5, 30, 60))
                      : lots.pick("6", "1-3", "7-8", "2-11", "12");
              return c.to(after).also(new Spot(Schema.SEASONS, 0, ""));
            });
  }

  /// Two neighbouring headings of one type in each other's places.
  private static Optional<Damage> headings(StudyText study, Lots lots) {
    return study
        .cell(
            lots, c -> !StudyText.isProse(c) && !c.name().equals("altitude_m"), c -> isSwappable(c))
        .map(
            c -> {
              String[] header = c.table().rows().getFirst().clone();
              String first = header[c.at()];
              header[c.at()] = header[c.at() + 1];
              header[c.at() + 1] = first;
              Spot spot = new Spot(c.table().file(), 0, first);
              return Damage.of(spot, first, header[c.at()], c.table().with(0, header))
                  .also(new Spot(c.table().file(), 0, header[c.at()]));
            });
  }

  /// Whether the next column has the same type, and figures of another size or other words.
  private static boolean isSwappable(CellAt cell) {
    Column next = cell.table().column(cell.at() + 1);
    if (next == null || next.type() != cell.column().type() || StudyText.isProse(next)) {
      return false;
    }
    String other = cell.table().rows().get(cell.row())[cell.at() + 1];
    Optional<Double> a = cell.number();
    Optional<Double> b = TableText.number(other);
    if (a.isPresent() && b.isPresent()) {
      double ratio = StrictMath.abs(a.get() / b.get());
      return ratio > 10 || ratio < 0.1;
    }
    return !other.isEmpty() && !other.equals(cell.text());
  }

  private static Optional<Damage> encoding(StudyText study, Lots lots) {
    return study
        .table(lots, t -> true)
        .map(
            t -> {
              String name =
                  lots.pick("UTF-16LE", "UTF-16BE", "GBK", "windows-1252", "UTF-16", "UTF-8");
              boolean isTabbed = lots.below(2) == 0;
              String text = isTabbed ? tabbed(t) : t.text();
              String marked = lots.below(2) == 0 ? "\uFEFF" + text : text;
              String ends =
                  lots.pick(marked, marked.replace("\n", "\r\n"), marked.replace("\n", "\r"));
              ByteBuffer bytes = Charset.forName(name).encode(ends);
              byte[] copy = new byte[bytes.remaining()];
              bytes.get(copy);
              return whole(t, name + (isTabbed ? " with tabs" : ""), copy);
            });
  }

  private static String tabbed(TableText t) {
    StringBuilder text = new StringBuilder();
    for (String[] row : t.rows()) {
      text.append(String.join("\t", row)).append('\n');
    }
    return text.toString();
  }

  /// Semicolons between cells and decimal commas in numbers.
  private static Optional<Damage> semicolons(StudyText study, Lots lots) {
    return study
        .table(lots, t -> true)
        .map(
            t -> {
              StringBuilder text = new StringBuilder();
              for (String[] row : t.rows()) {
                for (int c = 0; c < row.length; c++) {
                  boolean isNumber = TableText.number(row[c]).isPresent();
                  String cell = isNumber ? row[c].replace('.', ',') : row[c];
                  boolean isQuoted = !isNumber && cell.matches("(?s).*[;\"\n].*");
                  text.append(c > 0 ? ";" : "")
                      .append(isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
                }
                text.append('\n');
              }
              return whole(t, "semicolons", utf8(text.toString()));
            });
  }

  private static Optional<Damage> lines(StudyText study, Lots lots) {
    return study
        .table(lots, t -> true)
        .map(
            t -> {
              String title = "Table 3. Figures of the province\nMinistry\n\n";
              String text =
                  switch (lots.below(4)) {
                    case 0 -> title + t.text();
                    case 1 -> t.text() + "\nSource: Ministry 2022\n";
                    case 2 -> t.text() + "Note: * estimated; ** preliminary,,,\n";
                    default -> "," + t.text().strip().replace("\n", "\n,") + "\n";
                  };
              return whole(t, "lines around the table", utf8(text));
            });
  }

  private static Optional<Damage> cut(StudyText study, Lots lots) {
    return study
        .table(lots, t -> t.rows().size() > 1)
        .map(
            t -> {
              byte[] bytes = utf8(t.text());
              int header = 1 + indexOf(bytes, 0);
              int end = header + 1 + lots.below(bytes.length - header - 1);
              boolean isBetween = bytes[end - 1] == '\n' || bytes[end] == '\n';
              return whole(
                  t, "cut at byte " + end, Arrays.copyOf(bytes, isBetween ? end - 2 : end));
            });
  }

  private static Optional<Damage> line(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.type() == Column.Type.LINE, c -> true)
        .map(
            c -> {
              String points = c.text().replaceFirst("LINESTRING *", "");
              return c.to(
                  lots.pick(
                      "MULTILINESTRING (" + points + ")",
                      "SRID=4326;" + c.text(),
                      "SRID=32648;" + c.text(),
                      "MULTILINESTRING (" + points + ", (1 2, 3 4))",
                      "LINESTRING Z " + points,
                      "POINT (105 12)",
                      points.replaceAll("([0-9.]+) ([0-9.]+)", "$2 $1"),
                      c.text().replaceAll("([0-9.]+) ([0-9.]+)", "$2 $1")));
            });
  }

  private static Optional<Damage> lineCut(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.type() == Column.Type.LINE || c.type() == Column.Type.AREA, c -> true)
        .map(c -> c.to(c.text().substring(0, c.text().length() / 2 + lots.below(9))));
  }

  private static Optional<Damage> hostile(StudyText study, Lots lots) {
    return study
        .cell(lots, StudyText::isProse, c -> true)
        .map(
            c ->
                c.to(
                    lots.pick(
                        "=HYPERLINK(\"http://x\",\"y\")",
                        "+1+cmd|' /C calc'!A0",
                        "<img src=x onerror=alert(1)>",
                        "Robert'); DROP TABLE towns;--",
                        "a\u202Eb\u202Dc",
                        c.text() + "\u0007",
                        "x".repeat(100_000),
                        "../../etc/passwd",
                        "\n\n")));
  }
}
