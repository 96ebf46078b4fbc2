package org.tonle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tonle.export.Exports;

/// A folder of results that is there whole or not at all: written beside, then moved.
final class ResultFolder implements AutoCloseable {
  private final Path target;
  private final Path beside;
  private final Thread onExit = new Thread(this::discard);

  private ResultFolder(Path target, Path beside) {
    this.target = target;
    this.beside = beside;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /// Refuses a folder that holds anything but earlier results of Tonle.
  static ResultFolder at(Path out) throws IOException {
    Path target = out.toAbsolutePath().normalize();
    if (Files.exists(target) && !isReplaceable(target)) {
      throw new UsageProblem(
          "%s exists and holds no results of Tonle; choose another folder with --out."
              .formatted(out));
    }
    Path parent = target.getParent();
    if (parent == null) {
      throw new UsageProblem("Results cannot stand at %s.".formatted(out));
    }
    Files.createDirectories(parent);
    Path beside = Files.createTempDirectory(parent, "." + target.getFileName() + "-");
    return new ResultFolder(target, beside);
  }

  private static boolean isReplaceable(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(f -> f.getFileName().toString()).toList();
      return names.isEmpty() || names.contains(Exports.SUMMARY);
    }
  }

  /// Where to write.
  Path path() {
    return beside;
  }

  /// Puts the finished results in their place; what stood there goes.
  void finish() throws IOException {
    Path old = target.resolveSibling(beside.getFileName() + ".old");
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
  }

  @Override
  public void close() {
    discard();
    if (Thread.currentThread() != onExit && !isExiting()) {
      Runtime.getRuntime().removeShutdownHook(onExit);
    }
  }

  private boolean isExiting() {
    return onExit.isAlive() || onExit.getState() == Thread.State.TERMINATED;
  }

  private void discard() {
    try {
      delete(beside);
    } catch (IOException e) {
      Console.error("What was half written could not be taken away: " + beside);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
