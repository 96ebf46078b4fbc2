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
  /// @param generated_g_per_s one per season, 5-day if it is a BOD
  record Carried(Constituent constituent, double[] generated_g_per_s, Quality quality) {
    Carried times(double factor) {
      double[] load = Arrays.stream(generated_g_per_s).map(g -> g * factor).toArray();
      return new Carried(constituent, load, quality);
    }
  }

  /// Way that a stream takes to the water.
  ///
  /// @param passingKey sanitation path or technology it passes, "" = nothing is removed
  /// @param retention key of the share retained on the way, "" = nothing
  /// @param delivery key of the share that is washed to the water at all, "" = all
  record Way(
      String source,
      Category category,
      String unit,
      String path,
      Entry entry,
      String passingKey,
      String retention,
      String delivery) {
    Way through(String path, Entry entry, String passingKey) {
      return new Way(source, category, unit, path, entry, passingKey, retention, delivery);
    }
  }

  LoadTerm term(Way way, Carried carried) {
    Figure passes = figure(Factor.Kind.PASSING, way.passingKey(), carried, 1);
    Figure stays = figure(Factor.Kind.RETENTION, way.retention(), carried, 0);
    Figure reaches = figure(Factor.Kind.DELIVERY, way.delivery(), carried, 1);
    double passed = passes.value;
    double arriving = (1 - stays.value) * reaches.value;
    double generated = yearMean(s -> carried.generated_g_per_s()[s]);
    boolean mayPass = passed > 0 && passed < 1;
    boolean mayStay = stays.value > 0 && stays.value < 1;
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
        new LoadTerm.Passing(
            mayPass ? way.passingKey() : "",
            mayPass ? passed : 1,
            mayStay ? way.retention() : "",
            mayStay ? 1 - stays.value : 1),
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
}
