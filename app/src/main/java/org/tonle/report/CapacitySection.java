package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.cause.Breaches;
import org.tonle.convert.Text;
import org.tonle.demand.Allocation;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.export.DemandRow;
import org.tonle.export.Permit;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Capacity section: how much load the water can bear, stated in two ways: as a total maximum daily
/// load for each place that breaks its limit, and as 水环境容量 by control unit with the permits.
public final class CapacitySection {
  private static final int SHOWN = 8;
  private static final double BAR = 160;

  private final Page page;
  private final Demand demand;

  public CapacitySection(Page page, Demand demand) {
    this.page = page;
    this.demand = demand;
  }

  public void write(Html html) {
    List<Demand.Capacity> strictest = strictest();
    html.raw("<h2 id='capacity'>").raw(Html.escape(page.say("capacity"))).raw("</h2>\n");
    html.element("p", page.say("capacity.sub"));
    long ofYear = new Breaches(page.result).ofYear();
    if (ofYear > 0) {
      html.element("p class='note'", page.say("limits_of_year", ofYear));
    }
    if (strictest.isEmpty()) {
      html.element("p", page.say("capacity.none"));
      return;
    }
    html.raw("<div class='switch both' data-name='" + Html.escape(page.say("capacity")) + "'>\n");
    html.raw("<div data-key='" + Html.escape(page.say("tmdl")) + "'>\n");
    html.element("h3", page.say("tmdl.title")).element("p", page.say("tmdl.sub", confidence()));
    html.raw(tmdl(strictest)).raw(page.left("capacity.csv")).raw("</div>\n");
    html.raw("<div data-key='" + Html.escape(page.say("units.capacity")) + "'>\n");
    html.element("h3", page.say("units.capacity.title"));
    html.element("p", page.say("units.capacity.sub", confidence())).raw(units());
    html.element("h3", page.say("permits")).element("p", page.say("permits.sub")).raw(permits());
    html.raw("</div>\n</div>\n");
  }

  private long confidence() {
    return StrictMath.round(demand.allocation().confidence() * 100);
  }

  /// The season that allows least, for each place and constituent of load. Places that no cut can
  /// mend have no capacity to divide.
  private List<Demand.Capacity> strictest() {
    Map<String, Demand.Capacity> found = new LinkedHashMap<>();
    for (Demand.Capacity capacity : demand.capacities()) {
      boolean isShown = page.worst.holds(capacity.bound().of().place());
      if (isShown && isMendable(capacity) && capacity.used_kg_per_d() > 0) {
        String key = Page.key(capacity.bound().of().place()) + "\t" + capacity.constituent();
        found.merge(key, capacity, (a, b) -> b.confident() < a.confident() ? b : a);
      }
    }
    List<Demand.Capacity> order = new ArrayList<>(found.values());
    order.sort(
        Comparator.comparing(Demand.Capacity::constituent)
            .thenComparingDouble(c -> c.allowed_kg_per_d() - c.used_kg_per_d()));
    return order;
  }

  private boolean isMendable(Demand.Capacity capacity) {
    return capacity.number() >= 0
        && demand.allocation().status(capacity.number()) != Allocation.Status.BEYOND_SOURCES;
  }

  private String unit(String constituent) {
    boolean counts =
        page.constituents().stream().anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
    return page.say(counts ? "unit.counts_per_d" : "unit.kg_per_d");
  }

