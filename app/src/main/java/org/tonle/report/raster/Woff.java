package org.tonle.report.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// WOFF font file (version 1): the tables of a TrueType font, each compressed by itself. Java reads
/// TrueType only.
final class Woff {
  private static final int SIGNATURE = 0x774F4646;
  private static final int HEAD = 44;
  private static final int ENTRY = 20;

  private Woff() {}

  /// The font as TrueType.
  static byte[] trueType(byte[] woff) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(woff);
    if (woff.length < HEAD || in.getInt(0) != SIGNATURE) {
      throw new IOException("No WOFF file.");
    }
    int count = in.getShort(12);
    int power = Integer.highestOneBit(count);
    ByteBuffer head = ByteBuffer.allocate(12 + 16 * count);
    head.putInt(in.getInt(4)).putShort((short) count).putShort((short) (16 * power));
    head.putShort((short) Integer.numberOfTrailingZeros(power));
    head.putShort((short) (16 * count - 16 * power));
    ByteArrayOutputStream tables = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      int at = HEAD + ENTRY * i;
      int length = in.getInt(at + 12);
      head.putInt(in.getInt(at)).putInt(in.getInt(at + 16));
      head.putInt(head.capacity() + tables.size()).putInt(length);
      tables.write(table(woff, in.getInt(at + 4), in.getInt(at + 8), length));
      tables.write(new byte[(4 - length % 4) % 4]);
    }
    ByteArrayOutputStream font = new ByteArrayOutputStream();
    font.write(head.array());
    font.write(tables.toByteArray());
    return font.toByteArray();
  }

  private static byte[] table(byte[] woff, int offset, int packed, int length) throws IOException {
    byte[] table = new byte[length];
    if (packed == length) {
      System.arraycopy(woff, offset, table, 0, length);
      return table;
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(woff, offset, packed);
      if (inflater.inflate(table) != length) {
        throw new IOException("A table of the font is cut off.");
      }
      return table;
    } catch (DataFormatException e) {
      throw new IOException("A table of the font is damaged.", e);
    }
  }
}
