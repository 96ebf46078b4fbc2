package org.tonle.service;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.tonle.disk.TemporaryFolderFault;
import org.tonle.i18n.Words;

/// Disk fault in a sentence.
public final class DiskFault {
  /// Messages of operating systems, and of the map's database, for a full disk.
  private static final List<String> FULL =
      List.of("No space left", "not enough space", "SQLITE_FULL", "quota exceeded");

  private DiskFault() {}

  public static String says(IOException fault, Words words) {
    String message = Optional.ofNullable(fault.getMessage()).orElse("");
    if (FULL.stream().anyMatch(message::contains)) {
      return words.text("disk.full");
    }
    if (fault instanceof TemporaryFolderFault temporary) {
      return words.text("disk.temp", temporary.folder());
    }
    if (fault instanceof AccessDeniedException denied) {
      return words.text("disk.denied", denied.getFile());
    }
    if (fault instanceof FileSystemException file && file.getReason() == null) {
      return words.text("disk.failed", name(fault) + " " + file.getFile());
    }
    return words.text("disk.failed", message.isEmpty() ? name(fault) : message);
  }

  private static String name(IOException fault) {
    return fault.getClass().getSimpleName().replace("Exception", "");
  }
}
