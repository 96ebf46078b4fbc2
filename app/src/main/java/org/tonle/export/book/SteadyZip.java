package org.tonle.export.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Steady zip: a workbook without the time at which it was written, so that the same tables give
/// the same file.
final class SteadyZip {
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String SHEETS = "xl/worksheets/sheet";

  /// Bytes of a sheet in which its size stands.
  private static final int HEAD = 600;

  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

  private SteadyZip() {}

  /// Copies the parts of a workbook, packed, and with a constant time.
  static void copy(Path from, Path to) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(TIME);
        out.putNextEntry(copy);
        try (InputStream part = in.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            out.write(properties(part));
          } else if (entry.getName().startsWith(SHEETS)) {
            out.write(withoutSize(part.readNBytes(HEAD)));
            part.transferTo(out);
          } else {
            part.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }

  /// Takes out the size "A1", written before the rows are known, which some readers believe.
  private static byte[] withoutSize(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replace("<dimension ref=\"A1\"/>", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] properties(InputStream in) throws IOException {
    String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return CREATED.matcher(xml).replaceAll("$1" + TIME + ":00Z$2").getBytes(StandardCharsets.UTF_8);
  }
}
