package org.tonle.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.tonle.service.Leftovers;
import org.tonle.service.Watcher;

/// Bundle: a zip with the program, the Java it needs and its start cache, for machines that have
/// neither a JDK nor a network.
///
/// @param jar jar of the program
/// @param version version in the bundle's name
/// @param machine machine that the bundle is for; empty for all, without a runtime
public record Bundle(Path jar, String version, Optional<Machine> machine, Watcher watcher) {
  /// What Tonle and its libraries use of Java.
  private static final String MODULES =
      "java.base,java.desktop,java.sql,java.management,jdk.management,jdk.zipfs,jdk.unsupported,"
          + "jdk.incubator.vector";

  private static final long CACHE_MINUTES = 10;

  /// Whether this Java can link a runtime.
  public static boolean canLink() {
    return ToolProvider.findFirst("jlink").isPresent();
  }

  /// Name of the bundle and of the folder at its top.
  public String name() {
    return "tonle-" + version + "-" + machine.map(Machine::name).orElse("any");
  }

  /// Writes the bundle into a folder.
  ///
  /// @return the zip
  public Path write(Path out) throws IOException {
    Files.createDirectories(out);
    Path zip = out.resolve(name() + ".zip");
    ZipHash hash = new ZipHash(zip);
    hash.require();
    Path work = Files.createTempDirectory(out.toAbsolutePath(), ".tonle-bundle-");
    try {
      Path folder = Files.createDirectory(work.resolve(name()));
      fill(folder);
      watcher.working("bundle.zipping");
      Path whole = work.resolve(name() + ".zip");
      BundleZip.write(folder, whole);
      hash.write(whole);
      Files.move(whole, zip, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return zip;
    } finally {
      watcher.done();
      Leftovers.delete(work);
    }
  }

  private void fill(Path folder) throws IOException {
    Path lib = Files.createDirectory(folder.resolve("lib"));
    BundleJar.copy(jar, lib, machine);
    Files.setLastModifiedTime(lib.resolve("tonle.jar"), BundleZip.TIME);
    resource("vector.args", lib.resolve("vector.args"));
    resource("LICENSE", folder.resolve("LICENSE"));
    if (machine.isEmpty() || machine.get().isWindows()) {
      resource("tonle.cmd", folder.resolve("tonle.cmd"));
    }
    if (machine.isEmpty() || !machine.get().isWindows()) {
      resource("tonle", folder.resolve("tonle"));
    }
    if (machine.isEmpty()) {
      resource("jdk.sh", lib.resolve("jdk.sh"));
      resource("jdk.cmd", lib.resolve("jdk.cmd"));
      return;
    }
    watcher.working("bundle.linking");
    link(folder.resolve("runtime"));
    watcher.working("bundle.caching");
    cache(folder, folder.resolve("runtime").resolve("bin").resolve(machine.get().java()));
  }

  private static void resource(String name, Path to) throws IOException {
    try (InputStream in = Objects.requireNonNull(Bundle.class.getResourceAsStream(name), name)) {
      Files.copy(in, to);
    }
  }

  private static void link(Path runtime) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    int code =
        jlink.run(
            out,
            out,
            "--add-modules",
            MODULES,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            runtime.toString());
    if (code != 0) {
      throw new IOException("jlink: " + said.toString(StandardCharsets.UTF_8).strip());
    }
  }

  /// A run in advance leaves what Java would otherwise learn anew at every start. The bundle works
  /// without it.
  private void cache(Path folder, Path java) throws IOException {
    Path lib = folder.resolve("lib");
    Path cache = lib.resolve("tonle.aot");
    Path scratch = folder.resolveSibling("scratch");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:AOTCacheOutput=" + cache,
            "-jar",
            lib.resolve("tonle.jar").toString(),
            "demo",
            "--out",
            scratch.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(CACHE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(lib.resolve("tonle.aot.config"));
    if (!Files.isRegularFile(cache)) {
      watcher.notice("bundle.no_cache");
    }
  }
}
