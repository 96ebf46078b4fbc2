package org.tonle.export.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Verdict;
import org.tonle.convert.Text;
import org.tonle.demand.Demand;
import org.tonle.model.Season;
import org.tonle.run.Result;

/// Finding styles: breaches, chances, cuts and causes in the colours of the report, and rivers and
/// lakes by what the main law says of them.
final class FindingStyles {
  private static final String BREACH = "#9c1c1c";
  private static final String UNKNOWN = "#8e9aa0";
  private static final String BEYOND = "#b58a2a";
  private static final String OUTLINE = "#24343c";
  private static final double LINE_MM = 0.9;
  private static final double CASING_MM = 1.3;
  private static final double POINT_MM = 3;

  /// Slots of the chance of meeting a limit: broken, rather broken, rather met, met.
  private static final int[] CHANCE = {4, 3, 0, 2};

  private final MapFindings findings;
  private final Result result;
  private final String telling;

  /// @param telling season whose style is the first
  FindingStyles(MapFindings findings, String telling) {
    this.findings = findings;
    this.telling = telling;
    result = findings.result();
  }

  List<MapStyles.Style> styles() {
    List<MapStyles.Style> styles = new ArrayList<>();
    String times = "': ' || \"what\" || ' ' || round(\"times\", 1) || '×'";
    breaches(styles, BreachLayers.RIVERS, true, times);
    breaches(styles, BreachLayers.POINTS, false, times);
    for (Season season : result.study().waterways().seasons()) {
      verdicts(styles, season.id());
      chance(styles, ChanceLayers.RIVERS, true, season.id());
      chance(styles, ChanceLayers.POINTS, false, season.id());
    }
    findings.demand().ifPresent(d -> cuts(styles, d));
    causes(styles);
    return styles;
  }

  private void breaches(List<MapStyles.Style> styles, String layer, boolean isLine, String times) {
    List<Qml.Entry> entries =
        List.of(
            entry(Verdict.Outcome.BREACHED, "verdict.breached", isLine, BREACH),
            entry(Verdict.Outcome.BEYOND_SOURCES, "verdict.beyond", isLine, BEYOND),
            entry(Verdict.Outcome.NEEDS_MORE_DRAWS, "legend.cannot_say", isLine, UNKNOWN));
    styles.add(
        new MapStyles.Style(
            layer,
            "outcome",
            true,
            Qml.style(
                Qml.byValue("outcome", entries),
                Qml.labels(isLine ? Qml.Kind.SHORT_LINE : Qml.Kind.POINT, times))));
  }

  private static Qml.Entry entry(
      Verdict.Outcome outcome, String key, boolean isLine, String colour) {
    return new Qml.Entry(outcome.id(), "", LegendWords.of(key), symbol(isLine, colour));
  }

  private static String symbol(boolean isLine, String colour) {
    return isLine
        ? Qml.river(OUTLINE, CASING_MM, colour, LINE_MM, "")
        : Qml.point(colour, POINT_MM);
  }

  /// Rivers and lakes by the verdict of the main law, as page one of the report.
  private static void verdicts(List<MapStyles.Style> styles, String season) {
    for (String layer : List.of("reaches", "lakes", "lake_shapes")) {
      // QGIS gives the last, without a value, to all other outcomes
      List<Qml.Entry> entries =
          List.of(
              entry(Verdict.Outcome.MET.id(), "verdict.met", layer, season, ClassColours.hex(2)),
              entry(
                  Verdict.Outcome.BREACHED.id(),
                  "verdict.breached",
                  layer,
                  season,
                  ClassColours.hex(4)),
              entry(Verdict.Outcome.BEYOND_SOURCES.id(), "verdict.beyond", layer, season, BEYOND),
              entry("", "legend.cannot_say", layer, season, UNKNOWN));
      styles.add(
          new MapStyles.Style(
              layer,
              "verdict " + season,
              false,
              Qml.style(
                  Qml.byValue("verdict_" + season, entries),
                  Qml.labels(MapStyles.kind(layer), ""))));
    }
  }

  private static Qml.Entry entry(
      String value, String key, String layer, String season, String colour) {
    return new Qml.Entry(value, "", LegendWords.of(key), MapStyles.symbol(layer, season, colour));
  }

