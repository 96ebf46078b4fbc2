package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.serve.torture.KillTorture;

/// `tonle serve` killed while it edits, saves and runs. [KillTest] kills at more moments what keeps
/// the edits; `tonle bench torture --serve --kills 200` kills the server at as many.
class ServerKillTest {
  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLost() throws Exception {
    List<String> program =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.tonle.cli.Main");
    KillTorture.Finding found =
        KillTorture.run(program, Folders.twoTowns(folder), 4, 1, (key, arguments) -> {});
    assertEquals(List.of(), found.faults());
    assertEquals(4, found.kills());
    assertTrue(found.acknowledged() > 4, found.toString());
  }
}
