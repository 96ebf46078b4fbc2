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
  private static final double CASING_MM = 0.7;
  private static final double RIVER_MM = 0.4;
  private static final double POINT_MM = 1.4;
  private static final double LAKE_MM = 4;

  private final MapFindings findings;
  private final Result result;
  private final TreeMap<Integer, String> classes;

  /// Style of a layer.
  ///
  /// @param isDefault whether QGIS uses it when the layer is opened
  record Style(String layer, String name, boolean isDefault, String qml) {}

  public MapStyles(MapFindings findings) {
    this.findings = findings;
    result = findings.result();
    String main = result.study().settings().judging().mainStandard();
    classes =
        result.study().rules().limits().stream()
            .filter(l -> l.standard().equals(main))
            .collect(Collectors.toMap(Limit::rank, Limit::className, (a, b) -> a, TreeMap::new));
  }

  public List<Style> styles() {
    List<Style> styles = new ArrayList<>();
    styles.add(plain("nodes", Qml.point(POINT, POINT_MM / 2)));
    styles.add(plain("sources", Qml.point(POINT, POINT_MM)));
    styles.add(
        new Style(
            "units",
            "plain",
            true,
            Qml.style(
                Qml.single(Qml.area("255,255,255,0", BORDER)), Qml.labels(Qml.Kind.AREA, ""))));
    String telling = tellingSeason();
    for (Season season : result.study().waterways().seasons()) {
      boolean isDefault = season.id().equals(telling);
      for (String layer : List.of("reaches", "lakes", "lake_shapes")) {
        String labels = Qml.labels(kind(layer), "");
        styles.add(
            new Style(
                layer, season.id(), isDefault, Qml.style(byClass(layer, season.id()), labels)));
      }
    }
    styles.addAll(new FindingStyles(findings, telling).styles());
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
    return new Style(layer, "plain", true, Qml.style(Qml.single(symbol), ""));
  }

  private String byClass(String layer, String season) {
    List<Qml.Entry> entries = new ArrayList<>();
    for (var one : classes.entrySet()) {
      int slot = ClassColours.slot(classes.size(), one.getKey());
      entries.add(entry(one.getKey().toString(), one.getValue(), layer, season, slot));
    }
    String worse = Integer.toString(classes.size() + 1);
    String last = classes.isEmpty() ? "" : LegendWords.of("worse");
    entries.add(entry(worse, last, layer, season, ClassColours.WORSE));
    entries.add(entry("", LegendWords.of("legend.cannot_say"), layer, season, 0));
    return Qml.byValue("class_rank_" + season, entries);
  }

  private static Qml.Entry entry(
      String value, String label, String layer, String season, int slot) {
    return new Qml.Entry(value, "", label, symbol(layer, season, ClassColours.hex(slot)));
  }

  static Qml.Kind kind(String layer) {
    return switch (layer) {
      case "reaches" -> Qml.Kind.LINE;
      case "lakes" -> Qml.Kind.POINT;
      default -> Qml.Kind.AREA;
    };
  }

  /// Symbol of a water in a colour; rivers are as wide as in the report.
  static String symbol(String layer, String season, String colour) {
    return switch (layer) {
      case "reaches" ->
          Qml.river(CASING, CASING_MM, colour, RIVER_MM, "discharge_m3_per_s_" + season);
      case "lakes" -> Qml.point(colour, LAKE_MM);
      default -> Qml.area(colour, CASING);
    };
  }
}
