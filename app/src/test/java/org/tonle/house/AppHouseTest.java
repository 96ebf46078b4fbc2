package org.tonle.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules of the house for `app`: which package may use which.
class AppHouseTest {
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/app/"))
          .importPackages("org.tonle");

  private static final List<String> CORE =
      List.of(
          "convert",
          "problem",
          "model",
          "scenario",
          "load",
          "network",
          "draw",
          "simulate",
          "assess",
          "run",
          "fit",
          "solve",
          "plan",
          "park",
          "match");

  /// The package table of ARCHITECTURE.md; `CORE` stands for all packages of core.
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "folder", List.of("model", "scenario", "convert", "problem"),
          "imports", List.of("convert", "problem"),
          "store", List.of("model", "run", "assess", "load", "problem"),
          "i18n", List.of("problem"),
          "export", List.of("CORE", "i18n"),
          "report", List.of("CORE", "export", "i18n"),
          "serve", List.of("CORE", "folder", "store", "export", "report", "i18n"),
          "bench", List.of("run", "network", "simulate", "problem"),
          "cli",
              List.of(
                  "CORE", "folder", "imports", "store", "i18n", "export", "report", "serve",
                  "bench"));

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyWhatItsRowAllows() {
    return MAY_USE.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(row -> dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
  }

  private static void checkRow(String name, List<String> mayUse) {
    String[] allowed =
        Stream.concat(
                Stream.of(name),
                mayUse.stream().flatMap(p -> p.equals("CORE") ? CORE.stream() : Stream.of(p)))
            .map(p -> "org.tonle." + p + "..")
            .toArray(String[]::new);
    classes()
        .that(resideInAPackage("org.tonle." + name + ".."))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAPackage("org.tonle.."))
                .or(resideInAnyPackage(allowed))
                .as("stand in %s or its row %s", name, mayUse))
        .allowEmptyShould(true)
        .check(APP);
  }

  @Test
  void everyPackageHasARow() {
    var packages = new TreeSet<String>();
    APP.forEach(c -> packages.add(c.getPackage().getRelativeName()));
    assertTrue(packages.contains("cli"), "Classes of app were not found.");
    packages.removeAll(MAY_USE.keySet());
    assertEquals(Set.of(), packages, "Packages without a row in the package table.");
  }

  /// What is written must not depend on the user's locale or the day.
  @Test
  void resultsDoNotDependOnLocaleOrClock() {
    noClasses()
        .that(resideInAnyPackage("org.tonle.export..", "org.tonle.report..", "org.tonle.folder.."))
        .should()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .allowEmptyShould(true)
        .check(APP);
  }

  @Test
  void onlyTheCommandLineTalksToTheTerminal() {
    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage("org.tonle.cli..", "org.tonle.bench..")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .allowEmptyShould(true)
        .check(APP);
  }
}
