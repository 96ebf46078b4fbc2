package org.tonle.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tonle.folder.StudyReader;
import org.tonle.model.Study;

/// Cambodia as it was on 28 November 2026, without outlines and observations: figures that were
/// recomputed by hand stay comparable while the study goes on changing.
final class FrozenCambodia {
  private FrozenCambodia() {}

  static Study study(Path folder) throws IOException {
    InputStream resource =
        FrozenCambodia.class.getResourceAsStream("/org/tonle/frozen/cambodia-2026-11.zip");
    try (ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(resource))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.resolveSibling("."));
        Files.copy(zip, file);
      }
    }
    return StudyReader.read(folder.resolve("cambodia")).study().orElseThrow();
  }
}
