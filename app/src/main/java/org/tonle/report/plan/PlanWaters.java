package org.tonle.report.plan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tonle.export.plan.SavedPlan.LimitState;
import org.tonle.model.Reach;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.LimitsMap;
import org.tonle.report.picture.MapPicture;

/// Plan waters: the limits before and after the plan, counted, on two small maps and one by one.
final class PlanWaters {
  private static final int SHOWN = 8;

  private final PlanPage of;
  private final MapPicture map;
  private final LimitsMap pictures;

  PlanWaters(PlanPage of, MapPicture map) {
    this.of = of;
    this.map = map;
    pictures = new LimitsMap(of.page, map);
  }

  void write(Html html) {
    Set<String> before = waters(l -> !isBeyond(l));
    Set<String> after = waters(l -> !isBeyond(l) && !l.isMet());
    html.element("h3", of.say("rivers.title", km(before), km(after)));
    html.element(
        "p class='note'", of.say("rivers.sub", PlanPage.of100(of.plan.headline().confidence())));
    if (map.isDrawable()) {
      Set<String> beyond = waters(PlanWaters::isBeyond);
      html.raw("<div class='pair'>\n");
      picture(html, "plan-before", pictures.svg(before, beyond, of.say("rivers.before")));
      picture(html, "plan-after", pictures.svg(after, beyond, of.say("rivers.after")));
      html.raw("</div>\n").raw(pictures.legend());
    }
    counts(html);
    limits(html);
  }

  /// Limits that works do not keep, whatever is built.
  private static boolean isBeyond(LimitState limit) {
    return !limit.isPlanned() && !limit.reach().equals("given_up");
  }

  private Set<String> waters(Predicate<LimitState> which) {
    Set<String> found = new HashSet<>();
    for (LimitState limit : of.plan.limits()) {
      if (which.test(limit)) {
        of.place(limit.place()).map(pictures::water).ifPresent(found::add);
      }
    }
    return found;
  }

  private String km(Set<String> waters) {
    double sum = 0;
    for (Reach reach : of.page.reaches.values()) {
      sum += waters.contains("REACH " + reach.id()) ? reach.line().length_km() : 0;
    }
    return Figures.two(sum);
  }

  private void picture(Html html, String name, String svg) {
    String says = of.say(name.equals("plan-before") ? "rivers.before" : "rivers.after");
    html.raw("<figure>").element("b", says).raw(PictureName.on(svg, name)).raw("</figure>\n");
  }

  private void counts(Html html) {
    Map<String, long[]> counts = new TreeMap<>();
    for (LimitState limit : of.plan.limits()) {
      long[] own = counts.computeIfAbsent(limit.constituent(), c -> new long[5]);
      own[0]++;
      own[column(limit)]++;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.page.say("constituent"),
                "#" + of.say("count.missed"),
                "#" + of.say("count.kept"),
                "#" + of.say("count.left"),
                "#" + of.say("count.works"),
                "#" + of.say("count.sources")));
    counts.forEach(
        (constituent, own) ->
            table.row(
                List.of(
                    Html.escape(of.page.constituent(constituent)),
                    Long.toString(own[0]),
                    "<b>" + own[1] + "</b>",
                    Long.toString(own[2]),
                    Long.toString(own[3]),
                    Long.toString(own[4]))));
    html.raw(table.toString());
  }

  private static int column(LimitState limit) {
    return switch (limit.reach()) {
      case "planned" -> limit.isMet() ? 1 : 2;
      case "given_up" -> 2;
      case "beyond_sources" -> 4;
      default -> 3;
    };
  }

  private static String state(LimitState limit) {
    if (!limit.isPlanned()) {
      return "given_up";
    }
    return limit.holds() ? "kept" : limit.isMet() ? "unproven" : "less";
  }

  private void limits(Html html) {
    List<LimitState> shown =
        of.plan.limits().stream()
            .filter(l -> !isBeyond(l))
            .sorted(
                Comparator.comparing(LimitState::isMet)
                    .thenComparing(LimitState::holds)
                    .thenComparingDouble(LimitState::before)
                    .thenComparing(LimitState::place)
                    .thenComparing(LimitState::season))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.page.say("place"),
                of.page.say("season"),
                of.page.say("constituent"),
                "#" + of.say("limit.before"),
                "#" + of.say("limit.after"),
                "#" + of.say("limit.aim"),
                of.say("limit.state")));
    for (LimitState limit : shown) {
      table.row(
          List.of(
              Html.escape(of.placeName(limit.place())),
              Html.escape(Page.brief(of.page.season(limit.season()))),
              Html.escape(limit.constituent()),
              PlanPage.of100(limit.before()),
              "<b>" + PlanPage.of100(limit.after()) + "</b>",
              PlanPage.of100(limit.aim()),
              Html.escape(of.say("limit." + state(limit)))));
    }
    html.raw(table.folded(of.page, "", SHOWN));
  }
}
