package org.tonle.solve;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Packed file: a file in the jar, and its checksum.
final class Packed {
  private final URL place;
  private final long size;
  private final long checksum;

  private Packed(URL place) throws IOException {
    this.place = place;
    URLConnection connection = place.openConnection();
    if (connection instanceof JarURLConnection jar) {
      size = jar.getJarEntry().getSize();
      checksum = jar.getJarEntry().getCrc();
    } else {
      byte[] contents = contents();
      size = contents.length;
      checksum = checksum(contents);
    }
  }

  static Packed of(String name) throws IOException {
    @Nullable URL found = Packed.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new IOException("this build of Tonle has no " + name);
    }
    return new Packed(found);
  }

  long checksum() {
    return checksum;
  }

  /// Writes the file to this path, unless a sound copy is there.
  void unpack(Path file) throws IOException {
    if (isSound(file)) {
      return;
    }
    Path whole = Files.createTempFile(file.resolveSibling(""), "unpacking", ".part");
    try {
      Files.write(whole, contents());
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Windows does not replace a file that another program has just put there and loaded.
      Files.deleteIfExists(whole);
      if (!isSound(file)) {
        throw e;
      }
    }
  }

  /// Whether the file is byte for byte this one.
  boolean isSound(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == size
        && checksum(Files.readAllBytes(file)) == checksum;
  }

  private byte[] contents() throws IOException {
    try (InputStream in = place.openStream()) {
      return in.readAllBytes();
    }
  }

  private static long checksum(byte[] contents) {
    CRC32 sum = new CRC32();
    sum.update(contents);
    return sum.getValue();
  }
}
