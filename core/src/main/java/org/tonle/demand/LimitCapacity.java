package org.tonle.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterBalance;
import org.tonle.convert.Convert;
import org.tonle.convert.Tie;
import org.tonle.model.Constituent;
import org.tonle.model.Settings;
import org.tonle.run.Result;

/// Capacity of the water at one limit, kept or broken: what it can carry past the place, what it
/// carries, and what is left for a new source there (docs/theory/demand.md, Eq. 11).
///
/// Loads in kg/d, a BOD as 5-day; of bacteria 10^9 counts/d.
///
/// @param water_m3_per_s that passes
/// @param left_kg_per_d below 0 where the limit is broken
/// @param margin_kg_per_d fixed margin of safety
/// @param reserve_kg_per_d kept for later
public record LimitCapacity(
    Verdict verdict,
    double central,
    double water_m3_per_s,
    double capacity_kg_per_d,
    double used_kg_per_d,
    double left_kg_per_d,
    double margin_kg_per_d,
    double reserve_kg_per_d) {

  /// What a new source may bring.
  public double newSource_kg_per_d() {
    return StrictMath.max(0, left_kg_per_d - margin_kg_per_d - reserve_kg_per_d);
  }

  /// Of every required limit that is a largest value, where water passes, in the order of the
  /// verdicts. Oxygen is no load and has none.
  public static List<LimitCapacity> of(Result result) {
    Map<Where, Double> water = water(result);
    Map<String, Integer> season = new HashMap<>();
    Concentrations found = result.concentrations();
    found.seasons().forEach(s -> season.put(s.id(), season.size()));
    Map<String, Integer> constituent = new HashMap<>();
    found.constituents().forEach(c -> constituent.put(c.id(), constituent.size()));
    List<LimitCapacity> all = new ArrayList<>();
    for (Verdict v : result.judged().verdicts()) {
      double passing =
          water.getOrDefault(new Where(v.place().kind(), v.place().id(), v.season()), 0.0);
      if (v.required() && v.isJudged() && !v.limit().statistic().isMinimum() && passing > 0) {
        int c = constituent.getOrDefault(v.constituent(), 0);
        double central =
            found.value(
                Statistic.CENTRAL,
                found.indexOf(v.place().kind(), v.place().id()),
                season.getOrDefault(v.season(), 0),
                c);
        all.add(of(v, found.constituents().get(c), central, passing, result));
      }
    }
    return all;
  }

  private static LimitCapacity of(
      Verdict v, Constituent of, double central, double passing, Result result) {
    double capacity = load(of, v.limitOfMean(), passing);
    double used = load(of, central, passing);
    boolean isFull = Tie.isMet(used, capacity, true) && Tie.isMet(used, capacity, false);
    Settings.Judging judging = result.study().settings().judging();
    return new LimitCapacity(
        v,
        central,
        passing,
        capacity,
        used,
        isFull ? 0 : capacity - used,
        judging.safetyShare() * capacity,
        judging.reserveShare() * capacity);
  }

  private static double load(Constituent of, double concentration, double water_m3_per_s) {
    double perDay = of.unit().toKernel(concentration) * water_m3_per_s * Convert.secondsFromDays(1);
    return perDay / (of.unit().counts() ? 1e9 : 1e3);
  }

  /// Water that passes a place: a reach's discharge, what leaves a lake or node.
  private static Map<Where, Double> water(Result result) {
    Map<Where, Double> water = new HashMap<>();
    for (Hydraulics h : result.hydraulics()) {
      water.put(
          new Where(Place.Kind.REACH, h.reach(), h.season()),
          StrictMath.abs(h.discharge_m3_per_s()));
    }
    for (WaterBalance w : result.balances().water()) {
      double leaves = w.riversOut_m3_per_s() + w.leaves_m3_per_s();
      water.put(new Where(Place.Kind.NODE, w.node(), w.season()), leaves);
      water.put(new Where(Place.Kind.LAKE, w.node(), w.season()), leaves);
    }
    return water;
  }

  /// A place in a season.
  private record Where(Place.Kind kind, String place, String season) {}
}
