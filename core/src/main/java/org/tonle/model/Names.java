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

  /// Names of this followed by another, e.g. a plant with disinfection; a language that one of them
  /// lacks stays empty.
  Names followedBy(Names next) {
    return new Names(joined(en, next.en), joined(zh, next.zh), joined(km, next.km));
  }

  private static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? "" : first + " + " + second;
  }
}
