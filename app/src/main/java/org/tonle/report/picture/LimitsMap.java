package org.tonle.report.picture;

import java.util.List;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Limits map: which waters keep all limits that works can keep, which miss one, and where no works
/// help; a small picture, to stand beside another of the same waters.
public final class LimitsMap {
  private static final double WIDTH = 2.6;
  private static final double MISSED = 6.2;

  private final Page page;
  private final MapPicture map;
  private final Whereabouts whereabouts;

  public LimitsMap(Page page, MapPicture map) {
    this.page = page;
    this.map = map;
    whereabouts = new Whereabouts(page, map);
  }

  /// The water that a judged place lies in, as the map draws it.
  public String water(Place place) {
    return Page.key(whereabouts.water(place));
  }

  /// @param missed waters that miss a limit that works can keep, by [#water]
  /// @param beyond waters with a limit that no works keep
  /// @param says sentence on what the map shows
  public String svg(Set<String> missed, Set<String> beyond, String says) {
    StringBuilder svg = new StringBuilder(map.frame().open(says));
    svg.append(map.land().ground());
    List<Reach> reaches = page.result.study().waterways().reaches();
    for (boolean isLast : new boolean[] {false, true}) {
      for (int i = 0; i < reaches.size(); i++) {
        String key = Place.Kind.REACH + " " + reaches.get(i).id();
        if (missed.contains(key) == isLast) {
          reach(svg, reaches.get(i), i, isLast, beyond.contains(key));
        }
      }
    }
    for (Lake lake : page.result.study().waterways().lakes()) {
      lake(svg, lake, missed, beyond);
    }
    return svg.append("</svg>\n").toString();
  }

  private void reach(StringBuilder svg, Reach reach, int i, boolean isMissed, boolean isBeyond) {
    String use = "<use href='#r" + i + "' class='";
    double width = isMissed ? MISSED : WIDTH;
    svg.append(use).append("case' stroke-width='").append(Figures.px(width + 2)).append("'/>");
    svg.append(use).append(isMissed ? "core k4" : "core k2").append("' stroke-width='");
    svg.append(Figures.px(width)).append("'/>");
    if (isBeyond && !isMissed) {
      svg.append(use).append("dash' stroke-width='").append(Figures.px(width / 2)).append("'/>");
    }
    if (isMissed) {
      MapPicture.ticks(svg, map.line(reach), width + 8, 1.8 * MapPicture.TICK_EVERY);
    }
    svg.append('\n');
  }

  private void lake(StringBuilder svg, Lake lake, Set<String> missed, Set<String> beyond) {
    Node node = page.nodes.get(lake.id());
    if (node == null) {
      return;
    }
    String key = Place.Kind.LAKE + " " + lake.id();
    double[] xy = map.frame().at(node.lon_deg(), node.lat_deg());
    double r = map.radius(lake, 0);
    boolean isMissed = missed.contains(key);
    if (isMissed) {
      svg.append(map.lakeMark(lake.id(), xy, r, "class='broken'"));
    }
    boolean isUnsure = beyond.contains(key) && !isMissed;
    svg.append(
        map.lakeMark(
            lake.id(),
            xy,
            r,
            "class='lake f" + (isMissed ? 4 : 2) + (isUnsure ? " unsure'" : "'")));
  }

  /// The legend of both pictures.
  public String legend() {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    String line = "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core k";
    html.append(MapPicture.entry(line + "2' stroke-width='6' d='M3 6H33'/>", say("kept")));
    html.append(
        MapPicture.entry(
            line
                + "4' stroke-width='6' d='M3 6H33'/><path class='tick' d='M8 0V12M18 0V12M28 0V12'/>",
            say("missed")));
    html.append(
        MapPicture.entry(
            line
                + "2' stroke-width='6' d='M3 6H33'/><path class='dash' stroke-width='2' d='M3 6H33'/>",
            say("beyond")));
    return html.append("</div>\n").toString();
  }

  private String say(String key) {
    return page.say("plan.map." + key);
  }
}
