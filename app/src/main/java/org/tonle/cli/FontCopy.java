package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.folder.LegacyFonts;
import org.tonle.i18n.Words;
import org.tonle.service.Leftovers;
import org.tonle.service.UsageProblem;
import org.tonle.service.WholeFolder;

/// Font copy: a copy of a study with Khmer converted to Unicode, on request of the user.
final class FontCopy {
  private FontCopy() {}

  /// Writes the copy and lists each cell; false if there was nothing to convert.
  static boolean write(Path study, Path copy, Words words) throws IOException {
    Path target = Leftovers.real(copy);
    Leftovers.tidy(target);
    if (Files.exists(target) && !(Files.isDirectory(target) && Leftovers.isEmpty(target))) {
      throw new UsageProblem("new.not_empty", copy);
    }
    if (!Files.isDirectory(study)) {
      return false;
    }
    List<LegacyFonts.Change> changes;
    try (WholeFolder folder = WholeFolder.at(copy, new ConsoleWatcher(words))) {
      changes = LegacyFonts.convert(study, folder.path());
      if (changes.stream().anyMatch(LegacyFonts.Change::isDone)) {
        folder.finish();
      }
    }
    for (LegacyFonts.Change c : changes) {
      String key = c.isDone() ? "fonts.cell" : "fonts.left";
      Console.error(words.text(key, c.file(), c.row(), c.column(), c.before(), c.after()));
    }
    long done = changes.stream().filter(LegacyFonts.Change::isDone).count();
    Console.error(
        done > 0
            ? words.text("fonts.done", done, changes.size() - done, copy, study)
            : words.text("fonts.none", study));
    return done > 0;
  }
}
