package org.tonle.folder.check;

import java.util.List;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Sheet;
import org.tonle.folder.sheet.Sheets;

/// Checks of the ends of files: a table without a line end, where nearly all others of the study
/// have one, may have been cut off in its last cell, whatever stands there.
public final class LineEndChecks {
  /// Fewer tables show no habit.
  private static final int FEW = 4;

  private final Sheets sheets;
  private final Problems problems;

  public LineEndChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    int all = 0;
    List<Sheet> open = sheets.all().stream().filter(s -> s.openEnd().isPresent()).toList();
    for (Sheet sheet : sheets.all()) {
      all += sheet.rows().isEmpty() ? 0 : 1;
    }
    if (all < FEW || FEW * open.size() > all) {
      return;
    }
    for (Sheet sheet : open) {
      Sheet.OpenEnd end = sheet.openEnd().orElseThrow();
      problems.warn(
          "no_line_end", sheet.table().file(), end.row(), end.column(), "", end.cell(), "");
    }
  }
}
