package org.tonle.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.model.Observation;

/// Error estimate of a constituent in rivers or lakes: the model error that stations show which the
/// model has not seen (docs/theory/fit.md, Eqs. 16–18).
///
/// @param stations number of stations
/// @param observations number of their exact values
/// @param spread standard deviation of ln(observed/simulated), of oxygen in mg/L; 0 if the spreads
///   of the inputs explain all; of too few stations at least the spread of other studies
/// @param samples coverage of single samples
/// @param means coverage of the means of seasons
public record ErrorEstimate(
    String constituent,
    boolean isLake,
    int stations,
    int observations,
    double spread,
    Coverage samples,
    Coverage means) {
  /// From fewer stations no spread is estimated.
  public static final int FEWEST_STATIONS = 5;

  /// Coverage of a 90 % band by observations.
  ///
  /// @param count observations
  /// @param before inside the band of the inputs' spreads
  /// @param after inside the band with the model error that the other stations show
  public record Coverage(int count, int before, int after) {}

  /// Whether there are stations enough.
  public boolean isEstimated() {
    return stations >= FEWEST_STATIONS;
  }

  /// @param residuals of one constituent in rivers or in lakes
  /// @param otherwise spread where there are too few stations
  static ErrorEstimate of(List<Residual> residuals, double otherwise) {
    Map<String, List<Residual>> byStation = new TreeMap<>();
    for (Residual r : residuals) {
      byStation.computeIfAbsent(r.observation().station(), s -> new ArrayList<>()).add(r);
    }
    Map<String, Double> unexplained = new TreeMap<>();
    byStation.forEach(
        (station, own) -> {
          List<Residual> exact = own.stream().filter(Residual::isExact).toList();
          if (!exact.isEmpty()) {
            unexplained.put(
                station, exact.stream().mapToDouble(Residual::unexplained).average().orElse(0));
          }
        });
    boolean isEnough = unexplained.size() >= FEWEST_STATIONS;
    double shown = StrictMath.sqrt(StrictMath.max(0, mean(unexplained, Set.of())));
    double spread = isEnough ? shown : StrictMath.max(shown, otherwise);
    Residual first = residuals.getFirst();
    List<Residual> samples =
        residuals.stream()
            .filter(r -> r.observation().statistic() == Observation.Statistic.SAMPLE)
            .toList();
    return new ErrorEstimate(
        first.observation().constituent(),
        first.isLake(),
        unexplained.size(),
        (int) residuals.stream().filter(Residual::isExact).count(),
        spread,
        coverage(samples.stream().map(List::of).toList(), unexplained, otherwise),
        coverage(means(residuals), unexplained, otherwise));
  }

  private static double mean(Map<String, Double> unexplained, Set<String> without) {
    return unexplained.entrySet().stream()
        .filter(e -> !without.contains(e.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .average()
        .orElse(0);
  }

  private record Where(String place, String seasons) {}

  /// Means of a season at a place: as stated, or of two samples and more.
  private static List<List<Residual>> means(List<Residual> residuals) {
    Map<Where, List<Residual>> samples = new LinkedHashMap<>();
    List<List<Residual>> found = new ArrayList<>();
    for (Residual r : residuals) {
      if (r.observation().statistic() == Observation.Statistic.MEAN) {
        found.add(List.of(r));
      } else if (r.observation().statistic() == Observation.Statistic.SAMPLE && r.isExact()) {
        samples.computeIfAbsent(new Where(r.place(), r.seasons()), k -> new ArrayList<>()).add(r);
      }
    }
    samples.values().stream().filter(s -> s.size() > 1).forEach(found::add);
    return found;
  }

  /// Every group is covered by the error that stations outside it show.
  private static Coverage coverage(
      List<List<Residual>> groups, Map<String, Double> unexplained, double otherwise) {
    boolean isEnough = unexplained.size() >= FEWEST_STATIONS;
    int before = 0;
    int after = 0;
    for (List<Residual> group : groups) {
      Set<String> own = new HashSet<>();
      group.forEach(r -> own.add(r.observation().station()));
      double shown = mean(unexplained, own);
      double variance = isEnough ? shown : StrictMath.max(shown, otherwise * otherwise);
      Residual one = together(group);
      before += one.isCovered(0) ? 1 : 0;
      after += one.isCovered(variance) ? 1 : 0;
    }
    return new Coverage(groups.size(), before, after);
  }

  /// The mean of residuals at one place in one season: samples average out, errors do not.
  private static Residual together(List<Residual> group) {
    Residual first = group.getFirst();
    int n = group.size();
    return new Residual(
        first.observation(),
        first.isLake(),
        first.seasons(),
        first.place(),
        group.stream().mapToDouble(Residual::difference).average().orElse(0),
        first.declaredVariance(),
        group.stream().mapToDouble(Residual::samplingVariance).average().orElse(0) / n);
  }
}
