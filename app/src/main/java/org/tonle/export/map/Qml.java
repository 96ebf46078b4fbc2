package org.tonle.export.map;

import java.util.List;
import org.tonle.convert.Text;

/// QML of QGIS styles: symbols, renderers and labels, as the XML that QGIS 3 reads.
final class Qml {
  private static final double BORDER_MM = 0.26;
  private static final String INK = "#17262e";
  private static final String PAPER = "#fbfaf7";
  private static final double LABEL_POINTS = 9;
  private static final double HALO_MM = 1;

  /// Widest line of the thinnest rivers on a map of a country; rivers grow with their discharge.
  private static final String WIDTH_MM = "%s + 0.013 * sqrt(abs(coalesce(%s, 0)))";

  private Qml() {}

  /// Kind of shape that carries a label.
  enum Kind {
    POINT(6),
    LINE(2),
    SHORT_LINE(4),
    AREA(4);

    /// QGIS's number of the placement: around a point, along a line, level.
    private final int placement;

    Kind(int placement) {
      this.placement = placement;
    }
  }

  /// Part of a legend.
  ///
  /// @param symbol symbol without its number yet, as [#point] and the others make it
  record Entry(String from, String to, String label, String symbol) {}

  static String point(String colour, double size_mm) {
    return point(colour, size_mm, "");
  }

  /// @param size expression of the size [mm], or ""
  static String point(String colour, double size_mm, String size) {
    String options =
        option("color", colour)
            + option("name", "circle")
            + option("size", Double.toString(size_mm))
            + (size.isEmpty()
                ? option("outline_style", "no")
                : option("outline_color", PAPER) + option("outline_width", "0.2"));
    return symbol(
        "marker", layer("SimpleMarker", 0, options, size.isEmpty() ? "" : given("size", size)));
  }

  static String area(String colour, String outline) {
    String options =
        option("color", colour)
            + option("outline_color", outline)
            + option("outline_width", Double.toString(BORDER_MM));
    return symbol("fill", layer("SimpleFill", 0, options, ""));
  }

  /// A river: a dark casing, and its colour over it.
  ///
  /// @param discharge column of the discharge that widens it, or ""
  static String river(
      String casing, double casing_mm, String colour, double width_mm, String discharge) {
    return symbol(
        "line",
        layer("SimpleLine", 0, line(casing, casing_mm), widening(casing_mm, discharge))
            + layer("SimpleLine", 1, line(colour, width_mm), widening(width_mm, discharge)));
  }

  private static String widening(double width_mm, String discharge) {
    return discharge.isEmpty()
        ? ""
        : given(
            "outlineWidth", Text.format(WIDTH_MM, Double.toString(width_mm), column(discharge)));
  }

  private static String line(String colour, double width_mm) {
    return option("line_color", colour)
        + option("line_width", Double.toString(width_mm))
        + option("capstyle", "round")
        + option("joinstyle", "round");
  }

  private static String option(String name, String value) {
    String text = value.startsWith("#") ? rgb(value) : value;
    return Text.format("<Option name=\"%s\" type=\"QString\" value=\"%s\"/>", name, text);
  }

