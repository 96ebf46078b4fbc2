package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.export.plan.SavedPlan;
import org.tonle.export.plan.SavedPlan.Work;
import org.tonle.model.Constituent;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.picture.WorksMap;

/// Plan works: what is built where and when, as a map, by province and one by one.
final class PlanWorks {
  private static final int SHOWN = 10;
  private static final double KG_PER_T = 1000;

  private final PlanPage of;
  private final MapPicture map;
  private final List<Work> works;
  private final List<Integer> years;

  /// Constituents whose limits the plan is for, and BOD, by which people compare plants.
  private final Set<String> limited = new HashSet<>(Set.of("BOD"));

  PlanWorks(PlanPage of, MapPicture map) {
    this.of = of;
    this.map = map;
    works = new ArrayList<>(of.plan.works());
    works.sort(Comparator.comparingDouble(w -> -w.money().present_usd()));
    of.plan.limits().stream()
        .filter(l -> l.isPlanned() || l.reach().equals("given_up"))
        .forEach(l -> limited.add(l.constituent()));
    years = List.copyOf(new TreeSet<>(works.stream().map(Work::year).toList()));
  }

  void picture(Html html) {
    List<WorksMap.Work> drawn = new ArrayList<>();
    for (Work work : works) {
      String name = of.site(PlanPage.home(work));
      drawn.add(
          new WorksMap.Work(
              work.kind(),
              PlanPage.home(work),
              work.sites(),
              StrictMath.max(0, years.indexOf(work.year())),
              work.money().present_usd(),
              name,
              name
                  + of.page.say("comma")
                  + of.kind(work.kind())
                  + of.page.say("comma")
                  + of.money(work.money().capital_usd())));
    }
    WorksMap picture =
        new WorksMap(of.page, map, drawn, years.stream().map(y -> of.say("map.from", y)).toList());
    if (!picture.isDrawable()) {
      return;
    }
    String title = of.say("map.title", works.size(), dearest());
    html.element("h3", title).element("p class='note'", of.say("map.sub"));
    html.raw("<figure class='wide'>").raw(PictureName.on(picture.svg(title), "plan-map"));
    html.raw(picture.legend()).raw("</figure>\n");
  }

  /// The dearest works by name.
  private String dearest() {
    return String.join(
        of.say("list"),
        works.stream().map(w -> of.site(PlanPage.home(w))).distinct().limit(3).toList());
  }

  void table(Html html) {
    html.element("h3", of.say("works.title", works.size()));
    html.element("p class='note'", of.say("works.sub", of.plan.headline().priceYear()));
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.say("site"),
                of.say("what"),
                of.say("year"),
                "#" + of.say("capacity"),
                "#" + of.say("capital"),
                "#" + of.say("running"),
                "#" + of.say("per_person"),
                of.say("removed"),
                "#" + of.say("energy"),
                "#" + of.say("land")));
    works.forEach(w -> table.row(cells(w)));
    html.raw(table.folded(of.page, "", SHOWN));
  }

  private List<String> cells(Work work) {
    double people = work.people().all();
    String what = work.technology().isEmpty() ? "" : of.technology(work.technology());
    return List.of(
        Html.escape(of.sites(work.sites())),
        Html.escape(of.kind(work.kind())) + "<small>" + Html.escape(what) + "</small>",
        work.year() > 0 ? Integer.toString(work.year()) : "",
        figure(work.capacity_m3_per_d()),
        PlanPage.millions(work.money().capital_usd()),
        PlanPage.millions(work.money().running_usd_per_a()),
        people > 0 ? Figures.two(work.money().capital_usd() / people) : "",
        removed(work),
        figure(work.energy_kwh_per_a() / 1000),
        figure(work.land_m2() / 10_000));
  }

  private static String figure(double value) {
    return value > 0 ? Figures.two(value) : "";
  }

  /// What a work keeps out of the water, with the cost per kilogram, or what it adds.
  private String removed(Work work) {
    double yearly_usd = yearly_usd(work);
    StringBuilder html = new StringBuilder();
    for (Constituent c : of.page.constituents()) {
      double t = work.removed_t_per_a().getOrDefault(c.id(), 0.0);
      if (c.unit().counts() || !limited.contains(c.id()) || StrictMath.abs(t) < 1e-3) {
        continue;
      }
      String words =
          t > 0
              ? of.say(
                  "removed.one", c.id(), Figures.two(t), Figures.two(yearly_usd / (t * KG_PER_T)))
              : of.say("removed.more", c.id(), Figures.two(-t));
      html.append("<small class='kept'>").append(Html.escape(words)).append("</small>");
    }
    return html.toString();
  }

  /// Present cost of a work as equal payments over the horizon.
  private double yearly_usd(Work work) {
    SavedPlan.Headline head = of.plan.headline();
    double worth = 0;
    for (int year = 1; year <= head.horizon_a(); year++) {
      worth += StrictMath.pow(1 + head.discount_per_a(), -year);
    }
    return worth > 0 ? work.money().present_usd() / worth : Double.NaN;
  }

  /// Sums of one province.
  private static final class Sums {
    private int works;
    private double capital_usd;
    private double running_usd;
    private double people;
    private long missed;
    private long kept;
  }

  void provinces(Html html) {
    Map<String, Sums> sums = new TreeMap<>();
    for (Work work : works) {
      Sums own = sums.computeIfAbsent(of.unitOfSite(PlanPage.home(work)), u -> new Sums());
      own.works++;
      own.capital_usd += work.money().capital_usd();
      own.running_usd += work.money().running_usd_per_a();
      own.people += work.people().all();
    }
    for (SavedPlan.LimitState limit : of.plan.limits()) {
      if (!limit.isBeyondSources()) {
        Sums own = sums.computeIfAbsent(of.unitOfPlace(limit.place()), u -> new Sums());
        own.missed++;
        own.kept += limit.isMet() ? 1 : 0;
      }
    }
    if (sums.size() < 2) {
      return;
    }
    List<Map.Entry<String, Sums>> order = new ArrayList<>(new LinkedHashMap<>(sums).entrySet());
    order.sort(
        Comparator.comparingDouble((Map.Entry<String, Sums> e) -> -e.getValue().capital_usd)
            .thenComparing(Map.Entry::getKey));
    String first = order.getFirst().getKey();
    double all_usd = works.stream().mapToDouble(w -> w.money().capital_usd()).sum();
    html.element(
        "h3",
        of.say(
            "province.title",
            of.page.unit(first),
            Figures.percent(order.getFirst().getValue().capital_usd / all_usd)));
    html.element("p class='note'", of.say("province.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.page.say("demand.unit"),
                "#" + of.say("province.works"),
                "#" + of.say("capital"),
                "#" + of.say("running"),
                "#" + of.say("province.people"),
                "#" + of.say("province.missed"),
                "#" + of.say("province.kept")));
    for (Map.Entry<String, Sums> entry : order) {
      Sums own = entry.getValue();
      table.row(
          List.of(
              Html.escape(of.page.unit(entry.getKey())),
              Integer.toString(own.works),
              PlanPage.millions(own.capital_usd),
              PlanPage.millions(own.running_usd),
              Figures.two(own.people),
              Long.toString(own.missed),
              Long.toString(own.kept)));
    }
    html.raw(table.folded(of.page, "", SHOWN));
  }
}
