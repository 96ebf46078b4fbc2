package org.tonle.report.picture;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Line breaks of words in a picture.
public final class LineBreaks {
  private LineBreaks() {}

  /// Breaks words into lines that fit, where their script allows it.
  public static List<String> lines(String words, String language, double width, double size) {
    BreakIterator places = BreakIterator.getLineInstance(Locale.of(language));
    places.setText(words);
    List<String> lines = new ArrayList<>();
    int start = 0;
    int last = 0;
    for (int next = places.next(); next != BreakIterator.DONE; next = places.next()) {
      if (last > start && TextWidth.of(words.substring(start, next).strip(), size) > width) {
        lines.add(words.substring(start, last).strip());
        start = last;
      }
      last = next;
    }
    lines.add(words.substring(start).strip());
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
