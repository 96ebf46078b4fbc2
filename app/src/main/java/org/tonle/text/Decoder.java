package org.tonle.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decoder that finds the text of a file from its bytes alone.
public final class Decoder {
  private Decoder() {}

  /// Text of a file.
  ///
  /// @param text the text, or empty if the bytes are in no recognised encoding
  /// @param encoding its name, or that of the encoding which the bytes resemble
  /// @param row row of the first byte that is not UTF-8, as a spreadsheet counts; 0 if there is
  ///   none
  public record Text(Optional<String> text, String encoding, int row) {
    Text(Optional<String> text, String encoding) {
      this(text, encoding, 0);
    }
  }

  /// UTF-8 with or without byte order mark, UTF-16 with mark or recognised by its zero bytes; every
  /// other text is refused, with the encoding that it resembles.
  public static Text decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new Text(strictly(bytes, 3, StandardCharsets.UTF_8), "UTF-8");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new Text(strictly(bytes, 2, StandardCharsets.UTF_16LE), "UTF-16LE");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new Text(strictly(bytes, 2, StandardCharsets.UTF_16BE), "UTF-16BE");
    }
    int odd = zeros(bytes, 1);
    int even = zeros(bytes, 0);
    int pairs = StrictMath.min(bytes.length, 2000) / 2;
    if (pairs > 4 && odd > pairs / 3 && even == 0) {
      return new Text(strictly(bytes, 0, StandardCharsets.UTF_16LE), "UTF-16LE");
    }
    if (pairs > 4 && even > pairs / 3 && odd == 0) {
      return new Text(strictly(bytes, 0, StandardCharsets.UTF_16BE), "UTF-16BE");
    }
    Optional<String> utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return new Text(utf8, "UTF-8");
    }
    return new Text(
        Optional.empty(), looksLikeChinese(bytes) ? "GBK" : "Windows-1252", rowOfFault(bytes));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] bytes, int parity) {
    int count = 0;
    for (int i = parity; i < StrictMath.min(bytes.length, 2000); i += 2) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /// Row of the first byte that is not UTF-8.
  private static int rowOfFault(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(in, out, true);
    int row = 1;
    for (int i = 0; i < in.position(); i++) {
      row += bytes[i] == '\n' ? 1 : 0;
    }
    return row;
  }

  private static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// Many pairs of high bytes indicate Chinese rather than Western letters.
  private static boolean looksLikeChinese(byte[] bytes) {
    int high = 0;
    int pairs = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        high++;
        if (i + 1 < bytes.length && (bytes[i + 1] & 0xFF) >= 0x40) {
          pairs += bytes[i + 1] < 0 ? 1 : 0;
          high += bytes[i + 1] < 0 ? 1 : 0;
          i++;
        }
      }
    }
    return high > 0 && pairs * 2 > high * 0.6;
  }
}
