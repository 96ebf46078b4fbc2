package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.convert.Tie;
import org.tonle.demand.Allocation;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Beyond table: breaches that no cut of the listed sources can mend, and the part of them that
/// comes across the border.
public final class BeyondTable {
  private final Page page;
  private final Demand demand;

  public BeyondTable(Page page, Demand demand) {
    this.page = page;
    this.demand = demand;
  }

  /// Row of one constituent at one place, in the season in which the rest exceeds its limit most.
  ///
  /// @param seasons seasons in which no cut helps
  private record Row(Bound bound, Optional<Double> abroad, List<String> seasons) {
    double times() {
      return bound.restCentral() / bound.allowed();
    }

    /// Whether water from other countries alone exceeds the limit.
    boolean isAbroadAlone() {
      return abroad
          .map(share -> Tie.isAbove(share * bound.of().total(), bound.allowed()))
          .orElse(false);
    }
  }

  public void write(Html html) {
    List<Row> rows = rows();
    if (rows.isEmpty()) {
      return;
    }
    html.element("h3", page.say("demand.beyond"));
    html.element("p", page.say("demand.beyond.sub"));
    html.raw("<ul>\n");
    byConstituent(rows)
        .forEach((constituent, own) -> html.element("li", sentence(constituent, own)));
    html.raw("</ul>\n").raw(table(rows));
  }

  private List<Row> rows() {
    Map<String, Row> found = new LinkedHashMap<>();
    for (Demand.Capacity capacity : demand.capacities()) {
      Bound bound = capacity.bound();
      String constituent = bound.of().constituent().id();
      boolean isBeyond =
          capacity.number() >= 0
              && demand.allocation().status(capacity.number()) == Allocation.Status.BEYOND_SOURCES;
      if (isBeyond && capacity.constituent().equals(constituent)) {
        Row row = new Row(bound, capacity.transboundaryShare(), List.of(bound.of().season()));
        found.merge(Page.key(bound.of().place()) + "\t" + constituent, row, BeyondTable::worse);
      }
    }
    List<Row> rows = new ArrayList<>(found.values());
    rows.sort(
        Comparator.comparingDouble((Row r) -> -r.times())
            .thenComparing(r -> r.bound().of().place().id()));
    return rows;
  }

  private static Row worse(Row a, Row b) {
    List<String> seasons = new ArrayList<>(a.seasons());
    seasons.addAll(b.seasons());
    Row worst = b.times() > a.times() ? b : a;
    return new Row(worst.bound(), worst.abroad(), seasons);
  }

  private static Map<String, List<Row>> byConstituent(List<Row> rows) {
    Map<String, List<Row>> found = new TreeMap<>();
    for (Row row : rows) {
      String constituent = row.bound().of().constituent().id();
      found.computeIfAbsent(constituent, c -> new ArrayList<>()).add(row);
    }
    return found;
  }

  /// "TSS: at 94 places; of it 0 to 92 % come over the border, at 35 places above the limit alone"
  private String sentence(String constituent, List<Row> rows) {
    double[] shares =
        rows.stream().flatMap(r -> r.abroad().stream()).mapToDouble(s -> s).sorted().toArray();
    if (shares.length == 0 || shares[shares.length - 1] == 0) {
      return page.say("demand.beyond.places", constituent, rows.size());
    }
    String least = Figures.percent(shares[0]);
    String most = Figures.percent(shares[shares.length - 1]);
    String share = least.equals(most) ? most : page.say("demand.beyond.range", least, most);
    String said = page.say("demand.beyond.abroad", constituent, rows.size(), share);
    long alone = rows.stream().filter(Row::isAbroadAlone).count();
    return alone > 0 ? said + page.say("demand.beyond.alone", alone) : said;
  }

  private String table(List<Row> rows) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("place"),
                page.say("seasons.in"),
                page.say("constituent"),
                "#" + page.say("demand.rest"),
                "#" + page.say("limit_of_mean"),
                "#" + page.say("demand.border")));
    for (Row row : rows) {
      Bound bound = row.bound();
      if (!page.worst.holds(bound.of().place())) {
        continue;
      }
      table.row(
          List.of(
              Html.escape(page.place(bound.of().place())),
              Html.escape(
                  String.join(
                      page.say("list"),
                      row.seasons().stream().map(s -> Page.brief(page.season(s))).toList())),
              Html.escape(bound.of().constituent().id()),
              Figures.two(bound.restCentral()),
              Figures.two(bound.allowed()),
              abroad(row)));
    }
    return table.folded(page, "capacity.csv", 8) + page.left("capacity.csv");
  }

  private static String abroad(Row row) {
    String share = row.abroad().map(Figures::percent).orElse("");
    return row.isAbroadAlone() ? "<b>" + share + "</b>" : share;
  }
}
