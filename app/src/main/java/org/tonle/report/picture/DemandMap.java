package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.export.DemandRow;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Demand map: the load to cut by unit, with a shade for its class and figures for the units that
/// must cut.
public final class DemandMap {
  private static final MapLabels.Style DARK = new MapLabels.Style(22, "");
  private static final MapLabels.Style LIGHT =
      new MapLabels.Style(22, "style='fill:#fff;stroke:#4A2170'");

  /// A name may extend a little beyond the outline.
  private static final double ROOM = 1.15;

  private final Page page;
  private final MapPicture map;
  private final DemandScale scale;
  private final Map<String, Double> cuts_t_per_a = new HashMap<>();

  /// @param rows rows of one constituent, by unit; a unit without an outline counts for the
  ///   smallest unit around it that has one
  public DemandMap(Page page, MapPicture map, List<DemandRow> rows) {
    this.page = page;
    this.map = map;
    Map<String, Double> now = new HashMap<>();
    for (DemandRow row : rows) {
      Optional<String> drawn = map.land().drawn(row.unit());
      if (drawn.isPresent()) {
        now.merge(drawn.get(), row.now_t_per_a(), Double::sum);
        cuts_t_per_a.merge(drawn.get(), row.cut_t_per_a(), Double::sum);
      }
    }
    scale = new DemandScale(now.values().stream().mapToDouble(d -> d).max().orElse(1));
  }

  /// Whether any unit that must cut has an outline.
  public boolean isDrawable() {
    return cuts_t_per_a.values().stream().anyMatch(c -> c > 0);
  }

  /// @param says sentence on what the map shows
  public String svg(String says) {
    StringBuilder svg = new StringBuilder(map.frame().open(says));
    svg.append(map.land().ground()).append("<g clip-path='url(#inland)'>");
    List<Map.Entry<String, Double>> order = new ArrayList<>(cuts_t_per_a.entrySet());
    order.sort(
        Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey));
    for (Map.Entry<String, Double> unit : order) {
      String fill = DemandScale.colour(scale.rank(unit.getValue()));
      svg.append(map.land().use(unit.getKey(), "class='unit' fill='" + fill + "'"));
    }
    svg.append("</g>");
    map.land().outer().forEach(u -> svg.append(map.land().use(u, "class='outline'")));
    page.result
        .study()
        .waterways()
        .lakes()
        .forEach(l -> svg.append(map.land().use(l.id(), "class='farlake'")));
    MapLabels labels = new MapLabels(MapBox.whole(map.frame()));
    label(labels, order);
    return svg.append('\n').append(labels.svg()).append("</svg>\n").toString();
  }

  /// Names and figures of the units that must cut. Those of units too small for their name come
  /// first, beside them, and no other name may lie on such a unit: it would be taken for its own.
  private void label(MapLabels labels, List<Map.Entry<String, Double>> order) {
    List<Map.Entry<String, Double>> large = new ArrayList<>();
    for (Map.Entry<String, Double> e : order) {
      Optional<double[]> middle = map.land().middle(e.getKey());
      if (middle.isEmpty() || !(e.getValue() > 0)) {
        continue;
      }
      if (isRoomy(e.getKey())) {
        large.add(e);
      } else {
        beside(labels, e.getKey(), e.getValue());
        labels.keepClear(middle.get()[0], middle.get()[1], DARK.size() / 2);
      }
    }
    large.removeIf(e -> isInside(labels, e.getKey(), e.getValue()));
    large.forEach(e -> beside(labels, e.getKey(), e.getValue()));
  }

  private boolean isRoomy(String unit) {
    return TextWidth.of(page.unit(unit), DARK.size()) < ROOM * map.land().room(unit);
  }

  /// Writes name and figure inside the unit if they find room.
  private boolean isInside(MapLabels labels, String unit, double cut_t_per_a) {
    MapLabels.Style style = DemandScale.isDark(scale.rank(cut_t_per_a)) ? LIGHT : DARK;
    double[] at = map.land().middle(unit).orElseThrow();
    String name = page.unit(unit);
    double apart = page.line(style.size());
    if (!labels.on(at[0], at[1] - apart / 2, style, name)) {
      return false;
    }
    labels.on(at[0], at[1] + apart / 2, style, Figures.two(cut_t_per_a));
    return true;
  }

  /// Writes name and figure beside the country with a line to the unit, else the figure inside.
  private void beside(MapLabels labels, String unit, double cut_t_per_a) {
    double[] at = map.land().middle(unit).orElseThrow();
    String figure = Figures.two(cut_t_per_a);
    if (!labels.led(at, DARK, page.unit(unit) + " " + figure, map.land()::isAbroad)) {
      boolean isDark = DemandScale.isDark(scale.rank(cut_t_per_a));
      labels.on(at[0], at[1], isDark ? LIGHT : DARK, figure);
    }
  }

  /// The legend of the shades.
  ///
  /// @param unit unit of the loads
  public String legend(String unit) {
    StringBuilder html = new StringBuilder("<div class='legend'><span>");
    html.append(Html.escape(page.say("demand.cut") + page.say("comma") + unit)).append("</span>");
    List<String> words = scale.words();
    for (int rank = 0; rank < words.size(); rank++) {
      html.append("<span><svg viewBox='0 0 36 12' aria-hidden='true'>");
      html.append("<rect class='key' x='1' y='1' width='34' height='10' fill='");
      html.append(DemandScale.colour(rank)).append("'/></svg>");
      html.append(Html.escape(words.get(rank))).append("</span>");
    }
    return html.append("</div>\n").toString();
  }
}
