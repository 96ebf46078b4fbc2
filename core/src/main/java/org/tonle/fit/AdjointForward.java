package org.tonle.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Comparisons;
import org.tonle.assess.Concentrations;
import org.tonle.convert.Text;
import org.tonle.load.LoadModel;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.entry.LoadEntriesBuilder;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.KineticsBuilder;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Progress;
import org.tonle.run.Question;
import org.tonle.run.Runner;
import org.tonle.run.TargetIndex;
import org.tonle.run.Vectors;
import org.tonle.scenario.Applied;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Target;

/// Forward model of a fit for the general case: any kinetics, any lakes, any river.
///
/// Concentrations are affine in the loads, C = λ W + natural, and loads in the parameters that
/// multiply them, so that one reverse sweep per observation gives all those derivatives, λ ∂W/∂p;
/// they hold as long as no rate changes. Parameters of rates and of losses on the way to the water
/// have central differences (docs/theory/fit.md, Eq. 5).
final class AdjointForward implements Forward {
  private static final double STEP = 1e-4;

  private final Study study;
  private final List<Parameter> parameters;
  private final Instance instance;
  private final List<Spot> spots = new ArrayList<>();
  private double @Nullable [] ratesOfMap;
  private double[] mapAt = {};
  private double[] base = {};
  private double[][] slope = {};
  private List<double[][]> loadPerParameter = List.of();

  /// Spot of an observation: it is compared with Σ weight · concentration.
  ///
  /// @param group linked group of its constituent
  private record Spot(int group, List<Target> places, List<Double> weight) {}

  AdjointForward(Study study, List<FitTarget> targets, List<Parameter> parameters) {
    this.study = study;
    this.parameters = List.copyOf(parameters);
    instance = Instance.of(Applied.of(study, Scenario.BASELINE));
    Concentrations found =
        Runner.run(instance, Options.of(0, 1), Progress.NONE)
            .result()
            .orElseThrow()
            .concentrations();
    for (FitTarget target : targets) {
      spots.add(spot(target.observation(), found, instance.groups()));
    }
  }

