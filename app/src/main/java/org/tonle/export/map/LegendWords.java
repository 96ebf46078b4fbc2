package org.tonle.export.map;

import java.util.stream.Collectors;
import org.tonle.i18n.Words;

/// Legend words: the words of a legend in the three languages of the product at once, because a
/// legend of QGIS does not know its reader.
final class LegendWords {
  private static final String BETWEEN = " · ";

  private LegendWords() {}

  static String of(String key) {
    return Words.LANGUAGES.stream()
        .map(language -> Words.in(language).text("report." + key))
        .distinct()
        .collect(Collectors.joining(BETWEEN));
  }
}
