package org.tonle.draw;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Constituent;
import org.tonle.model.ModelError;
import org.tonle.model.Posterior;
import org.tonle.model.Spread;
import org.tonle.model.Spread.Tier;
import org.tonle.model.Spread.Variable;

/// Draws of the uncertain inputs of a study, as vectors (docs/theory/uncertainty.md, Eqs. 1–6).
///
/// Multipliers are lognormal with mean 1. The share that passes a path or technology is
/// logit-normal with its central value as mean, so that it stays within 0 and 1.
public final class Draws {
  /// Rank that the discharges of all hydrological groups share.
  private static final String SHARED = "discharge/shared";

  private static final double TEN = StrictMath.log(10);

  private final List<Spread> spreads;
  private final Posterior posterior;
  private final long seed;
  private final int count;
  private final double groupCorrelation;
  private final Set<Posterior.Input> inputs = new LinkedHashSet<>();

  public Draws(List<Spread> spreads, long seed, int count) {
    this(spreads, Posterior.NONE, seed, count, 0);
  }

  /// @param posterior inputs whose draws agree with the observations
  /// @param groupCorrelation correlation between the discharges of any two hydrological groups
  public Draws(
      List<Spread> spreads, Posterior posterior, long seed, int count, double groupCorrelation) {
    this.spreads = List.copyOf(spreads);
    this.posterior = posterior;
    this.seed = seed;
    this.count = count;
    this.groupCorrelation = groupCorrelation;
  }

  /// The uncertain inputs for which vectors have been drawn so far.
  public List<Posterior.Input> inputs() {
    return List.copyOf(inputs);
  }

  /// Standard-normal numbers of an input, by draw: from the posterior if it has them, else from the
  /// hash.
  public double[] normal(Posterior.Input input) {
    double[] z = new double[count];
    Optional<double[]> fitted = posterior.find(input.variable(), input.object());
    long key = Hash.key(seed, input.variable(), input.object());
    for (int d = 0; d < count; d++) {
      z[d] =
          fitted.isPresent()
              ? fitted.get()[d % fitted.get().length]
              : Normal.quantile(Hash.uniform(key, d));
    }
    return z;
  }

  private double[] drawn(String variable, String object) {
    Posterior.Input input = new Posterior.Input(variable, object);
    inputs.add(input);
    return normal(input);
  }

  /// Load of a source over its central value: one factor for the study's category, one for the
  /// unit's category, one for the source.
  public double[] load(String category, String unit, String source) {
    double[] vector = ones();
    multiply(vector, "load/study", category, cv(Variable.LOAD, category, Tier.STUDY, ""));
    multiply(
        vector, "load/unit", unit + "/" + category, cv(Variable.LOAD, category, Tier.UNIT, ""));
    multiply(vector, "load/individual", source, cv(Variable.LOAD, category, Tier.INDIVIDUAL, ""));
    return vector;
  }

  /// Share of a constituent that passes a path or technology, over its central value `passing` in
  /// (0, 1): one rank for all constituents of a draw. Of bacteria the log reduction varies, because
  /// what passes spans orders of magnitude.
  public double[] passing(String key, String constituent, double passing, boolean counts) {
    double[] vector = ones();
    double cv = cv(Variable.PASSING, key, constituent, Tier.STUDY, "");
    if (!(cv > 0) || !(passing > 0 && passing < 1)) {
      return vector;
    }
    double[] z = drawn("passing", key);
    if (counts) {
      double sigma = StrictMath.sqrt(StrictMath.log1p(cv * cv));
      double reduction = -StrictMath.log(passing);
      for (int d = 0; d < count; d++) {
        double other = reduction * StrictMath.exp(-sigma * z[d]);
        vector[d] = StrictMath.exp(-other) / passing;
      }
      return vector;
    }
    LogitNormal share = LogitNormal.of(passing, cv * passing);
    for (int d = 0; d < count; d++) {
      vector[d] = share.at(z[d]) / passing;
    }
    return vector;
  }

  /// Share of a load that is left where its way to the water retains a part, over its central value
  /// `left` in (0, 1): its log10 is normal about the central one, and never above 0.
  ///
  /// @param object loads with the same rank in every draw
  public double[] retention(String object, double sd_log10, double left) {
    double[] vector = ones();
    if (!(sd_log10 > 0)) {
      return vector;
    }
    double[] z = drawn("retention", object);
    double central = StrictMath.log10(left);
    for (int d = 0; d < count; d++) {
      double drawn = StrictMath.min(0, central + sd_log10 * z[d]);
      vector[d] = StrictMath.exp((drawn - central) * TEN);
    }
    return vector;
  }

  /// Concentrations of a water over their central values.
  public double[] concentration(String water) {
    double[] vector = ones();
    multiply(
        vector, "concentration", water, cv(Variable.CONCENTRATION, water, Tier.INDIVIDUAL, ""));
    return vector;
  }

