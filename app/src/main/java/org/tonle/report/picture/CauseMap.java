package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Cause;
import org.tonle.convert.Text;
import org.tonle.export.map.SourceColours;
import org.tonle.model.Lake;
import org.tonle.model.Reach;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Cause map: where a concentration comes from. Rivers upstream stay bright, the rest fades; the
/// area of a disc is the contribution of a source. Contributions without a place and the sum are
/// given in words.
public final class CauseMap {
  /// Radius of a disc for the whole concentration.
  private static final double WHOLE = 70;

  private static final double LEAST = 3;
  private static final double NAMED_SHARE = 0.02;
  private static final int MOST_NAMED = 7;

  /// Smaller shares get no disc, but count for the sum.
  private static final double DRAWN_SHARE = 0.0005;

  /// Smaller shares do not affect which part of the map is shown.
  private static final double SEEN_SHARE = 0.003;

  private final Page page;
  private final MapPicture map;
  private final Apportionment of;
  private final Whereabouts whereabouts;
  private final List<Disc> discs = new ArrayList<>();
  private final Map<String, Double> without = new TreeMap<>();

  /// Disc of a source on the map.
  ///
  /// @param share share of the concentration
  private record Disc(Cause cause, double[] xy, double share) {
    double radius(MapBox box) {
      return box.scaled(StrictMath.max(LEAST, WHOLE * StrictMath.sqrt(share)));
    }
  }

  public CauseMap(Page page, MapPicture map, Whereabouts whereabouts, Apportionment of) {
    this.page = page;
    this.map = map;
    this.of = of;
    this.whereabouts = whereabouts;
    place();
  }

  /// Places one disc for each source and category, over all constituents of load.
  private void place() {
    Map<List<String>, Disc> sums = new LinkedHashMap<>();
    for (int i = 0; i < of.causes().size(); i++) {
      Cause cause = of.causes().get(i);
      double share = of.central(i) / of.total();
      Optional<double[]> xy = whereabouts.of(cause);
      if (xy.isPresent()) {
        sums.merge(
            List.of(cause.id(), cause.category()),
            new Disc(cause, xy.get(), share),
            (a, b) -> new Disc(a.cause(), a.xy(), a.share() + b.share()));
      } else {
        without.merge(cause.category(), share, Double::sum);
      }
    }
    discs.addAll(sums.values());
    discs.sort(Comparator.comparingDouble(d -> -d.share()));
  }

  /// "on the map 37.4, background 42.4: together 79.8 mg/L"
  public String sum() {
    double placed = discs.stream().mapToDouble(Disc::share).sum();
    List<String> parts = new ArrayList<>();
    parts.add(page.say("cause.placed", amount(placed)));
    without.entrySet().stream()
        .sorted(Comparator.comparingDouble(e -> -StrictMath.abs(e.getValue())))
        .forEach(e -> parts.add(page.say("category." + e.getKey()) + " " + amount(e.getValue())));
    return page.say(
        "cause.sum",
        String.join(page.say("comma"), parts),
        amount(1) + " " + of.constituent().unit().symbol());
  }

  private String amount(double share) {
    return Figures.three(share * of.total());
  }

  public String svg() {
    Upstream upstream =
        new Upstream(page.result.study().waterways().reaches(), whereabouts.water(of.place()));
    MapBox box = box(upstream);
    StringBuilder svg = new StringBuilder(box.open(page.say("cause.map")));
    svg.append(map.land().ground());
    rivers(svg, upstream);
    for (Disc disc : discs) {
      if (disc.share() > DRAWN_SHARE) {
        svg.append(mark(disc, box));
      }
    }
    MapLabels labels = new MapLabels(box);
    receptor(svg, labels, box);
    discs.stream()
        .filter(d -> d.share() >= NAMED_SHARE)
        .forEach(d -> labels.keepClear(d.xy()[0], d.xy()[1], 0.7 * d.radius(box)));
    names(labels, box);
    new MapTowns(page, map.frame()).orient(svg, labels, box);
    return svg.append(labels.svg()).append("</svg>\n").toString();
  }

