package org.tonle.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.service.UsageProblem;
import org.tonle.service.Watcher;

/// The zip and its launcher, with a stand-in for Java; `.ci/bundle` tries the real one.
class BundleTest {
  private static final Machine LINUX = new Machine("linux", "x64");

  @TempDir Path folder;

  private Path jar() throws IOException {
    Path jar = folder.resolve("made.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name :
          List.of(
              "org/tonle/Some.class",
              "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
              "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib",
              "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll",
              "ortools-linux-x86-64/libhighs.so.1",
              "ortools-darwin-aarch64/libhighs.1.dylib",
              "ortools-win32-x86-64/highs.dll")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void aMachineKnowsTheNamesOfItsFiles() {
    for (List<String> row :
        List.of(
            List.of("Linux", "amd64", "linux-x64", "Linux/x86_64/libsqlitejdbc.so", "java"),
            List.of("Linux", "aarch64", "linux-aarch64", "Linux/aarch64/libsqlitejdbc.so", "java"),
            List.of(
                "Mac OS X", "aarch64", "macos-aarch64", "Mac/aarch64/libsqlitejdbc.dylib", "java"),
            List.of("Mac OS X", "x86_64", "macos-x64", "Mac/x86_64/libsqlitejdbc.dylib", "java"),
            List.of(
                "Windows 11", "amd64", "windows-x64", "Windows/x86_64/sqlitejdbc.dll", "java.exe"),
            List.of(
                "Windows 11",
                "aarch64",
                "windows-aarch64",
                "Windows/aarch64/sqlitejdbc.dll",
                "java.exe"))) {
      Machine machine = Machine.of(row.get(0), row.get(1));
      assertEquals(row.get(2), machine.name());
      String library = machine.nativeFolder() + "/" + machine.nativeFile();
      assertEquals(row.get(3), library);
      assertNotNull(org.sqlite.JDBC.class.getResource("/org/sqlite/native/" + library), library);
      assertEquals(row.get(4), machine.java());
    }
  }

  @Test
  void librariesLieBesideTheJar() throws IOException {
    for (Machine machine :
        List.of(LINUX, new Machine("windows", "x64"), new Machine("macos", "aarch64"))) {
      Path lib = Files.createDirectory(folder.resolve(machine.name()));
      BundleJar.copy(jar(), lib, Optional.of(machine));
      assertEquals(List.of(machine.nativeFile(), "tonle.jar"), names(lib));
      try (FileSystem jar = FileSystems.newFileSystem(lib.resolve("tonle.jar"))) {
        assertTrue(Files.exists(jar.getPath("org/tonle/Some.class")));
        assertFalse(Files.exists(jar.getPath("org/sqlite/native")));
        try (Stream<Path> solvers = Files.list(jar.getPath("/"))) {
          assertEquals(
              List.of(machine.solverFolder()),
              solvers
                  .map(path -> path.getFileName() + "/")
                  .filter(name -> name.startsWith("ortools"))
                  .toList());
        }
      }
    }
  }

  @Test
  void aBundleForAllHasOneFolderAndBothLaunchers() throws IOException {
    Bundle bundle = new Bundle(jar(), "9", Optional.empty(), Watcher.SILENT);
    Path zip = bundle.write(folder.resolve("out"));
    assertEquals("tonle-9-any.zip", zip.getFileName().toString());
    assertEquals(
        List.of("tonle-9-any.zip", "tonle-9-any.zip.sha256"), names(folder.resolve("out")));
    try (FileSystem files =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
      Path top = files.getPath("/tonle-9-any");
      try (Stream<Path> all = Files.list(files.getPath("/"))) {
        assertEquals(List.of("tonle-9-any/"), all.map(p -> p.getFileName() + "/").toList());
      }
      assertTrue(
          names(top)
              .containsAll(
                  List.of(
                      "LICENSE",
                      "lib/Linux/x86_64/libsqlitejdbc.so",
                      "lib/jdk.cmd",
                      "lib/jdk.sh",
                      "lib/tonle.jar",
                      "lib/vector.args",
                      "tonle",
                      "tonle.cmd")),
          names(top).toString());
      assertTrue(isExecutable(top.resolve("tonle")));
      assertFalse(isExecutable(top.resolve("LICENSE")));
      assertEquals(BundleZip.TIME, Files.getLastModifiedTime(top.resolve("lib/tonle.jar")));
    }
  }

  private static boolean isExecutable(Path file) throws IOException {
    Object found = Files.getAttribute(file, "zip:permissions");
    return found instanceof Set<?> all && all.contains(PosixFilePermission.OTHERS_EXECUTE);
  }

  @Test
  void onlyABundleIsReplaced() throws IOException {
    Bundle bundle = new Bundle(jar(), "9", Optional.empty(), Watcher.SILENT);
    Path out = folder.resolve("out");
    Path zip = bundle.write(out);
    bundle.write(out);
    Files.writeString(zip, "mine");
    assertThrows(UsageProblem.class, () -> bundle.write(out));
    assertEquals("mine", Files.readString(zip));
  }

  /// A bundle whose Java prints its words, one a line.
  private Path standIn(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path bin = Files.createDirectories(home.resolve("runtime/bin"));
    Files.createDirectories(home.resolve("lib"));
    copy("tonle", home.resolve("tonle"));
    Files.writeString(home.resolve("lib/tonle.aot"), "");
    Path java =
        Files.writeString(
            bin.resolve("java"), "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private static void copy(String name, Path to) throws IOException {
    try (var in = Bundle.class.getResourceAsStream(name)) {
      Files.copy(java.util.Objects.requireNonNull(in), to);
    }
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Ran(int code, List<String> lines) {}

  /// Runs with an empty environment: no PATH, no HOME.
  private Ran run(Object... words) throws Exception {
    List<String> command = new ArrayList<>();
    for (Object word : words) {
      command.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "");
    builder.directory(folder.toFile());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said.lines().toList());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theLauncherNeedsNothingButTheShell() throws Exception {
    Path home = standIn("កញ្ចប់ ថ្មី");
    List<String> before = names(home);
    Ran ran = run(home.resolve("tonle"), "check", "my study");
    assertEquals(0, ran.code(), ran.lines().toString());
    assertTrue(ran.lines().containsAll(List.of("check", "my study")), ran.lines().toString());
    assertTrue(ran.lines().contains("-XX:AOTCache=" + home.toRealPath() + "/lib/tonle.aot"));
    assertTrue(ran.lines().contains(home.toRealPath() + "/lib/tonle.jar"));
    assertEquals(before, names(home));
    Path link = Files.createSymbolicLink(folder.resolve("tonle"), Path.of("កញ្ចប់ ថ្មី/tonle"));
    assertEquals(ran, run(link, "check", "my study"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheDemoStartsWithoutTheSecondCompiler() throws Exception {
    Path home = standIn("home");
    assertTrue(run(home.resolve("tonle"), "demo").lines().contains("-XX:TieredStopAtLevel=1"));
    assertFalse(run(home.resolve("tonle"), "run", "s").lines().contains("-XX:TieredStopAtLevel=1"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLargeStudyStartsWithVectors() throws Exception {
    Path home = standIn("home");
    Path study = Files.createDirectory(folder.resolve("study"));
    Files.writeString(study.resolve("reach_seasons.csv"), "row\n".repeat(5001));
    Ran large = run(home.resolve("tonle"), "run", "study");
    assertTrue(large.lines().contains("@" + home.toRealPath() + "/lib/vector.args"));
    Files.writeString(study.resolve("reach_seasons.csv"), "row\n".repeat(5000));
    Ran small = run(home.resolve("tonle"), "run", "study");
    assertFalse(small.lines().contains("@" + home.toRealPath() + "/lib/vector.args"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whereNothingExecutesTheLauncherSaysWhatToDo() throws Exception {
    Path home = standIn("stick");
    Files.setPosixFilePermissions(
        home.resolve("runtime/bin/java"), PosixFilePermissions.fromString("rw-r--r--"));
    Ran refused = run("/bin/sh", home.resolve("tonle"), "check");
    assertEquals(3, refused.code());
    assertEquals(1, refused.lines().size(), refused.lines().toString());
    assertTrue(refused.lines().getFirst().contains("sh tonle --from-stick"));
    Ran ran = run("/bin/sh", home.resolve("tonle"), "--from-stick", "check");
    assertEquals(0, ran.code(), ran.lines().toString());
    assertTrue(ran.lines().contains("check"));
    String jar = ran.lines().get(ran.lines().indexOf("-jar") + 1);
    assertFalse(jar.startsWith(home.toString()), jar);
    assertFalse(
        Files.exists(Path.of(jar).resolve("../..").normalize()), "The copy is still there.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void withoutARuntimeAJdkIsFound() throws Exception {
    Path home = standIn("any");
    Files.delete(home.resolve("runtime/bin/java"));
    Files.delete(home.resolve("runtime/bin"));
    Files.delete(home.resolve("runtime"));
    copy("jdk.sh", home.resolve("lib/jdk.sh"));
    Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
    for (String tool : List.of("java", "javac")) {
      Path file = Files.writeString(jdk.resolve(tool), "#!/bin/sh\necho ran \"$@\"\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path release = folder.resolve("jdk/release");
    String launch =
        "TONLE_JAVA_HOME='" + folder.resolve("jdk") + "' exec '" + home + "/tonle' check";
    Files.writeString(release, "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
    Ran found = run("/bin/sh", "-c", launch);
    assertEquals(0, found.code(), found.lines().toString());
    assertTrue(found.lines().getFirst().startsWith("ran "), found.lines().toString());
    Files.writeString(release, "JAVA_VERSION=\"21.0.1\"\n");
    Ran old = run("/bin/sh", "-c", launch);
    assertEquals(3, old.code());
    assertTrue(old.lines().getFirst().contains("not a JDK 25"), old.lines().toString());
  }
}
