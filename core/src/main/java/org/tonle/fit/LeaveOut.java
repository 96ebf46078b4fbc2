package org.tonle.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.tonle.assess.Comparison;
import org.tonle.assess.Comparisons;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.assess.agreement.Agreements;
import org.tonle.assess.agreement.CircularObservations;
import org.tonle.model.Constituent;
import org.tonle.model.ModelError;
import org.tonle.model.Observation;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.PlaceDraws;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Leave-out estimate of the model errors of a study: every station is compared with a model that
/// has not seen it (docs/theory/fit.md, Eqs. 16–18). A station of the fit set is left out and the
/// study is fitted to the others; other stations meet the study as it stands.
public final class LeaveOut {
  private final Study study;
  private final Options options;
  private final Map<String, Constituent> constituents;
  private final List<Problem> problems = new ArrayList<>();

  private LeaveOut(Study study, Options options) {
    this.study = study.withModelErrors(List.of());
    this.options = options;
    constituents =
        study.chemistry().constituents().stream()
            .collect(Collectors.toMap(Constituent::id, c -> c));
  }

  private record Group(String constituent, boolean isLake) {}

  /// @param estimates by constituent, rivers before lakes
  /// @param refitted stations that were left out of a fit
  /// @param circular observations that test nothing
  public record Found(
      List<ErrorEstimate> estimates, List<String> refitted, int circular, List<Problem> problems) {
    public Found {
      estimates = List.copyOf(estimates);
      refitted = List.copyOf(refitted);
      problems = List.copyOf(problems);
    }
  }

  /// @param options with draws
  /// @param progress told the number of each station that is left out of a fit
  public static Found of(Study study, Options options, IntConsumer progress) {
    return new LeaveOut(study, options).found(study.evidence().modelErrors(), progress);
  }

  /// Stations of the fit set that test something when they are left out.
  public static List<String> fitted(Study study) {
    TreeSet<String> names = new TreeSet<>();
    CircularObservations circular = new CircularObservations(study);
    for (Observation o : study.evidence().observations()) {
      if (o.use() == Observation.Use.FIT
          && !circular.has(o)
          && !study.evidence().parameters().isEmpty()) {
        names.add(o.station());
      }
    }
    return List.copyOf(names);
  }

  private Found found(List<ModelError> errors, IntConsumer progress) {
    Outcome outcome = Runner.run(study, Scenario.BASELINE, central());
    if (outcome.result().isEmpty()) {
      return new Found(List.of(), List.of(), 0, outcome.problems());
    }
    Result result = outcome.result().get();
    List<String> refitted = fitted(study);
    Map<Observation, Double> moved = moved(result, refitted, progress);
    List<Comparison> tested =
        result.comparisons().stream().filter(c -> !c.circular() && isUsable(c)).toList();
    Map<Group, List<Residual>> groups = new HashMap<>();
    for (Residual r : residuals(result, tested, moved)) {
      Group group = new Group(r.observation().constituent(), r.isLake());
      groups.computeIfAbsent(group, k -> new ArrayList<>()).add(r);
    }
    List<ErrorEstimate> estimates = new ArrayList<>();
    for (Constituent of : study.chemistry().constituents()) {
      for (boolean isLake : new boolean[] {false, true}) {
        double otherwise =
            ModelError.find(errors, of.id(), isLake).map(ModelError::spread).orElse(0.0);
        List<Residual> own = groups.get(new Group(of.id(), isLake));
        if (own != null) {
          estimates.add(ErrorEstimate.of(own, otherwise));
        }
      }
    }
    int circular = (int) result.comparisons().stream().filter(Comparison::circular).count();
    return new Found(estimates, refitted, circular, problems);
  }

  private static boolean isUsable(Comparison c) {
    Observation o = c.observation();
    boolean isZero = !(o.value() > 0) && o.bound() == Observation.Bound.EXACT;
    return !Agreements.isExtreme(o.statistic()) && !isZero && o.value() > 0;
  }

  /// What a fit without its station changes at an observation of the fit set: the logarithm of the
  /// simulated value, of oxygen the value.
  private Map<Observation, Double> moved(
      Result asItIs, List<String> stations, IntConsumer progress) {
    Map<Observation, Double> before = new HashMap<>();
    asItIs.comparisons().forEach(c -> before.put(c.observation(), c.central()));
    Map<Observation, Double> moved = new HashMap<>();
    for (int i = 0; i < stations.size(); i++) {
      progress.accept(i);
      Map<Observation, Observation> leftOut = leftOut(stations.get(i));
      Optional<Result> refitted = refitted(leftOut);
      for (Comparison c : refitted.map(Result::comparisons).orElse(List.of())) {
        for (Map.Entry<Observation, Observation> one : leftOut.entrySet()) {
          Double old = before.get(one.getKey());
          if (old != null && one.getValue().equals(c.observation())) {
            moved.put(one.getKey(), difference(one.getKey(), c.central(), old));
          }
        }
      }
    }
    return moved;
  }

