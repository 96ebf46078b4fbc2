package org.tonle.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.Refusal;
import org.tonle.problem.Nearest;
import org.tonle.scenario.Applied;
import org.tonle.service.UsageProblem;

/// Names that a request for a plan uses: options that are forced or forbidden, and places whose
/// land is stated.
final class PlanNames {
  private final Map<String, Option> known = new HashMap<>();
  private final PlanOptions found;
  private final PlanRequest request;

  private PlanNames(PlanOptions found, PlanRequest request) {
    this.found = found;
    this.request = request;
    for (Option option : found.list().options()) {
      known.put(option.id(), option);
      if (!option.isNothing()) {
        request.periods().years().forEach(y -> known.put(option.from(y).id(), option));
      }
    }
  }

  /// @throws UsageProblem for options that are not there or not possible, two forced ones for one
  ///   site, forced ones for which the land does not suffice, and places that are not there
  static void require(PlanOptions found, PlanRequest request, Applied applied) {
    PlanNames names = new PlanNames(found, request);
    Stream.concat(request.with().stream(), request.without().stream()).forEach(names::require);
    names.requireOneForEachSite();
    names.requirePlaces(applied);
    names.requireLand(applied);
    names.requireMoney();
  }

  private void require(String id) {
    if (known.containsKey(id)) {
      return;
    }
    for (Refusal refused : found.list().refused()) {
      if (refused.option().equals(id)) {
        throw new UsageProblem("usage.plan_refused." + refused.reason().id(), id);
      }
    }
    throw UsageProblem.unknown("usage.plan_option", Nearest.id(id, known.keySet()), id);
  }

  private void requireOneForEachSite() {
    Map<String, String> forced = new HashMap<>();
    for (String id : request.with()) {
      for (String site : known.getOrDefault(id, Option.nothing(id)).sites()) {
        String other = forced.putIfAbsent(site, id);
        if ((other != null && !other.equals(id)) || request.without().contains(id)) {
          throw new UsageProblem("usage.plan_forced", other == null ? id : other, id, site);
        }
      }
    }
  }

  private void requirePlaces(Applied applied) {
    Set<String> places = new HashSet<>();
    applied.sources().forEach(s -> places.addAll(applied.placesOf(s.id())));
    for (String place : request.means().land_m2().keySet()) {
      if (!places.contains(place)) {
        throw UsageProblem.unknown("usage.plan_place", Nearest.id(place, places), place);
      }
    }
  }

  /// Forced works together must not cost more than there is.
  private void requireMoney() {
    double present_usd = 0;
    double capital_usd = 0;
    List<Option> all = found.list().options();
    for (int o = 0; o < all.size(); o++) {
      Option option = all.get(o);
      if (request.with().stream().anyMatch(id -> option.equals(known.get(id)))) {
        present_usd += found.costs().get(o).present(0, request.horizon()).total_usd();
        capital_usd += found.costs().get(o).capital_usd();
      }
    }
    double budget_usd = request.budget_usd().orElse(Double.POSITIVE_INFINITY);
    if (request.periods().isOne() && present_usd > budget_usd) {
      throw new UsageProblem("usage.plan_forced_budget", present_usd / 1e6, budget_usd / 1e6);
    }
    double all_usd = 0;
    for (int t = 0; t < request.periods().count(); t++) {
      all_usd += request.periods().budget_usd(t);
    }
    if (capital_usd > all_usd) {
      throw new UsageProblem("usage.plan_forced_budget", capital_usd / 1e6, all_usd / 1e6);
    }
  }

  /// Forced plants together must find room.
  private void requireLand(Applied applied) {
    List<Option> all = found.list().options();
    Map<String, Double> taken = new HashMap<>();
    for (int o = 0; o < all.size(); o++) {
      Option option = all.get(o);
      boolean isForced = request.with().stream().anyMatch(id -> option.equals(known.get(id)));
      double land_m2 = found.costs().get(o).land_m2();
      for (String place : isForced ? applied.placesOf(option.plantSite()) : Set.<String>of()) {
        Double most = request.means().land_m2().get(place);
        double sum_m2 = taken.merge(place, land_m2, Double::sum);
        if (most != null && sum_m2 > most) {
          throw new UsageProblem("usage.plan_land", place, most / 1e4, sum_m2 / 1e4, option.id());
        }
      }
    }
  }
}
