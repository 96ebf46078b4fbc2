package org.tonle.convert;

import java.util.Locale;

/// Text that contains numbers, in the same digits whatever the language of the machine.
public final class Text {
  private Text() {}

  /// Fills a pattern as [String#format] does.
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would add a dependency
  public static String format(String pattern, Object... figures) {
    return String.format(Locale.ROOT, pattern, figures);
  }
}