  private Spot spot(Observation observation, Concentrations found, List<Kinetics> groups) {
    Comparisons comparisons = new Comparisons(found);
    double[] share = comparisons.weights(observation);
    TargetIndex index = new TargetIndex(study, instance.builder());
    List<Season> seasons = study.waterways().seasons();
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).memberCount(); m++) {
        Constituent of = study.chemistry().constituents().get(groups.get(g).constituents()[m]);
        if (!of.id().equals(observation.constituent())) {
          continue;
        }
        Spot spot = new Spot(g, new ArrayList<>(), new ArrayList<>());
        for (int s = 0; s < share.length; s++) {
          if (share[s] > 0) {
            int place = comparisons.placeOf(observation.place());
            Question wanted = new Question(found.places().get(place), seasons.get(s).id(), of.id());
            spot.places.add(index.target(wanted, m));
            spot.weight.add(share[s]);
          }
        }
        return spot;
      }
    }
    throw new IllegalArgumentException(
        Text.format("Nothing carries %s.", observation.constituent()));
  }

  @Override
  public void evaluate(double[] value, double[] simulated, double[][] derivative) {
    double[] rates = mayOverlap() ? value.clone() : rates(value);
    if (ratesOfMap == null || !Arrays.equals(rates, ratesOfMap)) {
      map(value);
      ratesOfMap = rates;
    }
    for (int i = 0; i < simulated.length; i++) {
      simulated[i] = base[i];
      for (int k = 0; k < value.length; k++) {
        derivative[i][k] = slope[i][k];
        simulated[i] += slope[i][k] * (value[k] - mapAt[k]);
      }
      simulated[i] = StrictMath.max(simulated[i], Double.MIN_NORMAL);
    }
  }

  private boolean isLinear(int k) {
    return switch (parameters.get(k).kind()) {
      case FACTOR, LOAD, WATER -> true;
      case RATE, RATE_MULTIPLIER, DELIVERY -> false;
    };
  }

  /// Whether two parameters may multiply one load, so that loads are affine in each but not in all
  /// together.
  private boolean mayOverlap() {
    List<Parameter> loads =
        parameters.stream()
            .filter(p -> p.kind() == Parameter.Kind.LOAD || p.kind() == Parameter.Kind.FACTOR)
            .toList();
    boolean areCategories =
        loads.stream()
            .allMatch(
                p ->
                    p.kind() == Parameter.Kind.LOAD
                        && Arrays.stream(Category.values())
                            .anyMatch(c -> c.id().equals(p.scope())));
    return loads.size() > 1 && !areCategories;
  }

  private double[] rates(double[] value) {
    double[] rates = value.clone();
    for (int k = 0; k < rates.length; k++) {
      rates[k] = isLinear(k) ? 0 : rates[k];
    }
    return rates;
  }

  /// Sets up the affine map at the rates of `value`.
  private void map(double[] value) {
    mapAt = value.clone();
    List<Kinetics> groups = kinetics(value);
    List<LoadEntries> entries = entries(value, groups);
    if (loadPerParameter.isEmpty() || mayOverlap()) {
      loadPerParameter = loadPerParameter(value, groups, entries);
    }
    slope = new double[spots.size()][value.length];
    base = swept(groups, entries);
    for (int k = 0; k < value.length; k++) {
      if (!isLinear(k)) {
        difference(value, k, entries);
      }
    }
  }

  private List<Kinetics> kinetics(double[] value) {
    Fitted fitted = Fitted.of(study, parameters, value);
    return new KineticsBuilder(
            fitted.study(), fitted.applied(), instance.network(), instance.multipliers())
        .build();
  }

  private List<LoadEntries> entries(double[] value, List<Kinetics> groups) {
    Fitted fitted = Fitted.of(study, parameters, value);
    LoadEntriesBuilder entries =
        new LoadEntriesBuilder(
            fitted.study(),
            instance.builder(),
            LoadModel.of(fitted.study(), fitted.applied()),
            instance.multipliers());
    return groups.stream().map(entries::build).toList();
  }

  /// ∂W/∂p of every parameter that multiplies loads, `[group][season * entries + entry]`.
  private List<double[][]> loadPerParameter(
      double[] value, List<Kinetics> groups, List<LoadEntries> entries) {
    List<double[][]> found = new ArrayList<>();
    for (int k = 0; k < value.length; k++) {
      double[][] per = new double[groups.size()][0];
      if (isLinear(k)) {
        double step = value[k] == 0 ? 1 : value[k];
        double[] more = value.clone();
        more[k] += step;
        List<LoadEntries> with = entries(more, groups);
        for (int g = 0; g < per.length; g++) {
          per[g] = with.get(g).load_g_per_s().clone();
          for (int i = 0; i < per[g].length; i++) {
            per[g][i] = (per[g][i] - entries.get(g).load_g_per_s()[i]) / step;
          }
        }
      }
      found.add(per);
    }
    return found;
  }

  /// Concentrations at all spots; fills their slopes along the parameters that multiply loads.
  private double[] swept(List<Kinetics> groups, List<LoadEntries> entries) {
    double[] found = new double[spots.size()];
    for (int g = 0; g < groups.size(); g++) {
      @Nullable Adjoint adjoint = adjoint(g, groups, entries);
      for (int i = 0; adjoint != null && i < found.length; i++) {
        Spot spot = spots.get(i);
        for (int p = 0; spot.group == g && p < spot.places.size(); p++) {
          double weight = spot.weight.get(p);
          found[i] += weight * adjoint.concentration_g_per_m3(spot.places.get(p));
          double[] perLoad = adjoint.gradient(spot.places.get(p)).perLoad_s_per_m3();
          for (int k = 0; k < parameters.size(); k++) {
            slope[i][k] += weight * product(perLoad, loadPerParameter.get(k)[g]);
          }
        }
      }
    }
    return found;
  }

  private static double product(double[] perLoad, double[] load) {
    double sum = 0;
    for (int i = 0; i < load.length; i++) {
      sum += perLoad[i] * load[i];
    }
    return sum;
  }

  /// The central run of a group, ready for reverse sweeps; null if the group has no observations.
  private @Nullable Adjoint adjoint(int g, List<Kinetics> groups, List<LoadEntries> entries) {
    if (spots.stream().noneMatch(s -> s.group == g)) {
      return null;
    }
    Adjoint adjoint =
        new Adjoint(
            instance.network(),
            groups.get(g),
            entries.get(g),
            study.settings().routing().lakeSteps());
    adjoint.draw(new Vectors(instance).central(), 0);
    return adjoint;
  }

  /// Slopes along a parameter that multiplies no load, by a step to either side.
  private void difference(double[] value, int k, List<LoadEntries> entries) {
    double step = STEP * StrictMath.abs(value[k]);
    step = step == 0 ? STEP : step;
    double[] above = beside(value, k, step, entries);
    double[] below = beside(value, k, -step, entries);
    for (int i = 0; i < above.length; i++) {
      slope[i][k] = (above[i] - below[i]) / (2 * step);
    }
  }

  private double[] beside(double[] value, int k, double step, List<LoadEntries> entries) {
    double[] other = value.clone();
    other[k] += step;
    List<Kinetics> groups = kinetics(other);
    boolean isDelivery = parameters.get(k).kind() == Parameter.Kind.DELIVERY;
    List<LoadEntries> loads = isDelivery ? entries(other, groups) : entries;
    double[] found = new double[spots.size()];
    for (int g = 0; g < groups.size(); g++) {
      @Nullable Adjoint adjoint = adjoint(g, groups, loads);
      for (int i = 0; adjoint != null && i < found.length; i++) {
        Spot spot = spots.get(i);
        for (int p = 0; spot.group == g && p < spot.places.size(); p++) {
          found[i] += spot.weight.get(p) * adjoint.concentration_g_per_m3(spot.places.get(p));
        }
      }
    }
    return found;
  }
}
