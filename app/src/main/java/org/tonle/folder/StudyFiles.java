package org.tonle.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Problems;
import org.tonle.problem.Nearest;

/// Files of a study folder by the names of the tables; letter case does not matter.
final class StudyFiles {
  static final String STUDY = "study.toml";
  static final String SCENARIOS = "scenarios";

  private final Path folder;
  private final Map<String, Path> files = new HashMap<>();

  StudyFiles(Path folder, Problems problems) {
    this.folder = folder;
    List<String> known = new ArrayList<>(Schema.TABLES.stream().map(Table::file).toList());
    known.add(STUDY);
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      String low = name.toLowerCase(Locale.ROOT);
      if (known.contains(low)) {
        if (files.containsKey(low)) {
          problems.error("two_files", name, 0, "", low, name);
        }
        files.put(low, file);
      } else if (low.endsWith(".csv") || low.endsWith(".tsv") || low.endsWith(".txt")) {
        String near = Nearest.of(low.replaceAll("\\.\\w+$", ".csv"), known);
        problems.warn("unknown_file", name, 0, "", "", name, near);
      }
    }
  }

  Optional<Path> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  List<Path> scenarios() {
    Path scenarios = folder.resolve(SCENARIOS);
    return Files.isDirectory(scenarios)
        ? list(scenarios).stream().filter(p -> p.toString().endsWith(".toml")).toList()
        : List.of();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(java.util.Comparator.comparing(p -> p.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
