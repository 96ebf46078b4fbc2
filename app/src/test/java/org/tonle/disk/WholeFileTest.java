package org.tonle.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that replaces another in full or not at all.
class WholeFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path part;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    part = folder.resolve(".part");
    target = folder.resolve("table.csv");
    Files.writeString(target, "old");
  }

  private void put() throws IOException {
    try (WholeFile whole = WholeFile.beside(part, target, NEW)) {
      assertEquals("old", Files.readString(target));
      assertEquals("new", Files.readString(part));
      whole.finish();
    }
  }

  @Test
  void theNewFileHasTheRightsOfTheOldOne() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    put();
    assertEquals("new", Files.readString(target));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    assertFalse(Files.exists(part));
  }

  @Test
  void whatIsNotFinishedIsForgotten() throws IOException {
    WholeFile.beside(part, target, NEW).close();
    assertEquals("old", Files.readString(target));
    assertFalse(Files.exists(part));
  }

  @Test
  void aFileThatIsNotThereYetIsMade() throws IOException {
    Files.delete(target);
    try (WholeFile whole = WholeFile.beside(part, target, NEW)) {
      whole.finish();
    }
    assertEquals("new", Files.readString(target));
  }

  /// Also where the program runs as an administrator, to whom the system refuses nothing.
  @Test
  void aReadOnlyFileStays() throws IOException {
    assertEquals(true, target.toFile().setReadOnly());
    assertThrows(AccessDeniedException.class, this::put);
    assertEquals("old", Files.readString(target));
    assertFalse(Files.exists(part));
  }

  @Test
  void aPartThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Files.createDirectory(part);
    assertThrows(IOException.class, this::put);
    assertEquals("old", Files.readString(target));
  }

  /// A full disk: the bytes reach no disk, so nothing is moved.
  @Test
  void aFullDiskLeavesTheOldOne() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    Files.createSymbolicLink(part, full);
    assertThrows(IOException.class, this::put);
    Files.delete(part);
    assertEquals("old", Files.readString(target));
  }
}
