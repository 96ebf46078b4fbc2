package org.tonle.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.i18n.Words;

/// Results are old or new, never mixed, whenever the process ends.
class WholeFolderTest {

  @TempDir Path folder;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private Path results(String content) throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("summary.json"), content);
    ResultManifest.write(out);
    return out;
  }

  @Test
  void whatIsNotFinishedLeavesNothing() throws IOException {
    Path out = results("old");
    try (WholeFolder whole = WholeFolder.at(out, Watcher.SILENT)) {
      Files.writeString(whole.path().resolve("summary.json"), "new");
    }
    assertEquals(List.of("out"), names(folder));
    assertEquals("old", Files.readString(out.resolve("summary.json")));
  }

  @Test
  void whatIsFinishedReplacesTheOld() throws IOException {
    Path out = results("old");
    Files.writeString(out.resolve("report-en.html"), "old");
    ResultManifest.write(out);
    try (WholeFolder whole = WholeFolder.at(out, Watcher.SILENT)) {
      Files.writeString(whole.path().resolve("summary.json"), "new");
      assertEquals("old", Files.readString(out.resolve("summary.json")));
      whole.finish();
    }
    assertEquals(List.of("out"), names(folder));
    assertEquals(List.of("summary.json"), names(out));
    assertEquals("new", Files.readString(out.resolve("summary.json")));
  }

  @Test
  void anEmptyFolderStaysTheSameFolder() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Object before = Files.readAttributes(out, "*").get("fileKey");
    try (WholeFolder whole = WholeFolder.at(out, Watcher.SILENT)) {
      Files.writeString(whole.path().resolve("summary.json"), "new");
      whole.finish();
    }
    assertEquals(before, Files.readAttributes(out, "*").get("fileKey"));
    assertEquals(List.of("summary.json"), names(out));
  }

  /// The number of a process that was and is no more.
  private static long dead() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return process.pid();
  }

  @Test
  void whatAKilledRunLeftIsPutInOrder() throws Exception {
    long dead = dead();
    Path out = folder.resolve("out");
    Path part = folder.resolve(".tonle-out-" + dead + ".part");
    Leftovers.create(part);
    Files.writeString(part.resolve("loads.csv"), "half");
    Path old = Files.createDirectory(folder.resolve(".tonle-out-" + dead + ".old"));
    Files.writeString(old.resolve("summary.json"), "old");
    long living = ProcessHandle.current().parent().orElseThrow().pid();
    Files.createDirectory(folder.resolve(".tonle-out-" + living + ".part"));
    Files.createDirectory(folder.resolve(".tonle-outer-" + dead + ".part"));
    assertTrue(Leftovers.tidy(out));
    assertEquals("old", Files.readString(out.resolve("summary.json")));
    assertEquals(
        List.of(".tonle-out-" + living + ".part", ".tonle-outer-" + dead + ".part", "out"),
        names(folder));
    assertFalse(Leftovers.tidy(out));
  }

  @Test
  void onlyResultsAreReplaced() throws IOException {
    Path out = results("old");
    ResultFolder.require(out, Watcher.SILENT);
    Files.writeString(out.resolve(".DS_Store"), "");
    ResultFolder.require(out, Watcher.SILENT);
    Files.writeString(out.resolve("thoughts.csv"), "dear");
    UsageProblem refused =
        assertThrows(UsageProblem.class, () -> ResultFolder.require(out, Watcher.SILENT));
    assertTrue(refused.in(Words.in("en")).contains("thoughts.csv"), refused.in(Words.in("en")));
    Files.delete(out.resolve("thoughts.csv"));
    ResultFolder.require(out, Watcher.SILENT);
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(UsageProblem.class, () -> ResultFolder.require(file, Watcher.SILENT));
    assertThrows(
        UsageProblem.class, () -> ResultFolder.require(file.resolve("out"), Watcher.SILENT));
  }

  /// Refuses the folder, and names this file.
  private void assertRefused(Path out, String file) {
    UsageProblem refused =
        assertThrows(UsageProblem.class, () -> ResultFolder.require(out, Watcher.SILENT));
    assertTrue(refused.in(Words.in("en")).contains(file), refused.in(Words.in("en")));
  }

  @Test
  void namesAloneMakeNoResult() throws IOException {
    for (String name :
        List.of(
            "results.gpkg-notes.txt",
            "results.gpkg-wal",
            "reaches.csv",
            "report-en.html",
            "inputs.sqlite.bak",
            "contributions.csv")) {
      Path out = results("old");
      Files.writeString(out.resolve(name), "mine");
      assertRefused(out, name);
      Files.delete(out.resolve(name));
    }
    Path out = results("old");
    Files.createDirectory(out.resolve("loads.csv"));
    assertRefused(out, "loads.csv");
    Files.delete(out.resolve("loads.csv"));
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "old");
    Files.delete(out.resolve("summary.json"));
    Files.createSymbolicLink(out.resolve("summary.json"), elsewhere);
    assertRefused(out, "summary.json");
    Files.delete(out.resolve("summary.json"));
    Files.writeString(out.resolve("summary.json"), "changed");
    assertRefused(out, "summary.json");
    Files.delete(out.resolve(ResultManifest.NAME));
    assertRefused(out, "summary.json");
    Files.writeString(out.resolve(ResultManifest.NAME), "{ no manifest");
    assertRefused(out, "summary.json");
  }

  @Test
  void aMapThatWasOnlyShownIsStillOurs() throws IOException {
    Path out = results("old");
    Files.writeString(out.resolve("results.gpkg"), "map");
    ResultManifest.write(out);
    Files.writeString(out.resolve("results.gpkg-wal"), "");
    Files.writeString(out.resolve("results.gpkg-shm"), "shared");
    ResultFolder.require(out, Watcher.SILENT);
    Files.writeString(out.resolve("results.gpkg-wal"), "changes");
    assertRefused(out, "results.gpkg-wal");
  }

  private static void sql(Path database, String... lines) throws Exception {
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      for (String line : lines) {
        statement.execute(line);
      }
    }
  }

  @Test
  void aMapThatWasOpenedIsOursUntilItsContentsChange() throws Exception {
    Path out = results("old");
    Path map = out.resolve("results.gpkg");
    sql(map, "CREATE TABLE a (b)");
    ResultManifest.write(out);
    byte[] before = Files.readAllBytes(map);
    sql(map, "PRAGMA journal_mode = WAL", "PRAGMA journal_mode = DELETE");
    assertFalse(java.util.Arrays.equals(before, Files.readAllBytes(map)), "Nothing has moved.");
    ResultFolder.require(out, Watcher.SILENT);
    sql(map, "INSERT INTO a VALUES (1)");
    assertRefused(out, "results.gpkg");
  }

  @Test
  void whatComesWhileTonleComputesIsKept() throws IOException {
    Path out = results("old");
    try (WholeFolder whole = WholeFolder.at(out, Watcher.SILENT)) {
      Files.writeString(whole.path().resolve("summary.json"), "new");
      Files.writeString(out.resolve("thoughts.txt"), "mine");
      Files.writeString(out.resolve("summary.json"), "mine too");
      whole.finish();
    }
    assertEquals("new", Files.readString(out.resolve("summary.json")));
    assertEquals("mine", Files.readString(out.resolve("thoughts.txt")));
    Path old = folder.resolve(".tonle-out-" + ProcessHandle.current().pid() + ".old");
    assertEquals("mine too", Files.readString(old.resolve("summary.json")));
    Leftovers.tidy(out);
    assertEquals("mine too", Files.readString(old.resolve("summary.json")));
  }

  @Test
  void aFolderThatOnlyLooksLikeAPartIsLeftAlone() throws Exception {
    Path out = results("old");
    long dead = dead();
    for (Path part :
        List.of(
            out.resolve(".tonle-" + dead + ".part"),
            folder.resolve(".tonle-out-" + dead + ".part"),
            folder.resolve(".tonle-out-" + dead + ".old"))) {
      Files.createDirectory(part);
      Files.writeString(part.resolve("summary.json"), "mine");
      Leftovers.tidy(out);
      assertEquals("mine", Files.readString(part.resolve("summary.json")));
    }
    assertRefused(out, ".tonle-" + dead + ".part");
  }
}
