package org.tonle.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cells of tables: reads digits of three scripts, signs and digit groups as spreadsheets write
/// them.
public final class Cells {
  private static final Set<String> MISSING =
      Set.of(
          "na",
          "nan",
          "nat",
          "nd",
          "null",
          "none",
          "nil",
          "nodata",
          "missing",
          "unknown",
          "blank",
          "empty",
          "notavailable",
          "notapplicable",
          "notreported",
          "noinformation",
          "tba",
          "tbc",
          "tbd",
          "ind",
          "qnan",
          "snan",
          "void",
          "无",
          "無",
          "缺",
          "缺失",
          "缺测",
          "未知",
          "不详",
          "无数据",
          "គ្មាន",
          "គ្មានទិន្នន័យ",
          "មិនដឹង",
          "មិនមាន",
          "ไม่มี",
          "ບໍ່ມີ");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Pattern SIGNS = Pattern.compile("[-–—−_.…*?/\\\\|()\\[\\] ]+");

  /// Words by which a laboratory reports a value below its detection limit, or nothing found.
  private static final Set<String> BELOW_DETECTION =
      Set.of(
          "bdl",
          "bql",
          "lod",
          "loq",
          "dl",
          "mdl",
          "tr",
          "tr.",
          "trace",
          "traces",
          "nil",
          "none",
          "not detected",
          "n.m.",
          "not measured",
          "未检出",
          "未測出",
          "រកមិនឃើញ");

  private static final Set<String> SHEET_ERRORS =
      Set.of(
          "#ref!",
          "#div/0!",
          "#value!",
          "#name?",
          "#n/a",
          "#num!",
          "#null!",
          "#####",
          "#spill!",
          "#calc!",
          "#getting_data");
  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern GROUPS =
      Pattern.compile("[-+]?\\d{1,3}([ \u00a0\u202f']\\d{3})+(\\.\\d+)?");
  private static final Pattern COMMA_GROUPS =
      Pattern.compile("[-+]?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?");
  private static final Pattern ONE_GROUP = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");
  private static final Pattern GROUP_AND_POINT = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+\\.\\d+");
  private static final Pattern POINT_GROUPS =
      Pattern.compile("[-+]?\\d{1,3}((\\.\\d{3})+,\\d+|(\\.\\d{3}){2,})");
  private static final Pattern ONE_POINT_GROUP = Pattern.compile("[-+]?[1-9]\\d{0,2}\\.\\d{3}");
  private static final Pattern DECIMAL_POINT = Pattern.compile("[-+]?\\d*\\.\\d+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*,\\d+");
  private static final Pattern POWER =
      Pattern.compile("([-+]?\\d+(?:[.,]\\d+)?) ?[xX×*·] ?10(?:\\^|\\*\\*|[eE])?([-+]?\\d{1,2})");
  private static final Pattern TIME =
      Pattern.compile(
          "[T ]\\s*(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(?:[AaPp][Mm])?\\s*(Z|UTC|[-+]\\d{2}:?\\d{2})?$");
  private static final Pattern HAN_DATE =
      Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日?");
  private static final Pattern NAMED_MONTH =
      Pattern.compile("(\\d{1,2})[- ./]?([A-Za-z]{3,9})[- ./,]*(\\d{4})");
  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

  private static final Pattern MONTHS =
      Pattern.compile("\\s*(\\d{1,2})\\s*(?:-\\s*(\\d{1,2})\\s*)?");

  private Cells() {}

  /// A cell without the blanks, direction marks and leading apostrophe around it.
  public static String trim(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u3000'
        || c == '\u202f';
  }