  /// A reaction rate over its central value, one factor for the study and one for the unit.
  public double[] rate(String reaction, String unit) {
    double[] vector = ones();
    multiply(vector, "rate", reaction, cv(Variable.RATE, reaction, Tier.STUDY, ""));
    multiply(
        vector, "rate/unit", unit + "/" + reaction, cv(Variable.RATE, reaction, Tier.UNIT, ""));
    return vector;
  }

  /// Discharge of a hydrological group over its central value: the same rank in every season of a
  /// draw's year, with the season's own spread. The ranks of groups may be correlated: one part of
  /// them is that of the whole study's year.
  public double[] discharge(String group, String season) {
    double[] vector = ones();
    double cv = cv(Variable.DISCHARGE, group, Tier.STUDY, season);
    if (cv > 0) {
      multiply(vector, cv, groupRank(group));
    }
    return vector;
  }

  /// How constituents are read: one error for all rivers and one for all lakes of a constituent, a
  /// lognormal factor of median 1 or, of oxygen, a normal addend.
  public ReadingErrors readings(List<Constituent> constituents, List<ModelError> errors) {
    @Nullable ReadingError[] river = new ReadingError[constituents.size()];
    @Nullable ReadingError[] lake = new ReadingError[constituents.size()];
    for (int c = 0; c < river.length; c++) {
      river[c] = reading(constituents.get(c), errors, false);
      lake[c] = reading(constituents.get(c), errors, true);
    }
    return new ReadingErrors(river, lake);
  }

  private @Nullable ReadingError reading(Constituent of, List<ModelError> errors, boolean isLake) {
    double spread = ModelError.find(errors, of.id(), isLake).map(ModelError::spread).orElse(0.0);
    if (!(spread > 0)) {
      return null;
    }
    double[] error = drawn("model_error", of.id() + (isLake ? "/lake" : "/river")).clone();
    for (int d = 0; d < count; d++) {
      double moved = spread * error[d];
      error[d] = of.isOxygen() ? of.unit().toKernel(moved) : StrictMath.exp(moved);
    }
    double kernel = of.isOxygen() ? of.unit().toKernel(spread) : spread;
    return new ReadingError(of.isOxygen(), kernel, error);
  }

  private double[] groupRank(String group) {
    if (!(groupCorrelation > 0)) {
      return drawn("discharge", group);
    }
    double[] shared = drawn(SHARED, "all");
    if (groupCorrelation >= 1) {
      return shared;
    }
    double[] own = drawn("discharge", group);
    double ofShared = StrictMath.sqrt(groupCorrelation);
    double ofOwn = StrictMath.sqrt(1 - groupCorrelation);
    double[] z = new double[count];
    for (int d = 0; d < count; d++) {
      z[d] = ofShared * shared[d] + ofOwn * own[d];
    }
    return z;
  }

  private double[] ones() {
    double[] vector = new double[count];
    java.util.Arrays.fill(vector, 1);
    return vector;
  }

  /// Multiplies by a lognormal of mean 1 and coefficient of variation `cv`.
  private void multiply(double[] vector, String variable, String object, double cv) {
    if (cv > 0) {
      multiply(vector, cv, drawn(variable, object));
    }
  }

  private void multiply(double[] vector, double cv, double[] z) {
    double variance = StrictMath.log1p(cv * cv);
    double sigma = StrictMath.sqrt(variance);
    for (int d = 0; d < count; d++) {
      vector[d] *= StrictMath.exp(sigma * z[d] - variance / 2);
    }
  }

  /// Spread of the named scope, constituent and season; else of the fewer, the scope before all.
  /// For variables other than loads and rates the tier does not matter.
  private double cv(Variable variable, String scope, Tier tier, String season) {
    return cv(variable, scope, "", tier, season);
  }

  private double cv(Variable variable, String scope, String constituent, Tier tier, String season) {
    double cv = 0;
    int best = -1;
    for (Spread spread : spreads) {
      boolean tiered = variable == Variable.LOAD || variable == Variable.RATE;
      boolean holds =
          spread.variable() == variable
              && (!tiered || spread.tier() == tier)
              && (spread.scope().isEmpty() || spread.scope().equals(scope))
              && (spread.constituent().isEmpty() || spread.constituent().equals(constituent))
              && (spread.season().isEmpty() || spread.season().equals(season));
      int narrow =
          (spread.scope().isEmpty() ? 0 : 4)
              + (spread.constituent().isEmpty() ? 0 : 2)
              + (spread.season().isEmpty() ? 0 : 1);
      if (holds && narrow > best) {
        best = narrow;
        cv = spread.cv();
      }
    }
    return cv;
  }
}
