package org.tonle.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text of a cell, checked for faults in its letters although its bytes are valid.
public final class WrittenText {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final Pattern INNER_CAPITAL = Pattern.compile("\\p{Ll}\\p{P}?\\p{Lu}");
  private static final Pattern INNER_SIGN =
      Pattern.compile("\\p{L}[;:,!)(\\[\\]^&*+=|~`@$%]+\\p{L}");

  private WrittenText() {}

  /// Whether the cell has control characters: a zero byte, an escape, a bell, or a sign that turns
  /// the direction of what follows.
  public static boolean hasControls(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean turns = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 127 || turns) {
        return true;
      }
    }
    return false;
  }

  /// Whether letters were lost on the way: the replacement character, or question marks in place of
  /// a whole name.
  public static boolean isLost(String cell) {
    return cell.indexOf('\ufffd') >= 0
        || (cell.length() > 1
            && cell.charAt(0) == '?'
            && cell.chars().allMatch(c -> c == '?' || c == ' '));
  }

  /// The intended text, if UTF-8 was read as Western letters and saved again ("áž‘" for "ទ"); empty
  /// if the cell shows no sign of this.
  public static Optional<String> misread(String cell) {
    if (Cells.isAscii(cell) || isBeyondWestern(cell)) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < 0x100) {
        bytes.put((byte) c);
      } else {
        try {
          bytes.put(WESTERN.newEncoder().encode(CharBuffer.wrap(new char[] {c})));
        } catch (CharacterCodingException e) {
          return Optional.empty();
        }
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// Whether a letter lies beyond the last of the Western set, the trade mark: Khmer or Chinese.
  private static boolean isBeyondWestern(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) > '\u2122') {
        return true;
      }
    }
    return false;
  }

  /// Whether a name was typed for an old Khmer font: in a Unicode file it appears as Latin letters.
  public static boolean isLegacyFont(String columnName, String cell) {
    boolean isName = columnName.equals("name") || columnName.equals("station");
    if (!isName && !columnName.equals("name_km")) {
      return false;
    }
    if (isName && !hasLateCapital(cell)) {
      return false;
    }
    boolean hasKhmer = cell.codePoints().anyMatch(c -> c >= 0x1780 && c <= 0x17FF);
    boolean hasLatin = cell.codePoints().anyMatch(c -> c < 0x250 && Character.isLetter(c));
    if (columnName.equals("name_km")) {
      return hasLatin && !hasKhmer;
    }
    return !hasKhmer && hasTypedWord(cell);
  }

  /// The Unicode text of a cell typed for an old font, if its letters leave no doubt; a Latin name
  /// may have been put in a Khmer column.
  public static Optional<String> ofLegacyFont(String cell) {
    return hasTypedWord(cell) ? Limon.toUnicode(Cells.trim(cell)) : Optional.empty();
  }

  /// Such fonts leave capitals inside words, next to letters such as Ð, ñ, µ, ¼ or a sign between
  /// letters.
  private static boolean hasTypedWord(String cell) {
    if (!hasLateCapital(cell)) {
      return false;
    }
    for (String word : cell.split("\\s+", -1)) {
      boolean hasInnerCapital = INNER_CAPITAL.matcher(word).find();
      boolean hasOddLetter = word.codePoints().anyMatch(c -> c > 0xA0 && c < 0x100);
      boolean hasInnerSign = INNER_SIGN.matcher(word).find();
      if (hasInnerCapital && (hasOddLetter || hasInnerSign)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a capital follows a small letter, with at most one sign between: most names have none.
  private static boolean hasLateCapital(String cell) {
    for (int i = 0; i + 1 < cell.length(); i++) {
      boolean isSmall = Character.getType(cell.codePointAt(i)) == Character.LOWERCASE_LETTER;
      if (isSmall && (isCapital(cell, i + 1) || isCapital(cell, i + 2))) {
        return true;
      }
    }
    return false;
  }

  /// Letters and signs beyond the basic plane have two parts: they are taken as capitals.
  private static boolean isCapital(String cell, int at) {
    return at < cell.length()
        && (Character.isSurrogate(cell.charAt(at))
            || Character.getType(cell.charAt(at)) == Character.UPPERCASE_LETTER);
  }
}
