package org.tonle.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house for the records of `core`.
class RecordHouseTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/core/"))
          .importPackages("org.tonle");

  /// A constructor call of more arguments is one that no reader can check.
  private static final int MOST_COMPONENTS = 12;

  @Test
  void noRecordHasMoreComponentsThanAReaderCanCheck() {
    var wide = new TreeSet<String>();
    records()
        .map(JavaClass::reflect)
        .filter(c -> c.getRecordComponents().length > MOST_COMPONENTS)
        .forEach(c -> wide.add(c.getName() + " " + c.getRecordComponents().length));
    assertEquals(Set.of(), wide, "Records of more than " + MOST_COMPONENTS + " components.");
  }

  /// A second constructor is one more way to forget a component: what a test leaves out stands in
  /// the builder of the test, what a study leaves out in a named constant. Scenarios and changes
  /// are excepted: one that always holds is written without its year.
  @Test
  void aRecordOfTheModelIsMadeInOneWay() {
    var twofold = new TreeSet<String>();
    records()
        .filter(c -> c.getPackageName().equals("org.tonle.model"))
        .filter(c -> c.getConstructors().size() > 1)
        .filter(c -> !c.getName().startsWith("org.tonle.model.Scenario"))
        .forEach(c -> twofold.add(c.getName()));
    assertEquals(Set.of(), twofold, "Records of the model with more than one constructor.");
  }

  /// Text joined by tabs is a key without a name; a record has one.
  @Test
  void noKeyIsTextJoinedByTabs() throws IOException {
    var joined = new TreeSet<String>();
    int read = 0;
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        read++;
        if (Files.readString(file).contains("+ \"\\t\"")) {
          joined.add(file.getFileName().toString());
        }
      }
    }
    assertTrue(read > 0, "Sources of core were not found.");
    assertEquals(Set.of(), joined, "Files that join text by tabs.");
  }

  private static Stream<JavaClass> records() {
    assertTrue(CORE.stream().anyMatch(JavaClass::isRecord), "Classes of core were not found.");
    return CORE.stream().filter(JavaClass::isRecord);
  }
}
