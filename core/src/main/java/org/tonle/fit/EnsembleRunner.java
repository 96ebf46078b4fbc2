package org.tonle.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Posterior;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.PlaceDraws;
import org.tonle.scenario.Applied;

/// Runner of the ensemble smoother: it conditions the draws of a study on its fit set.
public final class EnsembleRunner {
  /// Standard deviation of the model's own error, in logarithms; an estimate.
  public static final double MODEL_ERROR = 0.3;

  private final Study study;
  private final Options options;
  private final List<FitTarget> targets = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();
  private final List<Integer> firstWanted = new ArrayList<>();
  private final List<PlaceDraws.Series> wanted = new ArrayList<>();
  private final PlaceDraws draws;

  private EnsembleRunner(Study study, Options options) {
    this.study = study.with(Posterior.NONE).withModelErrors(List.of());
    this.options = options;
    draws = new PlaceDraws(Instance.of(Applied.of(this.study, Scenario.BASELINE)), options);
    for (FitTarget target : FitTargets.of(study, Observation.Use.FIT).targets()) {
      place(target);
    }
  }

  /// Draws of the inputs conditioned on the fit set.
  ///
  /// @param sseBefore Σ r² of the median draw, observed against simulated, before conditioning
  /// @param sseAfter the same after conditioning
  public record Conditioned(Posterior posterior, int targets, double sseBefore, double sseAfter) {}

  public static Conditioned run(Study study, Options options) {
    return new EnsembleRunner(study, options).run();
  }

  private void place(FitTarget target) {
    Observation o = target.observation();
    int place = -1;
    for (Place.Kind kind : List.of(Place.Kind.LAKE, Place.Kind.REACH, Place.Kind.NODE)) {
      for (int p = 0; place < 0 && p < draws.places().named.size(); p++) {
        Place at = draws.places().named.get(p);
        place = at.kind() == kind && at.id().equals(o.place()) ? p : -1;
      }
    }
    List<Constituent> constituents = study.chemistry().constituents();
    int constituent = constituents.stream().map(Constituent::id).toList().indexOf(o.constituent());
    double[] weight = weights(o.months());
    if (place < 0 || constituent < 0) {
      return;
    }
    targets.add(target);
    weights.add(weight);
    firstWanted.add(wanted.size());
    for (int s = 0; s < weight.length; s++) {
      wanted.add(new PlaceDraws.Series(place, s, constituent));
    }
  }

  private double[] weights(List<Integer> months) {
    List<Season> seasons = study.waterways().seasons();
    double[] weight = new double[seasons.size()];
    double sum = 0;
    for (int s = 0; s < weight.length; s++) {
      Season season = seasons.get(s);
      long shared = season.months().stream().filter(months::contains).count();
      boolean isAll = months.isEmpty() || season.months().isEmpty();
      weight[s] =
          isAll ? season.duration_d() : season.duration_d() * shared / season.months().size();
      sum += weight[s];
    }
    for (int s = 0; s < weight.length; s++) {
      weight[s] /= sum;
    }
    return weight;
  }

  private Conditioned run() {
    PlaceDraws.Drawn first = draws.run(Posterior.NONE, wanted);
    List<Posterior.Input> inputs = first.draws().inputs();
    double[][] prior = new double[inputs.size()][];
    for (int i = 0; i < prior.length; i++) {
      Posterior.Input input = inputs.get(i);
      prior[i] =
          org.tonle.draw.StandardNormals.of(
              options.seed(), input.variable(), input.object(), options.draws());
    }
    double[] variance = new double[targets.size()];
    for (int j = 0; j < variance.length; j++) {
      variance[j] = variance(targets.get(j).observation());
    }
    EnsembleSmoother smoother = new EnsembleSmoother(targets, variance, options.seed());
    double[][] z = smoother.condition(prior, draw -> simulated(posterior(inputs, draw)));
    Posterior found = posterior(inputs, z);
    return new Conditioned(
        found, targets.size(), sse(simulated(Posterior.NONE)), sse(simulated(found)));
  }

  /// Error variance: that of a mean of n samples plus that of the model.
  private double variance(Observation o) {
    double cv =
        study.chemistry().constituents().stream()
            .filter(c -> c.id().equals(o.constituent()))
            .mapToDouble(Constituent::sample_cv)
            .findFirst()
            .orElse(0);
    return StrictMath.log1p(cv * cv) / StrictMath.max(1, o.n()) + MODEL_ERROR * MODEL_ERROR;
  }

  private static Posterior posterior(List<Posterior.Input> inputs, double[][] z) {
    Map<Posterior.Input, double[]> values = new HashMap<>();
    for (int i = 0; i < z.length; i++) {
      values.put(inputs.get(i), z[i]);
    }
    return new Posterior(values);
  }

  private double[][] simulated(Posterior posterior) {
    double[][] kept = draws.run(posterior, wanted).values();
    double[][] simulated = new double[targets.size()][options.draws()];
    for (int j = 0; j < simulated.length; j++) {
      for (int s = 0; s < weights.get(j).length; s++) {
        double[] season = kept[firstWanted.get(j) + s];
        for (int d = 0; d < options.draws(); d++) {
          simulated[j][d] += weights.get(j)[s] * season[d];
        }
      }
      for (int d = 0; d < options.draws(); d++) {
        simulated[j][d] = StrictMath.max(simulated[j][d], Double.MIN_NORMAL);
      }
    }
    return simulated;
  }

  private double sse(double[][] simulated) {
    double sum = 0;
    for (int j = 0; j < simulated.length; j++) {
      double[] sorted = simulated[j].clone();
      java.util.Arrays.sort(sorted);
      double residual = targets.get(j).residual(sorted[sorted.length / 2]);
      sum += residual * residual;
    }
    return sum;
  }
}
