package org.tonle.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.folder.Inputs;
import org.tonle.folder.NameSheet;
import org.tonle.i18n.Words;
import org.tonle.service.Leftovers;
import org.tonle.service.UsageProblem;
import org.tonle.service.WholeFolder;

/// Name copy: the sheet of missing names for a translator, and the copy of a study with the names
/// that came back.
final class NameCopy {
  private NameCopy() {}

  /// Writes the sheet of missing names; no file that exists is replaced.
  static void writeMissing(Inputs inputs, Path file, Words words) throws IOException {
    if (Files.exists(file)) {
      throw new UsageProblem("names.exists", file);
    }
    List<NameSheet.Missing> missing = NameSheet.missing(inputs);
    Files.writeString(file, NameSheet.csv(missing), StandardCharsets.UTF_8);
    Console.print(words.text("names.missing", missing.size(), file));
  }

  /// Writes the copy; false if a line of the sheet fits no row of the study.
  static boolean write(Path study, Path sheet, @Nullable Path copy, Words words)
      throws IOException {
    if (copy == null) {
      throw new UsageProblem("usage.needs", "--names", "--out");
    }
    if (!Files.isRegularFile(sheet) || !Files.isDirectory(study)) {
      throw new UsageProblem("usage.no_file", Files.isDirectory(study) ? sheet : study);
    }
    if (!NameSheet.isSheet(sheet)) {
      throw new UsageProblem("names.not_sheet", sheet);
    }
    Path target = Leftovers.real(copy);
    Leftovers.tidy(target);
    if (Files.exists(target) && !(Files.isDirectory(target) && Leftovers.isEmpty(target))) {
      throw new UsageProblem("new.not_empty", copy);
    }
    NameSheet.Filled filled;
    try (WholeFolder folder = WholeFolder.at(copy, new ConsoleWatcher(words))) {
      filled = NameSheet.fill(study, sheet, folder.path());
      folder.finish();
    }
    filled.unknown().forEach(line -> Console.error(words.text("names.unknown", line)));
    Console.print(words.text("names.done", filled.filled(), copy, study));
    return filled.unknown().isEmpty();
  }
}
