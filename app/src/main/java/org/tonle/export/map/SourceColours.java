package org.tonle.export.map;

import java.util.Map;

/// Source colours: each kind of source has the same colour in every picture of a report and on the
/// map.
public final class SourceColours {
  private static final String OTHER = "#9AA0B8";

  static final Map<String, String> COLOURS =
      Map.of(
          "sewered", "#3B2E83",
          "on_site", "#B5446E",
          "industry", "#3F2E10",
          "park", "#C9A66B",
          "livestock", "#4F7A1C",
          "land", "#A5DCC0",
          "boundary", "#9AA0B8",
          "background", "#C3C7D3",
          "rain", "#7FB4C6",
          "natural", "#DAD7CD");

  private SourceColours() {}

  /// @param category name of a [org.tonle.model.Category] or of a cause's kind
  public static String of(String category) {
    return COLOURS.getOrDefault(category, OTHER);
  }
}
