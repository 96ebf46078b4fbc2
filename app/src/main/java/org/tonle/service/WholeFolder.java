package org.tonle.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tonle.export.Exports;

/// Whole folder, which exists in full or not at all: it is written beside its place, then moved
/// there.
///
/// An existing empty folder stays the same folder, because it may be the current folder of a
/// terminal; it is filled from a part inside it. Ctrl-C removes the part; after a kill [Leftovers]
/// does.
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

  /// @param place folder that does not exist, is empty, or may be replaced
  /// @param watcher watcher that hears of a part that could not be removed
  public static WholeFolder at(Path place, Watcher watcher) throws IOException {
    Path target = Leftovers.real(place);
    boolean fills = Files.isDirectory(target) && Leftovers.isEmpty(target);
    Path part = fills ? Leftovers.inside(target) : Leftovers.beside(target, ".part");
    Path parent = part.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Leftovers.create(part);
    WholeFolder folder =
        new WholeFolder(target, part, Leftovers.beside(target, ".old"), fills, watcher);
    Runtime.getRuntime().addShutdownHook(folder.onExit);
    return folder;
  }

  /// The folder to write to.
  public Path path() {
    return part;
  }

  /// Moves the written files to their place. Of the previous contents only what Tonle wrote is
  /// deleted; the rest stays in the folder.
  public synchronized void finish() throws IOException {
    if (isDiscarded) {
      return;
    }
    Leftovers.release(part);
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
      if (Files.exists(target.resolve(file.getFileName()))) {
        throw new FileAlreadyExistsException(target.resolve(file.getFileName()).toString());
      }
    }
    for (Path file : files(part)) {
      Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(part);
  }

  private void swap() throws IOException {
    if (Files.exists(target)) {
      if (Files.exists(old)) {
        throw new FileAlreadyExistsException(old.toString());
      }
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
    if (Files.exists(old) && !ResultManifest.retire(old, target)) {
      watcher.notice("out.kept", old);
    }
  }

  /// Files in order of name, with summary.json last, because it says that the results are complete.
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(
              Comparator.comparing((Path f) -> f.endsWith(Exports.SUMMARY))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /// Writes all bytes to the disk before the move.
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
      // Ctrl-C: Java is exiting, so later failures are not reported.
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
