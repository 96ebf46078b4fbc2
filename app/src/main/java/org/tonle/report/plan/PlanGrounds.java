package org.tonle.report.plan;

import java.util.List;
import org.tonle.export.plan.SavedPlan;
import org.tonle.model.Quality;
import org.tonle.plan.cost.ProjectComparison;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;

/// Plan grounds: how much of the plan rests on figures that nobody has verified, and how its prices
/// compare with what was planned or paid for works that exist.
final class PlanGrounds {
  private static final int SHOWN = 6;

  private final PlanPage of;

  PlanGrounds(PlanPage of) {
    this.of = of;
  }

  void write(Html html) {
    html.element("h3", of.say("grounds.title"));
    SavedPlan.Grounds grounds = of.plan.grounds();
    double all_usd = of.plan.headline().cost_usd();
    html.raw("<ul>\n");
    if (grounds.costs_usd() >= 0) {
      String share = Figures.percent(grounds.costs_usd() / all_usd);
      item(html, Quality.ESTIMATE, of.say("grounds.costs", share));
    }
    if (grounds.limits_usd() >= 0) {
      String share = Figures.percent(grounds.limits_usd() / all_usd);
      item(html, Quality.UNVERIFIED, of.say("grounds.limits", share));
    }
    if (grounds.regretMean() >= 0) {
      item(
          html,
          Quality.DERIVED,
          of.say(
              "grounds.regret",
              Figures.percent(grounds.regretMean()),
              Figures.percent(grounds.regretP90())));
    }
    item(html, Quality.ESTIMATE, of.say("grounds.removal"));
    html.raw("</ul>\n");
    projects(html);
  }

  private void item(Html html, Quality quality, String words) {
    html.raw("<li>").raw(of.page.mark(quality)).raw(Html.escape(words)).raw("</li>\n");
  }

  private void projects(Html html) {
    List<ProjectComparison> all = ProjectComparison.of(of.page.result.study().catalogue());
    if (all.isEmpty()) {
      return;
    }
    html.element("h3", of.say("paid.title"));
    html.element("p class='note'", of.say("paid.sub", of.plan.headline().priceYear()));
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.page.words.text("catalogue.project"),
                "#m³/d",
                "#" + of.page.words.text("catalogue.stated"),
                "#" + of.page.words.text("catalogue.curve"),
                "#" + of.page.words.text("catalogue.factor"),
                of.say("paid.why")));
    for (ProjectComparison one : all) {
      String factor = Figures.two(one.factor());
      table.row(
          List.of(
              Html.escape(one.project().names().in(of.page.words.language())),
              Figures.two(one.project().capacity_m3_per_d()),
              Figures.two(one.stated_usd()),
              Figures.two(one.curve_usd()),
              one.isFar() ? "<b>" + factor + "</b>" : factor,
              Html.escape(why(one))));
    }
    html.raw(table.folded(of.page, "", SHOWN));
  }

  private String why(ProjectComparison one) {
    String key = "catalogue.why." + one.project().id();
    return of.page.words.has(key) ? of.page.words.text(key) : "";
  }
}
