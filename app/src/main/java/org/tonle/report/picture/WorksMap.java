package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonle.convert.Text;
import org.tonle.model.Lake;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Works map: where a plan builds what, and when. The shape of a symbol shows the kind of works,
/// its area what they cost, its shade the period; dotted lines join the members of a shared plant.
public final class WorksMap {
  private static final double LEAST = 4.5;
  private static final double MOST = 14;

  /// Shades by period, dark to light, so that they stay apart in grey.
  private static final List<String> SHADES = List.of("#3B2E83", "#8C7FD0", "#CDC6EE", "#FFFFFF");

  private final Page page;
  private final MapPicture map;
  private final Whereabouts whereabouts;
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<String> periods;

  /// Work to draw.
  ///
  /// @param kind kind of the works, whose shape it has
  /// @param site source that it stands at
  /// @param members sources that it serves
  /// @param period 0 = the first
  /// @param says its name and what it is, for the tip
  public record Work(
      String kind,
      String site,
      List<String> members,
      int period,
      double cost,
      String name,
      String says) {
    public Work {
      members = List.copyOf(members);
    }
  }

  private record Symbol(Work work, double[] xy, double radius) {}

  /// @param works the dearest first
  /// @param periods what the reader calls each period; one period needs no words
  public WorksMap(Page page, MapPicture map, List<Work> works, List<String> periods) {
    this.page = page;
    this.map = map;
    this.periods = List.copyOf(periods);
    whereabouts = new Whereabouts(page, map);
    double most = works.stream().mapToDouble(Work::cost).max().orElse(1);
    for (Work work : works) {
      double radius = MOST * StrictMath.sqrt(StrictMath.max(0, work.cost()) / most);
      whereabouts
          .ofSource(work.site())
          .ifPresent(xy -> symbols.add(new Symbol(work, xy, StrictMath.max(LEAST, radius))));
    }
    symbols.sort(Comparator.comparingDouble(s -> -s.radius()));
  }

  /// Whether any works have a place on the map.
  public boolean isDrawable() {
    return map.isDrawable() && !symbols.isEmpty();
  }

  /// @param says sentence on what the map shows
  public String svg(String says) {
    StringBuilder svg = new StringBuilder(map.frame().open(says));
    svg.append(map.land().ground());
    for (int i = 0; i < page.result.study().waterways().reaches().size(); i++) {
      svg.append("<use href='#r").append(i).append("' class='water'/>");
    }
    for (Lake lake : page.result.study().waterways().lakes()) {
      svg.append(map.land().use(lake.id(), "class='waterlake'"));
    }
    svg.append('\n');
    symbols.forEach(s -> trunks(svg, s));
    MapLabels labels = new MapLabels(MapBox.whole(map.frame()));
    for (Symbol symbol : symbols) {
      svg.append(mark(symbol));
      double[] xy = symbol.xy();
      labels.keepClear(xy[0], xy[1], symbol.radius());
    }
    for (Symbol symbol : symbols) {
      double[] xy = symbol.xy();
      String name = Page.brief(symbol.work().name());
      labels.beside(xy[0], xy[1], symbol.radius() + 3, MapTowns.TOWN, name);
    }
    svg.append(labels.svg()).append(map.frame().scale(page.say("length")));
    return svg.append("</svg>\n").toString();
  }

  private void trunks(StringBuilder svg, Symbol symbol) {
    for (String member : symbol.work().members()) {
      Optional<double[]> from = whereabouts.ofSource(member);
      if (from.isPresent() && !member.equals(symbol.work().site())) {
        svg.append(
            Text.format(
                "<path class='trunk' d='M%s %sL%s %s'/>\n",
                Figures.px(from.get()[0]),
                Figures.px(from.get()[1]),
                Figures.px(symbol.xy()[0]),
                Figures.px(symbol.xy()[1])));
      }
    }
  }

  private static String mark(Symbol symbol) {
    Work work = symbol.work();
    return Text.format(
        "<path class='work' fill='%s' transform='translate(%s %s)' d='%s'><title>%s</title></path>\n",
        shade(work.period()),
        Figures.px(symbol.xy()[0]),
        Figures.px(symbol.xy()[1]),
        shape(work.kind(), symbol.radius()),
        Html.escape(work.says()));
  }

  private static String shade(int period) {
    return SHADES.get(StrictMath.min(period, SHADES.size() - 1));
  }

  /// Outline of a kind's symbol around 0, with about the same area for every kind.
  private static String shape(String kind, double r) {
    return switch (kind) {
      case "sludge_service", "on_site" -> disc(r, kind.equals("on_site"));
      case "own_plant" -> corners(0.89 * r, 4, StrictMath.PI / 4);
      case "sewers_and_plant" -> corners(1.25 * r, 4, 0);
      case "shared_plant" -> corners(1.08 * r, 6, 0);
      case "pre_treatment" -> corners(1.3 * r, 3, -StrictMath.PI / 2);
      default -> corners(1.1 * r, 5, -StrictMath.PI / 2);
    };
  }

  private static String disc(double r, boolean isRing) {
    String round = circle(r);
    return isRing ? round + circle(-r / 2) : round;
  }

  /// A circle; one of a radius below 0 runs the other way round, so that it leaves a hole.
  private static String circle(double r) {
    String arc = Figures.px(StrictMath.abs(r));
    String sweep = r < 0 ? "0" : "1";
    String half = "A" + arc + " " + arc + " 0 0 " + sweep + " ";
    String left = Figures.px(-StrictMath.abs(r));
    return "M" + left + " 0" + half + arc + " 0" + half + left + " 0Z";
  }

  private static String corners(double r, int count, double turn) {
    StringBuilder path = new StringBuilder();
    double size = count == 4 && turn != 0 ? r * StrictMath.sqrt(2) : r;
    for (int i = 0; i < count; i++) {
      double angle = turn + 2 * StrictMath.PI * i / count;
      path.append(i == 0 ? 'M' : 'L').append(Figures.px(size * StrictMath.cos(angle)));
      path.append(' ').append(Figures.px(size * StrictMath.sin(angle)));
    }
    return path.append('Z').toString();
  }

  /// The legend of shapes and, with several periods, of shades.
  public String legend() {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    List<String> kinds = symbols.stream().map(s -> s.work().kind()).distinct().sorted().toList();
    for (String kind : kinds) {
      html.append(entry(kind, SHADES.getFirst(), page.words.text("plan.kind." + kind)));
    }
    for (int period = 0; period < periods.size() && periods.size() > 1; period++) {
      html.append(entry("own_plant", shade(period), periods.get(period)));
    }
    boolean isShared = symbols.stream().anyMatch(s -> s.work().members().size() > 1);
    if (isShared) {
      html.append(
          MapPicture.entry("<path class='trunk' d='M2 6H34'/>", page.say("plan.map.trunk")));
    }
    return html.append("</div>\n").toString();
  }

  private static String entry(String kind, String shade, String words) {
    String path = "<path class='work' transform='translate(18 6)' d='" + shape(kind, 4.6) + "'";
    return MapPicture.entry(path + " fill='" + shade + "'/>", words);
  }
}