  private String tmdl(List<Demand.Capacity> rows) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("place"),
                page.say("constituent"),
                "#" + page.say("tmdl.capacity"),
                "#" + page.say("tmdl.source"),
                "#" + page.say("tmdl.point"),
                "#" + page.say("tmdl.diffuse"),
                "#" + page.say("tmdl.margin"),
                "#" + page.say("tmdl.now"),
                page.say("tmdl.bar")));
    for (Demand.Capacity c : rows) {
      Bound bound = c.bound();
      table.row(
          List.of(
              "<b>"
                  + Html.escape(page.place(bound.of().place()))
                  + "</b><small>"
                  + Html.escape(Page.brief(page.season(bound.of().season())))
                  + "</small>",
              Html.escape(c.constituent() + page.say("comma") + unit(c.constituent())),
              "<b>" + Figures.three(c.daily_kg_per_d()) + "</b>",
              Figures.three(c.dailyAtSource_kg_per_d()),
              "= " + Figures.three(c.pointAllocation_kg_per_d()),
              "+ " + Figures.three(c.diffuseAllocation_kg_per_d()),
              "+ " + Figures.three(c.marginOfSafety_kg_per_d()),
              Figures.three(c.used_kg_per_d()),
              bar(c)));
    }
    return key() + table.folded(page, "capacity.csv", SHOWN);
  }

  /// A bar of the parts of the capacity, compared with today's load, which has the same length in
  /// every row.
  private static String bar(Demand.Capacity c) {
    double all = StrictMath.max(c.used_kg_per_d(), c.daily_kg_per_d());
    double point = BAR * c.pointAllocation_kg_per_d() / all;
    double diffuse = BAR * c.diffuseAllocation_kg_per_d() / all;
    double margin = BAR * c.marginOfSafety_kg_per_d() / all;
    return Text.format(
        "<svg class='parts plain' viewBox='0 0 164 14' aria-hidden='true'>"
            + "<rect class='key' fill='#fff' x='1' y='2' width='%s' height='10'/>"
            + "<rect class='pt' x='1' y='2' width='%s' height='10'/>"
            + "<rect class='df' x='%s' y='2' width='%s' height='10'/>"
            + "<rect class='mos' x='%s' y='2' width='%s' height='10'/></svg>",
        Figures.px(BAR * c.used_kg_per_d() / all),
        Figures.px(point),
        Figures.px(1 + point),
        Figures.px(diffuse),
        Figures.px(1 + point + diffuse),
        Figures.px(margin));
  }

  private String key() {
    StringBuilder html = new StringBuilder("<div class='legend'>");
    for (String part : List.of("point", "diffuse", "margin", "now")) {
      String style =
          switch (part) {
            case "point" -> "class='pt'";
            case "diffuse" -> "class='df'";
            case "margin" -> "class='mos'";
            default -> "class='key' fill='#fff'";
          };
      html.append("<span><svg viewBox='0 0 36 12' aria-hidden='true'><rect x='1' y='1'");
      html.append(" width='34' height='10' ").append(style).append("/></svg>");
      html.append(Html.escape(page.say("tmdl." + part))).append("</span>");
    }
    return html.append("</div>\n").toString();
  }

  private String units() {
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("units.capacity.unit"),
                page.say("constituent"),
                "#" + page.say("units.capacity.allowed"),
                "#" + page.say("units.capacity.now"),
                "#" + page.say("demand.cut"),
                "#" + page.say("demand.rate"),
                page.say("units.capacity.section")));
    for (DemandRow row : DemandRow.of(demand)) {
      if (row.level() == DemandRow.Level.UNIT && row.cut_t_per_a() > 0) {
        Bound binding = demand.allocation().bounds().get(row.binding());
        table.row(
            List.of(
                Html.escape(page.unit(row.unit())),
                Html.escape(row.constituent() + page.say("comma") + perYear(row.constituent())),
                "<b>" + Figures.two(row.now_t_per_a() - row.cut_t_per_a()) + "</b>",
                Figures.two(row.now_t_per_a()),
                Figures.two(row.cut_t_per_a()),
                Figures.two(100 * row.reductionRate()),
                Html.escape(page.place(binding.of().place()))));
      }
    }
    return table.folded(page, "demand.csv", SHOWN);
  }

  private String perYear(String constituent) {
    boolean counts =
        page.constituents().stream().anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
    return page.say(counts ? "unit.counts" : "unit.t_per_a");
  }

  /// Permits of sources with a pipe; nobody can hold a permit for the rest of the load.
  private String permits() {
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("source"),
                page.say("units.capacity.unit"),
                page.say("constituent"),
                "#" + page.say("wastewater_m3"),
                "#" + page.say("permits.now"),
                "#" + page.say("permits.allowed"),
                "#" + page.say("permits.concentration")));
    List<Permit> permits =
        new ArrayList<>(
            Permit.of(page.result, demand).stream()
                .filter(p -> p.wastewater_m3_per_d() > 0 && !p.cause().category().equals("on_site"))
                .toList());
    permits.sort(
        Comparator.comparing((Permit p) -> p.of().id())
            .thenComparingDouble(p -> p.allowed_kg_per_d() - p.now_kg_per_d()));
    for (Permit p : permits) {
      String category = page.say("category." + p.cause().category());
      table.row(
          List.of(
              Html.escape(page.source(p.cause())) + "<small>" + Html.escape(category) + "</small>",
              Html.escape(page.unit(p.cause().unit())),
              Html.escape(p.of().id() + page.say("comma") + unit(p.of().id())),
              Figures.two(p.wastewater_m3_per_d()),
              Figures.two(p.now_kg_per_d()),
              "<b>" + Figures.two(p.allowed_kg_per_d()) + "</b>",
              Figures.two(p.concentrationNow())
                  + " → "
                  + Figures.two(p.concentrationAllowed())
                  + " "
                  + Html.escape(p.of().unit().symbol())));
    }
    return table.folded(page, "permits.csv", SHOWN);
  }
}
