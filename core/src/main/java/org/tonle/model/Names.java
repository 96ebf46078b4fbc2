package org.tonle.model;

/// Names of one thing in the product's three languages; "" if a language has no name.
public record Names(String en, String zh, String km) {
  public static Names of(String en) {
    return new Names(en, "", "");
  }

  /// The name in `language` ("en", "zh", "km"), or the English name if that one is missing.
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