  private double difference(Observation of, double now, double before) {
    return constituent(of).isOxygen() ? now - before : StrictMath.log(now / before);
  }

  /// Observations of a station in the fit set, each with itself left out of the fit.
  private Map<Observation, Observation> leftOut(String station) {
    Map<Observation, Observation> found = new LinkedHashMap<>();
    for (Observation o : study.evidence().observations()) {
      if (o.station().equals(station) && o.use() == Observation.Use.FIT) {
        found.put(
            o,
            new Observation(
                o.station(),
                o.place(),
                o.date(),
                o.months(),
                o.constituent(),
                o.statistic(),
                o.n(),
                o.value(),
                o.bound(),
                Observation.Use.CHECK,
                o.note(),
                o.provenance()));
      }
    }
    return found;
  }

  /// The central run of the study fitted without some observations.
  private Optional<Result> refitted(Map<Observation, Observation> leftOut) {
    Study.Evidence old = study.evidence();
    Study without =
        study.with(
            new Study.Evidence(
                old.references(),
                old.observations().stream().map(o -> leftOut.getOrDefault(o, o)).toList(),
                old.spreads(),
                old.checks(),
                old.parameters(),
                old.posterior(),
                old.published(),
                old.modelErrors()));
    FitRunner runner = FitRunner.of(without);
    if (!runner.isPossible()) {
      problems.addAll(runner.problems());
      return Optional.empty();
    }
    Solution solution = runner.solve(runner.starts(Optional.empty()));
    return runner.run(solution, central()).result();
  }

  private Options central() {
    return new Options(0, options.seed(), options.threads());
  }

  private Constituent constituent(Observation o) {
    return Objects.requireNonNull(constituents.get(o.constituent()));
  }

  private List<Residual> residuals(
      Result result, List<Comparison> tested, Map<Observation, Double> moved) {
    Concentrations found = result.concentrations();
    Comparisons comparisons = new Comparisons(found);
    List<String> ids = study.chemistry().constituents().stream().map(Constituent::id).toList();
    List<PlaceDraws.Series> wanted = new ArrayList<>();
    for (Comparison c : tested) {
      int place = comparisons.placeOf(c.observation().place());
      for (int s = 0; s < found.seasons().size(); s++) {
        wanted.add(new PlaceDraws.Series(place, s, ids.indexOf(c.observation().constituent())));
      }
    }
    double[][] values =
        new PlaceDraws(result.instance(), options)
            .simulate(study.evidence().posterior(), wanted)
            .values();
    List<Residual> residuals = new ArrayList<>();
    for (int i = 0; i < tested.size(); i++) {
      Comparison c = tested.get(i);
      double[] weight = comparisons.weights(c.observation());
      double[] drawn = new double[options.draws()];
      for (int s = 0; s < weight.length; s++) {
        double[] season = values[i * weight.length + s];
        for (int d = 0; d < drawn.length; d++) {
          drawn[d] += weight[s] * season[d];
        }
      }
      boolean isLake =
          result.instance().places().isLake(comparisons.placeOf(c.observation().place()));
      residuals.add(residual(c, isLake, drawn, moved.getOrDefault(c.observation(), 0.0)));
    }
    return residuals;
  }

  /// @param drawn simulated means by draw, kernel units
  /// @param moved what a fit without the station changes
  private Residual residual(Comparison c, boolean isLake, double[] drawn, double moved) {
    Observation o = c.observation();
    Constituent of = constituent(o);
    boolean isOxygen = of.isOxygen();
    double mean = 0;
    double square = 0;
    for (double kernel : drawn) {
      double unit = ConcentrationScale.fromKernel(of, kernel);
      double x = isOxygen ? unit : StrictMath.log(StrictMath.max(unit, Double.MIN_NORMAL));
      mean += x / drawn.length;
      square += x * x / drawn.length;
    }
    double variance = StrictMath.log1p(of.sample_cv() * of.sample_cv());
    double read = o.value() * c.central() / c.simulated();
    double spread = isOxygen ? of.sample_cv() * c.central() : StrictMath.sqrt(variance);
    return new Residual(
        o,
        isLake,
        c.seasons(),
        c.place().id(),
        (isOxygen ? read : StrictMath.log(read)) - mean - moved,
        StrictMath.max(0, square - mean * mean),
        spread * spread / StrictMath.max(1, o.n()));
  }
}
