package org.tonle.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.load.service.Service;
import org.tonle.model.Source;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;

/// Loads of a study under a scenario, in a fixed order (by source id, path, constituent).
///
/// Only sources on land are included; water that brings its own load is a flow of the network.
///
/// @param waters effluents as water, by source
/// @param people of the study's year
/// @param problems warnings, e.g. of a plant above its capacity
public record Loads(
    List<LoadTerm> terms,
    List<Service> services,
    List<Outfall> outfalls,
    List<EffluentWater> waters,
    double people,
    List<Problem> problems) {
  public Loads {
    terms = List.copyOf(terms);
    services = List.copyOf(services);
    outfalls = List.copyOf(outfalls);
    waters = List.copyOf(waters);
    problems = List.copyOf(problems);
  }

  /// The same loads with the loads of some sources replaced.
  ///
  /// @param some all loads of those sources
  /// @param sources their ids
  /// @param applied the scenario of `some`
  public Loads with(Loads some, Set<String> sources, Applied applied) {
    List<LoadTerm> allTerms = new ArrayList<>();
    terms.stream().filter(t -> !sources.contains(t.source())).forEach(allTerms::add);
    allTerms.addAll(some.terms);
    allTerms.sort(LoadModel.ORDER);
    Map<String, Integer> order = new HashMap<>();
    for (Source source : applied.sources()) {
      order.put(source.id(), order.size());
    }
    List<Service> allServices = new ArrayList<>();
    services.stream().filter(s -> !sources.contains(s.sewershed())).forEach(allServices::add);
    allServices.addAll(some.services);
    allServices.sort(Comparator.comparingInt(s -> order.get(s.sewershed())));
    List<Outfall> allOutfalls = new ArrayList<>();
    outfalls.stream().filter(o -> !sources.contains(o.source())).forEach(allOutfalls::add);
    allOutfalls.addAll(some.outfalls);
    allOutfalls.sort(Comparator.comparingInt(o -> order.get(o.source())));
    double counted =
        applied.sources().stream()
            .mapToDouble(s -> s instanceof Source.Town town ? applied.people(town) : 0)
            .sum();
    return new Loads(
        allTerms, allServices, allOutfalls, watersWith(some, sources), counted, some.problems);
  }

  /// The same effluents with those of some sources replaced.
  public List<EffluentWater> watersWith(Loads some, Set<String> sources) {
    List<EffluentWater> found = new ArrayList<>();
    waters.stream().filter(w -> !sources.contains(w.source())).forEach(found::add);
    found.addAll(some.waters);
    found.sort(EffluentWater.ORDER);
    return found;
  }

  /// SDG 6.3.1 (household part): share of households' wastewater that is safely treated, at a plant
  /// or in place, whoever shares the toilet.
  public double wastewaterSafelyTreatedShare() {
    double all = 0;
    double treated = 0;
    for (Service service : services) {
      all += service.wastewater_m3_per_d();
      if (service.people() > 0) {
        double safe = service.excreta().treated() + service.excreta().contained();
        treated += service.wastewater_m3_per_d() * safe / service.people();
      }
    }
    return all > 0 ? treated / all : 0;
  }

  /// Share of people whose sanitation is safely managed, by their path alone.
  public double safelyManagedShare() {
    double all = 0;
    double safe = 0;
    for (Service service : services) {
      all += service.people();
      safe += service.safelyManaged();
    }
    return all > 0 ? safe / all : 0;
  }
}
