package org.tonle.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import org.tonle.service.UsageProblem;

/// Whole table, which replaces another in full or not at all: it is written beside it, then moved
/// to its place. What is not moved is deleted.
final class WholeTable implements AutoCloseable {
  private final Path part;
  private final Path target;

  private WholeTable(Path part, Path target) {
    this.part = part;
    this.target = target;
  }

  static WholeTable beside(Path part, Path target, byte[] bytes) throws IOException {
    WholeTable whole = new WholeTable(part, target);
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
    } catch (IOException e) {
      whole.discard(e);
      throw e;
    }
    return whole;
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

  /// Moves the table to its place, with the rights of the old one.
  ///
  /// @param before bytes of the old table; if others stand there now, somebody else wrote meanwhile
  void finish(byte[] before) throws IOException {
    if (Files.exists(target)) {
      if (!Arrays.equals(before, Files.readAllBytes(target))) {
        throw new UsageProblem("samples.changed", target);
      }
      PosixFileAttributeView rights =
          Files.getFileAttributeView(part, PosixFileAttributeView.class);
      if (rights != null) {
        rights.setPermissions(Files.getPosixFilePermissions(target));
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
