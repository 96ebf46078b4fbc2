package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.plan.program.PlanQuestion.Ceiling;
import org.tonle.scenario.Applied;

/// PlanBounds of a plan by money and means, and what is forced or forbidden (docs/theory/plan.md,
/// Eqs. 4 and 24).
final class PlanBounds {
  private final PlanModel model;
  private final PlanRequest request;

  PlanBounds(PlanModel model, PlanRequest request) {
    this.model = model;
    this.request = request;
  }

  List<Ceiling> ceilings() {
    List<Ceiling> ceilings = new ArrayList<>();
    request.budget_usd().ifPresent(b -> ceilings.add(new Ceiling(model.cost_usd(), b)));
    for (int t = 0; t < request.periods().count(); t++) {
      double budget = request.periods().budget_usd(t);
      if (budget < Double.POSITIVE_INFINITY) {
        ceilings.add(new Ceiling(capital_usd(t), budget));
      }
    }
    ceilings.addAll(means());
    return List.copyOf(ceilings);
  }

  /// Those that no money lifts: land, and works at a time.
  List<Ceiling> means() {
    List<Ceiling> ceilings = new ArrayList<>();
    for (int t = 0; t < request.periods().count(); t++) {
      if (request.means().worksAtATime().isPresent()) {
        ceilings.add(new Ceiling(works(t), request.means().worksAtATime().getAsInt()));
      }
    }
    land(ceilings);
    return List.copyOf(ceilings);
  }

  /// What the works of a period cost to build, in prices of the base year.
  private double[] capital_usd(int period) {
    double[] sum = new double[model.options().size()];
    Arrays.setAll(sum, o -> model.period(o) == period ? model.cost(o).capital_usd() : 0);
    return sum;
  }

  private double[] works(int period) {
    double[] sum = new double[model.options().size()];
    Arrays.setAll(
        sum, o -> model.period(o) == period && !model.options().get(o).isNothing() ? 1 : 0);
    return sum;
  }

  /// A ceiling for every town or unit whose land is stated: a plant stands where its outlet is.
  private void land(List<Ceiling> ceilings) {
    Map<String, Double> land = new TreeMap<>(request.means().land_m2());
    Applied applied = model.baseline().instance().applied();
    land.forEach(
        (place, most) -> {
          double[] taken = new double[model.options().size()];
          for (int o = 0; o < taken.length; o++) {
            String site = model.options().get(o).plantSite();
            double land_m2 = model.cost(o).land_m2();
            taken[o] = land_m2 > 0 && applied.placesOf(site).contains(place) ? land_m2 : 0;
          }
          ceilings.add(new Ceiling(taken, most));
        });
  }

  /// A forced option leaves its sites no other, in whichever period it is built.
  byte[] fixing() {
    byte[] fixing = new byte[model.options().size()];
    Set<String> forcedSites = new HashSet<>();
    for (int o = 0; o < fixing.length; o++) {
      if (isNamed(request.with(), o)) {
        forcedSites.addAll(model.options().get(o).sites());
      }
    }
    for (int o = 0; o < fixing.length; o++) {
      boolean isAside =
          !isNamed(request.with(), o)
              && model.options().get(o).sites().stream().anyMatch(forcedSites::contains);
      if (isAside || isNamed(request.without(), o)) {
        fixing[o] = PlanQuestion.FORBIDDEN;
      }
    }
    return fixing;
  }

  /// Whether an option is named, with its year or without.
  private boolean isNamed(List<String> ids, int option) {
    return ids.contains(model.options().get(option).id())
        || ids.contains(model.list().options().get(model.base(option)).id());
  }
}
