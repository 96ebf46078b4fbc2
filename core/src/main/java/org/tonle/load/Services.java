package org.tonle.load;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;

/// Services to people: the excreta-flow table, after the definitions of WHO and UNICEF's Joint
/// Monitoring Programme (docs/theory/loads.md, Eq. 8).
final class Services {
  private final TownLoads towns;
  private final Plants works;
  private final Chain chain;

  Services(TownLoads towns, Plants works, Chain chain) {
    this.towns = towns;
    this.works = works;
    this.chain = chain;
  }

  List<Service> of(List<Source> sources) {
    List<Service> services = new ArrayList<>();
    for (Source source : sources) {
      if (source instanceof Source.Town town) {
        towns.paths(town).forEach(row -> services.add(service(town, row)));
      }
    }
    return services;
  }

  private Service service(Source.Town town, Sanitation row) {
    double people = towns.people(town) * row.share();
    double water_m3_per_d = people * town.wastewater_l_per_d() / 1000;
    double treated =
        row.path() == Sanitation.Path.SEWER_PLANT
            ? chain.yearMean(s -> works.treatedShare(row.plant(), s))
            : 0;
    double safe =
        switch (row.path()) {
          case SEWER_PLANT -> treated;
          // sludge that goes to no plant is dumped, as far as anybody says
          case SEPTIC_EMPTIED -> works.treats(row.plant()) ? 1 : 0;
          case PIT -> 1;
          case SEWER, SEPTIC, NONE -> 0;
        };
    return new Service(
        town.id(),
        town.town(),
        town.unit(),
        row.path(),
        people,
        water_m3_per_d,
        water_m3_per_d * treated,
        people * safe);
  }
}
