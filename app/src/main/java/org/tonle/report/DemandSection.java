package org.tonle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonle.assess.Allocation;
import org.tonle.assess.Bound;
import org.tonle.assess.Demand;
import org.tonle.export.DemandRow;

/// How much must go, by unit, and which breaches no cut can mend.
final class DemandSection {
  private static final int MOST_BEYOND = 30;

  private final Page page;
  private final Demand demand;

  DemandSection(Page page, Demand demand) {
    this.page = page;
    this.demand = demand;
  }

  void write(Html html) {
    Allocation allocation = demand.allocation();
    html.raw("<h2 id='demand'>").raw(Html.escape(page.say("demand"))).raw("</h2>\n");
    html.element(
        "p",
        page.say(
            "demand.sub",
            allocation.bounds().size(),
            with(Allocation.Status.KEPT).size(),
            with(Allocation.Status.BEYOND_SOURCES).size(),
            StrictMath.round(allocation.confidence() * 100)));
    html.element("p class='note'", page.say("demand.note"));
    String last = "";
    HtmlTable table = table();
    boolean isEmpty = true;
    for (DemandRow row : DemandRow.of(demand)) {
      if (row.level() == DemandRow.Level.SOURCE || !(row.cut_t_per_a() > 0)) {
        continue;
      }
      if (!row.constituent().equals(last)) {
        html.raw(isEmpty ? "" : table.toString());
        last = row.constituent();
        html.element("h3", last + ", " + unit(last));
        table = table();
      }
      isEmpty = false;
      table.row(cells(row));
    }
    html.raw(isEmpty ? "" : table.toString());
    beyond(html);
  }

  private List<Integer> with(Allocation.Status status) {
    List<Integer> found = new ArrayList<>();
    for (int b = 0; b < demand.allocation().bounds().size(); b++) {
      if (demand.allocation().status(b) == status) {
        found.add(b);
      }
    }
    return found;
  }

  private HtmlTable table() {
    return new HtmlTable(
        Stream.of("unit", "#now", "#allowed", "#cut", "#rate", "#people", "#water", "binding")
            .map(
                k ->
                    k.startsWith("#")
                        ? "#" + page.say("demand." + k.substring(1))
                        : page.say("demand." + k))
            .toList());
  }

  private List<String> cells(DemandRow row) {
    boolean isTotal = row.level() == DemandRow.Level.TOTAL;
    String name = isTotal ? page.say("demand.all") : page.unit(row.unit());
    Bound binding = row.binding() < 0 ? null : demand.allocation().bounds().get(row.binding());
    return List.of(
        Html.escape(name),
        Figures.two(row.now_t_per_a()),
        Figures.two(row.now_t_per_a() - row.cut_t_per_a()),
        Figures.two(row.cut_t_per_a()),
        Figures.two(100 * row.reductionRate()),
        Figures.two(row.peopleEquivalent()),
        Figures.two(row.treat_m3_per_d()),
        binding == null
            ? ""
            : Html.escape(
                page.place(binding.of().place()) + ", " + page.season(binding.of().season())));
  }

  private String unit(String constituent) {
    boolean counts =
        page.constituents().stream().anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
    return page.say(counts ? "unit.counts" : "unit.t_per_a");
  }

  /// Places where the listed sources are not the cause: once per place and constituent.
  private void beyond(Html html) {
    List<Integer> all = with(Allocation.Status.BEYOND_SOURCES);
    if (all.isEmpty()) {
      return;
    }
    html.element("h3", page.say("demand.beyond"));
    html.element("p", page.say("demand.beyond.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("place"),
                page.say("season"),
                page.say("constituent"),
                "#" + page.say("demand.rest"),
                "#" + page.say("limit_of_mean"),
                "#" + page.say("demand.border")));
    int shown = 0;
    for (Demand.Capacity capacity : demand.capacities()) {
      boolean isBeyond = all.contains(capacity.bound());
      Bound bound = demand.allocation().bounds().get(capacity.bound());
      boolean isOwn = capacity.constituent().equals(bound.of().constituent().id());
      if (isBeyond && isOwn && shown++ < MOST_BEYOND) {
        table.row(
            List.of(
                Html.escape(page.place(bound.of().place())),
                Html.escape(page.season(bound.of().season())),
                Html.escape(bound.of().constituent().id()),
                Figures.two(bound.restCentral()),
                Figures.two(bound.allowed()),
                capacity.transboundaryShare().map(Figures::percent).orElse("")));
      }
    }
    html.raw(table.toString());
    if (shown > MOST_BEYOND) {
      html.element("p", page.say("more", shown - MOST_BEYOND, "capacity.csv"));
    }
  }
}
