package org.tonle.plan.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionList;
import org.tonle.plan.option.Works;
import org.tonle.run.Baseline;
import org.tonle.scenario.Applied;

/// Prices of a study's works: what every option costs, and what it costs to run in each period.
final class WorkPrices {
  private final Study study;
  private final PriceBook book;
  private final Map<String, String> unitOf = new HashMap<>();

  WorkPrices(Study study, PriceBook book) {
    this.study = study;
    this.book = book;
    study.emissions().sources().forEach((Source s) -> unitOf.put(s.id(), s.unit()));
  }

  List<OptionCost> costs(OptionList list) {
    return list.options().stream().map(o -> cost(o, o.works())).toList();
  }

  private OptionCost cost(Option option, Works works) {
    String unit = unitOf.getOrDefault(option.sites().getFirst(), "");
    return OptionCost.of(works, book, study.catalogue().sizes(), unit);
  }

  /// Running cost of every option in each period: works are built for the people of the request's
  /// year, and fewer use them before.
  double[][] running_usd_per_a(OptionList list, List<Baseline> periods, PlanRequest request) {
    Applied first = periods.getFirst().instance().applied();
    Applied last = Applied.of(first.index(), first.scenario().in(request.year()));
    double[][] running = new double[list.options().size()][periods.size()];
    for (int o = 0; o < running.length; o++) {
      Option option = list.options().get(o);
      double built = people(option, last);
      for (int t = 0; t < running[o].length; t++) {
        double now = people(option, periods.get(t).instance().applied());
        Works used = option.works().usedBy(built > 0 ? now / built : 1);
        running[o][t] = cost(option, used).running_usd_per_a();
      }
    }
    return running;
  }

  /// People of an option's towns.
  private static double people(Option option, Applied applied) {
    double sum = 0;
    for (String site : option.sites()) {
      if (applied.source(site).orElse(null) instanceof Source.Town town) {
        sum += applied.people(town);
      }
    }
    return sum;
  }
}
