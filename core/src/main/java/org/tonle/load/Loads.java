package org.tonle.load;

import java.util.List;
import org.tonle.problem.Problem;

/// All loads of a study under a scenario, in a fixed order (by source id, path, constituent).
///
/// Sources are only those on land; water that brings its own load is a flow of the network.
///
/// @param people of the study's year
/// @param problems warnings met on the way, e.g. a plant above its capacity
public record Loads(
    List<LoadTerm> terms,
    List<Service> services,
    List<Outfall> outfalls,
    double people,
    List<Problem> problems) {
  public Loads {
    terms = List.copyOf(terms);
    services = List.copyOf(services);
    outfalls = List.copyOf(outfalls);
    problems = List.copyOf(problems);
  }

  /// SDG 6.3.1 (household part): share of households' wastewater that is safely treated.
  public double wastewaterSafelyTreatedShare() {
    double all = 0;
    double treated = 0;
    for (Service service : services) {
      all += service.wastewater_m3_per_d();
      if (service.people() > 0) {
        treated += service.wastewater_m3_per_d() * service.safelyManaged() / service.people();
      }
    }
    return all > 0 ? treated / all : 0;
  }

  /// Share of people whose sanitation is safely managed (SDG 6.2.1a).
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
