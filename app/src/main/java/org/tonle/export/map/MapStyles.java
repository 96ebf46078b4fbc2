package org.tonle.export.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.tonle.assess.WaterClass;
import org.tonle.convert.Text;
import org.tonle.model.Limit;
import org.tonle.model.Season;
import org.tonle.run.Result;

/// Map styles with which QGIS shows the layers of a result: rivers and lakes by class, with one
/// style for each season, first the season whose classes differ most; the land as outlines. QGIS 3
/// keeps the default style of a layer in the GeoPackage table `layer_styles`.
public final class MapStyles {
  private static final String CASING = "#24343c";
  private static final String BORDER = "#b9b3a3";
  private static final String POINT = "#4f5d64";
  private static final double CASING_MM = 1.3;
  private static final double RIVER_MM = 0.9;
  private static final double POINT_MM = 1.4;
  private static final double LAKE_MM = 4;
  private static final double BORDER_MM = 0.26;

  private final Result result;
  private final TreeMap<Integer, String> classes;

  /// Style of a layer.
  ///
  /// @param isDefault whether QGIS uses it when the layer is opened
  record Style(String layer, String name, boolean isDefault, String qml) {}

  public MapStyles(Result result) {
    this.result = result;
    String main = result.study().settings().judging().mainStandard();
    classes =
        result.study().rules().limits().stream()
            .filter(l -> l.standard().equals(main))
            .collect(Collectors.toMap(Limit::rank, Limit::className, (a, b) -> a, TreeMap::new));
  }

  public List<Style> styles() {
    List<Style> styles = new ArrayList<>();
    styles.add(plain("nodes", point(POINT, POINT_MM / 2)));
    styles.add(plain("sources", point(POINT, POINT_MM)));
    styles.add(plain("units", area("255,255,255,0", BORDER)));
    String telling = tellingSeason();
    for (Season season : result.study().waterways().seasons()) {
      boolean isDefault = season.id().equals(telling);
      for (String layer : List.of("reaches", "lakes", "lake_shapes")) {
        styles.add(new Style(layer, season.id(), isDefault, byClass(layer, season.id())));
      }
    }
    return styles;
  }

  /// The season whose classes differ most between places, because a map in one colour says nothing.
  /// Of several such seasons it is the first.
  private String tellingSeason() {
    Map<String, DoubleStream.Builder> ranks = new HashMap<>();
    String main = result.study().settings().judging().mainStandard();
    for (WaterClass one : result.judged().classes()) {
      if (one.constituent().isEmpty() && one.standard().equals(main)) {
        ranks.computeIfAbsent(one.season(), s -> DoubleStream.builder()).add(one.rank());
      }
    }
    String telling = "";
    double most = -1;
    for (Season season : result.study().waterways().seasons()) {
      DoubleStream.Builder found = ranks.getOrDefault(season.id(), DoubleStream.builder());
      double differ = differ(found.build().toArray());
      if (differ > most) {
        most = differ;
        telling = season.id();
      }
    }
    return telling;
  }

  private static double differ(double[] ranks) {
    double mean = Arrays.stream(ranks).average().orElse(0);
    return Arrays.stream(ranks).map(r -> StrictMath.abs(r - mean)).sum();
  }

  private static Style plain(String layer, String symbol) {
    String renderer =
        Text.format(
            "<renderer-v2 type=\"singleSymbol\"><symbols>%s</symbols></renderer-v2>",
            Text.format(symbol, 0));
    return new Style(layer, "plain", true, qml(renderer));
  }

  private String byClass(String layer, String season) {
    StringBuilder categories = new StringBuilder();
    StringBuilder symbols = new StringBuilder();
    int next = 0;
    for (var one : classes.entrySet()) {
      int slot = ClassColours.slot(classes.size(), one.getKey());
      categories.append(category(next, one.getKey().toString(), one.getValue()));
      symbols.append(Text.format(of(layer, ClassColours.hex(slot)), next++));
    }
    int worse = classes.size() + 1;
    String last = classes.isEmpty() ? "" : "> " + classes.lastEntry().getValue();
    categories.append(category(next, Integer.toString(worse), last));
    symbols.append(Text.format(of(layer, ClassColours.hex(ClassColours.WORSE)), next++));
    categories.append(category(next, "", "?"));
    symbols.append(Text.format(of(layer, ClassColours.hex(0)), next));
    return qml(
        Text.format(
            """
        <renderer-v2 type="categorizedSymbol" attr="class_rank_%s" symbollevels="1">\
        <categories>%s</categories><symbols>%s</symbols></renderer-v2>""",
            escaped(season), categories, symbols));
  }

  private static String category(int symbol, String value, String label) {
    return Text.format(
        "<category value=\"%s\" symbol=\"%d\" label=\"%s\" render=\"true\"/>",
        value, symbol, escaped(label));
  }

  private static String of(String layer, String colour) {
    return switch (layer) {
      case "reaches" ->
          symbol(
              "line",
              layer("SimpleLine", 0, line(CASING, CASING_MM))
                  + layer("SimpleLine", 1, line(colour, RIVER_MM)));
      case "lakes" -> point(colour, LAKE_MM);
      default -> area(colour, CASING);
    };
  }

  private static String point(String colour, double size_mm) {
    String options =
        option("color", colour)
            + option("name", "circle")
            + option("size", Double.toString(size_mm))
            + option("outline_style", "no");
    return symbol("marker", layer("SimpleMarker", 0, options));
  }

  private static String line(String colour, double width_mm) {
    return option("line_color", colour)
        + option("line_width", Double.toString(width_mm))
        + option("capstyle", "round")
        + option("joinstyle", "round");
  }

  private static String area(String colour, String outline) {
    String options =
        option("color", colour)
            + option("outline_color", outline)
            + option("outline_width", Double.toString(BORDER_MM));
    return symbol("fill", layer("SimpleFill", 0, options));
  }

  private static String option(String name, String value) {
    String text = value.startsWith("#") ? rgb(value) : value;
    return Text.format("<Option name=\"%s\" type=\"QString\" value=\"%s\"/>", name, text);
  }

  private static String rgb(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return Text.format("%d,%d,%d,255", rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /// A symbol without its number yet; layers are drawn in the order of their passes.
  private static String symbol(String type, String layers) {
    return Text.format("<symbol name=\"%%d\" type=\"%s\" alpha=\"1\">%s</symbol>", type, layers);
  }

  private static String layer(String type, int pass, String options) {
    return Text.format(
        """
        <layer class="%s" enabled="1" locked="0" pass="%d"><Option type="Map">%s</Option></layer>""",
        type, pass, options);
  }

  private static String qml(String renderer) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
        + Text.format("<qgis version=\"3.22\" styleCategories=\"Symbology\">%s</qgis>", renderer);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
