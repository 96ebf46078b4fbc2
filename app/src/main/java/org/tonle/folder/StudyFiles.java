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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Problems;
import org.tonle.problem.Nearest;

/// Files of a study folder by the names of the tables; letter case does not matter. What is not
/// read is named: a table in another form would else be missing without a word.
final class StudyFiles {
  static final String STUDY = "study.toml";
  static final String SCENARIOS = "scenarios";

  /// A result folder of Tonle has this file.
  private static final String RESULT = "summary.json";

  /// Most files of a folder inside the study to look at.
  private static final int MOST_FILES = 2000;

  private static final Pattern TEXT =
      Pattern.compile(".*\\.(md|txt|pdf|docx?|html?|png|jpe?g|svg|toml)", Pattern.CASE_INSENSITIVE);
  private static final String SCENARIO = ".toml";

  /// What may lie beside scenarios: documents, and the answers of plans.
  private static final Pattern DOCUMENT =
      Pattern.compile(
          ".*\\.(md|pdf|docx?|html?|png|jpe?g|svg|plan\\.json)", Pattern.CASE_INSENSITIVE);

  private static final Pattern COPY =
      Pattern.compile(
          "(copy of |copie de |final |new |old |\\u526f\\u672c)|([ _-]*(\\(\\d+\\)|copy|final|new|old|v\\d+|\\u526f\\u672c)[ _-]*$)");

  private final Path folder;
  private final Problems problems;
  private final List<String> known;
  private final Map<String, Path> files = new HashMap<>();
  private final List<Path> scenarios;

  StudyFiles(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
    known = new ArrayList<>(Schema.TABLES.stream().map(Table::file).toList());
    known.add(STUDY);
    List<Path> others = new ArrayList<>();
    List<Path> hidden = new ArrayList<>();
    for (Path file : list(folder)) {
      String name = String.valueOf(file.getFileName());
      String low = name.toLowerCase(Locale.ROOT);
      boolean isKnown = known.contains(low) && Files.isRegularFile(file);
      if (isKnown && isInside(file)) {
        if (files.containsKey(low)) {
          problems.error("two_files", name, 0, "", low, name);
        }
        files.put(low, file);
      } else if (!isKnown && !name.startsWith(".")) {
        others.add(file);
      } else if (known.contains(low.replaceFirst("^[._~]+", ""))) {
        hidden.add(file);
      }
    }
    others.forEach(this::tell);
    hidden.forEach(this::tellHidden);
    scenarios = readScenarios();
  }

  /// Whether a file lies in the study folder itself: a link to elsewhere is refused, so that a
  /// study from somebody else shows no other file.
  private boolean isInside(Path file) {
    try {
      boolean isInside = file.toRealPath().startsWith(folder.toRealPath());
      if (!isInside) {
        String name = folder.relativize(file).toString();
        problems.error("link_outside", name, 0, "", "", name);
      }
      return isInside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Names a file or folder that is not read.
  private void tell(Path other) {
    String name = String.valueOf(other.getFileName());
    String low = name.toLowerCase(Locale.ROOT);
    if (!Files.isDirectory(other)) {
      tellFile(name, low);
    } else if (!name.equals(SCENARIOS) && !Files.exists(other.resolve(RESULT))) {
      tellFile(name, low);
      boolean isScenarios = false;
      for (Path inner : list(other).stream().limit(MOST_FILES).toList()) {
        String innerName = String.valueOf(inner.getFileName()).toLowerCase(Locale.ROOT);
        if (innerName.endsWith(SCENARIO) && !isScenarios && low.indexOf('.') <= 0) {
          isScenarios = true;
          problems.warn("unknown_file", name, 0, "", "", name, SCENARIOS);
        }
        if (known.contains(innerName) && !files.containsKey(innerName)) {
          tellFile(name + "/" + inner.getFileName(), innerName);
        }
      }
    }
  }

  /// Names a hidden file in place of a table; beside the table it is a program's own.
  private void tellHidden(Path file) {
    String name = String.valueOf(file.getFileName());
    String table = name.toLowerCase(Locale.ROOT).replaceFirst("^[._~]+", "");
    if (!files.containsKey(table)) {
      problems.error("table_elsewhere", name, 0, "", table, name);
    }
  }

  private void tellFile(String name, String low) {
    String table = stem(low) + ".csv";
    if (known.contains(table) && !files.containsKey(table)) {
      problems.error("table_elsewhere", name, 0, "", table, name);
    } else if (known.contains(table)) {
      problems.warn("unknown_file", name, 0, "", "", name, table);
    } else if (!TEXT.matcher(low).matches() && low.indexOf('.') > 0) {
      problems.warn("unknown_file", name, 0, "", "", name, Nearest.of(table, known));
    }
  }

  /// A file's name without endings and the words that copies bear: "Copy of towns (1).xlsx" is
  /// towns.
  private static String stem(String low) {
    int end = low.indexOf('.', 1);
    String stem = end > 0 ? low.substring(0, end) : low;
    String bare = COPY.matcher(stem).replaceAll("").strip();
    return bare.replace(' ', '_').replace('-', '_');
  }

  /// Reads a table from another file.
  void replace(String name, Path file) {
    files.put(name, file);
  }

  Optional<Path> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// Files of scenarios, by name.
  List<Path> scenarios() {
    return scenarios;
  }

  /// Files of scenarios. What else lies in their folder and is no document is named: a scenario
  /// under another ending would else be missing without a word.
  private List<Path> readScenarios() {
    Path here = folder.resolve(SCENARIOS);
    if (!Files.isDirectory(here)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    for (Path file : list(here)) {
      String name = String.valueOf(file.getFileName());
      boolean isFile = Files.isRegularFile(file);
      if (isFile && name.endsWith(SCENARIO)) {
        found.add(file);
      } else if (!name.startsWith(".") && !DOCUMENT.matcher(name).matches()) {
        String stem = COPY.matcher(name.replaceFirst("(?<=.)\\..*$", "")).replaceAll("").strip();
        problems.warn("unknown_file", SCENARIOS + "/" + name, 0, "", "", name, stem + SCENARIO);
      }
    }
    return found.stream().filter(this::isInside).toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(java.util.Comparator.comparing(p -> String.valueOf(p.getFileName())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
