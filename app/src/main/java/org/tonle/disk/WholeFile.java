package org.tonle.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whole file, which replaces another in full or not at all: it is written beside it and then moved
/// to its place, so that at every moment the old or the new one is whole, also through a kill or a
/// power cut. What is not moved is deleted.
public final class WholeFile implements AutoCloseable {
  private static final Set<PosixFilePermission> WRITERS =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path part;
  private final Path target;

  private WholeFile(Path part, Path target) {
    this.part = part;
    this.target = target;
  }

  /// Writes a file that is not in its place yet, down to the disk.
  ///
  /// @param part file that nobody else uses, on the same disk if it is to be moved
  /// @param target its place
  public static WholeFile beside(Path part, Path target, byte[] bytes) throws IOException {
    WholeFile whole = new WholeFile(part, target);
    try {
      write(bytes, part);
    } catch (IOException e) {
      whole.discard(e);
      throw e;
    }
    return whole;
  }

  private static void write(byte[] bytes, Path part) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  private void discard(IOException cause) {
    try {
      if (Files.isRegularFile(part)) {
        Files.delete(part);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /// Moves the file to its place, with the rights of the old one.
  ///
  /// @throws AccessDeniedException if the old one is read-only: a move asks for rights of the
  ///   folder alone, so it would replace what its owner has locked
  public void finish() throws IOException {
    if (Files.exists(target)) {
      requireUnlocked(target);
      PosixFileAttributeView rights = posix(part);
      if (rights != null) {
        rights.setPermissions(Files.getPosixFilePermissions(target));
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(target);
  }

  /// An administrator may write everything; a file that nobody is meant to write is locked for him,
  /// too.
  private static void requireUnlocked(Path target) throws IOException {
    boolean isLocked =
        posix(target) != null
            && Collections.disjoint(Files.getPosixFilePermissions(target), WRITERS);
    if (isLocked || !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  /// The move itself survives a power cut only when the folder lies on the disk; Windows does so by
  /// itself and refuses to be asked.
  private static void syncFolder(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel of = FileChannel.open(folder, StandardOpenOption.READ)) {
      of.force(true);
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
