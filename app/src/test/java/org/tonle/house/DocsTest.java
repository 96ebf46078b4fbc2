package org.tonle.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonle.folder.Folders;

/// What README, ARCHITECTURE and the pages of `docs` name exists: classes, links, files.
class DocsTest {
  private static final Path HOME = Folders.study("two-towns").resolve("../..").normalize();
  private static final Pattern CLASS =
      Pattern.compile("`(?:org\\.tonle\\.)?(?:[a-z]+\\.)*([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9_]*)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern FILE =
      Pattern.compile("`((?:docs|bench|studies|core|app)/[A-Za-z0-9_./-]+[A-Za-z0-9])`");

  /// Words in the guise of classes that are none of ours.
  private static final Set<String> OTHERS =
      Set.of("FloatVector", "Double", "Integer", "String", "Math", "StrictMath");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
      List<Path> found =
          docs.filter(p -> p.toString().endsWith(".md"))
              .collect(Collectors.toCollection(ArrayList::new));
      found.add(HOME.resolve("README.md"));
      found.add(HOME.resolve("ARCHITECTURE.md"));
      return found;
    }
  }

  private static Set<String> classes() throws IOException {
    Set<String> found = new TreeSet<>();
    Pattern declared = Pattern.compile("(?:class|record|interface|enum) ([A-Z][A-Za-z0-9_]*)");
    for (String module : List.of("core", "app", "bench/jmh")) {
      try (Stream<Path> files = Files.walk(HOME.resolve(module).resolve("src"))) {
        for (Path file : files.filter(p -> p.toString().endsWith(".java")).toList()) {
          Matcher matcher = declared.matcher(Files.readString(file));
          while (matcher.find()) {
            found.add(matcher.group(1));
          }
        }
      }
    }
    return found;
  }

  private static List<String> missing(
      Pattern pattern, java.util.function.BiPredicate<Path, String> exists) throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Path page : pages()) {
      Matcher matcher = pattern.matcher(Files.readString(page));
      while (matcher.find()) {
        seen++;
        if (!exists.test(page, matcher.group(1))) {
          missing.add(HOME.relativize(page) + ": " + matcher.group(1));
        }
      }
    }
    assertTrue(seen > 0, "No page names anything like " + pattern);
    return missing;
  }

  @Test
  void classesExist() throws IOException {
    Set<String> ours = classes();
    assertEquals(
        List.of(), missing(CLASS, (page, name) -> ours.contains(name) || OTHERS.contains(name)));
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    assertEquals(
        List.of(), missing(LINK, (page, link) -> Files.exists(page.resolveSibling(link.strip()))));
  }

  @Test
  void filesExist() throws IOException {
    assertEquals(List.of(), missing(FILE, (page, file) -> Files.exists(HOME.resolve(file))));
  }
}
