package org.tonle.report.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.export.plan.SavedPlan;
import org.tonle.model.Names;
import org.tonle.model.Source;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Plan page: what the sections of the plan's chapter share, such as names of sites, works and
/// places, and sums of money.
final class PlanPage {
  private static final double MILLION = 1e6;

  /// Share of draws from which works count as in all of them.
  private static final double ALWAYS = 0.995;

  final Page page;
  final SavedPlan plan;
  private final Map<String, Names> technologies = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> unitOf = new HashMap<>();

  PlanPage(Page page, SavedPlan plan) {
    this.page = page;
    this.plan = plan;
    page.result
        .study()
        .catalogue()
        .technologies()
        .forEach(t -> technologies.put(t.id(), t.names()));
    for (Verdict v : page.result.judged().verdicts()) {
      places.putIfAbsent(v.place().id(), v.place());
    }
    for (Source source : page.result.study().emissions().sources()) {
      unitOf.put(source.id(), source.unit());
    }
  }

  String say(String key, Object... arguments) {
    return page.say("plan." + key, arguments);
  }

  Optional<Place> place(String id) {
    return Optional.ofNullable(places.get(id));
  }

  String placeName(String id) {
    return place(id).map(page::place).orElse(id);
  }

  /// Unit that a place or source lies in, "" if none is known.
  String unitOfPlace(String id) {
    return place(id).map(Place::unit).orElse("");
  }

  String unitOfSite(String site) {
    return unitOf.getOrDefault(site, "");
  }

  /// Name of a source without its part in brackets.
  String site(String id) {
    return Page.brief(page.source(id));
  }

  String sites(List<String> ids) {
    return ids.stream().map(this::site).distinct().collect(Collectors.joining(say("list")));
  }

  String kind(String id) {
    String key = "plan.kind." + id;
    return page.words.has(key) ? page.words.text(key) : id;
  }

  String technology(String id) {
    return Stream.of(id.split("\\+"))
        .filter(t -> !t.isEmpty())
        .map(t -> name(technologies.getOrDefault(t, Names.of("")), t))
        .collect(Collectors.joining(" + "));
  }

  private String name(Names names, String id) {
    String name = names.in(page.words.language());
    return name.isEmpty() ? id : name;
  }

  /// What an option builds, from its id: its technologies and the share of people with a sewer.
  String option(String id) {
    String works = id.substring(id.indexOf(':') + 1);
    String what = works.replaceFirst("[@:].*", "");
    String known = "option." + what;
    if (page.words.has("report.plan." + known)) {
      return say(known);
    }
    int share = works.indexOf('@');
    String percent = share < 0 ? "" : works.substring(share + 1).replaceFirst(":.*", "");
    return percent.isEmpty() ? technology(what) : say("option.sewered", technology(what), percent);
  }

  /// The source that a work stands at: of a shared plant the one with its outlet.
  static String home(SavedPlan.Work work) {
    String place = work.option().replaceFirst(":.*", "");
    String outlet = place.substring(place.lastIndexOf('@') + 1);
    return work.sites().contains(outlet) || work.sites().isEmpty()
        ? outlet
        : work.sites().getFirst();
  }

  /// A sum in words, e.g. "82 M USD"; small sums in dollars.
  String money(double usd) {
    return StrictMath.abs(usd) >= 0.1 * MILLION
        ? say("money", Figures.two(usd / MILLION))
        : say("dollars", Figures.two(usd));
  }

  /// A sum in millions of dollars, for the cells of a table.
  static String millions(double usd) {
    return Figures.two(usd / MILLION);
  }

  /// A share of simulations as a number of 100.
  static String of100(double share) {
    return Double.isNaN(share) ? "–" : Long.toString(StrictMath.round(100 * share));
  }

  static boolean isAlways(double share) {
    return share >= ALWAYS;
  }
}
