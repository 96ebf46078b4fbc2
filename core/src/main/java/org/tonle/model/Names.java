package org.tonle.model;

/// A name in the three languages of the product; "" where a language has none.
public record Names(String en, String zh, String km) {
  public static Names of(String en) {
    return new Names(en, "", "");
  }

  /// The name in `language` ("en", "zh", "km"), or the English one where it is missing.
  public String in(String language) {
    String name =
        switch (language) {
          case "zh" -> zh;
          case "km" -> km;
          default -> en;
        };
    return name.isEmpty() ? en : name;
  }
}
