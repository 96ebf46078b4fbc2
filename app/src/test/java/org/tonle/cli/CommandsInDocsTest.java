package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import picocli.CommandLine;

/// Every command in README, the docs and the help is run, page by page, as a reader would type it.
///
/// Only the place and the number of draws differ: folders lie in a temporary one, and few draws say
/// as much here as many.
class CommandsInDocsTest {
  /// A word, or several in quotes.
  private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");

  private static final Path HOME = Folders.study("two-towns").resolve("../..").normalize();
  private static final Pattern LINE = Pattern.compile("(?m)^(?:\\./)?tonle ([a-z].*)$");

  /// Commands in a table that a reader copies as they stand, on the pages that lead through tasks.
  private static final Pattern TABLED = Pattern.compile("`\\./tonle ([a-z][^`]*)`(?=[^\n]*\\|\\n)");

  private static final Pattern INLINE = Pattern.compile("`(?:\\./)?tonle ([a-z][^`]*)`");

  /// Commands that other tests run: they need the sources, very much time, or tables of others (so
  /// does `my-model`, which `import` makes), or do not end by themselves.
  private static final Set<String> ELSEWHERE = Set.of("test", "bundle", "bench", "import", "serve");

  private static final Set<String> WITH_DRAWS =
      Set.of("run", "report", "levers", "compare", "apportion", "demand", "fit");
  private static final Set<String> WITH_OUT =
      Set.of("demo", "run", "report", "compare", "apportion", "demand");

  @TempDir Path folder;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
      return Stream.concat(
              Stream.of(HOME.resolve("README.md")),
              docs.filter(p -> p.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      // An explanation follows after a number sign or two blanks.
      found.add(matcher.group(1).replaceAll("\\s+#.*|\\s{2,}.*", "").strip());
    }
    return found;
  }

  @TestFactory
  Stream<DynamicTest> commandsOfPagesRun() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      List<String> lines = found(LINE, text);
      if (page.toAbsolutePath().resolveSibling("").endsWith("how-to")) {
        lines.addAll(found(TABLED, text));
      }
      if (!lines.isEmpty()) {
        tests.add(dynamicTest(HOME.relativize(page).toString(), () -> runAll(lines)));
      }
    }
    assertTrue(tests.size() > 5, "Few pages name a command.");
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> examplesOfHelpRun() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path page : pages()) {
      known.addAll(found(LINE, Files.readString(page)));
    }
    CommandLine tonle = new CommandLine(new Tonle());
    return Stream.concat(Stream.of(tonle), tonle.getSubcommands().values().stream())
        .map(
            command -> {
              String footer =
                  String.join("\n", command.getCommandSpec().usageMessage().footer())
                      .replaceAll("(?m)^ +", "");
              List<String> lines =
                  found(LINE, footer).stream().filter(line -> !known.contains(line)).toList();
              return dynamicTest(command.getCommandSpec().qualifiedName(), () -> runAll(lines));
            });
  }

  /// Commands inside sentences may be cut short; their names and options exist.
  @Test
  void commandsInSentencesExist() throws IOException {
    Set<String> unknown = new TreeSet<>();
    CommandLine tonle = new CommandLine(new Tonle());
    for (Path page : pages()) {
      for (String line : found(INLINE, Files.readString(page))) {
        List<String> words = List.of(line.split("\\s+"));
        CommandLine command = tonle.getSubcommands().get(words.getFirst());
        boolean isKnown =
            words.getFirst().equals("test")
                || (command != null
                    && words.stream()
                        .filter(w -> w.startsWith("--"))
                        .allMatch(w -> command.getCommandSpec().findOption(w) != null));
        if (!isKnown) {
          unknown.add(HOME.relativize(page) + ": " + line);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  private void runAll(List<String> lines) throws IOException {
    Path here = Files.createTempDirectory(folder, "page");
    for (String line : lines) {
      String command = line.split(" ", 2)[0];
      if (!ELSEWHERE.contains(command) && !line.contains("my-model")) {
        run(line, command, here);
      }
    }
  }

  private static void run(String line, String command, Path here) throws IOException {
    List<Object> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      words.add(placed(word.group().replaceAll("^['\"]|['\"]$", ""), command, here));
    }
    if (WITH_DRAWS.contains(command)) {
      String few = words.contains("--ensemble") ? "50" : "10";
      int at = words.indexOf("--draws");
      if (at >= 0) {
        words.set(at + 1, few);
      } else if (!command.equals("fit") || words.contains("--ensemble")) {
        words.add("--draws=" + few);
      }
    }
    if (WITH_OUT.contains(command) && !words.contains("--out")) {
      words.add("--out");
      String part = words.contains("--constituent") ? "-part" : "";
      words.add(here.resolve("out-" + command + part));
    }
    if (command.equals("picture") && words.contains("--png") && !words.contains("--out")) {
      words.add("--out");
      words.add(here.resolve("picture.png"));
    }
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(new byte[0]));
      CommandsTest.Ran ran = CommandsTest.run(words.toArray());
      assertEquals(Exit.DONE, ran.code(), line + "\n" + ran.err());
    } finally {
      System.setIn(before);
    }
  }

  /// A word of the command; a folder or file becomes one in the temporary folder, and is there
  /// unless the command makes it.
  private static Object placed(String word, String command, Path here) throws IOException {
    if (Stream.of("-named", ".svg", ".png", ".toml").anyMatch(word::endsWith)) {
      return here.resolve(word); // the command makes it
    }
    boolean isStudy = word.startsWith("studies/");
    boolean isOurs = word.startsWith("my-");
    if (isStudy || isOurs) {
      Path study = here.resolve(word);
      boolean isMade = command.equals("new") || word.endsWith("-unicode");
      if (!isMade && !Files.exists(study)) {
        String from = isStudy ? word.substring("studies/".length()) : "two-towns";
        copy(Folders.study(from), study);
      }
      return study;
    }
    if (word.equals("model_error.csv") || (word.endsWith(".csv") && command.equals("places"))) {
      return here.resolve(word); // fit --write and places --missing-names make it
    }
    if (word.endsWith(".csv")) {
      return Files.writeString(here.resolve(word), table(command));
    }
    if (word.startsWith("results") || word.startsWith("out/") || word.equals("cambodia")) {
      Path results = here.resolve(word);
      if (command.equals("diff") && !Files.exists(results)) {
        Path study = Files.createDirectories(here.resolve("study-of-" + results.getFileName()));
        copy(Folders.study("two-towns"), study);
        CommandsTest.run("run", study, "--draws=5", "--out", results);
      }
      return results;
    }
    return word.equals("S") ? "lower-works" : word;
  }

  /// What a file of a command may hold.
  private static String table(String command) {
    return switch (command) {
      case "ccme" -> "group,variable,value,lower,upper\nA,TP,1,,2\n";
      case "add-samples" ->
          """
          station,place,date,constituent,statistic,value,unit
          Lower bridge,TAIL,2024-05-02,NH4-N,sample,0.2,mg/L
          """;
      default -> "parameter,value\n";
    };
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
