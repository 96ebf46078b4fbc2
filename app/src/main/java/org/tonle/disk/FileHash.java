package org.tonle.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// File hash: SHA-256 of a file's bytes.
public final class FileHash {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 100;

  /// Write and read version (the kind of journal), change counter, version-valid-for and version of
  /// the library (sqlite.org/fileformat2.html, section 1.3).
  private static final int[][] COUNTERS = {{18, 20}, {24, 28}, {92, 100}};

  private FileHash() {}

  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(new byte[0], in);
    }
  }

  /// Whether the file is a database of SQLite, such as a GeoPackage.
  public static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /// Hash of a database without the counters in its first bytes, which change when a program opens
  /// it and changes nothing.
  public static String ofContents(Path database) throws IOException {
    try (InputStream in = Files.newInputStream(database)) {
      byte[] header = in.readNBytes(HEADER);
      for (int[] range : COUNTERS) {
        if (header.length == HEADER) {
          Arrays.fill(header, range[0], range[1], (byte) 0);
        }
      }
      return of(header, in);
    }
  }

  private static String of(byte[] first, InputStream rest) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      new DigestInputStream(rest, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
