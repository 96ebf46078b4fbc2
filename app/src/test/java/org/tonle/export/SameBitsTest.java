package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
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
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
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

  @Test
  void interpreted() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
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
