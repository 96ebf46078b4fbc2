package org.tonle.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tonle.folder.Folders;

/// The rules of the house for `app`: which package may use which.
class AppHouseTest {
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/app/"))
          .importPackages("org.tonle");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tonle");

  private static final Path HOME = Folders.study("two-towns").resolve("../..").normalize();

  /// A package with more files than this is two concepts, unless ARCHITECTURE.md gives a reason.
  private static final int MOST_FILES = 25;

  private static final List<String> CORE =
      List.of(
          "convert",
          "problem",
          "model",
          "scenario",
          "load",
          "network",
          "draw",
          "scenario",
          "simulate",
          "assess",
          "check",
          "run",
          "law",
          "cause",
          "demand",
          "compare",
          "measure",
          "fit",
          "measure",
          "solve",
          "plan",
          "park",
          "match",
          "sample");

  /// The package table of ARCHITECTURE.md for `app`; `core` stands for all packages of core.
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("folder.schema", Set.of("text")),
          Map.entry("folder.sheet", Set.of("folder.schema", "text", "model", "convert", "problem")),
          Map.entry(
              "folder.build",
              Set.of(
                  "folder.schema",
                  "folder.sheet",
                  "text",
                  "load",
                  "model",
                  "scenario",
                  "convert",
                  "problem")),
          Map.entry(
              "folder.check",
              Set.of(
                  "folder.schema",
                  "folder.sheet",
                  "text",
                  "model",
                  "scenario",
                  "convert",
                  "problem")),
          Map.entry(
              "folder",
              Set.of(
                  "folder.schema",
                  "folder.sheet",
                  "folder.build",
                  "folder.check",
                  "text",
                  "model",
                  "scenario",
                  "convert",
                  "problem")),
          Map.entry("imports", Set.of("text", "convert", "problem")),
          Map.entry("i18n", Set.of("convert", "problem")),
          Map.entry("export.map", Set.of("core", "i18n")),
          Map.entry("export.book", Set.of("text", "i18n")),
          Map.entry("export.plan", Set.of("convert")),
          Map.entry("export", Set.of("core", "disk", "export.map", "export.plan", "i18n")),
          Map.entry("report.page", Set.of("core", "export", "export.map", "i18n")),
          Map.entry(
              "report.picture", Set.of("core", "report.page", "export", "export.map", "i18n")),
          Map.entry(
              "report.contrast",
              Set.of("core", "report.page", "report.picture", "export.plan", "tell", "i18n")),
          Map.entry(
              "report.chart",
              Set.of(
                  "core",
                  "explain",
                  "report.page",
                  "report.picture",
                  "export",
                  "export.map",
                  "i18n")),
          Map.entry(
              "report.plan",
              Set.of(
                  "core", "report.page", "report.picture", "report.chart", "export.plan", "i18n")),
          Map.entry("report.raster", Set.of("convert", "report.page")),
          Map.entry(
              "report.profile",
              Set.of(
                  "core",
                  "explain",
                  "report.page",
                  "report.picture",
                  "report.chart",
                  "export.map",
                  "i18n")),
          Map.entry(
              "report",
              Set.of(
                  "core",
                  "report.page",
                  "report.picture",
                  "report.chart",
                  "report.profile",
                  "report.plan",
                  "tell",
                  "export",
                  "export.map",
                  "export.plan",
                  "i18n")),
          Map.entry("tell", Set.of("core", "report.page", "export.plan", "i18n")),
          Map.entry(
              "store", Set.of("model", "folder", "folder.schema", "folder.sheet", "export.plan")),
          Map.entry(
              "service",
              Set.of(
                  "core",
                  "disk",
                  "explain",
                  "memory",
                  "text",
                  "folder",
                  "store",
                  "export",
                  "export.book",
                  "export.plan",
                  "report",
                  "report.contrast",
                  "i18n")),
          Map.entry(
              "diff",
              Set.of(
                  "core",
                  "text",
                  "folder",
                  "folder.schema",
                  "folder.sheet",
                  "store",
                  "export",
                  "service")),
          Map.entry("bench.river", Set.of("text", "network", "problem")),
          Map.entry(
              "bench.job",
              Set.of("bench.river", "run", "network", "simulate", "convert", "problem")),
          Map.entry(
              "bench.input",
              Set.of(
                  "bench.river",
                  "text",
                  "folder",
                  "folder.schema",
                  "model",
                  "assess",
                  "run",
                  "problem",
                  "export")),
          Map.entry("bench.plan", Set.of("plan", "solve")),
          Map.entry("bench.country", Set.of("core", "bench", "packed", "planning", "service")),
          Map.entry("planning", Set.of("core", "export.plan", "store", "service")),
          Map.entry(
              "bench",
              Set.of(
                  "bench.river",
                  "bench.job",
                  "bench.input",
                  "bench.plan",
                  "plan",
                  "solve",
                  "model",
                  "scenario",
                  "load",
                  "assess",
                  "run",
                  "law",
                  "network",
                  "simulate",
                  "convert",
                  "text",
                  "problem")),
          Map.entry("serve.guard", Set.of("i18n", "problem", "service")),
          Map.entry(
              "serve.held",
              Set.of(
                  "core",
                  "export",
                  "folder",
                  "i18n",
                  "report.page",
                  "service",
                  "serve.guard",
                  "serve.draft")),
          Map.entry(
              "serve.route",
              Set.of(
                  "core",
                  "explain",
                  "export",
                  "folder",
                  "folder.schema",
                  "i18n",
                  "report.chart",
                  "report.page",
                  "report.picture",
                  "report.profile",
                  "service",
                  "tell",
                  "serve.draft",
                  "serve.guard",
                  "serve.held")),
          Map.entry(
              "serve.draft",
              Set.of(
                  "disk",
                  "folder",
                  "folder.schema",
                  "folder.sheet",
                  "problem",
                  "serve.guard",
                  "text")),
          Map.entry(
              "serve.job",
              Set.of(
                  "core",
                  "disk",
                  "export",
                  "i18n",
                  "serve.draft",
                  "serve.guard",
                  "serve.held",
                  "serve.route")),
          Map.entry("serve.ogc", Set.of("core", "serve.guard", "serve.held", "serve.route")),
          Map.entry(
              "serve.torture",
              Set.of(
                  "core", "bench", "serve", "serve.draft", "serve.guard", "serve.held", "service")),
          Map.entry(
              "serve.plan",
              Set.of(
                  "core",
                  "export.plan",
                  "i18n",
                  "planning",
                  "report.page",
                  "report.picture",
                  "report.plan",
                  "serve.guard",
                  "serve.held",
                  "serve.job",
                  "serve.route")),
          Map.entry(
              "serve.live",
              Set.of("core", "folder", "i18n", "serve.guard", "serve.held", "serve.route")),
          Map.entry(
              "serve",
              Set.of(
                  "core",
                  "i18n",
                  "service",
                  "serve.draft",
                  "serve.guard",
                  "serve.held",
                  "serve.job",
                  "serve.live",
                  "serve.ogc",
                  "serve.plan",
                  "serve.route")),
          Map.entry(
              "cli.serve",
              Set.of(
                  "serve.draft",
                  "core",
                  "cli.console",
                  "cli.option",
                  "i18n",
                  "packed",
                  "serve",
                  "serve.guard",
                  "serve.held",
                  "service")),
          Map.entry("disk", Set.of()),
          Map.entry("memory", Set.of()),
          Map.entry("packed", Set.of("disk", "text")),
          Map.entry("bundle", Set.of("service", "disk")),
          Map.entry(
              "lab",
              Set.of("core", "disk", "text", "folder", "folder.schema", "folder.sheet", "service")),
          Map.entry("cli.console", Set.of("problem", "i18n", "service")),
          Map.entry("cli.option", Set.of("core", "cli.console", "export", "i18n", "service")),
          Map.entry("explain", Set.of("core", "folder", "folder.schema", "folder.sheet")),
          Map.entry(
              "cli.lines",
              Set.of("core", "cli.console", "diff", "explain", "export", "tell", "i18n")),
          Map.entry(
              "cli.bench",
              Set.of(
                  "core",
                  "serve",
                  "serve.guard",
                  "serve.held",
                  "serve.torture",
                  "cli.console",
                  "cli.option",
                  "bench",
                  "bench.river",
                  "bench.job",
                  "bench.plan",
                  "bench.country",
                  "folder",
                  "packed",
                  "service",
                  "i18n")),
          Map.entry(
              "cli.plan",
              Set.of(
                  "planning",
                  "core",
                  "export",
                  "cli.console",
                  "cli.option",
                  "store",
                  "service",
                  "i18n")),
          Map.entry(
              "cli",
              Set.of(
                  "core",
                  "cli.console",
                  "cli.option",
                  "cli.lines",
                  "cli.plan",
                  "cli.serve",
                  "cli.bench",
                  "explain",
                  "bundle",
                  "lab",
                  "report",
                  "report.picture",
                  "report.raster",
                  "disk",
                  "packed",
                  "service",
                  "diff",
                  "folder",
                  "imports",
                  "export",
                  "tell",
                  "i18n")));

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyWhatItsRowAllows() {
    return MAY_USE.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(row -> dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
  }

  private static void checkRow(String name, Set<String> mayUse) {
    String[] allowed =
        Stream.concat(
                Stream.of(name),
                mayUse.stream().flatMap(p -> p.equals("core") ? CORE.stream() : Stream.of(p)))
            .map(p -> "org.tonle." + p + (CORE.contains(p) ? ".." : ""))
            .toArray(String[]::new);
    classes()
        .that(resideInAPackage("org.tonle." + name))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAPackage("org.tonle.."))
                .or(resideInAnyPackage(allowed))
                .as("stand in %s or its row %s", name, mayUse))
        .check(APP);
  }

  @Test
  void everyPackageHasARow() {
    var packages = new TreeSet<String>();
    APP.forEach(c -> packages.add(c.getPackageName().replace("org.tonle.", "")));
    assertEquals(new TreeSet<>(MAY_USE.keySet()), packages);
  }

  /// A row of the map: `| names | what they hold | what they may use |`.
  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(HOME.resolve("ARCHITECTURE.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .map(line -> line.substring(2).split(" \\| | \\|$", -1))
        .filter(cells -> cells.length == 4)
        .toList();
  }

  @Test
  void theMapShowsWhatIsTested() throws IOException {
    var shown = new TreeMap<String, Set<String>>();
    for (String[] row : rows()) {
      for (String name : row[0].split(", ", -1)) {
        String own = row[2].replace("all of core", "core");
        if (MAY_USE.containsKey(name)) {
          shown.put(name, own.equals("–") ? Set.of() : Set.of(own.split(", ", -1)));
        }
      }
    }
    assertEquals(new TreeMap<>(MAY_USE), shown);
  }

  @Test
  void theMapShowsEveryPackage() throws IOException {
    var shown = new TreeSet<String>();
    for (String[] row : rows()) {
      shown.addAll(List.of(row[0].split(", ", -1)));
    }
    var missing = new TreeSet<String>();
    ALL.forEach(c -> missing.add(c.getPackageName().replace("org.tonle.", "")));
    missing.removeAll(shown);
    assertEquals(Set.of(), missing, "Packages that ARCHITECTURE.md does not show.");
  }

  @Test
  void packagesAreSmallOrSayWhyNot() throws IOException {
    var large = new TreeSet<String>();
    for (String module : List.of("core", "app")) {
      Path sources = HOME.resolve(module).resolve("src/main/java/org/tonle");
      var counts = new TreeMap<String, Integer>();
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(p -> p.toString().endsWith(".java"))
            .map(p -> sources.relativize(p.resolveSibling("")).toString().replace('/', '.'))
            .forEach(name -> counts.merge(name, 1, Integer::sum));
      }
      counts.forEach((name, count) -> large.addAll(count > MOST_FILES ? Set.of(name) : Set.of()));
    }
    var excused = new TreeSet<String>();
    Pattern excuse = Pattern.compile("- `([a-z0-9.]+)` \\(over 25 files\\): \\S.*");
    for (String line : Files.readAllLines(HOME.resolve("ARCHITECTURE.md"))) {
      Matcher found = excuse.matcher(line);
      excused.addAll(found.matches() ? Set.of(found.group(1)) : Set.of());
    }
    assertEquals(excused, large);
  }

  @Test
  void noPackagesUseOneAnother() {
    slices().matching("org.tonle.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void oneNameIsOneType() {
    var packages = new TreeMap<String, Set<String>>();
    ALL.stream()
        .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
        .forEach(
            c ->
                packages
                    .computeIfAbsent(c.getSimpleName(), name -> new TreeSet<>())
                    .add(c.getPackageName()));
    packages.values().removeIf(of -> of.size() == 1);
    assertEquals(Map.of(), packages, "Types of one simple name.");
  }

  /// What is written must not depend on the user's locale or the day.
  @Test
  void resultsDoNotDependOnLocaleOrClock() {
    noClasses()
        .that(
            resideInAnyPackage(
                "org.tonle.export..",
                "org.tonle.report..",
                "org.tonle.folder..",
                "org.tonle.text..",
                "org.tonle.store..",
                "org.tonle.diff..",
                "org.tonle.service.."))
        .should()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
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
  void figuresBecomeTextInOnePlaceOfCore() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "a format of the machine's own language (use convert.Text)",
                access ->
                    access.getTargetOwner().isEquivalentTo(Formatter.class)
                        || (access.getTargetOwner().isEquivalentTo(String.class)
                            && Set.of("format", "formatted").contains(access.getName()))
                        || (access.getTargetOwner().isAssignableTo(PrintStream.class)
                            && Set.of("format", "printf").contains(access.getName()))))
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
