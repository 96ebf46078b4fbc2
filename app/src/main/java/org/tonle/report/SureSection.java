package org.tonle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonle.assess.MassBalance;
import org.tonle.assess.WaterBalance;
import org.tonle.i18n.ProblemText;
import org.tonle.problem.Problem;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.simulate.course.MassLine;

/// Sure section: how sure the results are, with marks, balances and problems of the study.
final class SureSection {
  private static final int MOST_NODES = 12;

  private final Page page;

  SureSection(Page page) {
    this.page = page;
  }

  void write(Html html) {
    html.raw("<h2 id='sure'>").raw(Html.escape(page.say("sure"))).raw("</h2>\n");
    HtmlTable marks =
        new HtmlTable(
            List.of(page.say("mark"), "#" + page.say("mark.share"), page.say("mark.means")));
    FrontPage.byMark(page)
        .forEach(
            (quality, share) ->
                marks.row(
                    List.of(
                        page.mark(quality) + page.quality(quality),
                        Figures.percent(share),
                        Html.escape(
                            page.say("means." + quality.name().toLowerCase(Locale.ROOT))))));
    html.raw(marks.toString());
    mass(html);
    water(html);
    problems(html);
  }

  private void mass(Html html) {
    double worst =
        page.result.balances().mass().stream().mapToDouble(MassBalance::drawError).max().orElse(0);
    html.element("h3", page.say("mass"));
    html.element(
        "p", page.say("mass.sub", Figures.two(page.result.massBalanceError()), Figures.two(worst)));
    List<String> heads = new ArrayList<>(List.of(page.say("constituent")));
    for (MassLine line : MassLine.values()) {
      heads.add("#" + page.say("line." + line.name().toLowerCase(Locale.ROOT)));
    }
    HtmlTable table = new HtmlTable(heads);
    for (MassBalance balance : page.result.balances().mass()) {
      List<String> row = new ArrayList<>(List.of(Html.escape(balance.constituent())));
      for (MassLine line : MassLine.values()) {
        double value = balance.value(line);
        double through = balance.value(MassLine.OUT) + balance.value(MassLine.SOURCES);
        row.add(StrictMath.abs(value) < 1e-9 * through ? "0" : Figures.three(value));
      }
      table.row(row);
    }
    html.raw(table.toString());
  }

  private void water(Html html) {
    html.element("h3", page.say("water")).element("p", page.say("water.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("node"),
                page.say("season"),
                "#" + page.say("water.in"),
                "#" + page.say("water.joins"),
                "#" + page.say("water.out"),
                "#" + page.say("water.leaves"),
                "#" + page.say("water.storage"),
                "#" + page.say("water.closure")));
    List<WaterBalance> order = new ArrayList<>(page.result.balances().water());
    order.sort(
        (a, b) ->
            Double.compare(
                StrictMath.abs(b.closure_m3_per_s()), StrictMath.abs(a.closure_m3_per_s())));
    List<WaterBalance> shown = new ArrayList<>();
    for (WaterBalance w : page.result.balances().water()) {
      if (page.result.study().waterways().lakes().stream().anyMatch(l -> l.id().equals(w.node()))) {
        shown.add(w);
      }
    }
    for (WaterBalance w : order) {
      if (shown.size() < MOST_NODES && !shown.contains(w)) {
        shown.add(w);
      }
    }
    for (WaterBalance w : shown) {
      org.tonle.model.Node node = page.nodes.get(w.node());
      String name = node == null ? "" : node.names().in(page.words.language());
      table.row(
          List.of(
              Html.escape(name.isEmpty() ? w.node() : name),
              Html.escape(page.season(w.season())),
              Figures.three(w.riversIn_m3_per_s()),
              Figures.three(w.joins_m3_per_s()),
              Figures.three(w.riversOut_m3_per_s()),
              Figures.three(w.leaves_m3_per_s()),
              Figures.three(w.storage_m3_per_s()),
              Figures.two(w.closure_m3_per_s())));
    }
    html.raw(table.toString());
  }

  private void problems(Html html) {
    if (page.result.problems().isEmpty()) {
      return;
    }
    ProblemText text = new ProblemText(page.words);
    html.element("h3", page.say("problems"));
    HtmlTable table = new HtmlTable(List.of(page.say("problem.where"), page.say("problem.what")));
    for (Problem p : page.result.problems()) {
      String where = p.file() + (p.row() > 0 ? ":" + p.row() : "");
      table.row(List.of(Html.escape(where), Html.escape(text.sentence(p))));
    }
    html.raw(table.folded(page, ""));
  }
}
