package org.tonle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.demand.Allocation;
import org.tonle.demand.Demand;
import org.tonle.demand.Robustness;
import org.tonle.export.DemandRow;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.DemandMap;
import org.tonle.report.picture.MapPicture;
import org.tonle.tell.RobustWords;

/// Demand section: how much load must be cut, by unit, and which breaches no cut can mend.
public final class DemandSection {
  private final Page page;
  private final MapPicture map;
  private final Demand demand;
  private final Optional<Robustness> robustness;

  public DemandSection(Page page, MapPicture map, Demand demand, Optional<Robustness> robustness) {
    this.page = page;
    this.map = map;
    this.demand = demand;
    this.robustness = robustness;
  }

  public void write(Html html) {
    Allocation allocation = demand.allocation();
    html.raw("<h2 id='demand'>").raw(Html.escape(page.say("demand"))).raw("</h2>\n");
    html.element(
        "p",
        page.say(
            "demand.sub",
            allocation.bounds().size(),
            count(Allocation.Status.KEPT),
            count(Allocation.Status.BEYOND_SOURCES),
            StrictMath.round(allocation.confidence() * 100),
            page.say("rule." + allocation.rule().id()),
            count(Allocation.Status.LESS_SURE)));
    if (demand.tooClose() > 0) {
      html.element("p", page.say("demand.close", demand.tooClose(), page.result.options().draws()));
    }
    robustness.ifPresent(r -> html.element("p", RobustWords.sentence(r, page.words)));
    html.element("p class='note'", page.say("demand.note"));
    html.raw(
        "<div class='switch both' data-name='" + Html.escape(page.say("constituent")) + "'>\n");
    byConstituent().forEach((constituent, rows) -> constituent(html, constituent, rows));
    html.raw("</div>\n");
    new BeyondTable(page, demand).write(html);
  }

  private long count(Allocation.Status status) {
    long found = 0;
    for (int b = 0; b < demand.allocation().bounds().size(); b++) {
      found += demand.allocation().status(b) == status ? 1 : 0;
    }
    return found;
  }

  /// The total and the units, for each constituent with a load to cut.
  private Map<String, List<DemandRow>> byConstituent() {
    Map<String, List<DemandRow>> found = new LinkedHashMap<>();
    for (DemandRow row : DemandRow.of(demand)) {
      boolean isUnknown = robustness.flatMap(row::in).filter(part -> !part.isRobust()).isPresent();
      if (row.level() != DemandRow.Level.SOURCE && (row.cut_t_per_a() > 0 || isUnknown)) {
        found.computeIfAbsent(row.constituent(), c -> new ArrayList<>()).add(row);
      }
    }
    return found;
  }

  private void constituent(Html html, String constituent, List<DemandRow> rows) {
    DemandRow total = rows.getFirst();
    String cut =
        counts(constituent)
            ? page.say(
                "demand.title.log",
                Figures.percent(total.reductionRate()),
                Figures.logs(total.reductionRate()))
            : Figures.two(total.cut_t_per_a()) + " " + unit(constituent);
    String title = page.say("demand.title", constituent, cut, rows.size() - 1);
    html.raw("<div data-key='" + Html.escape(constituent) + "'>\n").element("h3", title);
    DemandMap units = new DemandMap(page, map, rows);
    boolean isMapped = map.isDrawable() && units.isDrawable();
    html.raw(isMapped ? "<div class='below'>\n" : "<div>\n");
    if (isMapped) {
      String name = PictureName.of("demand", constituent);
      html.raw("<figure>")
          .raw(PictureName.on(units.svg(title), name))
          .raw(units.legend(unit(constituent)));
      html.raw("</figure>\n");
    }
    html.raw("<div>").raw(new DemandTable(page, demand.allocation(), robustness).html(rows));
    html.raw("</div>\n</div>\n</div>\n");
  }

  private boolean counts(String constituent) {
    return page.constituents().stream()
        .anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
  }

  private String unit(String constituent) {
    return page.say(counts(constituent) ? "unit.counts" : "unit.t_per_a");
  }
}
