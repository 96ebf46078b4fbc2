package org.tonle.problem;

/// Problem in what the user wrote.
///
/// `code` is a stable lower_snake noun; `found` is quoted as typed; `row` counts as a spreadsheet
/// shows it (the header is row 1), 0 if the problem belongs to no row. `expected` and `hint` hold
/// message arguments or plain values; the sentence of each code is in `i18n`, in three languages.
///
/// @param file file of the study, as the user sees it, or "" for the study as a whole
/// @param column column as in the header, or ""
public record Problem(
    Severity severity,
    String code,
    String file,
    int row,
    String column,
    String expected,
    String found,
    String hint) {

  /// An error that belongs to a cell.
  public static Problem error(
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    return new Problem(Severity.ERROR, code, file, row, column, expected, found, hint);
  }

  /// A warning that belongs to a cell.
  public static Problem warning(
      String code,
      String file,
      int row,
      String column,
      String expected,
      String found,
      String hint) {
    return new Problem(Severity.WARNING, code, file, row, column, expected, found, hint);
  }

  /// The same problem one step milder: an error becomes a warning, a warning becomes a note.
  public Problem milder() {
    Severity next = severity == Severity.ERROR ? Severity.WARNING : Severity.NOTE;
    return new Problem(next, code, file, row, column, expected, found, hint);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
