package org.tonle.load;

import java.util.List;
import java.util.Optional;
import org.tonle.convert.Convert;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// What animals and land give to the water (docs/theory/loads.md, Eqs. 6–7).
final class LandLoads {
  private final Study study;
  private final FactorTable factors;
  private final SeasonFactors seasons;

  LandLoads(Study study, FactorTable factors, SeasonFactors seasons) {
    this.study = study;
    this.factors = factors;
    this.seasons = seasons;
  }

  Discharge of(Source.Livestock herd) {
    return discharge(
        herd,
        Category.LIVESTOCK,
        herd.animal(),
        Factor.Kind.PER_HEAD,
        herd.animal(),
        f -> Convert.gramsPerSecondFromGramsPerDay(f.value() * herd.heads()));
  }

  Discharge of(Source.Land land) {
    return discharge(
        land,
        Category.LAND,
        "",
        Factor.Kind.EXPORT,
        land.landUse(),
        f -> Convert.gramsPerSecondFromGramsPerHectareAndYear(f.value(), land.area_km2()));
  }

  private Discharge discharge(
      Source source,
      Category category,
      String delivery,
      Factor.Kind kind,
      String key,
      java.util.function.ToDoubleFunction<Factor> load) {
    Chain.Way way =
        new Chain.Way(
            source.id(), category, source.unit(), "", source.entry(), "", false, "", delivery);
    List<Chain.Carried> carried =
        study.chemistry().constituents().stream()
            .map(c -> factors.find(kind, key, c.id()).map(f -> carried(source, c, f, load)))
            .flatMap(Optional::stream)
            .toList();
    return new Discharge(way, "", 0, carried);
  }

  private Chain.Carried carried(
      Source source,
      Constituent constituent,
      Factor factor,
      java.util.function.ToDoubleFunction<Factor> load) {
    double ultimate =
        load.applyAsDouble(factor) * Constituent.ultimateOverFiveDay(factor.bottleRate_per_d());
    return new Chain.Carried(
        constituent,
        seasons.shaped(source.id(), ultimate),
        factor.bottleRate_per_d(),
        factor.provenance().quality().weaker(source.provenance().quality()));
  }
}
