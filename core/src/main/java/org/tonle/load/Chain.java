package org.tonle.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Quality;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Chain from the load generated to the load that reaches the water: a share passes treatment, and
/// of that a share is not retained on the way (docs/theory/loads.md, Eqs. 1–4).
final class Chain {
  /// Bottle rate of treated wastewater at 20 °C [1/d] (QUAL2Kw: 0.1–0.2).
  static final double TREATED_BOTTLE_RATE_PER_D = 0.15;

  private final FactorTable factors;
  private final double[] seasonShare;

  Chain(Study study, FactorTable factors) {
    this.factors = factors;
    List<Season> seasons = study.waterways().seasons();
    double year = seasons.stream().mapToDouble(Season::duration_d).sum();
    seasonShare = seasons.stream().mapToDouble(s -> s.duration_d() / year).toArray();
  }

  int seasonCount() {
    return seasonShare.length;
  }

  double yearMean(IntToDoubleFunction bySeason) {
    double sum = 0;
    for (int s = 0; s < seasonShare.length; s++) {
      sum += seasonShare[s] * bySeason.applyAsDouble(s);
    }
    return sum;
  }

  /// Load of one constituent that a stream carries.
  ///
  /// @param generated_g_per_s one per season, ultimate if it is a BOD
  /// @param bottleRate_per_d of its BOD; 0 if it is not a BOD
  record Carried(
      Constituent constituent,
      double[] generated_g_per_s,
      double bottleRate_per_d,
      Quality quality) {
    Carried times(double factor) {
      double[] load = Arrays.stream(generated_g_per_s).map(g -> g * factor).toArray();
      return new Carried(constituent, load, bottleRate_per_d, quality);
    }
  }

  /// Way that a stream takes to the water.
  ///
  /// @param passingKey sanitation path or technology it passes, "" = nothing is removed
  /// @param isTreated whether treatment at a plant changes the bottle rate of its BOD
  /// @param retention key of the share retained on the way, "" = nothing
  /// @param delivery key of the share that is washed to the water at all, "" = all
  record Way(
      String source,
      Category category,
      String unit,
      String path,
      Entry entry,
      String passingKey,
      boolean isTreated,
      String retention,
      String delivery) {
    Way through(String path, Entry entry, String passingKey, boolean isTreated) {
      return new Way(
          source, category, unit, path, entry, passingKey, isTreated, retention, delivery);
    }
  }

  LoadTerm term(Way way, Carried carried) {
    Figure passes = figure(Factor.Kind.PASSING, way.passingKey(), carried, 1);
    Figure stays = figure(Factor.Kind.RETENTION, way.retention(), carried, 0);
    Figure reaches = figure(Factor.Kind.DELIVERY, way.delivery(), carried, 1);
    double stretch = way.isTreated() ? stretch(carried.bottleRate_per_d(), passes.value) : 1;
    double passed = passes.value * stretch;
    double arriving = (1 - stays.value) * reaches.value;
    double generated = yearMean(s -> carried.generated_g_per_s()[s]);
    boolean isUncertain = passed > 0 && passed < 1;
    return new LoadTerm(
        way.source(),
        way.category(),
        way.unit(),
        way.path(),
        way.entry(),
        carried.constituent().id(),
        generated,
        generated * (1 - passed),
        generated * passed * (1 - arriving),
        Arrays.stream(carried.generated_g_per_s()).mapToObj(g -> g * passed * arriving).toList(),
        isUncertain ? new LoadTerm.Passing(way.passingKey(), passed) : LoadTerm.Passing.CERTAIN,
        carried.quality().weaker(passes.quality).weaker(stays.quality).weaker(reaches.quality));
  }

  private record Figure(double value, Quality quality) {}

  private Figure figure(Factor.Kind kind, String key, Carried carried, double otherwise) {
    Quality none = Quality.MEASURED;
    return key.isEmpty()
        ? new Figure(otherwise, none)
        : factors
            .find(kind, key, carried.constituent().id())
            .map(f -> new Figure(f.value(), f.provenance().quality()))
            .orElse(new Figure(otherwise, none));
  }

  /// Passing shares are stated for 5-day BOD; treated wastewater oxidises more slowly, so a larger
  /// share of it is ultimate, but never more than came in.
  private static double stretch(double bottleRate_per_d, double passing) {
    if (!(bottleRate_per_d > 0) || !(passing > 0)) {
      return 1;
    }
    double ratio =
        Constituent.ultimateOverFiveDay(TREATED_BOTTLE_RATE_PER_D)
            / Constituent.ultimateOverFiveDay(bottleRate_per_d);
    return StrictMath.max(1, StrictMath.min(ratio, 1 / passing));
  }
}
