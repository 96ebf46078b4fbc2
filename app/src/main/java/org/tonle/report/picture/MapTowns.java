package org.tonle.report.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.convert.Text;
import org.tonle.model.Source;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Map towns: those with most wastewater for which there is room; towns of `kind` rural come last.
final class MapTowns {
  static final MapLabels.Style TOWN = new MapLabels.Style(14, "");
  private static final MapLabels.Style CAPITAL = new MapLabels.Style(16, "font-weight='600'");
  static final int MOST = 26;
  private static final int FAINT = 5;
  private static final double RADIUS = 3.6;

  private final Page page;
  private final MapFrame frame;

  MapTowns(Page page, MapFrame frame) {
    this.page = page;
    this.frame = frame;
  }

  /// Names of waters are italic in Latin letters, but not in Chinese and Khmer.
  static MapLabels.Style water(Page page) {
    return water(page, 1);
  }

  /// @param times size of the letters over their usual one
  static MapLabels.Style water(Page page, double times) {
    boolean isLatin = page.words.language().equals("en");
    return new MapLabels.Style(
        14 * times, "style='fill:#1D5263'" + (isLatin ? " font-style='italic'" : ""));
  }

  void write(StringBuilder svg, MapLabels labels) {
    write(svg, labels, 1, MOST);
  }

  /// @param times size of the letters and marks over their usual one
  /// @param most number of towns
  void write(StringBuilder svg, MapLabels labels, double times, int most) {
    List<Source.Town> largest = largest();
    for (Source.Town town : largest.subList(0, StrictMath.min(most, largest.size()))) {
      double[] xy = frame.at(town.lon_deg(), town.lat_deg());
      labels.keepClear(xy[0], xy[1], RADIUS * times);
    }
    int shown = 0;
    for (Source.Town town : largest) {
      double[] xy = frame.at(town.lon_deg(), town.lat_deg());
      String name = Page.brief(town.townNames().in(page.words.language()));
      boolean isCapital = town.kind().equals("capital");
      MapLabels.Style usual = isCapital ? CAPITAL : TOWN;
      MapLabels.Style style = new MapLabels.Style(usual.size() * times, usual.attributes());
      if (shown < most && labels.beside(xy[0], xy[1], 8 * times, style, name)) {
        shown++;
        svg.append(mark(xy, isCapital, times));
      }
    }
  }

  /// Draws a few faint towns for orientation.
  void orient(StringBuilder svg, MapLabels labels, MapBox box) {
    MapLabels.Style style = new MapLabels.Style(box.scaled(20), "style='fill:#6B777C'");
    int shown = 0;
    for (Source.Town town : largest()) {
      double[] xy = frame.at(town.lon_deg(), town.lat_deg());
      String name = Page.brief(town.townNames().in(page.words.language()));
      if (shown < FAINT && labels.beside(xy[0], xy[1], box.scaled(8), style, name)) {
        shown++;
        labels.keepClear(xy[0], xy[1], box.scaled(4));
        svg.append("<circle fill='#6B777C' r='").append(Figures.px(box.scaled(4)));
        svg.append("' cx='").append(Figures.px(xy[0])).append("' cy='");
        svg.append(Figures.px(xy[1])).append("'/>\n");
      }
    }
  }

  /// Town as the map shows it, however many outfalls it has.
  private record Marked(Source.Town of, double wastewater_l_per_d) {
    Marked and(Marked part) {
      return new Marked(of, wastewater_l_per_d + part.wastewater_l_per_d);
    }
  }

  /// Towns with coordinates, those with most wastewater first, rural ones last.
  private List<Source.Town> largest() {
    Map<String, Marked> towns = new TreeMap<>();
    for (Source source : page.result.study().emissions().sources()) {
      if (source instanceof Source.Town town && (town.lon_deg() != 0 || town.lat_deg() != 0)) {
        Marked part = new Marked(town, town.population() * town.wastewater_l_per_d());
        towns.merge(town.town(), part, Marked::and);
      }
    }
    return towns.values().stream()
        .sorted(
            Comparator.comparing((Marked t) -> t.of.kind().equals("rural"))
                .thenComparingDouble(t -> -t.wastewater_l_per_d)
                .thenComparing(t -> t.of.town()))
        .map(Marked::of)
        .toList();
  }

  /// A square for a capital, a ring for any other town.
  private static String mark(double[] xy, boolean isCapital, double times) {
    String side = Figures.px(9 * times);
    return isCapital
        ? Text.format(
            "<rect class='town' width='%s' height='%s' x='%s' y='%s'/>\n",
            side, side, Figures.px(xy[0] - 4.5 * times), Figures.px(xy[1] - 4.5 * times))
        : Text.format(
            "<circle class='town' r='%s' cx='%s' cy='%s'/>\n",
            Figures.px(RADIUS * times), Figures.px(xy[0]), Figures.px(xy[1]));
  }
}
