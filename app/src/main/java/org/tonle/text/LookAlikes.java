package org.tonle.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Look-alikes among ids: texts that people take for one another though their letters differ.
public final class LookAlikes {
  /// Cyrillic, Greek and Armenian letters beside the Latin ones they look like, in lower case.
  private static final String PAIRS =
      "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkмmтtвbнhгrпn"
          + "αaεeοoρpνvκkιiυuτtχxωwγyηnμuβb"
          + "օoսuհhոnցgզq"
          + "ıiſsɡgʟlǃ!";

  /// Capitals whose small letter looks otherwise.
  private static final String CAPITALS =
      "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

  private static final Map<Integer, Integer> LATIN = new HashMap<>();

  static {
    for (String pairs : new String[] {PAIRS, CAPITALS}) {
      int[] letters = pairs.codePoints().toArray();
      for (int i = 0; i + 1 < letters.length; i += 2) {
        LATIN.put(letters[i], letters[i + 1]);
      }
    }
  }

  /// Zeros before a whole number, alone or at an end of an id: 007, R007; not those of 3.05.
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9.])0+(?=[0-9])");

  private LookAlikes() {}

  /// One text for all that look alike: without invisible signs, blanks, letter case and leading
  /// zeros, with Latin letters for those of other scripts that look like them.
  public static String skeleton(String id) {
    if (isPlain(id)) {
      return id;
    }
    StringBuilder plain = new StringBuilder(id.length());
    Normalizer.normalize(id, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !isInvisible(c))
        .map(LookAlikes::latin)
        .forEach(plain::appendCodePoint);
    String low = plain.toString().toLowerCase(Locale.ROOT);
    return LEADING_ZEROS.matcher(low).replaceAll("");
  }

  private static int latin(int letter) {
    Integer found = LATIN.get(letter);
    if (found != null) {
      return found;
    }
    int low = Character.toLowerCase(letter);
    Integer small = LATIN.get(low);
    if (small != null) {
      return small;
    }
    int dash = Character.getType(letter);
    if (dash == Character.DASH_PUNCTUATION || letter == 0x2212) {
      return '-';
    }
    return Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : low;
  }

  /// Small Latin letters and numbers that begin with no zero are their own skeleton.
  private static boolean isPlain(String id) {
    if (id.isEmpty() || id.charAt(0) == '0') {
      return id.isEmpty();
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean isOwn = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      boolean isLeading = c == '0' && (id.charAt(i - 1) < '0' || id.charAt(i - 1) > '9');
      if (!isOwn || isLeading) {
        return false;
      }
    }
    return true;
  }

  /// Blanks, soft hyphens, joiners, marks of direction, variation selectors.
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || c == 0x115f
        || c == 0x3164
        || c == 0x17b4
        || c == 0x17b5
        || (c >= 0xfe00 && c <= 0xfe0f);
  }

  /// A text with the numbers of all letters that are not plain ASCII: "Т-UP (U+0422)".
  public static String pointed(String id) {
    StringBuilder points = new StringBuilder();
    id.codePoints()
        .filter(c -> c > 126 || c < 32)
        .distinct()
        .limit(8)
        .forEach(
            c -> {
              String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
              points
                  .append(points.isEmpty() ? "U+" : " U+")
                  .append("0".repeat(StrictMath.max(0, 4 - hex.length())))
                  .append(hex);
            });
    return points.isEmpty() ? id : id + " (" + points + ")";
  }
}
