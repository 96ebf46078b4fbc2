package org.tonle.report.page;

import java.util.List;
import org.tonle.demand.Demand;
import org.tonle.export.DemandRow;

/// Cut sentence: how much of a constituent must go, as page one of a report and the page of demand
/// say it. A load has its band in t/a; bacteria have log reductions (−log10 of the share that may
/// stay), because their number says nothing to a reader. Both say how many people make as much.
public final class CutSentence {
  private final Page page;

  public CutSentence(Page page) {
    this.page = page;
  }

  /// A sentence for each constituent that must be cut; if none must, one that says so.
  public List<String> all(Demand demand) {
    List<DemandRow> totals =
        DemandRow.of(demand).stream().filter(r -> r.level() == DemandRow.Level.TOTAL).toList();
    List<String> cuts = totals.stream().filter(r -> r.cut_t_per_a() > 0).map(this::of).toList();
    return cuts.isEmpty() ? List.of(page.say("front.much.none")) : cuts;
  }

  /// The sentence of a row that sums over all sources of a constituent.
  public String of(DemandRow row) {
    String name = page.constituent(row.constituent());
    if (!(row.cut_t_per_a() > 0)) {
      return page.say("front.much.zero", name);
    }
    double rate = row.reductionRate();
    String people = Figures.two(row.peopleEquivalent());
    return counts(row)
        ? page.say(
            "front.much.log",
            name,
            Figures.percent(rate),
            Figures.logs(rate),
            people,
            Figures.logs(rate * row.cutLow_t_per_a() / row.cut_t_per_a()),
            Figures.logs(rate * row.cutHigh_t_per_a() / row.cut_t_per_a()))
        : page.say(
            "front.much.line",
            name,
            Figures.two(row.cut_t_per_a()),
            Figures.two(row.cutLow_t_per_a()),
            Figures.two(row.cutHigh_t_per_a()),
            Figures.percent(rate),
            people);
  }

  private boolean counts(DemandRow row) {
    return page.constituents().stream()
        .anyMatch(c -> c.id().equals(row.constituent()) && c.unit().counts());
  }
}