  /// Digits and signs of a number in ASCII: full-width, Khmer, Thai, Lao and other digits, minus
  /// signs.
  public static String ascii(String cell) {
    if (isAscii(cell)) {
      return cell;
    }
    StringBuilder text = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
        text.append((char) ('0' + Character.digit(c, 10)));
      } else if (c == '\u2212' || c == '\uff0d') {
        text.append('-');
      } else if (c == '\uff0e') {
        text.append('.');
      } else if (c == '\uff0c') {
        text.append(',');
      } else if (c == '\uff1c') {
        text.append('<');
      } else if (c == '\uff1e') {
        text.append('>');
      } else if (c == '\uff05') {
        text.append('%');
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static boolean isAscii(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /// Whether a cell says that there is no value: signs alone, or a word for it whatever its case,
  /// points and brackets; the marks of programs for "not a number" are such words.
  public static boolean isMissingWord(String cell) {
    if (cell.isEmpty() || cell.length() > 20 || isDigit(cell.charAt(cell.length() - 1))) {
      return false;
    }
    String word = NO_LETTERS.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll("");
    return word.isEmpty() ? SIGNS.matcher(cell).matches() : MISSING.contains(word);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isSheetError(String cell) {
    return cell.startsWith("Err:")
        || (cell.startsWith("#")
            && (SHEET_ERRORS.contains(cell.toLowerCase(Locale.ROOT)) || cell.startsWith("#####")));
  }

  public static boolean isBelowDetection(String cell) {
    return BELOW_DETECTION.contains(cell.toLowerCase(Locale.ROOT));
  }

  /// Writing of a number.
  public enum Writing {
    PLAIN,
    /// With digit groups, other digits or a decimal comma: converted, with a note.
    REORDERED,
    /// 1,234: either one thousand two hundred and thirty-four, or 1.234.
    AMBIGUOUS,
    NOT_A_NUMBER
  }

  public record Written(Writing writing, double value) {}

  /// @param mark the decimal mark of the table
  /// @param counts whether the column counts people, animals or samples, which have no thousandths
  public static Written number(String cell, DecimalMark mark, boolean counts) {
    boolean isClear = (mark == DecimalMark.POINT && !counts) || cell.indexOf('.') < 0;
    if (isClear && isSimple(cell)) {
      return new Written(Writing.PLAIN, Double.parseDouble(cell));
    }
    String text = ascii(cell);
    if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return new Written(Writing.NOT_A_NUMBER, Double.NaN);
    }
    boolean isOwn = text.equals(cell);
    if (ONE_POINT_GROUP.matcher(text).matches()
        && (mark != DecimalMark.POINT || counts || !isOwn)) {
      return mark == DecimalMark.COMMA
          ? reordered(text.replace(".", ""))
          : new Written(Writing.AMBIGUOUS, Double.NaN);
    }
    if (text.startsWith("'")) {
      text = text.substring(1);
      isOwn = false;
    }
    Matcher power = POWER.matcher(text);
    if (power.matches()) {
      String digits = power.group(1).replace(',', '.') + "e" + power.group(2);
      return reordered(digits);
    }
    if (PLAIN.matcher(text).matches()) {
      return new Written(isOwn ? Writing.PLAIN : Writing.REORDERED, Double.parseDouble(text));
    }
    if (GROUPS.matcher(text).matches()) {
      return reordered(text.replaceAll("[ \u00a0\u202f']", ""));
    }
    if (COMMA_GROUPS.matcher(text).matches() || GROUP_AND_POINT.matcher(text).matches()) {
      return reordered(text.replace(",", ""));
    }
    if (POINT_GROUPS.matcher(text).matches()) {
      return reordered(text.replace(".", "").replace(',', '.'));
    }
    if (ONE_GROUP.matcher(text).matches() && mark != DecimalMark.COMMA) {
      return new Written(Writing.AMBIGUOUS, Double.NaN);
    }
    if (DECIMAL_COMMA.matcher(text).matches()) {
      return reordered(text.replace(',', '.'));
    }
    return new Written(Writing.NOT_A_NUMBER, Double.NaN);
  }

  /// Digits with at most one point and one minus in front: nearly all numbers are of this form.
  private static boolean isSimple(String cell) {
    int points = 0;
    int digits = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (c != '-' || i > 0) {
        return false;
      }
    }
    return digits > 0 && points < 2;
  }

  private static Written reordered(String text) {
    return new Written(Writing.REORDERED, Double.parseDouble(text));
  }

  /// Whether a cell has a decimal comma that cannot be a thousands mark.
  public static boolean isSurelyComma(String cell) {
    String text = ascii(cell);
    return (DECIMAL_COMMA.matcher(text).matches() && !ONE_GROUP.matcher(text).matches())
        || POINT_GROUPS.matcher(text).matches();
  }

  /// Whether a cell has a decimal point that cannot be a thousands mark.
  public static boolean isSurelyPoint(String cell) {
    String text = ascii(cell);
    return DECIMAL_POINT.matcher(text).matches() && !ONE_POINT_GROUP.matcher(text).matches();
  }

  /// A time stamp as its day and its time, "" if it has none.
  public static String[] dayAndTime(String cell) {
    Matcher time = TIME.matcher(cell.indexOf(':') < 0 ? "" : ascii(cell));
    if (!time.find()) {
      return new String[] {cell, ""};
    }
    return new String[] {trim(ascii(cell).substring(0, time.start())), trim(time.group())};
  }

  /// A calendar date; empty if the cell is no date or could be two dates.
  public static Optional<LocalDate> date(String cell) {
    String text = ascii(cell);
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher han = HAN_DATE.matcher(text);
    if (han.matches()) {
      return day(han.group(1), han.group(2), han.group(3));
    }
    Matcher named = NAMED_MONTH.matcher(text);
    if (named.matches()) {
      String word = named.group(2).toLowerCase(Locale.ROOT);
      int month = 1 + MONTH_NAMES.indexOf(word.substring(0, 3));
      return day(named.group(3), Integer.toString(month), named.group(1));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches() && Integer.parseInt(dayFirst.group(1)) > 12) {
      return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    return Optional.empty();
  }

  /// Whether a sample, a law or a census can plausibly have this date.
  public static boolean isOfOurTime(LocalDate date) {
    return date.getYear() >= 1850 && date.getYear() <= 2150;
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The date of this spreadsheet day number, where 1 = 1900-01-01 and 29 February 1900 is counted.
  public static Optional<LocalDate> serialDate(String cell) {
    OptionalDouble serial =
        PLAIN.matcher(cell).matches()
            ? OptionalDouble.of(Double.parseDouble(cell))
            : OptionalDouble.empty();
    return serial.isPresent() && serial.getAsDouble() > 20_000 && serial.getAsDouble() < 80_000
        ? Optional.of(LocalDate.of(1899, 12, 30).plusDays((long) serial.getAsDouble()))
        : Optional.empty();
  }

  /// Months of "6-9", "12-2", "6;7;8" or "6"; empty if the text has another form.
  public static Optional<List<Integer>> months(String cell) {
    List<Integer> months = new ArrayList<>();
    for (String part : ascii(cell).replace('–', '-').split("[;,]", -1)) {
      Matcher range = MONTHS.matcher(part);
      if (!range.matches()) {
        return Optional.empty();
      }
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from < 1 || from > 12 || to < 1 || to > 12) {
        return Optional.empty();
      }
      for (int m = from; ; m = m % 12 + 1) {
        months.add(m);
        if (m == to) {
          break;
        }
      }
    }
    return Optional.of(months);
  }

  public static boolean isPlain(String text) {
    return isSimple(text) || PLAIN.matcher(text).matches();
  }

  public static Optional<Boolean> yesNo(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true", "1", "是" -> Optional.of(true);
      case "no", "n", "false", "0", "否" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// A number without trailing ".0".
  public static String plain(double value) {
    return value == StrictMath.rint(value) && StrictMath.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
