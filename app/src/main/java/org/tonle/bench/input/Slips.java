package org.tonle.bench.input;

import java.util.List;

/// Slips of people who type words.
final class Slips {
  private static final String LATIN = "ABCEHIKMOPTXaceopxy";
  private static final String CYRILLIC = "АВСЕНІКМОРТХасеорху";
  private static final List<String> INVISIBLE = List.of("\u200B", "\u00AD", "\u2060", "\uFEFF");

  private Slips() {}

  /// A word with one slip of the fingers.
  static String misspelt(String word, Lots lots) {
    int at = lots.below(StrictMath.max(1, word.length() - 1));
    String front = word.substring(0, at);
    String rest = word.substring(at);
    return switch (lots.below(7)) {
      case 0 -> front + rest.substring(1);
      case 1 -> front + rest.charAt(0) + rest;
      case 2 ->
          rest.length() > 1 ? front + rest.charAt(1) + rest.charAt(0) + rest.substring(2) : word;
      case 3 -> word + "s";
      case 4 -> word.contains("_") ? word.replace('_', ' ') : word + "e";
      case 5 -> word.substring(0, (word.length() + 1) / 2);
      default -> front + lots.pick("x", "e", "a", "k", "i") + rest.substring(1);
    };
  }

  /// An id that looks the same, or nearly so.
  static String lookAlike(String id, Lots lots) {
    int at = lots.below(id.length());
    return switch (lots.below(10)) {
      case 0 -> otherCase(id);
      case 1 -> id.substring(0, at) + lots.pick(INVISIBLE) + id.substring(at);
      case 2 -> cyrillic(id);
      case 3 -> wide(id, at);
      case 6 -> id.replace('O', '0').replace('I', 'l');
      case 7 -> id + lots.pick("\u00A0", "\u3000", "\u200B", "\u202C", ".", "'");
      case 8 -> id.replace('A', 'Α').replace('T', 'Τ').replace('O', 'Ο').replace('o', 'ο');
      case 9 -> id.substring(0, at) + " " + id.substring(at);
      case 4 -> id.matches("[0-9]+") ? "00" + id : id.replaceFirst("([0-9]+)$", "0$1");
      default -> id.replace('-', '–').replace('_', '-');
    };
  }

  private static String otherCase(String id) {
    String low = id.toLowerCase(java.util.Locale.ROOT);
    return low.equals(id) ? id.toUpperCase(java.util.Locale.ROOT) : low;
  }

  private static String cyrillic(String id) {
    for (int i = 0; i < id.length(); i++) {
      int letter = LATIN.indexOf(id.charAt(i));
      if (letter >= 0) {
        return id.substring(0, i) + CYRILLIC.charAt(letter) + id.substring(i + 1);
      }
    }
    return id;
  }

  private static String wide(String id, int at) {
    char letter = id.charAt(at);
    boolean isAscii = letter > ' ' && letter < 127;
    char wide = (char) (letter + 0xFEE0);
    return isAscii ? id.substring(0, at) + wide + id.substring(at + 1) : id;
  }
}
