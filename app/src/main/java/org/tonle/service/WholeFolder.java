package org.tonle.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tonle.export.Exports;

/// A folder that is there whole or not at all: written beside its place, then moved into it.
///
/// An empty folder that exists stays the same folder (a terminal may stand in it) and is filled
/// from a part inside it. Ctrl-C takes the part away; after a kill [Leftovers] does.
public final class WholeFolder implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final Path old;
  private final boolean fills;
  private final Watcher watcher;
  private final Thread onExit = new Thread(this::discard);
  private boolean isMoved;
  private boolean isDiscarded;

  private WholeFolder(Path target, Path part, Path old, boolean fills, Watcher watcher) {
    this.target = target;
    this.part = part;
    this.old = old;
    this.fills = fills;
    this.watcher = watcher;
  }

  /// @param place that does not exist, is empty, or may be replaced
  /// @param watcher of a part that could not be taken away
  public static WholeFolder at(Path place, Watcher watcher) throws IOException {
    Path target = Leftovers.real(place);
    boolean fills = Files.isDirectory(target) && Leftovers.isEmpty(target);
    Path part = fills ? Leftovers.inside(target) : Leftovers.beside(target, ".part");
    Path parent = part.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Leftovers.delete(part);
    Files.createDirectory(part);
    WholeFolder folder =
        new WholeFolder(target, part, Leftovers.beside(target, ".old"), fills, watcher);
    Runtime.getRuntime().addShutdownHook(folder.onExit);
    return folder;
  }

  /// Where to write.
  public Path path() {
    return part;
  }

  /// Puts what was written in its place; what stood there goes.
  public synchronized void finish() throws IOException {
    if (isDiscarded) {
      return;
    }
    sync(part);
    if (fills) {
      fill();
    } else {
      swap();
    }
    isMoved = true;
  }

  private void fill() throws IOException {
    for (Path file : files(part)) {
      Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(part);
  }

  private void swap() throws IOException {
    Leftovers.delete(old);
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(old) && !Files.exists(target)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    Leftovers.delete(old);
  }

  /// In order of name, summary.json last where it is: it says that results are whole.
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(
              Comparator.comparing((Path f) -> f.endsWith(Exports.SUMMARY))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /// All bytes are on the disk before the move says so.
  private static void sync(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // Ctrl-C: Java is on its way out and what fails from here on is nobody's news.
      while (true) {
        LockSupport.park();
      }
    }
  }

  private synchronized void discard() {
    isDiscarded = true;
    if (isMoved) {
      return;
    }
    try {
      Leftovers.delete(part);
    } catch (IOException e) {
      watcher.fault(e);
    }
  }
}
