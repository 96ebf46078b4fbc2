package org.tonle.report.picture;

/// Text width of words in a picture, an estimate that keeps labels from overlapping. It uses mean
/// advances of the packaged Khmer font and of common Latin sans-serif fonts, measured in a browser,
/// and is rather a tenth too wide than too narrow.
public final class TextWidth {
  private static final String NARROW = "fijlrtI.,·:;'|!()[] \u202f";
  private static final String WIDE = "mwMW%@—→";
  private static final int FIRST_IDEOGRAM = 0x2E80;

  private TextWidth() {}

  /// @param size font size; the width has the same unit
  public static double of(String words, double size) {
    double ems = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean isSubscript = i > 0 && words.charAt(i - 1) == '\u17d2';
      ems += isSubscript ? 0.15 : advance(c);
    }
    return ems * size;
  }

  private static double advance(char c) {
    if (c >= FIRST_IDEOGRAM) {
      return 1;
    }
    if (c >= '\u1780' && c <= '\u17ff') {
      return khmer(c);
    }
    if (NARROW.indexOf(c) >= 0) {
      return 0.36;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.93;
    }
    return Character.isUpperCase(c) ? 0.7 : c == '\u200b' ? 0 : 0.61;
  }

  /// Width of a Khmer character: letters are side by side, most vowels and signs above or below
  /// them.
  private static double khmer(char c) {
    boolean isVowelBeside = c == '\u17b6' || (c >= '\u17be' && c <= '\u17c5');
    boolean isAboveOrBelow = c > '\u17b6' && c <= '\u17d3' && !isVowelBeside;
    return isVowelBeside ? 0.38 : isAboveOrBelow ? 0.03 : 0.68;
  }
}
