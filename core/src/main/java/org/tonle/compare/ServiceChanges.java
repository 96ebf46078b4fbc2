package org.tonle.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.load.Service;
import org.tonle.model.Sanitation;

/// Service changes between two runs, by town.
final class ServiceChanges {
  private ServiceChanges() {}

  /// Changes of towns where anything differs, in the order of the services.
  static List<ServiceChange> of(List<Service> before, List<Service> after) {
    Map<String, ServiceChange.Served> was = sums(before);
    Map<String, ServiceChange.Served> is = sums(after);
    Map<String, String> units = new LinkedHashMap<>();
    before.forEach(s -> units.put(s.town(), s.unit()));
    after.forEach(s -> units.put(s.town(), s.unit()));
    List<ServiceChange> found = new ArrayList<>();
    units.forEach(
        (town, unit) -> {
          ServiceChange.Served old = was.getOrDefault(town, ServiceChange.Served.NOBODY);
          ServiceChange.Served now = is.getOrDefault(town, ServiceChange.Served.NOBODY);
          if (!old.equals(now)) {
            found.add(new ServiceChange(town, unit, old, now));
          }
        });
    return found;
  }

  private static Map<String, ServiceChange.Served> sums(List<Service> services) {
    Map<String, ServiceChange.Served> sums = new LinkedHashMap<>();
    for (Service s : services) {
      double toPlants = s.path() == Sanitation.Path.SEWER_PLANT ? s.people() : 0;
      sums.merge(
          s.town(),
          new ServiceChange.Served(s.people(), toPlants, s.safelyManaged(), s.treated_m3_per_d()),
          ServiceChange.Served::plus);
    }
    return sums;
  }
}
