package org.tonle.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dated id: an id such as 1-3 that a spreadsheet took for a day and shows as 3-Jan.
final class DatedId {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /// Day and month with or without a year, as spreadsheets show them.
  private static final List<Pattern> DATES =
      List.of(
          Pattern.compile("(?<a>\\d{1,2})[-/. ](?<m>[A-Za-z]{3})[a-z]*([-/. ]\\d{2,4})?"),
          Pattern.compile("(?<m>[A-Za-z]{3})[a-z]*[-/. ](?<a>\\d{1,2})"),
          Pattern.compile("\\d{4}[-/.](?<b>\\d{1,2})[-/.](?<a>\\d{1,2})( 00:00:00)?"),
          Pattern.compile("(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](\\d{2}|\\d{4})"));

  private static final Pattern PAIR = Pattern.compile("0*(\\d{1,2})[-/.]0*(\\d{1,2})");

  private DatedId() {}

  /// The one known id that a spreadsheet would show as the word; "" if none or several are.
  static String of(String word, Collection<String> known) {
    for (Pattern pattern : DATES) {
      Matcher date = pattern.matcher(word);
      if (date.matches()) {
        int first = Integer.parseInt(date.group("a"));
        OptionalInt second = month(date);
        if (second.isPresent()) {
          List<String> fitting =
              known.stream().filter(k -> isPair(k, first, second.getAsInt())).limit(2).toList();
          return fitting.size() == 1 ? fitting.getFirst() : "";
        }
      }
    }
    return "";
  }

  private static OptionalInt month(Matcher date) {
    if (date.namedGroups().containsKey("b")) {
      return OptionalInt.of(Integer.parseInt(date.group("b")));
    }
    int month = MONTHS.indexOf(date.group("m").toLowerCase(Locale.ROOT));
    return month < 0 ? OptionalInt.empty() : OptionalInt.of(month + 1);
  }

  private static boolean isPair(String id, int a, int b) {
    Matcher pair = PAIR.matcher(id);
    if (!pair.matches()) {
      return false;
    }
    int first = Integer.parseInt(pair.group(1));
    int second = Integer.parseInt(pair.group(2));
    return (first == a && second == b) || (first == b && second == a);
  }
}
