package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.assess.WaterClass;
import org.tonle.convert.Text;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Map picture of the rivers by class in one season: colour shows the class, width the discharge,
/// ticks a breach, gaps doubt, and chevrons the direction.
public final class MapPicture {
  private static final double BREACH_WIDTH = 3.4;
  static final double TICK_EVERY = 9;
  private static final double SURE = 0.8;
  private static final double LIKELY = 0.5;

  /// Size of the letters for a phone, whose screen shows the map at two fifths of its size.
  private static final double PHONE = 2.1;

  private static final int PHONE_TOWNS = 9;

  private final Page page;
  private final MapFrame frame;
  private final MapLand land;
  private final Set<String> breached = new HashSet<>();
  private int drawn;

  public MapPicture(Page page) {
    this.page = page;
    frame = new MapFrame(page);
    land = new MapLand(page, frame);
    page.result.judged().verdicts().stream()
        .filter(v -> v.required() && v.outcome() == org.tonle.assess.Verdict.Outcome.BREACHED)
        .forEach(
            v ->
                page.seasons(v).stream()
                    .filter(s -> !page.everywhere(s).contains(v.constituent()))
                    .forEach(s -> breached.add(Page.key(v.place()) + "\t" + s)));
  }

  /// Whether the study has coordinates to draw.
  public boolean isDrawable() {
    return frame.isDrawable();
  }

  MapFrame frame() {
    return frame;
  }

  MapLand land() {
    return land;
  }

  /// The line of a reach in the picture; empty if the study has no coordinates for it.
  List<double[]> line(Reach reach) {
    List<double[]> line = new ArrayList<>();
    if (reach.line().points().size() > 1) {
      reach.line().points().forEach(p -> line.add(frame.at(p[0], p[1])));
      return line;
    }
    for (String end : List.of(reach.line().fromNode(), reach.line().toNode())) {
      Node node = page.nodes.get(end);
      if (node != null) {
        line.add(frame.at(node.lon_deg(), node.lat_deg()));
      }
    }
    return line;
  }

  /// Lines of all reaches and outlines of all shapes, once per page; maps refer to them.
  public String definitions() {
    StringBuilder svg =
        new StringBuilder(
            "<svg class='plain' width='0' height='0' style='position:absolute' aria-hidden='true'><defs>");
    for (int i = 0; i < page.result.study().waterways().reaches().size(); i++) {
      Reach reach = page.result.study().waterways().reaches().get(i);
      svg.append("<path id='r")
          .append(i)
          .append("' d='")
          .append(MapFrame.path(line(reach)))
          .append("'/>");
    }
    svg.append(ReachRuns.together(page.result.study().waterways().reaches()));
    return svg.append(land.definitions()).append("</defs></svg>\n").toString();
  }

  /// How a reach or lake looks.
  ///
  /// @param colour slot of the palette; 0 = cannot say
  /// @param isSure whether its colour is certain; else the line has gaps
  /// @param isDashed whether a white dash runs along it
  /// @param says what it means, for the tip
  record Look(int colour, boolean isSure, boolean isDashed, String says) {
    static final Look NOTHING = new Look(0, true, false, "");
  }

  /// Look of each place in a season.
  interface Looks {
    Look of(Place.Kind kind, String id);
  }

  /// The map by class.
  ///
  /// @param isLarge whether to show towns, names of lakes and directions; else it is a small
  ///   multiple
  public String svg(Page.Judge judge, int season, boolean isLarge, String label) {
    String id = page.seasons().get(season).id();
    return svg((kind, place) -> look(judge, kind, place, id), season, isLarge, label);
  }

  /// The map by what the main standard says.
  public String svgOfVerdicts(VerdictMap verdicts, int season, boolean isLarge, String label) {
    String id = page.seasons().get(season).id();
    return svg((kind, place) -> verdicts.look(kind, place, id), season, isLarge, label);
  }

