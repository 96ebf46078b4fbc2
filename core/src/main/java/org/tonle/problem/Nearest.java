package org.tonle.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Nearest known word to a mistyped one.
public final class Nearest {
  /// Above this number of ids there is no search: a hint is not worth waiting for.
  private static final int MOST = 20_000;

  private Nearest() {}

  /// The nearest of `known` that a slip or two away is the word, or ""; never one that would be
  /// another quantity.
  public static String of(String word, Collection<String> known) {
    String figures = figures(word);
    return nearest(
        word, known.stream().filter(k -> figures(k).equals(figures)).toList(), most(word));
  }

  /// The nearest id, which may lie further off: an id is no quantity. First of all the one of which
  /// a spreadsheet made the word: it takes 1-3 for a day, and 007 for 7.
  public static String id(String word, Collection<String> known) {
    String dated = DatedId.of(word, known);
    if (!dated.isEmpty()) {
      return dated;
    }
    List<String> longer = known.stream().filter(k -> isWithZeros(k, word)).limit(2).toList();
    return longer.size() == 1 ? longer.getFirst() : nearest(word, known, 1 + word.length() / 3);
  }

  private static boolean isWithZeros(String id, String word) {
    return id.length() > word.length()
        && id.endsWith(word)
        && !word.isEmpty()
        && Character.isDigit(word.charAt(0))
        && id.chars().limit(id.length() - word.length()).allMatch(c -> c == '0');
  }

  private static String nearest(String word, Collection<String> known, int most) {
    if (word.length() > 60 || known.size() > MOST) {
      return "";
    }
    String best = "";
    int least = 1 + most;
    String low = word.toLowerCase(Locale.ROOT);
    for (String candidate : known) {
      if (StrictMath.abs(candidate.length() - word.length()) < least + 1) {
        int distance = distance(low, candidate.toLowerCase(Locale.ROOT), least);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return best;
  }

  /// Letters that a slip changes: none in a word of three letters, where another word is as near.
  private static int most(String word) {
    int letters = word.codePointCount(0, word.length());
    boolean isShort = letters < 4;
    return isShort ? 0 : letters < 8 ? 1 : letters < 12 ? 2 : 3;
  }

  /// Digits say which one is meant: BOD20 is no slip for BOD, nor p75 for p95.
  private static String figures(String word) {
    return word.replaceAll("\\D", "");
  }

  /// Number of letters to insert, drop, change or swap, at most `limit` + 1.
  private static int distance(String a, String b, int limit) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      int rowLeast = Integer.MAX_VALUE;
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
        } else {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          d[i][j] =
              StrictMath.min(
                  d[i - 1][j - 1] + change, StrictMath.min(d[i - 1][j], d[i][j - 1]) + 1);
          boolean isSwap =
              i > 1
                  && j > 1
                  && a.charAt(i - 1) == b.charAt(j - 2)
                  && a.charAt(i - 2) == b.charAt(j - 1);
          d[i][j] = isSwap ? StrictMath.min(d[i][j], d[i - 2][j - 2] + 1) : d[i][j];
        }
        rowLeast = StrictMath.min(rowLeast, d[i][j]);
      }
      if (rowLeast > limit) {
        return limit + 1;
      }
    }
    return d[a.length()][b.length()];
  }
}
