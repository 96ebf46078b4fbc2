package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Place;
import org.tonle.assess.WaterClass;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Source;

/// Rivers by class in one season: class is colour, discharge is width, a breach is ticks, doubt is
/// gaps, direction is chevrons.
final class MapPicture {
  private static final double WIDTH = 900;
  private static final double MARGIN = 26;
  private static final double BREACH_WIDTH = 3.4;
  private static final double TICK_EVERY = 9;
  private static final double SURE = 0.8;
  private static final double LIKELY = 0.5;

  private final Page page;
  private double west = 180;
  private double east = -180;
  private double south = 90;
  private double north = -90;
  private final double scale;
  private final double squeeze;
  private final double height;
  private final Set<String> breached = new HashSet<>();

  MapPicture(Page page) {
    this.page = page;
    page.nodes.values().forEach(n -> extend(n.lon_deg(), n.lat_deg()));
    page.reaches.values().forEach(r -> r.points().forEach(p -> extend(p[0], p[1])));
    squeeze = StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    double degrees = StrictMath.max((east - west) * squeeze, 1e-6);
    scale = (WIDTH - 2 * MARGIN) / StrictMath.max(degrees, (north - south) * 0.7);
    height = (north - south) * scale + 2 * MARGIN;
    page.result.verdicts().stream()
        .filter(v -> v.required() && v.outcome() == org.tonle.assess.Verdict.Outcome.BREACHED)
        .filter(v -> !page.everywhere(v.season()).contains(v.constituent()))
        .forEach(v -> breached.add(Page.key(v.place()) + "\t" + v.season()));
  }

  /// Whether the study has coordinates to draw.
  boolean isDrawable() {
    return north > south && east > west;
  }

  double height() {
    return height;
  }

  private void extend(double lon, double lat) {
    west = StrictMath.min(west, lon);
    east = StrictMath.max(east, lon);
    south = StrictMath.min(south, lat);
    north = StrictMath.max(north, lat);
  }

  /// Where a place lies in the picture.
  double[] at(double lon, double lat) {
    double shift = (WIDTH - (east - west) * squeeze * scale) / 2;
    return new double[] {shift + (lon - west) * squeeze * scale, MARGIN + (north - lat) * scale};
  }

  private List<double[]> line(Reach reach) {
    List<double[]> line = new ArrayList<>();
    if (reach.points().size() > 1) {
      reach.points().forEach(p -> line.add(at(p[0], p[1])));
      return line;
    }
    for (String end : List.of(reach.fromNode(), reach.toNode())) {
      Node node = page.nodes.get(end);
      if (node != null) {
        line.add(at(node.lon_deg(), node.lat_deg()));
      }
    }
    return line;
  }

