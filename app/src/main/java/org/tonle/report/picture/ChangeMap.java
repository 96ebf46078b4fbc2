package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Place;
import org.tonle.compare.Contrast;
import org.tonle.compare.Move;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Change map of the mean in one season: cold colours mean better, warm colours with ticks mean
/// worse, gaps mean that the draws do not agree on the direction.
public final class ChangeMap {
  /// Upper ends of the first two steps, as relative changes.
  private static final double[] STEPS = {0.05, 0.2};

  private static final List<String> WORDS = List.of("0.1 – 5", "5 – 20", "> 20");
  private static final List<String> BETTER = List.of("#8FC7E3", "#1E86C4", "#0F3F8C");
  private static final List<String> WORSE = List.of("#F2B36B", "#D2641A", "#7A2405");
  private static final String SAME = "#C3C0B6";

  /// Share of draws that must agree on the direction.
  private static final double SURE = 0.9;

  private final Page page;
  private final MapPicture map;
  private final Map<Key, Move> moves = new HashMap<>();

  public ChangeMap(Page page, MapPicture map, Contrast contrast) {
    this.page = page;
    this.map = map;
    contrast.visible().forEach(m -> moves.put(Key.of(m), m));
  }

  private record Key(Place.Kind kind, String place, String season, String constituent) {
    static Key of(Move move) {
      return new Key(
          move.place().kind(), move.place().id(), move.season().id(), move.constituent().id());
    }
  }

  private @Nullable Move of(Place.Kind kind, String id, Season season, Constituent constituent) {
    return moves.get(new Key(kind, id, season.id(), constituent.id()));
  }

  /// Kilometres of river times their change, to choose a season.
  public double weight_km(Season season, Constituent constituent) {
    double sum = 0;
    for (Reach reach : page.reaches.values()) {
      Move move = of(Place.Kind.REACH, reach.id(), season, constituent);
      double share = move == null ? 0 : StrictMath.min(1, StrictMath.abs(move.share()));
      sum += share * reach.line().length_km();
    }
    return sum;
  }

  /// @param says sentence on what the map shows
  public String svg(int season, Constituent constituent, String says) {
    StringBuilder svg = new StringBuilder(map.frame().open(says));
    svg.append(map.land().ground());
    List<Reach> reaches = page.result.study().waterways().reaches();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reaches.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> rank(reaches.get(i), season, constituent)));
    for (int i : order) {
      reach(svg, reaches.get(i), i, season, constituent);
    }
    MapLabels labels = new MapLabels(MapBox.whole(map.frame()));
    page.result.study().waterways().lakes().forEach(l -> lake(svg, l, season, constituent, labels));
    new MapTowns(page, map.frame()).write(svg, labels);
    return svg.append(labels.svg()).append("</svg>\n").toString();
  }

  /// Drawing rank: reaches that change are drawn over those that do not.
  private double rank(Reach reach, int season, Constituent constituent) {
    Move move = of(Place.Kind.REACH, reach.id(), page.seasons().get(season), constituent);
    return move == null ? 0 : 1 + StrictMath.min(1e6, StrictMath.abs(move.share()));
  }

  private void reach(
      StringBuilder svg, Reach reach, int index, int season, Constituent constituent) {
    double q = StrictMath.abs(reach.seasons().get(season).discharge_m3_per_s());
    String use = "<use href='#r" + index + "' class='";
    if (q < 1e-6) {
      svg.append(use).append("dry' stroke-width='1.6'/>");
      return;
    }
    Move move = of(Place.Kind.REACH, reach.id(), page.seasons().get(season), constituent);
    double width = 0.9 + 0.05 * StrictMath.sqrt(q);
    width = move == null ? width : StrictMath.max(width, 3.4);
    svg.append(use).append("case' stroke-width='").append(Figures.px(width + 1.4)).append("'/>");
    svg.append(use).append("core' style='stroke-linecap:butt' stroke='");
    svg.append(colour(move)).append("' stroke-width='");
    svg.append(Figures.px(width)).append('\'');
    if (move != null && !isSure(move)) {
      svg.append(" stroke-dasharray='9 3'");
    }
    svg.append("><title>").append(Html.escape(tip(reach, move))).append("</title></use>");
    if (move != null && !move.isBetter()) {
      MapPicture.ticks(svg, map.line(reach), width + 5, MapPicture.TICK_EVERY);
    }
    svg.append('\n');
  }

  private String tip(Reach reach, @Nullable Move move) {
    String name = reach.names().in(page.words.language());
    String shown = name.isEmpty() ? reach.id() : name;
    return move == null
        ? shown + page.say("comma") + page.words.text("compare.map.same")
        : shown
            + page.say("comma")
            + Figures.two(move.before())
            + " → "
            + Figures.two(move.after())
            + " "
            + move.constituent().unit().symbol();
  }

  private void lake(
      StringBuilder svg, Lake lake, int season, Constituent constituent, MapLabels labels) {
    Node node = page.nodes.get(lake.id());
    if (node == null) {
      return;
    }
    Move move = of(Place.Kind.LAKE, lake.id(), page.seasons().get(season), constituent);
    double r = map.radius(lake, season);
    double[] xy = map.frame().at(node.lon_deg(), node.lat_deg());
    if (move != null && !move.isBetter()) {
      svg.append(map.lakeMark(lake.id(), xy, r, "class='broken'"));
    }
    svg.append(map.lakeMark(lake.id(), xy, r, "class='lake' fill='" + colour(move) + "'"));
    if (r > 12) {
      double[] at = map.land().middle(lake.id()).orElse(xy);
      String name = Page.brief(lake.names().in(page.words.language()));
      labels.keepClear(at[0], at[1], r * 0.5);
      labels.beside(at[0], at[1], r * 0.9, MapTowns.water(page), name);
    }
  }

  private static boolean isSure(Move move) {
    double share = move.isBetter() ? move.betterShare() : 1 - move.betterShare();
    return Double.isNaN(share) || share >= SURE;
  }

  private static String colour(@Nullable Move move) {
    if (move == null) {
      return SAME;
    }
    double share = StrictMath.abs(move.share());
    int step = share < STEPS[0] ? 0 : share < STEPS[1] ? 1 : 2;
    return (move.isBetter() ? BETTER : WORSE).get(step);
  }

  /// The legend of colours, ticks and gaps.
  public String legend() {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    for (int i = BETTER.size() - 1; i >= 0; i--) {
      html.append(line(BETTER.get(i), "", page.words.text("compare.map.better", WORDS.get(i))));
    }
    html.append(line(SAME, "", page.words.text("compare.map.same")));
    for (int i = 0; i < WORSE.size(); i++) {
      String ticks = "<path class='tick' d='M8 0V12M18 0V12M28 0V12'/>";
      html.append(line(WORSE.get(i), ticks, page.words.text("compare.map.worse", WORDS.get(i))));
    }
    html.append(
        MapPicture.entry(
            "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core' style='stroke-linecap:butt' stroke='"
                + BETTER.get(1)
                + "' stroke-width='6' stroke-dasharray='9 3' d='M3 6H33'/>",
            page.words.text("compare.map.unsure")));
    html.append(
        MapPicture.entry(
            "<path class='dry' stroke-width='2' d='M3 6H33'/>", page.say("legend.dry")));
    return html.append("</div>\n").toString();
  }

  private static String line(String colour, String more, String words) {
    return MapPicture.entry(
        "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core' stroke='"
            + colour
            + "' stroke-width='6' d='M3 6H33'/>"
            + more,
        words);
  }
}
