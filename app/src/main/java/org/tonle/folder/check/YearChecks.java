package org.tonle.folder.check;

import java.time.LocalDate;
import java.util.Optional;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Checks of years against the year of the study: a count, a law or a sample of a later year is
/// mostly a figure mistyped.
public final class YearChecks {
  /// Growth over a longer time is a guess.
  private static final int LONGEST_GROWTH = 60;

  /// A forecast may stand some years ahead.
  private static final int MOST_AHEAD = 30;

  private final Sheets sheets;
  private final int year;
  private final Problems problems;

  /// @param year the study's; 0 if it is not known
  public YearChecks(Sheets sheets, int year, Problems problems) {
    this.sheets = sheets;
    this.year = year;
    this.problems = problems;
  }

  public void run() {
    if (year == 0) {
      return;
    }
    sheets.rows(Schema.TOWNS).forEach(r -> counted(r, "base_year"));
    sheets.rows(Schema.UNITS).forEach(r -> counted(r, "population_year"));
    for (Row row : sheets.rows(Schema.PUBLISHED)) {
      if (row.number("year", year) > year) {
        later(row, "year", Integer.toString((int) row.number("year")));
      }
    }
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      dated(row, "from");
    }
    for (Row row : sheets.rows(Schema.OBSERVATIONS)) {
      dated(row, "date");
    }
  }

  private void counted(Row row, String column) {
    int of = (int) row.number(column, year);
    if (of > year + MOST_AHEAD || of < year - LONGEST_GROWTH) {
      problems.error(
          "far_from_the_year",
          row.file(),
          row.number(),
          column,
          Integer.toString(year),
          Integer.toString(of));
    } else if (of > year) {
      later(row, column, Integer.toString(of));
    }
  }

  private void dated(Row row, String column) {
    Optional<LocalDate> date = row.date(column);
    if (date.isPresent() && date.get().getYear() > year) {
      later(row, column, date.get().toString());
    }
  }

  private void later(Row row, String column, String found) {
    problems.warn(
        "after_the_study", row.file(), row.number(), column, Integer.toString(year), found, "");
  }
}
