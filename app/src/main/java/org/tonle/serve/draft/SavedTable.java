package org.tonle.serve.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Saved table: written beside its place and moved there, so that the old or the new one is whole
/// at every moment.
final class SavedTable {
  private SavedTable() {}

  /// @param part file on the same disk that nobody else uses
  static void put(byte[] bytes, Path part, Path target) throws IOException {
    try {
      write(bytes, part);
      PosixFileAttributeView rights =
          Files.getFileAttributeView(part, PosixFileAttributeView.class);
      if (rights != null && Files.exists(target)) {
        rights.setPermissions(Files.getPosixFilePermissions(target));
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    syncFolder(target);
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
}