  /// The box that holds the rivers upstream and every source that counts.
  private MapBox box(Upstream upstream) {
    List<double[]> points = new ArrayList<>();
    whereabouts.of(of.place()).ifPresent(points::add);
    for (Reach reach : page.result.study().waterways().reaches()) {
      if (upstream.hasReach(reach.id())) {
        points.addAll(map.line(reach));
      }
    }
    discs.stream().filter(d -> d.share() > SEEN_SHARE).forEach(d -> points.add(d.xy()));
    return points.isEmpty() ? MapBox.whole(map.frame()) : MapBox.around(points, map.frame());
  }

  private void rivers(StringBuilder svg, Upstream upstream) {
    List<Reach> reaches = page.result.study().waterways().reaches();
    boolean isTogether = ReachRuns.areMany(reaches);
    if (isTogether) {
      svg.append("<use href='#" + ReachRuns.ALL + "' class='far'/>");
    }
    for (int i = 0; i < reaches.size(); i++) {
      boolean isNear = upstream.hasReach(reaches.get(i).id());
      if (isNear || !isTogether) {
        svg.append("<use href='#r").append(i).append("' class='").append(isNear ? "near" : "far");
        svg.append("'/>");
      }
    }
    for (Lake lake : page.result.study().waterways().lakes()) {
      boolean isNear = upstream.hasNode(lake.id());
      svg.append(map.land().use(lake.id(), "class='" + (isNear ? "nearlake" : "farlake") + "'"));
    }
    svg.append('\n');
  }

  private void receptor(StringBuilder svg, MapLabels labels, MapBox box) {
    whereabouts
        .of(of.place())
        .ifPresent(
            xy -> {
              MapLabels.Style style = new MapLabels.Style(box.scaled(26), "font-weight='600'");
              String name = Page.brief(page.place(of.place()));
              labels.beside(xy[0], xy[1] - box.scaled(11), box.scaled(20), style, name);
              svg.append(
                  Text.format(
                      "<path class='receptor' d='M%s %sl%s %sh%sz'/>\n",
                      Figures.px(xy[0]),
                      Figures.px(xy[1]),
                      Figures.px(box.scaled(-14)),
                      Figures.px(box.scaled(-24)),
                      Figures.px(box.scaled(28))));
            });
  }

  private String mark(Disc disc, MapBox box) {
    String says =
        page.source(disc.cause())
            + page.say("comma")
            + page.say("category." + disc.cause().category());
    return Text.format(
        "<circle class='disc' fill='%s' cx='%s' cy='%s' r='%s'><title>%s</title></circle>\n",
        SourceColours.of(disc.cause().category()),
        Figures.px(disc.xy()[0]),
        Figures.px(disc.xy()[1]),
        Figures.px(disc.radius(box)),
        Html.escape(says + ": " + Figures.percent(disc.share())));
  }

  /// Writes the names of the largest sources, one for each source.
  private void names(MapLabels labels, MapBox box) {
    Map<String, Double> shares = new LinkedHashMap<>();
    discs.forEach(d -> shares.merge(d.cause().id(), d.share(), Double::sum));
    MapLabels.Style style = new MapLabels.Style(box.scaled(24), "");
    List<String> said = new ArrayList<>();
    for (Disc disc : discs) {
      String id = disc.cause().id();
      double share = shares.getOrDefault(id, 0.0);
      if (!said.contains(id) && share >= NAMED_SHARE && said.size() < MOST_NAMED) {
        said.add(id);
        String name = Page.brief(page.source(disc.cause())) + " " + Figures.percent(share);
        double away = disc.radius(box) + box.scaled(5);
        labels.beside(disc.xy()[0], disc.xy()[1], away, style, name);
      }
    }
  }
}
