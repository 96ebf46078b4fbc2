package org.tonle.law;

import java.util.OptionalDouble;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Source;

/// Records of random studies that take many arguments.
final class RandomParts {
  private RandomParts() {}

  static Source factory(
      String id,
      String unit,
      Entry entry,
      String sector,
      double wastewater_m3_per_d,
      String plant) {
    return new Source.Industry(
        id,
        Names.of(id),
        unit,
        entry,
        sector,
        new Source.Industry.Activity(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(wastewater_m3_per_d)),
        plant,
        "class-A",
        0,
        0,
        Provenance.NONE);
  }
}
