package org.tonle.export;

import java.util.ArrayList;
import java.util.List;
import org.tonle.cause.Cause;
import org.tonle.convert.Convert;
import org.tonle.demand.Demand;
import org.tonle.model.Constituent;
import org.tonle.run.Result;

/// Permit of one source that adds to a breach: the load of one constituent that it may discharge,
/// as it reaches the water; bacteria in 10^9 counts/d.
///
/// @param wastewater_m3_per_d wastewater of the source; NaN if it has none
/// @param concentrationNow present load over wastewater, in the constituent's unit; NaN without
///   wastewater
/// @param binding number of the bound that asks for the largest cut
public record Permit(
    Cause cause,
    Constituent of,
    double wastewater_m3_per_d,
    double now_kg_per_d,
    double allowed_kg_per_d,
    double concentrationNow,
    double concentrationAllowed,
    int binding) {

  /// One permit for each source and constituent that must be cut, in the order of the demand's
  /// cuts.
  public static List<Permit> of(Result result, Demand demand) {
    List<Permit> permits = new ArrayList<>();
    for (Demand.Cut cut : demand.cuts()) {
      if (cut.binding() >= 0) {
        permits.add(of(constituent(result, cut.cause().constituent()), cut));
      }
    }
    return permits;
  }

  private static Permit of(Constituent constituent, Demand.Cut cut) {
    double now = concentration(constituent, cut);
    return new Permit(
        cut.cause(),
        constituent,
        cut.wastewater_m3_per_d(),
        Convert.kilogramsPerDayFromTonnesPerYear(cut.now_t_per_a()),
        Convert.kilogramsPerDayFromTonnesPerYear(cut.allowed_t_per_a()),
        now,
        now * cut.kept(),
        cut.binding());
  }

  private static Constituent constituent(Result result, String id) {
    return result.study().chemistry().constituents().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// Of loads as they are read, a BOD 5-day.
  private static double concentration(Constituent of, Demand.Cut cut) {
    if (!(cut.wastewater_m3_per_d() > 0)) {
      return Double.NaN;
    }
    double load = Convert.gramsPerSecondFromTonnesPerYear(cut.now_t_per_a());
    double kernel =
        (of.unit().counts() ? load * 1e6 : load)
            / Convert.cubicMetresPerSecondFromPerDay(cut.wastewater_m3_per_d());
    return of.unit().fromKernel(kernel);
  }
}
