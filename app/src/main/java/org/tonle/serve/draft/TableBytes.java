package org.tonle.serve.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.tonle.folder.schema.Table;

/// Table bytes: the hash by which a changed table is seen, and whole tables within the log.
final class TableBytes {
  private TableBytes() {}

  /// Hash of a table; "" of one that does not exist.
  static String hash(byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String coded(WrittenTable text) {
    return Base64.getEncoder().encodeToString(text.bytes());
  }

  static WrittenTable text(Table table, String coded) {
    byte[] bytes = Base64.getDecoder().decode(coded.getBytes(StandardCharsets.US_ASCII));
    return WrittenTable.of(table, bytes).orElseThrow();
  }
}
