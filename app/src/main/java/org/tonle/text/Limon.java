package org.tonle.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Limon: Khmer typed in fonts from before Unicode, in which a Latin letter represents each piece
/// of a syllable from left to right: the leftmost piece is typed first.
///
/// The signs are listed in `limon.csv`, each with a word that contains it. Signs without such a
/// word are left out, and a text with one of them is not converted: no letter is guessed. A foot of
/// ត and one of ដ look the same in these fonts; ត is written.
final class Limon {
  private static final Map<Character, Sign> SIGNS = load();

  private enum Place {
    BASE,
    BEFORE,
    BELOW,
    VOWEL,
    WITH_E,
    SHIFTER,
    MARK
  }

  private record Sign(String khmer, Place place) {}

  private final String text;
  private final StringBuilder khmer = new StringBuilder();
  private int at;

  private Limon(String text) {
    // A foot of ម is written as either of two signs that look the same; ញ with a foot as ព and ា.
    this.text =
        text.replace('\u03bc', 'µ')
            .replace("Ba©", "j©")
            .replace("BaØ", "jØ")
            .replace("Ba¢", "j¢")
            .replace(")a", "ba");
  }

  /// The text in Unicode; empty if a sign is unknown or in a place where it cannot be.
  static Optional<String> toUnicode(String text) {
    Limon limon = new Limon(text);
    while (limon.at < limon.text.length()) {
      if (!limon.readOther() && !limon.readSyllable()) {
        return Optional.empty();
      }
    }
    return Optional.of(limon.khmer.toString());
  }

  /// Reads blanks, digits and the one independent vowel.
  private boolean readOther() {
    char c = text.charAt(at);
    if (text.startsWith("b¤", at)) {
      khmer.append('ឬ');
      at += 2;
    } else if (c == ' ' || c == '-') {
      khmer.append(c);
      at++;
    } else if (c >= '0' && c <= '9') {
      khmer.append((char) (c - '0' + '០'));
      at++;
    } else {
      return false;
    }
    return true;
  }

  private boolean isNext(Place place) {
    Sign sign = at < text.length() ? SIGNS.get(text.charAt(at)) : null;
    return sign != null && sign.place == place && !text.startsWith("b¤", at);
  }

  private String take() {
    Sign sign = SIGNS.get(text.charAt(at++));
    return sign == null ? "" : sign.khmer;
  }

  /// Reads letter, feet, shifter, vowel, marks: the order of Unicode.
  private boolean readSyllable() {
    boolean hasRo = false;
    String left = "";
    while (isNext(Place.BEFORE)) {
      boolean isRo = text.charAt(at) == 'R';
      if (isRo ? hasRo : !left.isEmpty()) {
        return false;
      }
      hasRo |= isRo;
      String sign = take();
      left = isRo ? left : sign;
    }
    if (!isNext(Place.BASE)) {
      return false;
    }
    StringBuilder syllable = new StringBuilder(take());
    Map<Place, StringBuilder> parts = new HashMap<>();
    while (isNext(Place.BELOW)
        || isNext(Place.VOWEL)
        || isNext(Place.WITH_E)
        || isNext(Place.SHIFTER)
        || isNext(Place.MARK)) {
      Sign sign = SIGNS.get(text.charAt(at));
      if (sign != null) {
        StringBuilder part = parts.computeIfAbsent(sign.place, p -> new StringBuilder());
        part.append(sign.place == Place.BELOW ? "្" : "").append(sign.khmer);
      }
      at++;
    }
    Optional<String> vowel = vowel(left, text(parts, Place.VOWEL), text(parts, Place.WITH_E));
    syllable.append(text(parts, Place.BELOW)).append(hasRo ? "្រ" : "");
    syllable.append(text(parts, Place.SHIFTER)).append(vowel.orElse(""));
    khmer.append(syllable.append(text(parts, Place.MARK)));
    return vowel.isPresent();
  }

  private static String text(Map<Place, StringBuilder> parts, Place place) {
    return String.valueOf(parts.getOrDefault(place, new StringBuilder()));
  }

  /// One vowel from the pieces before, above or behind the letter.
  private static Optional<String> vowel(String left, String other, String withE) {
    boolean isE = left.equals("េ");
    if (!withE.isEmpty()) {
      return isE && other.isEmpty() && withE.length() == 1 ? Optional.of(withE) : Optional.empty();
    }
    if (left.isEmpty()) {
      return other.length() <= 1 ? Optional.of(other) : Optional.empty();
    }
    return switch (other) {
      case "" -> Optional.of(left);
      case "ា" -> isE ? Optional.of("ោ") : Optional.empty();
      case "ី" -> isE ? Optional.of("ើ") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Map<Character, Sign> load() {
    Map<Character, Sign> signs = new HashMap<>();
    List<String[]> rows = Records.read(text("limon.csv"), ',').rows();
    List<String> names = List.of(rows.getFirst());
    for (String[] row : rows.subList(1, rows.size())) {
      Place place = Place.valueOf(row[names.indexOf("place")].toUpperCase(java.util.Locale.ROOT));
      String khmer = row[names.indexOf("khmer")];
      signs.put(row[names.indexOf("sign")].charAt(0), new Sign(khmer, place));
    }
    return signs;
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Limon.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