  private String svg(Looks looks, int season, boolean isLarge, String label) {
    StringBuilder svg = new StringBuilder(frame.open(label));
    svg.append(land.ground());
    List<Reach> reaches = page.result.study().waterways().reaches();
    if (ReachRuns.areMany(reaches)) {
      new ReachRuns(page, this, breached, drawn++).draw(svg, looks, season, isLarge);
    } else {
      for (int i : bySize(reaches, season)) {
        Reach reach = reaches.get(i);
        reach(svg, reach, i, looks.of(Place.Kind.REACH, reach.id()), season, isLarge);
      }
    }
    for (Lake lake : page.result.study().waterways().lakes()) {
      lake(svg, lake, looks.of(Place.Kind.LAKE, lake.id()), season);
    }
    if (isLarge) {
      svg.append("<g class='desk'>").append(names(season, 1, MapTowns.MOST)).append("</g>\n");
      svg.append("<g class='phone'>").append(names(season, PHONE, PHONE_TOWNS)).append("</g>\n");
      svg.append(frame.scale(page.say("length")));
    }
    return svg.append("</svg>\n").toString();
  }

  /// Names of lakes and towns.
  ///
  /// @param times size of the letters over their usual one
  private String names(int season, double times, int towns) {
    StringBuilder marks = new StringBuilder();
    MapLabels labels = new MapLabels(MapBox.whole(frame));
    for (Lake lake : page.result.study().waterways().lakes()) {
      Node node = page.nodes.get(lake.id());
      double r = node == null ? 0 : radius(lake, season);
      if (node != null && r > 12) {
        String name = lake.names().in(page.words.language());
        double[] at =
            land.middle(lake.id()).orElseGet(() -> frame.at(node.lon_deg(), node.lat_deg()));
        labels.keepClear(at[0], at[1], r * 0.5);
        labels.beside(at[0], at[1], r * 0.9, MapTowns.water(page, times), Page.brief(name));
      }
    }
    new MapTowns(page, frame).write(marks, labels, times, towns);
    return marks.append(labels.svg()).toString();
  }

