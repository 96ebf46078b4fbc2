package org.tonle.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonle.folder.Folders;

/// The rule of limits: figures are compared with them by `convert.Tie` alone, so that what equals a
/// limit is nowhere above it.
class LimitsHouseTest {
  private static final Path HOME = Folders.study("two-towns").resolve("../..").normalize();

  /// A limit as code speaks of it.
  private static final String LIMIT =
      "(\\w+\\.)*(limitOfMean\\(\\)|limit\\.value\\(\\)|limit\\(\\w*\\)|allowed\\(\\)|capacity_m3_per_d\\(\\)"
          + "|check\\.(low|high)\\(\\)|l\\.value\\(\\)|upper|allowed)(?![\\w(])";

  private static final Pattern COMPARED =
      Pattern.compile("(" + LIMIT + " [<>]=? (?!0\\b))|( [<>]=? " + LIMIT + ")");

  /// What compares with figures that Tie has widened, or with no limit of water.
  private static final Set<String> APART = Set.of("Tie", "BoundDraws", "TortureBench");

  private static boolean compares(String line) {
    String code = line.strip();
    return !code.startsWith("//") && COMPARED.matcher(code).find();
  }

  @Test
  void limitsAreComparedInOnePlace() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : List.of("core", "app")) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(HOME.resolve(module).resolve("src/main/java"))) {
        files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      }
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".java", "");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size() && !APART.contains(name); i++) {
          if (compares(lines.get(i))) {
            found.add(name + ":" + (i + 1) + " " + lines.get(i).strip());
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void aComparisonIsSeen() {
    assertTrue(compares("return concentration <= l.value();"));
    assertTrue(compares("if (share * total > bound.allowed()) {"));
    assertTrue(compares("boolean passed = check.low() <= value;"));
    assertTrue(compares("inflow > plant.capacity_m3_per_d()"));
  }
}
