package org.tonle.serve.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.i18n.Words;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A draft on a disk that runs full: what was acknowledged holds, what was not is not there, and
/// the table on the disk stays whole. Needs the right to mount a small disk.
class FullDiskTest {
  private static final Table TOWNS = Schema.find("towns.csv").orElseThrow();

  @TempDir Path place;
  private boolean isMounted;

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(List.of(command)).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // no such program
    }
  }

  @BeforeEach
  void mount() throws Exception {
    String disk = place.toString();
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=1500k", "none", disk);
    assumeTrue(isMounted, "No right to mount a disk.");
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      run("umount", place.toString());
    }
  }

  private static JsonNode population(String value) {
    String edit = "[{\"row\":2,\"column\":\"population\",\"value\":\"" + value + "\"}]";
    return new JsonMapper().readTree(edit);
  }

  /// Fills the disk to the last byte.
  private Path fill() throws IOException {
    Path filler = place.resolve("filler");
    byte[] block = new byte[512];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      return filler;
    }
  }

  private static String population(Draft draft) throws IOException {
    return draft.text(TOWNS).cell(2, draft.text(TOWNS).column("population"));
  }

  @Test
  void whatWasAcknowledgedHoldsAndTheTableStaysWhole() throws Exception {
    Path study = Folders.twoTowns(Files.createDirectory(place.resolve("study")));
    byte[] before = Files.readAllBytes(study.resolve("towns.csv"));
    int acknowledged = 1;
    Path filler;
    try (Draft draft = Draft.open(study, Clock.systemUTC())) {
      draft.edit(TOWNS, "", "", population("1"));
      filler = fill();
      IOException full =
          assertThrows(IOException.class, () -> draft.edit(TOWNS, "", "", population("full")));
      String says = RequestProblem.disk("not_kept", full).text(Words.in("en"));
      assertEquals(true, says.contains("disk is full"), says);
      assertEquals("1", population(draft));
      assertThrows(IOException.class, draft::save);
      assertArrayEquals(before, Files.readAllBytes(study.resolve("towns.csv")));
      assertEquals("1", population(draft));
      // With room again it goes on.
      Files.delete(filler);
      draft.edit(TOWNS, "", "", population("2"));
      acknowledged = 2;
      filler = fill();
    }
    Files.delete(filler);
    try (Draft again = Draft.open(study, Clock.systemUTC())) {
      assertEquals(Integer.toString(acknowledged), population(again));
      assertEquals(List.of("towns.csv"), again.save());
    }
    assertEquals(before.length - 4, Files.size(study.resolve("towns.csv")));
  }
}