  private static String rgb(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return Text.format("%d,%d,%d,255", rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /// A property of a symbol that an expression gives.
  private static String given(String property, String expression) {
    return Text.format(
        """
        <data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>\
        <Option name="properties" type="Map"><Option name="%s" type="Map">\
        <Option name="active" type="bool" value="true"/>\
        <Option name="expression" type="QString" value="%s"/>\
        <Option name="type" type="int" value="3"/></Option></Option>\
        <Option name="type" type="QString" value="collection"/></Option>\
        </data_defined_properties>""",
        property, escaped(expression));
  }

  /// A symbol without its number yet; layers are drawn in the order of their passes. Only that
  /// number may be a format.
  private static String symbol(String type, String layers) {
    return Text.format("<symbol name=\"%%d\" type=\"%s\" alpha=\"1\">%s</symbol>", type, layers);
  }

  private static String layer(String type, int pass, String options, String given) {
    return Text.format(
        """
        <layer class="%s" enabled="1" locked="0" pass="%d"><Option type="Map">%s</Option>%s</layer>""",
        type, pass, options, given);
  }

  private static String numbered(String symbol, int number) {
    return symbol.replaceFirst("%d", Integer.toString(number));
  }

  /// Renderer with one symbol for all.
  static String single(String symbol) {
    return Text.format(
        "<renderer-v2 type=\"singleSymbol\"><symbols>%s</symbols></renderer-v2>",
        numbered(symbol, 0));
  }

  /// Renderer with one symbol for each value of a column; values stand in `from`.
  static String byValue(String column, List<Entry> entries) {
    StringBuilder categories = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      categories.append(
          Text.format(
              "<category value=\"%s\" symbol=\"%d\" label=\"%s\" render=\"true\"/>",
              escaped(entry.from()), i, escaped(entry.label())));
    }
    return renderer("categorizedSymbol", column, "categories", categories, entries);
  }

  /// Renderer with one symbol for each range of a column.
  static String byRange(String column, List<Entry> entries) {
    StringBuilder ranges = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      ranges.append(
          Text.format(
              "<range lower=\"%s\" upper=\"%s\" symbol=\"%d\" label=\"%s\" render=\"true\"/>",
              entry.from(), entry.to(), i, escaped(entry.label())));
    }
    return renderer("graduatedSymbol", column, "ranges", ranges, entries);
  }

  private static String renderer(
      String type, String column, String list, StringBuilder legend, List<Entry> entries) {
    StringBuilder symbols = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      symbols.append(numbered(entries.get(i).symbol(), i));
    }
    return Text.format(
        """
        <renderer-v2 type="%s" attr="%s" symbollevels="1"><%s>%s</%s><symbols>%s</symbols>\
        </renderer-v2>""",
        type, escaped(column), list, legend, list, symbols);
  }

  /// Labels with a halo, of the name in the language that the project variable `tonle_language`
  /// names ("zh", "km"), else in English.
  ///
  /// @param more expression of what follows the name, or ""
  static String labels(Kind kind, String more) {
    String name =
        "coalesce(nullif(attribute('name_' || @tonle_language), ''), nullif(\"name\", ''), \"id\")";
    return Text.format(
        """
        <labeling type="simple"><settings calloutType="simple">\
        <text-style fieldName="%s" isExpression="1" fontSize="%s" fontSizeUnit="Point" \
        textColor="%s" textOpacity="1" multilineHeight="1.2">\
        <text-buffer bufferDraw="1" bufferSize="%s" bufferSizeUnits="MM" bufferColor="%s" \
        bufferOpacity="1"/></text-style>\
        <placement placement="%d" placementFlags="10" dist="1" distUnits="MM" priority="5"/>\
        <rendering obstacle="1" drawLabels="1" mergeLines="%d" minFeatureSize="%d" scaleVisibility="0"/>\
        </settings></labeling>""",
        escaped(more.isEmpty() ? name : name + " || " + more),
        Double.toString(LABEL_POINTS),
        rgb(INK),
        Double.toString(HALO_MM),
        rgb(PAPER),
        kind.placement,
        kind == Kind.LINE ? 1 : 0,
        kind == Kind.LINE ? 10 : 0);
  }

  /// A whole style.
  ///
  /// @param labels labels, or ""
  static String style(String renderer, String labels) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
        + Text.format(
            "<qgis version=\"3.22\" styleCategories=\"Symbology%s\"%s>%s%s</qgis>",
            labels.isEmpty() ? "" : "|Labeling",
            labels.isEmpty() ? "" : " labelsEnabled=\"1\"",
            renderer,
            labels);
  }

  /// A column in an expression.
  static String column(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
