package org.tonle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tonle.assess.ExactPercentile;
import org.tonle.demand.Allocation;
import org.tonle.demand.Bound;
import org.tonle.demand.BoundDraws;
import org.tonle.demand.Demand;

/// Draws of the demand, or of another figure that a question asks for.
///
/// @param constituents draws for each constituent, over all places
/// @param places draws for each place that decides; empty if only sums are asked for
record DemandDraws(List<Drawn> constituents, List<Drawn> places) {

  /// Drawn values of one aim.
  ///
  /// @param values one for each draw
  record Drawn(MeasuringWorth.Aim aim, double[] values) {
    static Drawn of(int bound, String constituent, double weight, double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      MeasuringWorth.Aim aim =
          new MeasuringWorth.Aim(
              bound,
              constituent,
              weight,
              ExactPercentile.of(sorted, 0.05),
              ExactPercentile.of(sorted, 0.50),
              ExactPercentile.of(sorted, 0.95));
      return new Drawn(aim, values);
    }
  }

  /// Draws of the load to cut, by the place that asks for it (docs/theory/measuring.md, Eq. 8). The
  /// weight of a place is the band of its load to cut over the whole load of the constituent.
  static DemandDraws ofDemand(Demand demand) {
    Map<String, Double> now = new TreeMap<>();
    demand.cuts().forEach(c -> now.merge(c.cause().constituent(), c.now_t_per_a(), Double::sum));
    Map<String, double[]> byConstituent = new TreeMap<>();
    Map<Integer, double[]> byPlace = new TreeMap<>();
    Map<Integer, Double> weight = new TreeMap<>();
    Map<Integer, double[]> shares = cutShares(demand);
    for (Demand.Cut cut : demand.cuts()) {
      double all = now.getOrDefault(cut.cause().constituent(), 0.0);
      if (cut.binding() >= 0 && cut.cut_t_per_a() > 0 && all > 0) {
        double[] share = shares.getOrDefault(cut.binding(), new double[0]);
        add(byConstituent, cut.cause().constituent(), share, cut.now_t_per_a());
        add(byPlace, cut.binding(), share, cut.now_t_per_a());
        double band = cut.cutHigh_t_per_a() - cut.cutLow_t_per_a();
        weight.merge(cut.binding(), band / all, Double::sum);
      }
    }
    List<Drawn> constituents = new ArrayList<>();
    byConstituent.forEach((c, values) -> constituents.add(Drawn.of(-1, c, 0, values)));
    List<Drawn> places = new ArrayList<>();
    byPlace.forEach(
        (b, values) -> {
          String of = demand.allocation().bounds().get(b).of().constituent().id();
          places.add(Drawn.of(b, of, weight.getOrDefault(b, 0.0), values));
        });
    return new DemandDraws(constituents, places);
  }

  /// Share that is cut in each draw, for every bound that asks for a cut.
  private static Map<Integer, double[]> cutShares(Demand demand) {
    int[] binding =
        demand.cuts().stream()
            .filter(c -> c.binding() >= 0 && c.cut_t_per_a() > 0)
            .mapToInt(Demand.Cut::binding)
            .sorted()
            .distinct()
            .toArray();
    Map<Integer, double[]> shares = new TreeMap<>();
    demand.allocation().visit(binding, (b, draws) -> shares.put(b, cutShare(draws)));
    return shares;
  }

  private static double[] cutShare(BoundDraws draws) {
    double[] share = draws.keepable();
    for (int d = 0; d < share.length; d++) {
      share[d] = StrictMath.min(1, StrictMath.max(0, 1 - share[d]));
    }
    return share;
  }

  private static <K> void add(Map<K, double[]> sums, K key, double[] share, double load_t_per_a) {
    double[] sum = sums.computeIfAbsent(key, k -> new double[share.length]);
    for (int d = 0; d < share.length; d++) {
      sum[d] += load_t_per_a * share[d];
    }
  }

  /// Draws of how far the breaches that no cut mends exceed their limit: the logarithm of
  /// concentration over limit, mean over the breaches of a constituent; the weight of a constituent
  /// is the number of its breaches.
  static DemandDraws beyond(Demand demand) {
    Allocation allocation = demand.allocation();
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, Integer> count = new TreeMap<>();
    int[] beyond =
        IntStream.range(0, allocation.bounds().size())
            .filter(b -> allocation.status(b) == Allocation.Status.BEYOND_SOURCES)
            .filter(b -> allocation.bounds().get(b).allowed() > 0)
            .toArray();
    allocation.visit(
        beyond,
        (b, draws) -> {
          Bound bound = allocation.bounds().get(b);
          double[] values = draws.byDraw();
          for (int d = 0; d < values.length; d++) {
            values[d] = StrictMath.log(StrictMath.max(1, values[d] / bound.allowed()));
          }
          add(sums, bound.of().constituent().id(), values, 1);
          count.merge(bound.of().constituent().id(), 1, Integer::sum);
        });
    List<Drawn> constituents = new ArrayList<>();
    sums.forEach(
        (constituent, sum) -> {
          int n = count.getOrDefault(constituent, 1);
          double[] mean = Arrays.stream(sum).map(s -> s / n).toArray();
          constituents.add(Drawn.of(-1, constituent, n, mean));
        });
    return new DemandDraws(constituents, List.of());
  }
}
