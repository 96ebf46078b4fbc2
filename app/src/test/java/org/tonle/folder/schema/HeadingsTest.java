package org.tonle.folder.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.problem.Severity;

/// FEATURE UNDER TEST: the columns of a study bear headings in Chinese and in Khmer as well.
class HeadingsTest {
  private static final Path STUDY = Path.of(System.getProperty("tonle.home", ".."), "studies");

  @TempDir Path folder;

  /// A heading of a column in a script that means this column in the table, if there is one.
  private static Optional<String> heading(Table table, Column column, String script) {
    Pattern letters = Pattern.compile(".*\\p{Is" + script + "}.*");
    return Headings.of(column.name()).stream()
        .sorted()
        .filter(h -> letters.matcher(h).matches())
        .filter(h -> Headings.find(table, h).filter(column::equals).isPresent())
        .findFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Han", "Khmer"})
  void everyNeededColumnHasAHeading(String script) {
    TreeSet<String> without = new TreeSet<>();
    for (Table table : Schema.TABLES) {
      for (Column column : table.columns()) {
        if (column.isRequired() && heading(table, column, script).isEmpty()) {
          without.add(table.file() + " " + column.name());
        }
      }
    }
    assertEquals(List.of(), List.copyOf(without));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Han", "Khmer"})
  void aStudyUnderTheseHeadingsIsTheSame(String script) throws IOException {
    Reading sound = read(script, false);
    Reading translated = read(script, true);
    assertEquals(List.of(), told(translated));
    assertEquals(text(sound), text(translated));
  }

  private Reading read(String script, boolean isTranslated) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(script + isTranslated));
    Files.copy(STUDY.resolve("two-towns/study.toml"), copy.resolve("study.toml"));
    for (Table table : Schema.TABLES) {
      Path file = STUDY.resolve("two-towns").resolve(table.file());
      if (Files.exists(file)) {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, isTranslated ? translated(table, lines.getFirst(), script) : lines.getFirst());
        Files.write(copy.resolve(table.file()), lines);
      }
    }
    return StudyReader.read(copy);
  }

  private static String translated(Table table, String header, String script) {
    List<String> cells = new ArrayList<>();
    for (String name : header.split(",", -1)) {
      Column column = table.find(name).orElseThrow();
      cells.add(heading(table, column, script).orElse(name));
    }
    return String.join(",", cells);
  }

  private static List<String> told(Reading reading) {
    return reading.problems().stream()
        .filter(p -> p.severity() != Severity.NOTE)
        .map(p -> p.code() + " " + p.file() + ":" + p.row() + " " + p.column())
        .toList();
  }

  private static String text(Reading reading) {
    return reading.study().orElseThrow().toString().replaceAll("\\[D@\\w+", "line");
  }
}
