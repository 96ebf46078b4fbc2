package org.tonle.load;

import java.util.ArrayList;
import java.util.List;
import org.tonle.load.service.Excreta;
import org.tonle.load.service.SafelyManaged;
import org.tonle.load.service.Service;
import org.tonle.model.Keeping;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;

/// Services to people: the excreta-flow table, after the definitions of WHO and UNICEF's Joint
/// Monitoring Programme (docs/theory/loads.md, Eqs. 8 and 8b).
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
    for (Source source : sources) {
      if (source instanceof Source.Town town) {
        towns.paths(town).forEach(row -> bring(town, row));
      }
    }
    List<Service> services = new ArrayList<>();
    for (Source source : sources) {
      if (source instanceof Source.Town town) {
        towns.paths(town).forEach(row -> services.add(service(town, row)));
      }
    }
    return services;
  }

  private void bring(Source.Town town, Sanitation row) {
    double people = towns.people(town) * row.share();
    works.receiveSludge(row.plant(), excreta(row, people, 0).sludge().delivered());
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
          case SEPTIC_EMPTIED -> works.treatedSludgeShare(row.plant());
          case PIT -> 1;
          case SEWER, SEPTIC, NONE -> 0;
        };
    Excreta excreta = excreta(row, people, treated);
    return new Service(
        town.id(),
        town.town(),
        town.unit(),
        row.path(),
        people,
        water_m3_per_d,
        water_m3_per_d * treated,
        people * safe,
        excreta,
        strictlySafe(excreta, 1 - row.keeping().sharedShare()));
  }

  private static SafelyManaged strictlySafe(Excreta excreta, double own) {
    return new SafelyManaged(
        excreta.contained() * own,
        excreta.sludge().treated() * own,
        excreta.sewage().treated() * own);
  }

  private Excreta excreta(Sanitation row, double people, double treated) {
    double shared = people * row.keeping().sharedShare();
    return switch (row.path()) {
      case SEWER_PLANT -> {
        double delivered = chain.yearMean(s -> works.deliveredShare(row.plant(), s));
        Excreta.Flow sewage = new Excreta.Flow(people, people * delivered, people * treated);
        yield new Excreta(sewage, Excreta.Flow.NONE, 0, 0, 0, 0, shared);
      }
      case SEWER ->
          new Excreta(new Excreta.Flow(people, 0, 0), Excreta.Flow.NONE, 0, 0, 0, 0, shared);
      case SEPTIC_EMPTIED, SEPTIC, PIT -> onSite(row, people, shared);
      case NONE -> new Excreta(Excreta.Flow.NONE, Excreta.Flow.NONE, 0, 0, people, 0, shared);
    };
  }

  /// A share that the study leaves empty is the rest where the path itself says it: pits are
  /// contained, emptied tanks emptied.
  private Excreta onSite(Sanitation row, double people, double shared) {
    Keeping keeping = row.keeping();
    double drains = keeping.drainsShare().orElse(0);
    double contained = keeping.containedShare().orElse(0);
    double emptied = keeping.emptiedShare().orElse(0);
    double rest = StrictMath.max(0, 1 - drains - contained - emptied);
    if (row.path() == Sanitation.Path.PIT && keeping.containedShare().isEmpty()) {
      contained = rest;
      rest = 0;
    } else if (row.path() == Sanitation.Path.SEPTIC_EMPTIED && keeping.emptiedShare().isEmpty()) {
      emptied = rest;
      rest = 0;
    }
    boolean isTaken = row.path() != Sanitation.Path.SEPTIC_EMPTIED || works.areEmptied(row.plant());
    double taken = isTaken ? emptied : 0;
    double delivered = works.treats(row.plant()) ? taken : 0;
    double treated = delivered * works.treatedSludgeShare(row.plant());
    return new Excreta(
        Excreta.Flow.NONE,
        new Excreta.Flow(people * taken, people * delivered, people * treated),
        people * contained,
        people * drains,
        0,
        people * (isTaken ? rest : rest + emptied),
        shared);
  }
}
