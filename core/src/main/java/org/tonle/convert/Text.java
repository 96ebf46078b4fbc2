package org.tonle.convert;

import java.util.Locale;

/// Text with figures in it, in the same digits whatever the language of the machine.
public final class Text {
  private Text() {}

  /// Fills a pattern as [String#format] does.
  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency of its own
  public static String format(String pattern, Object... figures) {
    return String.format(Locale.ROOT, pattern, figures);
  }
}
