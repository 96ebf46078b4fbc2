package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.text.Cells;
import org.tonle.text.Records;

/// Flag columns: columns that a table does not know and whose cells say what the value beside them
/// is, such as "<", "U" or "Not Detected". Left out, a bound would count as a measured value.
final class FlagColumns {
  private static final Set<String> TABLES =
      Set.of(Schema.OBSERVATIONS, Schema.EFFLUENTS, Schema.WATERS);
  private static final int MOST_ROWS = 20;
  private static final int LONGEST_NOTE = 200;
  private static final int MOST_NOTES = 10_000;

  /// Headings of such columns in the forms of WQP, NWIS, GEMStat, EMS and Waterbase and in
  /// laboratories' own.
  private static final Pattern HEADING =
      Pattern.compile(
          ".*(flag|qualifier|qual|remark|rmk|censor|detect|loq|lod|mdl|pql|rl$|_rl|sign|operator"
              + "|symbol|letter|modifier|prefix|less_than|below|nondetect|non_detect|nd$|bdl|bql"
              + "|limit|condition|标记|标志|符号|检出|限定|备注码|សញ្ញា|កំណត់).*");

  /// Cells that say so whatever the heading.
  private static final Pattern SAYS =
      Pattern.compile(
          "[<>≤≥＜＞]=?|lt|gt|u|uj|nd|n\\.d\\.?|bdl|bql|<?lod|<?loq|<?mdl|k|l|less than.*|greater than.*"
              + "|below.*|above.*|under.*|not ?detected.*|non-?detect.*|present.*|trace.*"
              + "|.*(detection|quantification|quantitation|reporting) limit.*"
              + "|未检出|低于.*|小于.*|高于.*|រកមិនឃើញ|តិចជាង.*|ក្រោម.*");

  /// Cells that say so under such a heading.
  private static final Pattern MARKS =
      Pattern.compile("true|yes|y|1|x|t|[a-z*†#!~^]{1,3}|[0-9]{1,3}|[<>].*");

  private static final Pattern NOTHING =
      Pattern.compile("|=|false|no|n|0|f|ok|valid|accepted|exact|a|-");

  private final Table table;
  private final Problems problems;

  FlagColumns(Table table, Problems problems) {
    this.table = table;
    this.problems = problems;
  }

  /// Reports columns of flags.
  void check(Records records, Header header) {
    if (!TABLES.contains(table.file()) || header.row() < 0) {
      return;
    }
    String[] headings = records.rows().get(header.row());
    for (int c = 0; c < headings.length; c++) {
      boolean isUnknown = c < header.at().length && header.at()[c] < 0;
      if (isUnknown) {
        column(records, header.row() + 1, c, headings[c]);
      }
    }
    notes(records, header);
  }

  private void column(Records records, int from, int column, String heading) {
    boolean isFlag = HEADING.matcher(Header.plain(heading)).matches();
    List<String> rows = new ArrayList<>();
    int count = 0;
    for (int r = from; r < records.rows().size(); r++) {
      String[] row = records.rows().get(r);
      if (column < row.length && says(row[column], isFlag)) {
        count++;
        if (rows.size() < MOST_ROWS) {
          rows.add(Integer.toString(r + 1));
        }
      }
    }
    if (count > 0) {
      String told = String.join(", ", rows) + (count > rows.size() ? " … (" + count + ")" : "");
      problems.error(
          "flags_beside_values",
          table.file(),
          Integer.parseInt(rows.getFirst()),
          heading,
          told,
          heading);
    }
  }

  private static boolean says(String raw, boolean isFlag) {
    String cell = Cells.trim(raw).toLowerCase(Locale.ROOT);
    if (NOTHING.matcher(cell).matches()) {
      return false;
    }
    return SAYS.matcher(cell).matches() || (isFlag && MARKS.matcher(cell).matches());
  }

  /// A note that only says "<" beside a value without one.
  private void notes(Records records, Header header) {
    int note = at(header, "note");
    int value = at(header, "value");
    Map<String, Boolean> known = new HashMap<>();
    for (int r = header.row() + 1; note >= 0 && value >= 0 && r < records.rows().size(); r++) {
      String[] row = records.rows().get(r);
      if (note < row.length && value < row.length && isSaid(row[note], known)) {
        boolean isExact =
            !Cells.trim(row[value]).isEmpty()
                && "<>≤≥＜＞".indexOf(Cells.trim(row[value]).charAt(0)) < 0;
        if (isExact) {
          problems.error(
              "flags_beside_values",
              table.file(),
              r + 1,
              "note",
              Integer.toString(r + 1),
              row[note]);
        }
      }
    }
  }

  /// @param known what former notes were found to say, as most repeat one another
  private static boolean isSaid(String note, Map<String, Boolean> known) {
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      return false;
    }
    if (known.size() > MOST_NOTES) {
      known.clear();
    }
    return known.computeIfAbsent(
        note,
        n -> {
          String text = Cells.trim(n).toLowerCase(Locale.ROOT);
          return !text.isEmpty() && text.length() < 40 && SAYS.matcher(text).matches();
        });
  }

  private int at(Header header, String name) {
    for (int i = 0; i < header.at().length; i++) {
      Column column = header.at()[i] < 0 ? null : table.columns().get(header.at()[i]);
      if (column != null && column.name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