  private static String path(List<double[]> line) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      d.append(i == 0 ? 'M' : 'L').append(Figures.px(line.get(i)[0]));
      d.append(' ').append(Figures.px(line.get(i)[1]));
    }
    return d.toString();
  }

  /// Lines of all reaches, once per page; maps point at them.
  String lines() {
    StringBuilder svg =
        new StringBuilder(
            "<svg class='plain' width='0' height='0' style='position:absolute' aria-hidden='true'><defs>");
    for (int i = 0; i < page.result.study().waterways().reaches().size(); i++) {
      Reach reach = page.result.study().waterways().reaches().get(i);
      svg.append("<path id='r").append(i).append("' d='").append(path(line(reach))).append("'/>");
    }
    return svg.append("</defs></svg>\n").toString();
  }

  /// @param isLarge with towns, lakes' names and direction; else a small multiple
  String svg(Page.Judge judge, int season, boolean isLarge, String label) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox='0 0 900 ")
        .append(Figures.px(height))
        .append("' role='img' aria-label='");
    svg.append(Html.escape(label)).append("'>\n");
    List<Reach> reaches = page.result.study().waterways().reaches();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reaches.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble(
            i -> StrictMath.abs(reaches.get(i).seasons().get(season).discharge_m3_per_s())));
    for (int i : order) {
      reach(svg, reaches.get(i), i, judge, season, isLarge);
    }
    for (Lake lake : page.result.study().waterways().lakes()) {
      lake(svg, lake, judge, season, isLarge);
    }
    if (isLarge) {
      towns(svg);
    }
    return svg.append("</svg>\n").toString();
  }

  private void reach(
      StringBuilder svg, Reach reach, int index, Page.Judge judge, int season, boolean isLarge) {
    Season of = page.seasons().get(season);
    double q = reach.seasons().get(season).discharge_m3_per_s();
    String use = "<use href='#r" + index + "' class='";
    if (StrictMath.abs(q) < 1e-6) {
      svg.append(use).append("dry' stroke-width='1.6'/>");
      return;
    }
    boolean isBreach = breached.contains("REACH " + reach.id() + "\t" + of.id());
    double factor = isLarge ? 1 : 1.8;
    double width = (0.9 + 0.05 * StrictMath.sqrt(StrictMath.abs(q))) * factor;
    width = isBreach ? StrictMath.max(width, BREACH_WIDTH * factor) : width;
    WaterClass found = page.classOf(judge, Place.Kind.REACH, reach.id(), of.id());
    int colour = colour(found, judge.standard());
    svg.append(use)
        .append("case' stroke-width='")
        .append(Figures.px(width + 1.4 * factor))
        .append("'/>");
    svg.append(use).append("core k").append(colour).append("' stroke-width='");
    svg.append(Figures.px(width)).append('\'');
    if (found != null && colour > 0 && found.agreement() < SURE) {
      svg.append(" stroke-dasharray='9 3'");
    }
    svg.append("><title>")
        .append(tip(reach, found, judge.standard(), of, isBreach))
        .append("</title></use>");
    if (colour == 6) {
      svg.append(use).append("dash' stroke-width='").append(Figures.px(width / 3)).append("'/>");
    }
    List<double[]> line = line(reach);
    if (isBreach) {
      ticks(svg, line, width + 5 * factor, TICK_EVERY * factor);
    }
    if (isLarge && width > 2.4) {
      chevron(svg, line, q < 0, width);
    }
    svg.append('\n');
  }

  private int colour(@Nullable WaterClass found, String standard) {
    return found == null || found.agreement() < LIKELY ? 0 : page.colour(standard, found.rank());
  }

  private String tip(
      Reach reach, @Nullable WaterClass found, String standard, Season season, boolean isBreach) {
    String name = reach.names().in(page.words.language());
    String text = (name.isEmpty() ? reach.id() : name) + ", " + page.season(season) + ": ";
    text +=
        found == null
            ? page.say("not_judged")
            : found.agreement() < LIKELY
                ? page.say("cannot_say")
                : page.say(
                    "class_in_draws",
                    page.className(standard, found.rank()),
                    StrictMath.round(found.agreement() * 100));
    return Html.escape(text + (isBreach ? " · " + page.say("breached") : ""));
  }

  private static void ticks(StringBuilder svg, List<double[]> line, double length, double every) {
    StringBuilder d = new StringBuilder();
    double next = every / 2;
    double gone = 0;
    for (int i = 1; i < line.size(); i++) {
      double dx = line.get(i)[0] - line.get(i - 1)[0];
      double dy = line.get(i)[1] - line.get(i - 1)[1];
      double step = StrictMath.sqrt(dx * dx + dy * dy);
      while (step > 0 && next <= gone + step) {
        double share = (next - gone) / step;
        double x = line.get(i - 1)[0] + share * dx;
        double y = line.get(i - 1)[1] + share * dy;
        double nx = -dy / step * length / 2;
        double ny = dx / step * length / 2;
        d.append('M').append(Figures.px(x - nx)).append(' ').append(Figures.px(y - ny));
        d.append('L').append(Figures.px(x + nx)).append(' ').append(Figures.px(y + ny));
        next += every;
      }
      gone += step;
    }
    svg.append("<path class='tick' d='").append(d).append("'/>");
  }

  private static void chevron(
      StringBuilder svg, List<double[]> line, boolean isBackward, double width) {
    if (line.size() < 2) {
      return;
    }
    int i = line.size() / 2;
    double dx = line.get(i)[0] - line.get(i - 1)[0];
    double dy = line.get(i)[1] - line.get(i - 1)[1];
    double turn = StrictMath.toDegrees(StrictMath.atan2(dy, dx)) + (isBackward ? 180 : 0);
    double size = StrictMath.max(2, width / 2.6);
    svg.append("<path class='chev' transform='translate(");
    svg.append(Figures.px((line.get(i)[0] + line.get(i - 1)[0]) / 2)).append(' ');
    svg.append(Figures.px((line.get(i)[1] + line.get(i - 1)[1]) / 2)).append(") rotate(");
    svg.append(Figures.px(turn)).append(")' d='M").append(Figures.px(-size)).append(' ');
    svg.append(Figures.px(-size)).append("L0 0L").append(Figures.px(-size)).append(' ');
    svg.append(Figures.px(size)).append("'/>");
  }

  /// A lake as a disc of its own surface.
  private void lake(StringBuilder svg, Lake lake, Page.Judge judge, int season, boolean isLarge) {
    Node node = page.nodes.get(lake.id());
    if (node == null) {
      return;
    }
    double km = StrictMath.sqrt(lake.seasons().get(season).area_km2() / StrictMath.PI);
    double r = StrictMath.max(4, km / 111.2 * scale);
    double[] xy = at(node.lon_deg(), node.lat_deg());
    String id = page.seasons().get(season).id();
    int colour = colour(page.classOf(judge, Place.Kind.LAKE, lake.id(), id), judge.standard());
    svg.append("<circle class='lake f").append(colour).append("' cx='").append(Figures.px(xy[0]));
    svg.append("' cy='")
        .append(Figures.px(xy[1]))
        .append("' r='")
        .append(Figures.px(r))
        .append("'/>");
    if (breached.contains("LAKE " + lake.id() + "\t" + id)) {
      svg.append(
          "<circle fill='none' stroke='#52091F' stroke-width='2' stroke-dasharray='2 5' cx='");
      svg.append(Figures.px(xy[0])).append("' cy='").append(Figures.px(xy[1])).append("' r='");
      svg.append(Figures.px(r + 4)).append("'/>");
    }
    if (isLarge && r > 12) {
      label(svg, xy[0], xy[1] - r - 7, lake.names().in(page.words.language()), "middle");
    }
  }

  /// The towns with most wastewater that do not crowd one another.
  private void towns(StringBuilder svg) {
    List<Source.Town> towns = new ArrayList<>();
    for (Source source : page.result.study().emissions().sources()) {
      if (source instanceof Source.Town town && (town.lon_deg() != 0 || town.lat_deg() != 0)) {
        towns.add(town);
      }
    }
    towns.sort(Comparator.comparingDouble(t -> -t.population() * t.wastewater_l_per_d()));
    List<double[]> taken = new ArrayList<>();
    for (Source.Town town : towns) {
      double[] xy = at(town.lon_deg(), town.lat_deg());
      boolean isFree =
          taken.stream()
              .allMatch(
                  t -> StrictMath.abs(t[0] - xy[0]) > 90 || StrictMath.abs(t[1] - xy[1]) > 24);
      if (isFree && taken.size() < 12) {
        taken.add(xy);
        svg.append("<circle class='town' r='3.6' cx='").append(Figures.px(xy[0])).append("' cy='");
        svg.append(Figures.px(xy[1])).append("'/>");
        boolean isRight = xy[0] > WIDTH - 130;
        String name = town.names().in(page.words.language());
        label(svg, xy[0] + (isRight ? -8 : 8), xy[1] + 5, name, isRight ? "end" : "start");
      }
    }
  }

  private static void label(StringBuilder svg, double x, double y, String words, String anchor) {
    svg.append("<text class='halo' font-size='14' text-anchor='").append(anchor).append("' x='");
    svg.append(Figures.px(x)).append("' y='").append(Figures.px(y)).append("'>");
    svg.append(Html.escape(words)).append("</text>");
  }

  /// What colours, gaps and ticks mean.
  String legend(String standard) {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    for (int rank = 1; rank <= page.classCount(standard) + 1; rank++) {
      boolean isNamed = rank > page.classCount(standard) || page.hasClass(standard, rank);
      if (!isNamed) {
        continue;
      }
      int colour = page.colour(standard, rank);
      String core =
          "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core k%d' stroke-width='6' d='M3 6H33'/>"
              .formatted(colour);
      String dash = colour == 6 ? "<path class='dash' stroke-width='2' d='M3 6H33'/>" : "";
      html.append(entry(core + dash, page.className(standard, rank)));
    }
    html.append(
        entry(
            "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core k2' stroke-width='6' stroke-dasharray='9 3' d='M3 6H33'/>",
            page.say("legend.unsure")));
    html.append(
        entry(
            "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core k0' stroke-width='6' d='M3 6H33'/>",
            page.say("legend.cannot_say")));
    html.append(
        entry(
            "<path class='tick' d='M8 1V11M18 1V11M28 1V11'/>",
            page.say("legend.breach", page.result.study().settings().mainStandard())));
    html.append(entry("<path class='dry' stroke-width='2' d='M3 6H33'/>", page.say("legend.dry")));
    return html.append("</div>\n").toString();
  }

  private static String entry(String picture, String words) {
    return "<span><svg viewBox='0 0 36 12' aria-hidden='true'>"
        + picture
        + "</svg>"
        + Html.escape(words)
        + "</span>";
  }
}
