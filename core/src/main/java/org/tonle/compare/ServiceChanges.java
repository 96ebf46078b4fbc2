package org.tonle.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.load.service.Service;
import org.tonle.model.Sanitation;

/// Service changes between two runs, by sewershed.
final class ServiceChanges {
  private ServiceChanges() {}

  /// Changes of sewersheds where anything differs, in the order of the services.
  static List<ServiceChange> of(List<Service> before, List<Service> after) {
    Map<String, ServiceChange.Served> was = sums(before);
    Map<String, ServiceChange.Served> is = sums(after);
    Map<String, Service> all = new LinkedHashMap<>();
    before.forEach(s -> all.put(s.sewershed(), s));
    after.forEach(s -> all.put(s.sewershed(), s));
    List<ServiceChange> found = new ArrayList<>();
    all.forEach(
        (id, of) -> {
          ServiceChange.Served old = was.getOrDefault(id, ServiceChange.Served.NOBODY);
          ServiceChange.Served now = is.getOrDefault(id, ServiceChange.Served.NOBODY);
          if (!old.equals(now)) {
            found.add(new ServiceChange(id, of.town(), of.unit(), old, now));
          }
        });
    return found;
  }

  private static Map<String, ServiceChange.Served> sums(List<Service> services) {
    Map<String, ServiceChange.Served> sums = new LinkedHashMap<>();
    for (Service s : services) {
      double toPlants = s.path() == Sanitation.Path.SEWER_PLANT ? s.people() : 0;
      sums.merge(
          s.sewershed(),
          new ServiceChange.Served(
              s.people(), toPlants, s.strictlySafe().total(), s.treated_m3_per_d()),
          ServiceChange.Served::plus);
    }
    return sums;
  }
}
