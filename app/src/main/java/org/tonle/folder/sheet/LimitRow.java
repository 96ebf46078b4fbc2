package org.tonle.folder.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.tonle.folder.schema.Schema;

/// Limit row of standards.csv: what the statistic of its limit is of, in one text.
public final class LimitRow {
  /// What identifies a row, but for its class.
  private static final List<String> SCALE =
      Schema.find(Schema.STANDARDS).orElseThrow().key().stream()
          .filter(column -> !column.equals("class"))
          .toList();

  private static final Pattern SATURATION =
      Pattern.compile(
          "(%|percent|pct)( of)?( sat(uration|\\.)?)?|% ?饱和度?|饱和度 ?%|饱和率 ?%|% ?ឆ្អែត",
          Pattern.CASE_INSENSITIVE);

  private LimitRow() {}

  /// Rows with one scale are limits of the same thing in several classes.
  public static String scale(Row row) {
    StringBuilder scale = new StringBuilder();
    for (String column : SCALE) {
      scale.append(row.meant(column)).append('\t');
    }
    return scale.append(isSaturation(row)).toString();
  }

  /// Whether the limit is a share of oxygen saturation.
  public static boolean isSaturation(Row row) {
    return row.isPercent("value") || SATURATION.matcher(row.text("unit").strip()).matches();
  }

  /// The share of saturation in %.
  public static double percent(Row row) {
    double value = row.number("value");
    return row.isPercent("value") ? 100 * value : value;
  }
}
