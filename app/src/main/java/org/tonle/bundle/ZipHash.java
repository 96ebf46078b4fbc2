package org.tonle.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonle.disk.FileHash;
import org.tonle.service.UsageProblem;

/// Zip hash: the SHA-256 beside a bundle, for those who receive it, and the proof that a zip of
/// this name is a bundle that may be replaced.
record ZipHash(Path zip) {

  private Path file() {
    return zip.resolveSibling(zip.getFileName() + ".sha256");
  }

  private static String line(String hash, Path zip) {
    return hash + "  " + zip.getFileName() + "\n";
  }

  /// Refuses to replace a file that Tonle did not write.
  void require() throws IOException {
    boolean isOurs =
        Files.isRegularFile(zip)
            && Files.isRegularFile(file())
            && Files.readString(file()).equals(line(FileHash.of(zip), zip));
    if (Files.exists(zip) && !isOurs) {
      throw new UsageProblem("bundle.not_ours", zip);
    }
  }

  void write(Path whole) throws IOException {
    Files.writeString(file(), line(FileHash.of(whole), zip));
  }
}
