package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.serve.draft.Draft;

/// A program that edits and saves without pause is killed at twenty moments: no acknowledged edit
/// is lost, the store opens, and the tables are old or new.
class KillTest {
  private static final Table TOWNS = Schema.find("towns.csv").orElseThrow();
  private static final int MOMENTS = 20;

  @TempDir Path folder;

  /// The program that is killed: counts up in a cell, says each number once it is acknowledged, and
  /// saves every few.
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Draft draft = Draft.open(Path.of(arguments[0]), Clock.systemUTC());
    int population = draft.text(TOWNS).column("population");
    int from = Integer.parseInt(draft.text(TOWNS).cell(2, population));
    for (int n = from + 1; ; n++) {
      String edit = "[{\"row\":2,\"column\":\"population\",\"value\":\"" + n + "\"}]";
      draft.edit(TOWNS, "", "", TestServer.MAPPER.readTree(edit));
      System.out.println(n);
      if (n % 3 == 0) {
        draft.save();
      }
    }
  }

  private Process start() throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KillTest.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void noAcknowledgedEditIsLost() throws Exception {
    Folders.twoTowns(folder);
    Path file = folder.resolve("towns.csv");
    List<String> whole = new ArrayList<>(Files.readAllLines(file));
    SplittableRandom random = new SplittableRandom(5);
    int acknowledged = Integer.parseInt(whole.get(1).split(",", -1)[9]);
    for (int moment = 0; moment < MOMENTS; moment++) {
      Process killed = start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
        acknowledged = Integer.parseInt(said.readLine());
        TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
        killed.toHandle().destroyForcibly();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          acknowledged = Integer.parseInt(line);
        }
        killed.waitFor();
      }
      List<String> lines = Files.readAllLines(file);
      assertEquals(whole.size(), lines.size());
      assertEquals(whole.get(2), lines.get(2));
      int onDisk = Integer.parseInt(lines.get(1).split(",", -1)[9]);
      try (Draft again = Draft.open(folder, Clock.systemUTC())) {
        int population = again.text(TOWNS).column("population");
        int kept = Integer.parseInt(again.text(TOWNS).cell(2, population));
        // One edit more may lie in the store whose acknowledgement did not get through.
        assertTrue(kept == acknowledged || kept == acknowledged + 1, kept + " " + acknowledged);
        assertTrue(onDisk <= kept, onDisk + " " + kept);
        assertTrue(again.outside().isEmpty(), "The table looks changed by somebody else.");
      }
    }
    try (Draft last = Draft.open(folder, Clock.systemUTC())) {
      byte[] mine = last.text(TOWNS).bytes();
      last.save();
      assertArrayEquals(mine, Files.readAllBytes(file));
    }
  }
}
