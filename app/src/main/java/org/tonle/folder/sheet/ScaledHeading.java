package org.tonle.folder.sheet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Headings;
import org.tonle.folder.schema.Table;
import org.tonle.text.Cells;

/// Heading with a unit or scale of its own in brackets: "capacity (万m3/d)", "population (000)".
///
/// @param factor from the figures under it to the unit of the column
record ScaledHeading(Column column, double factor) {
  private static final Pattern BRACKETS =
      Pattern.compile("^(.*?)\\s*[(\\[（［]\\s*(.+?)\\s*[)\\]）］]\\s*$");

  private static final Map<String, Double> SCALES = new LinkedHashMap<>();

  /// Factors to the unit of a column, by that unit. A gallon without its country is not among them.
  private static final Map<String, Map<String, Double>> UNITS = new HashMap<>();

  static {
    scale(1e3, "thousands", "thousand", "'000s", "'000", "000s", "000", "10^3", "1000", "1,000");
    scale(1e3, "x1000", "×1000", "千", "ពាន់");
    scale(1e4, "10^4", "10000", "10,000", "万", "萬", "ម៉ឺន");
    scale(1e5, "10^5", "十万", "lakh", "lakhs");
    scale(1e6, "10^6", "1000000", "1,000,000", "millions", "million", "百万", "លាន");
    scale(1e8, "10^8", "亿", "億");
    String day = "m3/d m3/day m3d-1 m3·d-1 cmd 立方米/日 立方米/天 吨/日 吨/天 t/d m³/日 m3/日 m3/ថ្ងៃ";
    units("m³/d", 1, day);
    units("m³/d", 1e3, "MLD ML/d Ml/d");
    units("m³/d", 1e-3, "l/d l/day");
    units("m³/d", 24, "m3/h m3/hr");
    units("m³/d", 86.4, "l/s");
    units("m³/d", 86_400, "m3/s cumecs");
    units("m³/d", 1 / 365.25, "m3/a m3/yr m3/year m3/年");
    units("m³/d", 3785.411784, "usmgd mgdus mgd(us)");
    units("m³/d", 4546.09, "impmgd imperialmgd mgdimp mgd(imp)");
    units("m³/s", 1, "m3/s cumecs cumec cms m3s-1 立方米/秒");
    units("m³/s", 1e-3, "l/s");
    units("m³/s", 0.028316846592, "cfs ft3/s cusecs");
    units("m³/s", 1.0 / 86_400, day);
    units("m³/s", 1.0 / 3600, "m3/h m3/hr");
    units("km²", 1, "km2 sqkm 平方公里 គម2");
    units("km²", 1e-2, "ha hectare hectares 公顷 ហិកតា");
    units("km²", 1e-6, "m2 sqm 平方米");
    units("km²", 0.0040468564224, "acre acres ac");
    units("km²", 2.589988110336, "mi2 sqmi");
    units("km²", 1 / 1500.0, "亩 mu");
    units("km²", 0.0016, "rai");
    units("km", 1, "km 公里 千米");
    units("km", 1e-3, "m 米");
    units("km", 1.609344, "mi mile miles");
    units("m", 1, "m 米");
    units("m", 1e3, "km");
    units("m", 1e-2, "cm");
    units("m", 1e-3, "mm");
    units("m", 0.3048, "ft feet");
    String people = "people persons inhabitants heads head animals p. 人 头 只 羽 នាក់ ក្បាល";
    units("people", 1, people);
    units("heads", 1, people);
  }

  private static void scale(double factor, String... words) {
    for (String word : words) {
      SCALES.put(word, factor);
    }
  }

  private static void units(String unit, double factor, String words) {
    for (String word : words.split(" ", -1)) {
      UNITS.computeIfAbsent(unit, u -> new HashMap<>()).put(word, factor);
    }
  }

  /// The column and the factor of a heading; empty if either is not known for sure.
  static Optional<ScaledHeading> find(Table table, String heading) {
    Matcher parts = BRACKETS.matcher(Cells.trim(heading));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String base = Header.plain(parts.group(1));
    return table.columns().stream()
        .filter(c -> c.type() == Column.Type.NUMBER && names(table, c, base))
        .flatMap(c -> factor(c, parts.group(2)).map(f -> new ScaledHeading(c, f)).stream())
        .findFirst();
  }

  private static boolean names(Table table, Column column, String base) {
    String stem = Header.stem(column.name());
    String ending = column.name().substring(stem.length());
    return base.equals(stem)
        || Headings.find(table, base).filter(column::equals).isPresent()
        || Headings.find(table, base + ending).filter(column::equals).isPresent();
  }

  private static Optional<Double> factor(Column column, String written) {
    String kind = column.name().equals("heads") ? "heads" : column.unit();
    Map<String, Double> units = UNITS.getOrDefault(kind, Map.of());
    String text =
        written
            .replace("10³", "10^3")
            .replace("10⁴", "10^4")
            .replace("10⁶", "10^6")
            .replace('³', '3')
            .replace('²', '2')
            .replace("m^3", "m3")
            .replace("m^2", "m2")
            .replace('／', '/');
    String tight = text.replaceAll("[\\s\u00a0_]+", "");
    Optional<Double> whole = unit(units, tight);
    if (whole.isPresent()) {
      return whole;
    }
    String low = tight.toLowerCase(Locale.ROOT);
    List<String> longestFirst =
        SCALES.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String word : longestFirst) {
      if (low.startsWith(word)) {
        double scale = SCALES.getOrDefault(word, Double.NaN);
        String rest = tight.substring(word.length()).replaceFirst("^(of|[x×*])", "");
        boolean isCount = kind.equals("heads") || kind.equals("people");
        return rest.isEmpty() && isCount
            ? Optional.of(scale)
            : unit(units, rest).map(f -> scale * f);
      }
    }
    return Optional.empty();
  }

  /// A unit as it stands or in small letters; "ml/d" is never a million litres.
  private static Optional<Double> unit(Map<String, Double> units, String text) {
    Double exact = units.get(text);
    return Optional.ofNullable(exact != null ? exact : units.get(text.toLowerCase(Locale.ROOT)));
  }
}