  private void chance(List<MapStyles.Style> styles, String layer, boolean isLine, String season) {
    long met = StrictMath.round(100 * result.study().settings().judging().confidence());
    long[] bounds = {0, 100 - met, 50, met, 100};
    List<Qml.Entry> entries = new ArrayList<>();
    for (int i = 0; i < CHANCE.length; i++) {
      entries.add(
          new Qml.Entry(
              Long.toString(bounds[i]),
              Long.toString(bounds[i + 1]),
              bounds[i] + " – " + bounds[i + 1] + " %",
              symbol(isLine, ClassColours.hex(CHANCE[i]))));
    }
    String column = ChanceLayers.chance(season);
    String more = "coalesce(' ' || round(" + Qml.column(column) + ") || ' %', '')";
    styles.add(
        new MapStyles.Style(
            layer,
            season,
            season.equals(telling),
            Qml.style(
                Qml.byRange(column, entries),
                Qml.labels(isLine ? Qml.Kind.SHORT_LINE : Qml.Kind.POINT, more))));
  }

  /// One style for each constituent; the first shows that of most people.
  private void cuts(List<MapStyles.Style> styles, Demand demand) {
    Map<String, Double> people = new TreeMap<>();
    demand
        .cuts()
        .forEach(c -> people.merge(c.cause().constituent(), c.peopleEquivalent(), Double::sum));
    Map<String, Double> most = CutLayers.mostNow_t_per_a(demand);
    String first =
        most.keySet().stream()
            .max(
                Comparator.<String>comparingDouble(c -> people.getOrDefault(c, 0.0))
                    .thenComparing(Comparator.reverseOrder()))
            .orElse("");
    most.forEach(
        (constituent, now) -> {
          String column = CutLayers.cut(constituent);
          String cut = Qml.column(column);
          String more =
              Text.format(
                  "CASE WHEN %s > 0 THEN ' ' || format_number(round(%s, 1 - floor(log10(%s))),"
                      + " CASE WHEN %s < 10 THEN 1 ELSE 0 END) || ' %s' ELSE '' END",
                  cut, cut, cut, cut, unit(constituent));
          styles.add(
              new MapStyles.Style(
                  CutLayers.CUTS,
                  constituent,
                  constituent.equals(first),
                  Qml.style(
                      Qml.byRange(column, entries(CutBreaks.of(now), unit(constituent))),
                      Qml.labels(Qml.Kind.AREA, more))));
        });
  }

  /// Unit of yearly loads of a constituent.
  private String unit(String constituent) {
    return result.study().chemistry().constituents().stream()
            .anyMatch(c -> c.id().equals(constituent) && c.unit().counts())
        ? "10¹²/a"
        : "t/a";
  }

  private static List<Qml.Entry> entries(List<Double> breaks, String unit) {
    List<Qml.Entry> entries = new ArrayList<>();
    entries.add(new Qml.Entry("0", "0", "0", Qml.area("255,255,255,0", OUTLINE)));
    for (int i = 0; i < CutBreaks.COLOURS.size(); i++) {
      String from = i == 0 ? "0" : plain(breaks.get(i - 1));
      String to = i < breaks.size() ? plain(breaks.get(i)) : "1e300";
      String label = i == 0 ? "< " + to : i < breaks.size() ? from + " – " + to : "≥ " + from;
      entries.add(
          new Qml.Entry(from, to, label + " " + unit, Qml.area(CutBreaks.COLOURS.get(i), OUTLINE)));
    }
    return entries;
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /// Sources by category, as large as their mean share.
  private static void causes(List<MapStyles.Style> styles) {
    List<Qml.Entry> entries = new ArrayList<>();
    new TreeMap<>(SourceColours.COLOURS)
        .forEach(
            (category, colour) ->
                entries.add(
                    new Qml.Entry(
                        category,
                        "",
                        LegendWords.of("category." + category),
                        Qml.point(colour, POINT_MM, "1.5 + sqrt(\"mean_pct\")"))));
    String more =
        "CASE WHEN \"first_at\" > 0 THEN ': ' || \"what\" || ' ' || round(\"mean_pct\") || ' %'"
            + " ELSE '' END";
    styles.add(
        new MapStyles.Style(
            CutLayers.CAUSES,
            "category",
            true,
            Qml.style(Qml.byValue("category", entries), Qml.labels(Qml.Kind.POINT, more))));
  }
}
