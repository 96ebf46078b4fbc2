package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// LAW: one study, one hash: over threads, locales, time zones, and without the compiler.
class SameBitsTest {
  private static final int DRAWS = 60;

  /// Prints the hash of the tutorial study; a child process runs it with -Xint.
  public static void main(String[] arguments) {
    System.out.println(hash(Options.of(DRAWS, 1)));
  }

  private static String hash(Options options) {
    return hash(Folders.study("two-towns"), options);
  }

  private static String hash(Path folder, Options options) {
    Study study = StudyReader.read(folder).study().orElseThrow();
    return Exports.hash(Runner.run(study, Scenario.BASELINE, options).result().orElseThrow());
  }

  @Test
  void threads() {
    String expected = hash(Options.of(DRAWS, 1));
    for (Options options :
        List.of(new Options(DRAWS, 1, 2), new Options(DRAWS, 1, 3), new Options(DRAWS, 1, 8))) {
      assertEquals(expected, hash(options), options.toString());
    }
  }

  @Test
  void localesAndTimeZones() {
    String expected = hash(Options.of(DRAWS, 1));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("en", "km-u-nu-khmr", "zh", "tr", "ar-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        assertEquals(expected, hash(Options.of(DRAWS, 1)), tag);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /// Rows of every table from last to first. Seasons keep their order, which is the year's, and
  /// constituents theirs, which is the order of the results' rows.
  @Test
  void orderOfRows(@TempDir Path folder) throws IOException {
    Folders.twoTowns(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (!file.endsWith("seasons.csv") && !file.endsWith("constituents.csv")) {
          Collections.reverse(lines.subList(1, lines.size()));
          Files.write(file, lines);
        }
      }
    }
    assertEquals(hash(Options.of(DRAWS, 1)), hash(folder, Options.of(DRAWS, 1)));
  }

  /// Without the compiler, and with narrower vectors than the machine has.
  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:UseAVX=0", "-XX:UseAVX=1"})
  void otherMachines(String flag) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                flag,
                "--add-modules",
                "jdk.incubator.vector",
                "-Dtonle.home=" + System.getProperty("tonle.home"),
                "-cp",
                System.getProperty("java.class.path"),
                SameBitsTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String found =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, child.waitFor());
    assertEquals(hash(Options.of(DRAWS, 1)), found);
  }
}
