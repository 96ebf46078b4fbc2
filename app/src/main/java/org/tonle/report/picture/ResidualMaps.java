package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Comparison;
import org.tonle.assess.Place;
import org.tonle.assess.agreement.Agreements;
import org.tonle.convert.Text;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;

/// Residual maps: where the model is too low or too high, with one map for each constituent and
/// places by the mean log residual. Colour, shape and, for the largest, a word show the same.
public final class ResidualMaps {
  private static final double TWICE = StrictMath.log(2);
  private static final int NAMED = 5;

  private final Page page;
  private final MapPicture map;
  private final Whereabouts whereabouts;

  public ResidualMaps(Page page, MapPicture map) {
    this.page = page;
    this.map = map;
    whereabouts = new Whereabouts(page, map);
  }

  /// Spot on the map.
  ///
  /// @param residual mean of ln(measured / simulated)
  private record Spot(String name, double x, double y, double residual, int count) {
    String kind() {
      return residual > TWICE ? "low" : residual < -TWICE ? "high" : "near";
    }

    /// Factor by which the model is too low or too high.
    String times() {
      return "×\u202f" + Figures.two(StrictMath.exp(StrictMath.abs(residual)));
    }
  }

  public void write(Html html) {
    if (!map.isDrawable()) {
      return;
    }
    StringBuilder figures = new StringBuilder();
    for (Constituent c : page.constituents()) {
      List<Spot> spots = spots(c);
      if (spots.size() > 1) {
        figures.append("<figure>\n<b>").append(Html.escape(c.id())).append("</b>\n");
        String name = PictureName.of("residuals", c.id());
        figures.append(PictureName.on(svg(c, spots), name)).append("</figure>\n");
      }
    }
    if (figures.isEmpty()) {
      return;
    }
    html.element("h3", page.say("residuals")).element("p", page.say("residuals.sub"));
    html.raw("<div class='legend'>");
    for (String kind : List.of("low", "near", "high")) {
      html.raw("<span><svg viewBox='0 0 36 12' aria-hidden='true'>")
          .raw(mark(kind, 18, 6, 5))
          .raw("</svg>")
          .raw(Html.escape(page.say("residuals." + kind + ".means")))
          .raw("</span>");
    }
    html.raw("</div>\n<div class='charts'>\n").raw(figures.toString()).raw("</div>\n");
  }

  private List<Spot> spots(Constituent constituent) {
    Map<String, List<Comparison>> places = new TreeMap<>();
    for (Comparison c : page.result.comparisons()) {
      Observation o = c.observation();
      boolean isPair =
          o.bound() == Observation.Bound.EXACT
              && !Agreements.isExtreme(o.statistic())
              && o.value() > 0
              && c.simulated() > 0;
      if (isPair && o.constituent().equals(constituent.id())) {
        places.computeIfAbsent(Page.key(c.place()), k -> new ArrayList<>()).add(c);
      }
    }
    List<Spot> spots = new ArrayList<>();
    for (List<Comparison> own : places.values()) {
      Place place = own.getFirst().place();
      double residual =
          own.stream()
              .mapToDouble(c -> StrictMath.log(c.observation().value() / c.simulated()))
              .average()
              .orElse(0);
      whereabouts
          .of(place)
          .ifPresent(
              xy -> spots.add(new Spot(page.place(place), xy[0], xy[1], residual, own.size())));
    }
    spots.sort(Comparator.comparingDouble(s -> StrictMath.abs(s.residual())));
    return spots;
  }

  private String svg(Constituent constituent, List<Spot> spots) {
    StringBuilder svg =
        new StringBuilder(map.frame().open(page.say("residuals.of", constituent.id())));
    svg.append(map.land().ground());
    for (int i = 0; i < page.result.study().waterways().reaches().size(); i++) {
      svg.append("<use href='#r").append(i).append("' class='dry' stroke-width='3'/>");
    }
    for (Spot spot : spots) {
      svg.append("<g><title>")
          .append(Html.escape(spot.name() + ": " + words(spot) + " (" + spot.count() + ")"))
          .append("</title>")
          .append(mark(spot.kind(), spot.x(), spot.y(), 15))
          .append("</g>");
    }
    List<Spot> said = new ArrayList<>();
    for (int i = spots.size() - 1; i >= 0 && said.size() < NAMED; i--) {
      Spot spot = spots.get(i);
      boolean isFree =
          said.stream()
              .allMatch(
                  s ->
                      StrictMath.abs(s.x() - spot.x()) > 220
                          || StrictMath.abs(s.y() - spot.y()) > 42);
      if (isFree && !spot.kind().equals("near")) {
        said.add(spot);
        boolean isRight = spot.x() > 640;
        svg.append("<text class='halo' font-size='34' text-anchor='")
            .append(isRight ? "end" : "start")
            .append("' x='")
            .append(Figures.px(spot.x() + (isRight ? -22 : 22)))
            .append("' y='")
            .append(Figures.px(spot.y() + 11))
            .append("'>")
            .append(Html.escape(words(spot)))
            .append("</text>");
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private String words(Spot spot) {
    return page.say("residuals." + spot.kind(), spot.times());
  }

  private static String mark(String kind, double x, double y, double r) {
    double up = kind.equals("low") ? r : -r;
    String style = Text.format("stroke='#fff' stroke-width='%s'", Figures.px(r / 7));
    if (kind.equals("near")) {
      return Text.format(
          "<circle fill='#6B7A80' %s cx='%s' cy='%s' r='%s'/>",
          style, Figures.px(x), Figures.px(y), Figures.px(r * 0.75));
    }
    return Text.format(
        "<path fill='%s' %s d='M%s %sH%sL%s %sz'/>",
        kind.equals("low") ? "#1F5FA8" : "#B4431F",
        style,
        Figures.px(x - r),
        Figures.px(y - up),
        Figures.px(x + r),
        Figures.px(x),
        Figures.px(y + up));
  }
}
