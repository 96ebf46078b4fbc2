package org.tonle.folder.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Total words that printed tables write before their sums.
final class TotalWords {
  private static final Set<String> WHOLE =
      Set.of(
          "sum",
          "sums",
          "average",
          "mean",
          "whole country",
          "national",
          "all",
          "all towns",
          "all provinces",
          "overall",
          "somme",
          "totaux",
          "ensemble",
          "moyenne",
          "insgesamt",
          "gesamt",
          "summe",
          "平均",
          "全国",
          "σ",
          "∑",
          "មធ្យម",
          "ទូទាំងប្រទេស",
          "ทั้งหมด");
  private static final List<String> FIRST =
      List.of(
          "total",
          "subtotal",
          "sub total",
          "grand total",
          "sum of ",
          "សរុប",
          "合计",
          "合計",
          "总计",
          "總計",
          "小计",
          "小計",
          "总和",
          "总数",
          "tổng",
          "รวม",
          "ລວມ");

  private static final int LETTERS = 3;
  private static final Pattern MARKS = Pattern.compile("[-:.*()]+");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern HAN_GAP = Pattern.compile("(?<=\\p{IsHan}) +(?=\\p{IsHan})");

  /// First letters of the words: most names are excluded by their first letter.
  private static final Set<Character> BEGINNINGS =
      Stream.concat(WHOLE.stream(), FIRST.stream())
          .map(TotalWords::beginning)
          .collect(Collectors.toUnmodifiableSet());

  /// First three letters of the words in Latin letters.
  private static final Set<String> LATIN =
      Stream.concat(WHOLE.stream(), FIRST.stream())
          .filter(w -> latin(w) == LETTERS)
          .map(w -> w.substring(0, LETTERS))
          .collect(Collectors.toUnmodifiableSet());

  private TotalWords() {}

  /// Number of plain Latin letters at the beginning, up to three.
  private static int latin(String cell) {
    int count = 0;
    while (count < StrictMath.min(LETTERS, cell.length())) {
      char c = cell.charAt(count);
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
        break;
      }
      count++;
    }
    return count;
  }

  private static boolean canBegin(String cell) {
    return latin(cell) < LETTERS
        ? BEGINNINGS.contains(beginning(cell))
        : LATIN.contains(cell.substring(0, LETTERS).toLowerCase(Locale.ROOT));
  }

  private static char beginning(String cell) {
    int at = 0;
    while (at < cell.length() - 1 && "-:.*() ".indexOf(cell.charAt(at)) >= 0) {
      at++;
    }
    return Character.toLowerCase(cell.charAt(at));
  }

  /// Whether a cell names a sum: such a word alone or, in a table of things that add up, before
  /// anything else ("Total Kandal", but not "Total nitrogen").
  static boolean names(String cell, boolean addsUp) {
    if (cell.isEmpty() || cell.length() > 60 || !canBegin(cell)) {
      return false;
    }
    String marked = MARKS.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll(" ");
    String plain = BLANKS.matcher(HAN_GAP.matcher(marked).replaceAll("")).replaceAll(" ").strip();
    return WHOLE.contains(plain)
        || FIRST.contains(plain)
        || plain.startsWith("grand total")
        || (addsUp && FIRST.stream().anyMatch(first -> begins(plain, first)));
  }

  /// A Latin word must end at a word boundary: "Totality" is no total. Khmer and Chinese leave no
  /// gap.
  private static boolean begins(String plain, String first) {
    if (!plain.startsWith(first)) {
      return false;
    }
    boolean isLatin = first.charAt(0) < 0x250;
    return !isLatin
        || first.endsWith(" ")
        || plain.length() == first.length()
        || plain.charAt(first.length()) == ' ';
  }
}
