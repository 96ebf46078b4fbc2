package org.tonle.report.contrast;

import java.util.List;
import org.tonle.assess.Verdict;
import org.tonle.compare.Contrast;
import org.tonle.compare.DemandChange;
import org.tonle.compare.LoadChange;
import org.tonle.compare.ServiceChange;
import org.tonle.compare.VerdictChange;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.tell.ContrastWords;

/// Contrast tables: verdicts, people served, loads, load to cut.
final class ContrastTables {
  private static final int SHOWN = 8;

  private final Page page;
  private final Contrast contrast;
  private final ContrastWords says;

  ContrastTables(Page page, Contrast contrast, ContrastWords says) {
    this.page = page;
    this.contrast = contrast;
    this.says = says;
  }

  void write(Html html) {
    verdicts(html);
    services(html);
    loads(html);
    contrast.demand().ifPresent(d -> demand(html, d));
  }

  private void verdicts(Html html) {
    List<VerdictChange> required =
        contrast.verdicts().stream().filter(v -> v.after().required()).toList();
    html.element("h2", says.say("verdicts.title")).element("p", says.verdicts());
    if (required.isEmpty()) {
      return;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                says.say("place"),
                page.say("season"),
                page.say("constituent"),
                "#" + page.say("limit"),
                says.say("before"),
                says.say("after"),
                "#" + says.say("meeting")));
    for (VerdictChange change : required) {
      Verdict after = change.after();
      table.row(
          List.of(
              Html.escape(page.place(after.place())),
              Html.escape(says.season(after.season())),
              Html.escape(after.constituent()),
              Page.limit(after),
              Html.escape(says.outcome(change.before().outcome())),
              Html.escape(says.outcome(after.outcome())),
              Figures.percent(change.before().probabilityOfMeeting())
                  + " → "
                  + Figures.percent(after.probabilityOfMeeting())));
    }
    html.raw(table.folded(page, "verdict_changes.csv", SHOWN));
  }

  private void services(Html html) {
    if (contrast.services().isEmpty()) {
      return;
    }
    html.element("h2", says.say("services.title")).element("p", says.people());
    HtmlTable table =
        new HtmlTable(
            List.of(
                says.say("town"),
                "#" + page.say("people"),
                "#" + says.say("to_plants"),
                "#" + says.say("safe"),
                "#" + page.say("treated_m3")));
    for (ServiceChange part : contrast.services()) {
      ServiceChange.Served before = part.before();
      ServiceChange.Served after = part.after();
      table.row(
          List.of(
              Html.escape(page.source(part.sewershed())),
              pair(before.people(), after.people()),
              pair(before.toPlants(), after.toPlants()),
              pair(before.safelyManaged(), after.safelyManaged()),
              pair(before.treated_m3_per_d(), after.treated_m3_per_d())));
    }
    html.raw(table.folded(page, "services_changes.csv", SHOWN));
  }

  private static String pair(double before, double after) {
    String one = Figures.three(before);
    String other = Figures.three(after);
    return one.equals(other) ? one : one + " → " + other;
  }

  private void loads(Html html) {
    if (contrast.loads().isEmpty()) {
      return;
    }
    html.element("h2", says.say("loads.title")).element("p", says.loads());
    HtmlTable table =
        new HtmlTable(
            List.of(
                says.say("level"),
                page.say("constituent"),
                "#" + says.say("before"),
                "#" + says.say("after"),
                "#" + "%"));
    for (LoadChange load : contrast.loads()) {
      table.row(
          List.of(
              Html.escape(name(load)),
              Html.escape(load.constituent() + ", " + says.unitOfLoad(load.constituent())),
              Figures.three(load.before_t_per_a()),
              Figures.three(load.after_t_per_a()),
              ContrastWords.change(load.before_t_per_a(), load.after_t_per_a())));
    }
    html.raw(table.folded(page, "load_changes.csv", SHOWN));
  }

  private String name(LoadChange load) {
    return switch (load.of()) {
      case TOTAL -> says.say("level.total");
      case CATEGORY -> page.say("category." + load.id());
      case UNIT -> page.unit(load.id());
      case SOURCE -> page.source(load.id());
    };
  }

  private void demand(Html html, DemandChange demand) {
    html.element("h2", says.say("demand.title"));
    List<DemandChange.Cut> asked =
        demand.cuts().stream()
            .filter(c -> c.before_t_per_a() > 0 || c.after_t_per_a() > 0)
            .toList();
    if (asked.isEmpty()) {
      html.element("p", says.say("demand.none"));
      return;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("constituent"),
                "#" + says.say("before"),
                "#" + says.say("after"),
                "#" + "%",
                "#" + says.say("demand.breaches")));
    for (DemandChange.Cut cut : asked) {
      table.row(
          List.of(
              Html.escape(cut.constituent() + ", " + says.unitOfLoad(cut.constituent())),
              Figures.three(cut.before_t_per_a()),
              Figures.three(cut.after_t_per_a()),
              ContrastWords.change(cut.before_t_per_a(), cut.after_t_per_a()),
              cut.placesBefore() + " → " + cut.placesAfter()));
    }
    html.raw(table.toString());
  }
}
