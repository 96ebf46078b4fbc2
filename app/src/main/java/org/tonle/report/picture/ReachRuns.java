package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Reach runs of a map with very many reaches: those that look alike are drawn together, so that a
/// report of thousands of reaches can be sent and opened. Only broken limits have a tip, and only
/// on the large map.
final class ReachRuns {
  /// A map of more reaches than this is drawn in runs.
  private static final int MANY = 1500;

  /// Id of the lines of all reaches together, which maps of causes draw below their own.
  static final String ALL = "all-reaches";

  private final Page page;
  private final MapPicture map;
  private final Set<String> breached;
  private final int number;

  /// @param number number of the map on its page
  ReachRuns(Page page, MapPicture map, Set<String> breached, int number) {
    this.page = page;
    this.map = map;
    this.breached = breached;
    this.number = number;
  }

  /// Whether so many reaches are drawn in runs.
  static boolean areMany(List<Reach> reaches) {
    return reaches.size() > MANY;
  }

  /// The lines of all reaches together, for other pictures to refer to; "" of few reaches.
  static String together(List<Reach> reaches) {
    if (!areMany(reaches)) {
      return "";
    }
    StringBuilder lines = new StringBuilder("<g id='" + ALL + "'>");
    for (int i = 0; i < reaches.size(); i++) {
      lines.append("<use href='#r").append(i).append("'/>");
    }
    return lines.append("</g>").toString();
  }

  /// How all reaches of a run look.
  private record Style(
      boolean isDry,
      boolean isBreach,
      String width_px,
      int colour,
      boolean isSure,
      boolean isDashed) {}

  void draw(StringBuilder svg, MapPicture.Looks looks, int season, boolean isLarge) {
    List<Reach> reaches = page.result.study().waterways().reaches();
    Season of = page.seasons().get(season);
    double factor = isLarge ? 1 : 1.8;
    Map<Style, List<Integer>> runs = new LinkedHashMap<>();
    StringBuilder tips = new StringBuilder();
    StringBuilder ticks = new StringBuilder();
    for (int i : MapPicture.bySize(reaches, season)) {
      Reach reach = reaches.get(i);
      double q = reach.seasons().get(season).discharge_m3_per_s();
      boolean isBreach = breached.contains("REACH " + reach.id() + "\t" + of.id());
      double width = MapPicture.width(q, isBreach) * factor;
      MapPicture.Look look = looks.of(Place.Kind.REACH, reach.id());
      boolean isDry = StrictMath.abs(q) < 1e-6;
      Style style =
          isDry
              ? new Style(true, false, "1.6", 0, true, false)
              : new Style(
                  false, isBreach, half(width), look.colour(), look.isSure(), look.isDashed());
      runs.computeIfAbsent(style, k -> new ArrayList<>()).add(i);
      if (isBreach && !isDry) {
        MapPicture.ticks(
            ticks, map.line(reach), width + 5 * factor, MapPicture.TICK_EVERY * factor);
        if (isLarge) {
          tips.append("<use href='#r").append(i).append("'><title>");
          tips.append(map.tip(reach, look, of, true)).append("</title></use>");
        }
      }
    }
    List<Map.Entry<Style, List<Integer>>> styles = new ArrayList<>(runs.entrySet());
    styles.sort(Comparator.comparing(e -> e.getKey().isBreach()));
    for (int k = 0; k < styles.size(); k++) {
      write(svg, styles.get(k).getKey(), styles.get(k).getValue(), "m" + number + "-" + k, factor);
    }
    svg.append(ticks);
    if (!tips.isEmpty()) {
      svg.append("<g fill='none' stroke='none' stroke-width='6' pointer-events='stroke'>");
      svg.append(tips).append("</g>");
    }
    svg.append('\n');
  }

  /// Widths in steps of half a pixel make few runs.
  private static String half(double width) {
    return Figures.px(StrictMath.rint(width * 2) / 2);
  }

  private static void write(
      StringBuilder svg, Style style, List<Integer> reaches, String id, double factor) {
    StringBuilder lines = new StringBuilder("<g id='" + id + "'>");
    reaches.forEach(i -> lines.append("<use href='#r").append(i).append("'/>"));
    lines.append("</g>");
    if (style.isDry) {
      svg.append("<g class='dry' stroke-width='1.6'>").append(lines).append("</g>\n");
      return;
    }
    double width = Double.parseDouble(style.width_px);
    String again = "<use href='#" + id + "' class='";
    svg.append("<g class='case' stroke-width='")
        .append(Figures.px(width + 0.7 * factor))
        .append("'>")
        .append(lines)
        .append("</g>")
        .append(again)
        .append("core k")
        .append(style.colour)
        .append("' stroke-width='")
        .append(style.width_px)
        .append(style.colour > 0 && !style.isSure ? "' stroke-dasharray='9 3'/>" : "'/>");
    if (style.isDashed) {
      svg.append(again).append("dash' stroke-width='").append(Figures.px(width / 3)).append("'/>");
    }
    svg.append('\n');
  }
}
