package org.tonle.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.cause.Trace;
import org.tonle.cause.Traces;
import org.tonle.model.NodeFlow;
import org.tonle.model.Provenance;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.model.Water;
import org.tonle.run.Instance;
import org.tonle.run.Question;

/// Explanation of one concentration: the largest loads with their whole chains, the others summed,
/// the waters that join, and nature. The parts as shown add up to the concentration as shown.
///
/// @param shown concentration with three significant digits
public record Explanation(Trace trace, BigDecimal shown, List<Part> parts) {
  /// Number of waters that are listed; the others are summed.
  private static final int MOST_WATERS = 3;

  public Explanation {
    parts = List.copyOf(parts);
  }

  /// Part of the concentration.
  ///
  /// @param added what it adds
  /// @param shown the same as it is shown
  public record Part(What what, double added, BigDecimal shown) {}

  /// What a part is of.
  public sealed interface What {}

  /// One load with its chain.
  public record OfLoad(Trace.Load load, List<Step> steps) implements What {
    public OfLoad {
      steps = List.copyOf(steps);
    }
  }

  /// The other loads together.
  public record OtherLoads(int count) implements What {}

  /// One water that joins: discharge times concentration.
  public record OfWater(Trace.Joining water, Step discharge, Optional<Step> concentration)
      implements What {}

  /// The other waters together.
  public record OtherWaters(int count) implements What {}

  /// Saturation, air, bed and light; a lake's bed.
  public record Nature() implements What {}

  private record Found(What what, double added) {}

  /// Explains a concentration.
  ///
  /// @param most number of loads that are shown in full
  public static Explanation of(Instance instance, InputRows rows, Question asked, int most) {
    Trace trace = new Traces(instance).of(asked);
    LoadChain chain = new LoadChain(instance, rows);
    List<Found> found = new ArrayList<>();
    List<Trace.Load> loads = trace.loads();
    int full = loads.size() == most + 1 ? loads.size() : StrictMath.min(most, loads.size());
    for (Trace.Load load : loads.subList(0, full)) {
      List<Step> steps = chain.of(load.term(), load.entering_kg_per_d());
      found.add(new Found(new OfLoad(load, steps), load.added()));
    }
    if (full < loads.size()) {
      List<Trace.Load> rest = loads.subList(full, loads.size());
      double added = rest.stream().mapToDouble(Trace.Load::added).sum();
      found.add(new Found(new OtherLoads(rest.size()), added));
    }
    List<Trace.Joining> waters = trace.waters();
    int listed = StrictMath.min(MOST_WATERS, waters.size());
    for (Trace.Joining water : waters.subList(0, listed)) {
      found.add(new Found(water(instance, rows, asked, water), water.added()));
    }
    if (listed < waters.size()) {
      List<Trace.Joining> rest = waters.subList(listed, waters.size());
      double added = rest.stream().mapToDouble(Trace.Joining::added).sum();
      found.add(new Found(new OtherWaters(rest.size()), added));
    }
    if (trace.natural() != 0) {
      found.add(new Found(new Nature(), trace.natural()));
    }
    List<BigDecimal> shown =
        ExactSum.parts(found.stream().map(Found::added).toList(), trace.total());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      parts.add(new Part(found.get(i).what, found.get(i).added, shown.get(i)));
    }
    return new Explanation(trace, ExactSum.total(trace.total()), parts);
  }

  private static OfWater water(
      Instance instance, InputRows rows, Question asked, Trace.Joining water) {
    NodeFlow flow = water.flow();
    Study study = instance.study();
    int season =
        study.waterways().seasons().stream().map(Season::id).toList().indexOf(asked.season());
    boolean isBoundary = flow.kind() == NodeFlow.Kind.BOUNDARY;
    String file = isBoundary ? "boundaries.csv" : "inflows.csv";
    String key = isBoundary ? "boundary" : "inflow";
    InputRows.At at = rows.find(file, key, flow.id(), "season", asked.season());
    double discharge = flow.discharge_m3_per_s().get(season);
    Step joins = new Step(Step.Kind.WASTEWATER, discharge, "m³/s", at, flow.provenance());
    return new OfWater(water, joins, concentration(study, rows, asked, flow.water()));
  }

  private static Optional<Step> concentration(
      Study study, InputRows rows, Question asked, String water) {
    Optional<Water> own = concentration(study, water, asked.constituent(), asked.season());
    String season = own.isPresent() ? asked.season() : "";
    String unit =
        study.chemistry().constituents().stream()
            .filter(c -> c.id().equals(asked.constituent()))
            .findFirst()
            .orElseThrow()
            .unit()
            .symbol();
    InputRows.At at =
        rows.find(
            "waters.csv", "water", water, "constituent", asked.constituent(), "season", season);
    return own.or(() -> concentration(study, water, asked.constituent(), ""))
        .map(w -> new Step(Step.Kind.CONCENTRATION, w.concentration(), unit, at, provenance(w)));
  }

  private static Provenance provenance(Water water) {
    return water.provenance();
  }

  private static Optional<Water> concentration(
      Study study, String water, String constituent, String season) {
    return study.waterways().waters().stream()
        .filter(w -> w.water().equals(water) && w.constituent().equals(constituent))
        .filter(w -> w.season().equals(season))
        .findFirst();
  }
}