  /// Small rivers first, so that large ones lie above them.
  static List<Integer> bySize(List<Reach> reaches, int season) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reaches.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble(
            i -> StrictMath.abs(reaches.get(i).seasons().get(season).discharge_m3_per_s())));
    return order;
  }

  private void reach(
      StringBuilder svg, Reach reach, int index, Look look, int season, boolean isLarge) {
    Season of = page.seasons().get(season);
    double q = reach.seasons().get(season).discharge_m3_per_s();
    String use = "<use href='#r" + index + "' class='";
    if (StrictMath.abs(q) < 1e-6) {
      svg.append(use).append("dry' stroke-width='1.6'/>");
      return;
    }
    boolean isBreach = breached.contains("REACH " + reach.id() + "\t" + of.id());
    double factor = isLarge ? 1 : 1.8;
    double width = width(q, isBreach) * factor;
    svg.append(use)
        .append("case' stroke-width='")
        .append(Figures.px(width + 1.4 * factor))
        .append("'/>");
    svg.append(use).append("core k").append(look.colour).append("' stroke-width='");
    svg.append(Figures.px(width)).append('\'');
    if (look.colour > 0 && !look.isSure) {
      svg.append(" stroke-dasharray='9 3'");
    }
    svg.append("><title>").append(tip(reach, look, of, isBreach)).append("</title></use>");
    if (look.isDashed) {
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

  /// Width of a line for a discharge; a broken limit must be seen on the smallest river.
  static double width(double discharge_m3_per_s, boolean isBreach) {
    double width = 0.9 + 0.05 * StrictMath.sqrt(StrictMath.abs(discharge_m3_per_s));
    return isBreach ? StrictMath.max(width, BREACH_WIDTH) : width;
  }

  private Look look(Page.Judge judge, Place.Kind kind, String id, String season) {
    WaterClass found = page.classOf(judge, kind, id, season);
    if (found == null) {
      return new Look(0, true, false, page.say("not_judged"));
    }
    if (found.agreement() < LIKELY) {
      return new Look(0, true, false, page.say("cannot_say"));
    }
    int colour = page.colour(judge.standard(), found.rank());
    String says =
        page.say(
            "class_in_draws",
            page.className(judge.standard(), found.rank()),
            StrictMath.round(found.agreement() * 100));
    return new Look(colour, found.agreement() >= SURE, colour == 6, says);
  }

  String tip(Reach reach, Look look, Season season, boolean isBreach) {
    String name = reach.names().in(page.words.language());
    String text = (name.isEmpty() ? reach.id() : name) + ", " + page.season(season) + ": ";
    return Html.escape(text + look.says + (isBreach ? " · " + page.say("breached") : ""));
  }

  static void ticks(StringBuilder svg, List<double[]> line, double length, double every) {
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

  /// Draws a lake by its outline, else as a disc with the area of its surface.
  private void lake(StringBuilder svg, Lake lake, Look look, int season) {
    Node node = page.nodes.get(lake.id());
    if (node == null) {
      return;
    }
    String id = page.seasons().get(season).id();
    double r = radius(lake, season);
    double[] xy = frame.at(node.lon_deg(), node.lat_deg());
    if (breached.contains("LAKE " + lake.id() + "\t" + id)) {
      svg.append(lakeMark(lake.id(), xy, r, "class='broken'"));
    }
    if (!look.isSure) {
      svg.append(lakeMark(lake.id(), xy, r, "class='under'"));
    }
    svg.append(
        lakeMark(
            lake.id(), xy, r, "class='lake f" + look.colour + (look.isSure ? "'" : " unsure'")));
  }

  double radius(Lake lake, int season) {
    double km = StrictMath.sqrt(lake.seasons().get(season).area_km2() / StrictMath.PI);
    return StrictMath.max(4, frame.px(km));
  }

  String lakeMark(String id, double[] xy, double r, String attributes) {
    return land.has(id)
        ? land.use(id, attributes)
        : Text.format(
            "<circle cx='%s' cy='%s' r='%s' %s/>",
            Figures.px(xy[0]), Figures.px(xy[1]), Figures.px(r), attributes);
  }

  /// The legend of colours, gaps and ticks.
  public String legend(String standard) {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    for (int rank = 1; rank <= page.classCount(standard) + 1; rank++) {
      boolean isNamed = rank > page.classCount(standard) || page.hasClass(standard, rank);
      if (!isNamed) {
        continue;
      }
      int colour = page.colour(standard, rank);
      String core =
          Text.format(
              "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core k%d' stroke-width='6' d='M3 6H33'/>",
              colour);
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
            page.say("legend.breach", page.mainLaw())));
    html.append(entry("<path class='dry' stroke-width='2' d='M3 6H33'/>", page.say("legend.dry")));
    return html.append("</div>\n").toString();
  }

  /// The legend of the map by the main standard.
  public String legendOfVerdicts() {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    String line = "<path class='case' stroke-width='8' d='M3 6H33'/><path class='core k";
    html.append(entry(line + "2' stroke-width='6' d='M3 6H33'/>", page.say("verdict.met")));
    html.append(
        entry(
            line
                + "4' stroke-width='6' d='M3 6H33'/><path class='tick' d='M8 0V12M18 0V12M28 0V12'/>",
            page.say("verdict.breached")));
    String gaps = "' stroke-width='6' stroke-dasharray='9 3' d='M3 6H33'/>";
    html.append(entry(line + "4" + gaps, page.say("verdict.likely_breached")));
    html.append(entry(line + "2" + gaps, page.say("verdict.likely_met")));
    html.append(
        entry(
            line
                + "2' stroke-width='6' d='M3 6H33'/><path class='dash' stroke-width='2' d='M3 6H33'/>",
            page.say("verdict.beyond")));
    html.append(entry(line + "0' stroke-width='6' d='M3 6H33'/>", page.say("legend.cannot_say")));
    html.append(entry("<path class='dry' stroke-width='2' d='M3 6H33'/>", page.say("legend.dry")));
    return html.append("</div>\n").toString();
  }

  static String entry(String picture, String words) {
    return "<span><svg viewBox='0 0 36 12' aria-hidden='true'>"
        + picture
        + "</svg>"
        + Html.escape(words)
        + "</span>";
  }
}
