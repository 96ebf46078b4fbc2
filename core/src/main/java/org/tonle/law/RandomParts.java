package org.tonle.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Source;

/// Records of random studies that take many arguments.
final class RandomParts {
  private RandomParts() {}

  static Source factory(
      String id, String unit, Entry entry, double wastewater_m3_per_d, String plant) {
    return new Source.Industry(
        id,
        Names.of(id),
        unit,
        entry,
        "textile",
        activity(wastewater_m3_per_d),
        plant,
        "class-A",
        0,
        0,
        Provenance.NONE);
  }

  static Source park(
      String id, String unit, Entry entry, double wastewater_m3_per_d, String plant) {
    return new Source.Park(
        id,
        Names.of(id),
        unit,
        entry,
        "park",
        activity(wastewater_m3_per_d),
        plant,
        "class-A",
        0,
        0,
        Provenance.NONE,
        Optional.empty());
  }

  private static Source.Activity activity(double wastewater_m3_per_d) {
    return new Source.Activity(
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(wastewater_m3_per_d));
  }
}
