package org.tonle.load;

import java.util.EnumMap;
import java.util.Map;
import org.tonle.load.service.Excreta;
import org.tonle.load.service.SafelyManaged;
import org.tonle.load.service.Service;
import org.tonle.model.Published;
import org.tonle.model.Sanitation;

/// Service shares of all people of a study: the computed counterparts of published figures.
public final class ServiceShares {
  private final Map<Sanitation.Path, Double> people = new EnumMap<>(Sanitation.Path.class);
  private final SafelyManaged safe;
  private final Excreta excreta;
  private final double all;

  private ServiceShares(Loads loads) {
    SafelyManaged sum = SafelyManaged.NOBODY;
    Excreta flow = Excreta.NOBODY;
    double count = 0;
    for (Service service : loads.services()) {
      people.merge(service.path(), service.people(), Double::sum);
      sum = sum.plus(service.strictlySafe());
      flow = flow.plus(service.excreta());
      count += service.people();
    }
    safe = sum.over(count);
    excreta = flow;
    all = count;
  }

  public static ServiceShares of(Loads loads) {
    return new ServiceShares(loads);
  }

  /// Share of people who are safely managed by JMP's rules.
  public SafelyManaged safe() {
    return safe;
  }

  /// Excreta flow of all people together.
  public Excreta excreta() {
    return excreta;
  }

  /// Share of people that a published figure states, as computed.
  public double of(Published.Figure figure) {
    return switch (figure) {
      case SAFELY_MANAGED -> safe.total();
      case SAFELY_MANAGED_IN_PLACE -> safe.inPlace();
      case SAFELY_MANAGED_EMPTIED -> safe.emptied();
      case SAFELY_MANAGED_SEWERED -> safe.sewered();
      case SEWERED -> on(Sanitation.Path.SEWER_PLANT) + on(Sanitation.Path.SEWER);
      case SEPTIC -> on(Sanitation.Path.SEPTIC_EMPTIED) + on(Sanitation.Path.SEPTIC);
      case PIT -> on(Sanitation.Path.PIT);
      case NONE -> on(Sanitation.Path.NONE);
    };
  }

  private double on(Sanitation.Path path) {
    return all > 0 ? people.getOrDefault(path, 0.0) / all : 0;
  }
}
