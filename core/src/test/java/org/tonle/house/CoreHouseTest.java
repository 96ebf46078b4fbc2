package org.tonle.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tonle.convert.Text;

/// The rules of the house for `core`: which package may use which, and what none may touch.
class CoreHouseTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/core/"))
          .importPackages("org.tonle");

  private static final List<String> BELOW_RUN =
      List.of("model", "scenario", "load", "network", "draw", "simulate", "assess", "check");

  /// The package table of ARCHITECTURE.md. `convert` and `problem` are open to all of them.
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("convert", List.of()),
          Map.entry("problem", List.of()),
          Map.entry("model", List.of()),
          Map.entry("scenario", List.of("model")),
          Map.entry("load", List.of("model", "scenario")),
          Map.entry("network", List.of("model", "scenario", "load")),
          Map.entry("draw", List.of("model")),
          Map.entry("simulate", List.of("network", "draw")),
          Map.entry("assess", List.of("model", "network", "simulate", "draw")),
          Map.entry("check", List.of("model", "scenario", "load", "network", "simulate", "assess")),
          Map.entry("run", BELOW_RUN),
          Map.entry("law", and(BELOW_RUN, "run")),
          Map.entry("cause", and(BELOW_RUN, "run")),
          Map.entry("fit", and(BELOW_RUN, "run")),
          Map.entry("demand", and(BELOW_RUN, "run", "cause")),
          Map.entry("compare", and(BELOW_RUN, "run", "cause", "demand")),
          Map.entry("measure", and(BELOW_RUN, "run", "cause", "demand", "fit")),
          Map.entry("sample", and(BELOW_RUN, "run")),
          Map.entry("solve", List.of()),
          Map.entry("plan", and(BELOW_RUN, "run", "cause", "demand", "solve")),
          Map.entry("park", and(BELOW_RUN, "run", "cause", "demand", "solve")),
          Map.entry("match", List.of("model", "assess", "demand", "plan", "park")));

  /// Packages of packages: each with those of its own family it may use.
  private static final Map<String, List<String>> WITHIN =
      Map.ofEntries(
          Map.entry("plan.tree", List.of()),
          Map.entry("plan.siting", List.of()),
          Map.entry("network.order", List.of()),
          Map.entry("network", List.of("network.order")),
          Map.entry("network.rates", List.of("network")),
          Map.entry("network.entry", List.of("network", "network.rates")),
          Map.entry("plan.cost", List.of()),
          Map.entry("load.service", List.of()),
          Map.entry("load", List.of("load.service")),
          Map.entry("assess", List.of()),
          Map.entry("assess.agreement", List.of("assess")),
          Map.entry("plan.program", List.of()),
          Map.entry("plan.trade", List.of("plan.program")),
          Map.entry("plan.option", List.of("plan.cost")),
          Map.entry("plan.answer", List.of("plan.cost", "plan.option", "plan.program")),
          Map.entry(
              "plan.weighing",
              List.of("plan.answer", "plan.cost", "plan.option", "plan.program", "plan.trade")),
          Map.entry("simulate.step", List.of()),
          Map.entry("simulate.lanes", List.of("simulate.step")),
          Map.entry("simulate.course", List.of("simulate.step")),
          Map.entry("simulate", List.of("simulate.step", "simulate.course")),
          Map.entry("simulate.central", List.of("simulate", "simulate.step", "simulate.course")),
          Map.entry(
              "simulate.draws",
              List.of("simulate", "simulate.step", "simulate.lanes", "simulate.course")),
          Map.entry(
              "simulate.bare",
              List.of("simulate", "simulate.draws", "simulate.lanes", "simulate.course")),
          Map.entry(
              "simulate.reverse",
              List.of("simulate.bare", "simulate.draws", "simulate.step", "simulate.lanes")));

  /// Files that a package may hold; ARCHITECTURE.md says why two hold more.
  private static final int MOST_FILES = 25;

  private static final Set<String> LARGE = Set.of("model", "simulate.lanes");

  /// Of the insides of `simulate`, what its callers speak of too.
  private static final Set<String> OPEN =
      Set.of("DrawVectors", "MassLine", "FlowFactors", "LakeTurns");

  /// Foreign code core may see. What is not here (files, sockets, databases) comes in as arguments.
  private static final String[] FOREIGN = {
    "java.lang..",
    "java.util",
    "java.util.function",
    "java.util.stream",
    "java.util.concurrent..",
    "java.util.regex",
    "java.time",
    "java.nio.charset",
    "jdk.incubator.vector",
    "org.jspecify..",
    "org.hipparchus.."
  };

  /// Math functions whose bits are the same on every machine.
  private static final Set<String> EXACT_MATH =
      Set.of(
          "abs",
          "absExact",
          "addExact",
          "ceil",
          "ceilDiv",
          "clamp",
          "copySign",
          "fma",
          "floor",
          "floorDiv",
          "floorMod",
          "getExponent",
          "max",
          "min",
          "multiplyExact",
          "multiplyHigh",
          "nextDown",
          "nextUp",
          "negateExact",
          "rint",
          "round",
          "scalb",
          "signum",
          "sqrt",
          "subtractExact",
          "toIntExact",
          "ulp",
          "unsignedMultiplyHigh");

  /// Owner and method of what makes a result depend on the machine, the clock or the user's place.
  private static final Map<String, Set<String>> BANNED =
      Map.ofEntries(
          Map.entry(
              "java.lang.System",
              Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "exit")),
          Map.entry("java.util.Locale", Set.of("getDefault", "setDefault")),
          Map.entry("java.util.TimeZone", Set.of("getDefault")),
          Map.entry("java.time.ZoneId", Set.of("systemDefault")),
          Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.Year", Set.of("now")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.Collections", Set.of("shuffle")),
          Map.entry("java.lang.Throwable", Set.of("printStackTrace")));

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyWhatItsRowAllows() {
    return MAY_USE.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(row -> dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
  }

  private static List<String> and(List<String> packages, String... more) {
    return Stream.concat(packages.stream(), Stream.of(more)).toList();
  }

  private static Stream<JavaClass> types() {
    return CORE.stream()
        .filter(c -> !c.getName().contains("$") && !c.getSimpleName().equals("package-info"));
  }

  @Test
  void noPackageHoldsMoreThanAReaderTakesIn() {
    Map<String, Long> files =
        types().collect(groupingBy(c -> c.getPackageName().replace("org.tonle.", ""), counting()));
    var large = new TreeSet<String>();
    files.forEach(
        (name, types) -> {
          if (types + 1 > MOST_FILES) { // and its package-info
            large.add(name);
          }
        });
    assertEquals(LARGE, large, "Packages of more than " + MOST_FILES + " files.");
  }

  @Test
  void aSimpleNameStandsOnce() {
    Map<String, Long> names = types().collect(groupingBy(JavaClass::getSimpleName, counting()));
    names.values().removeIf(n -> n == 1);
    assertEquals(Map.of(), names);
  }

  private static void checkRow(String name, List<String> mayUse) {
    String[] allowed =
        Stream.concat(mayUse.stream(), Stream.of(name, "convert", "problem"))
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
        .check(CORE);
  }

  @Test
  void everyPackageHasARow() {
    var packages = new TreeSet<String>();
    CORE.forEach(c -> packages.add(c.getPackageName().replace("org.tonle.", "")));
    var known = new TreeSet<>(MAY_USE.keySet());
    known.addAll(WITHIN.keySet());
    assertTrue(packages.contains("model"), "Classes of core were not found.");
    packages.removeAll(known);
    assertEquals(Set.of(), packages, "Packages without a row in the package table.");
  }

  @TestFactory
  Stream<DynamicTest> thePackagesOfAFamilyUseOneAnotherOneWay() {
    return WITHIN.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(row -> dynamicTest(row.getKey(), () -> checkWithin(row.getKey(), row.getValue())));
  }

  private static void checkWithin(String name, List<String> mayUse) {
    String[] allowed =
        Stream.concat(mayUse.stream(), Stream.of(name))
            .map(p -> "org.tonle." + p)
            .toArray(String[]::new);
    String family = name.replaceAll("[.].*", "");
    classes()
        .that(resideInAPackage("org.tonle." + name))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAPackage("org.tonle." + family + ".."))
                .or(resideInAnyPackage(allowed))
                .as("stand in %s or its row %s", name, mayUse))
        .check(CORE);
  }

  @Test
  void theInsidesOfSimulateStayInside() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage("org.tonle.simulate..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.tonle.simulate.step",
                    "org.tonle.simulate.lanes",
                    "org.tonle.simulate.course")
                .and(
                    DescribedPredicate.describe(
                        "other than " + OPEN, c -> !OPEN.contains(c.getSimpleName()))))
        .check(CORE);
  }

  /// Who makes changes may name their kinds; who looks into one does what `scenario` should do.
  @Test
  void onlyTheScenarioPackageLooksIntoAChange() {
    noClasses()
        .that(
            DescribedPredicate.not(resideInAnyPackage("org.tonle.model..", "org.tonle.scenario..")))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "an accessor of a Change",
                (com.tngtech.archunit.core.domain.JavaMethodCall call) ->
                    call.getTargetOwner().getName().startsWith("org.tonle.model.Scenario$Change")))
        .check(CORE);
  }

  @Test
  void coreSeesNoFilesNoNetworkNoDatabase() {
    classes()
        .that(DescribedPredicate.not(resideInAPackage("org.tonle.solve..")))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(FOREIGN)
                .or(resideInAPackage("org.tonle.."))
                .or(DescribedPredicate.describe("primitives", CoreHouseTest::isPrimitive)))
        .check(CORE);
  }

  /// `java.lang` is open to all of core, but not its door to native code.
  @Test
  void onlyTheDoorToTheSolversSeesNativeCode() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage("org.tonle.solve")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.lang.foreign..", "com.google.ortools.."))
        .check(CORE);
  }

  @Test
  void coreUsesOnlyMathWithTheSameBitsEverywhere() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "Math functions other than the exact ones (use StrictMath)",
                access ->
                    access.getTargetOwner().getName().equals("java.lang.Math")
                        && !EXACT_MATH.contains(access.getName())))
        .check(CORE);
  }

  @Test
  void coreDoesNotAskTheMachine() {
    noClasses()
        .that(DescribedPredicate.not(name("org.tonle.solve.Platform"))) // which library fits it
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "the clock, the locale, the time zone, the environment or chance",
                CoreHouseTest::isBanned))
        .check(CORE);
  }

  @Test
  void figuresBecomeTextInOnePlace() {
    noClasses()
        .that(DescribedPredicate.not(type(Text.class)))
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "a format of the machine's own language (use convert.Text)",
                access ->
                    access.getTargetOwner().isEquivalentTo(Formatter.class)
                        || (access.getTargetOwner().isEquivalentTo(String.class)
                            && Set.of("format", "formatted").contains(access.getName()))))
        .check(CORE);
  }

  private static boolean isBanned(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    if (List.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom").contains(owner)) {
      return true;
    }
    boolean isLocaleFree =
        owner.equals("java.lang.String")
            && (isCall(access, "toLowerCase", 0)
                || isCall(access, "toUpperCase", 0)
                || isCall(access, "format", 2)
                || isCall(access, "formatted", 1));
    return isLocaleFree || BANNED.getOrDefault(owner, Set.of()).contains(access.getName());
  }

  private static boolean isCall(JavaAccess<?> access, String method, int parameters) {
    return access.getName().equals(method)
        && access.getTarget() instanceof CodeUnitCallTarget target
        && target.getRawParameterTypes().size() == parameters;
  }

  private static boolean isPrimitive(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return base.isPrimitive()
        || Arrays.stream(FOREIGN)
            .anyMatch(p -> base.getPackageName().startsWith(p.replace("..", "")))
        || base.getPackageName().startsWith("org.tonle");
  }
}
