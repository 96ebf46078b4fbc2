package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonle.export.plan.SavedPlan;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;

/// Plan lists: where to act whatever things cost, with what depends on prices, what each standard
/// costs, and which other plans cost little more.
final class PlanLists {
  private static final int SHOWN = 8;
  private static final int MOST_SWAPS = 6;

  private final PlanPage of;

  PlanLists(PlanPage of) {
    this.of = of;
  }

  void write(Html html) {
    if (!of.plan.sites().isEmpty()) {
      where(html);
      withWhat(html);
    }
    prices(html);
    alternatives(html);
  }

  private void where(Html html) {
    List<SavedPlan.Site> always =
        of.plan.sites().stream().filter(s -> PlanPage.isAlways(s.acts())).toList();
    long never =
        of.plan.grounds().idleSites()
            + of.plan.sites().stream().filter(s -> !(s.acts() > 0)).count();
    List<SavedPlan.Site> sometimes =
        of.plan.sites().stream().filter(s -> s.acts() > 0 && !PlanPage.isAlways(s.acts())).toList();
    int draws = of.plan.grounds().costDraws();
    html.element("h3", of.say("where.title", always.size()));
    html.element("p class='note'", of.say("where.sub", draws, never));
    if (!always.isEmpty()) {
      html.element("p", names(always) + of.say("stop"));
    }
    if (!sometimes.isEmpty()) {
      html.element("p", of.say("where.sometimes", sometimes.size(), names(sometimes)));
    }
  }

  private String names(List<SavedPlan.Site> sites) {
    return sites.stream()
        .map(s -> of.site(s.site()))
        .distinct()
        .collect(Collectors.joining(of.say("list")));
  }

  private void withWhat(Html html) {
    List<SavedPlan.Site> acting =
        new ArrayList<>(of.plan.sites().stream().filter(s -> s.acts() > 0).toList());
    acting.sort(
        Comparator.comparingDouble(PlanLists::mostShare).thenComparing(SavedPlan.Site::site));
    long same = acting.stream().filter(s -> PlanPage.isAlways(mostShare(s))).count();
    html.element("h3", of.say("what.title", acting.size() - same, acting.size()));
    html.element("p class='note'", of.say("what.sub", same));
    Map<String, String> chosen = new HashMap<>();
    of.plan.works().forEach(w -> w.sites().forEach(s -> chosen.put(s, w.option())));
    HtmlTable table =
        new HtmlTable(List.of(of.say("site"), of.say("what.plan"), of.say("what.other")));
    for (SavedPlan.Site site : acting) {
      String own = chosen.getOrDefault(site.site(), "");
      table.row(
          List.of(
              Html.escape(of.site(site.site())),
              own.isEmpty() ? "" : Html.escape(share(own, site.options().getOrDefault(own, 0.0))),
              others(site, own)));
    }
    html.raw(table.folded(of.page, "", SHOWN));
  }

  private static double mostShare(SavedPlan.Site site) {
    return site.options().values().stream().mapToDouble(d -> d).max().orElse(0);
  }

  private String share(String option, double share) {
    return of.say("share", of.option(option), PlanPage.of100(share));
  }

  private String others(SavedPlan.Site site, String own) {
    Map<String, Double> shares = new TreeMap<>();
    site.options().entrySet().stream()
        .filter(e -> !e.getKey().equals(own) && e.getValue() > 0)
        .forEach(e -> shares.merge(of.option(e.getKey()), e.getValue(), Double::sum));
    return shares.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(3)
        .map(e -> Html.escape(of.say("share", e.getKey(), PlanPage.of100(e.getValue()))))
        .collect(Collectors.joining("<br>"));
  }

  private void prices(Html html) {
    List<SavedPlan.StandardPrice> places =
        of.plan.prices().stream()
            .filter(p -> p.saved_usd() > 0)
            .sorted(
                Comparator.comparingInt((SavedPlan.StandardPrice p) -> rank(p.by()))
                    .thenComparingDouble(p -> -p.saved_usd())
                    .thenComparing(SavedPlan.StandardPrice::id))
            .toList();
    if (places.isEmpty()) {
      return;
    }
    SavedPlan.StandardPrice first = places.getFirst();
    double all_usd = of.plan.headline().cost_usd();
    html.element(
        "h3",
        of.say(
            "price.title",
            named(first),
            of.money(first.saved_usd()),
            Figures.percent(first.saved_usd() / all_usd)));
    html.element("p class='note'", of.say("price.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                of.say("price.what"), "#" + of.say("price.saved"), "#" + of.say("price.share")));
    for (SavedPlan.StandardPrice one : places) {
      table.row(
          List.of(
              Html.escape(of.say("price.by." + one.by(), named(one))),
              PlanPage.millions(one.saved_usd()),
              Figures.percent(one.saved_usd() / all_usd)));
    }
    html.raw(table.folded(of.page, "", SHOWN));
  }

  private static int rank(String by) {
    return switch (by) {
      case "constituent" -> 0;
      case "unit" -> 1;
      default -> 2;
    };
  }

  private String named(SavedPlan.StandardPrice price) {
    return switch (price.by()) {
      case "constituent" -> of.page.constituent(price.id());
      case "unit" -> of.page.unit(price.id());
      default -> of.placeName(price.id());
    };
  }

  private void alternatives(Html html) {
    List<SavedPlan.Swaps> all =
        of.plan.alternatives().stream().filter(a -> !a.swaps().isEmpty()).toList();
    if (all.isEmpty()) {
      return;
    }
    html.element("h3", of.say("other.title", all.size()));
    html.element("p class='note'", of.say("other.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(of.say("other.kind"), "#" + of.say("other.dearer"), of.say("other.differs")));
    for (SavedPlan.Swaps one : all) {
      double dearer = one.cost_usd() / of.plan.headline().cost_usd() - 1;
      table.row(
          List.of(
              Html.escape(of.say("other." + one.kind())),
              Figures.two(100 * StrictMath.max(0, dearer)),
              swaps(one)));
    }
    html.raw(table.toString());
  }

  private String swaps(SavedPlan.Swaps all) {
    List<String> said = new ArrayList<>();
    for (SavedPlan.Swap swap :
        all.swaps().subList(0, StrictMath.min(MOST_SWAPS, all.swaps().size()))) {
      said.add(
          Html.escape(
              of.say(
                  "other.swap", of.sites(swap.sites()), options(swap.from()), options(swap.to()))));
    }
    int left = all.swaps().size() - said.size();
    if (left > 0) {
      said.add(Html.escape(of.say("other.left", left)));
    }
    return String.join("<br>", said);
  }

  private String options(List<String> ids) {
    return ids.isEmpty()
        ? of.say("option.nothing")
        : ids.stream().map(of::option).distinct().collect(Collectors.joining(of.say("list")));
  }
}
