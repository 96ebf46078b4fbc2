package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.serve.draft.Draft;

/// One study has one server; another finds its address.
class ServedFolderTest {
  @TempDir Path folder;

  @Test
  void aSecondServerFindsTheAddressOfTheFirst() throws Exception {
    try (ServedFolder first = ServedFolder.hold(folder).orElseThrow()) {
      first.tell("http://127.0.0.1:8321/");
      assertTrue(ServedFolder.hold(folder).isEmpty());
      assertEquals(Optional.of("http://127.0.0.1:8321/"), ServedFolder.address(folder));
    }
    assertTrue(ServedFolder.address(folder).isEmpty());
    try (ServedFolder again = ServedFolder.hold(folder).orElseThrow()) {
      again.tell("x");
      assertTrue(ServedFolder.address(folder).isEmpty());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsServedWithoutALock() throws Exception {
    Files.writeString(folder.resolve(Draft.FOLDER), "a file where the folder should be");
    try (ServedFolder first = ServedFolder.hold(folder).orElseThrow()) {
      first.tell("http://127.0.0.1:8321/");
    }
  }
}
