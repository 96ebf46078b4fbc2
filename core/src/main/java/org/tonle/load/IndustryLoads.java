package org.tonle.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonle.convert.Convert;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Loads of factories and industrial zones: measured effluents, else production, jobs or wastewater
/// times a factor of the sector (docs/theory/loads.md, Eq. 5).
final class IndustryLoads {
  private static final List<String> PARK_SECTORS = List.of("park", "zone");

  private final Study study;
  private final FactorTable factors;
  private final Measured measured;
  private final Chain chain;
  private final SeasonFactors seasons;

  IndustryLoads(
      Study study, FactorTable factors, Measured measured, Chain chain, SeasonFactors seasons) {
    this.study = study;
    this.factors = factors;
    this.measured = measured;
    this.chain = chain;
    this.seasons = seasons;
  }

  Discharge discharge(Source.Industry works) {
    OptionalDouble water_m3_per_d = water_m3_per_d(works);
    Chain.Way way =
        new Chain.Way(
            works.id(),
            PARK_SECTORS.contains(works.sector()) ? Category.PARK : Category.INDUSTRY,
            works.unit(),
            "direct",
            works.entry(),
            "",
            false,
            "",
            "");
    List<Chain.Carried> carried =
        study.chemistry().constituents().stream()
            .map(c -> carried(works, c, water_m3_per_d))
            .flatMap(Optional::stream)
            .toList();
    return new Discharge(way, works.plant(), water_m3_per_d.orElse(0), carried);
  }

  OptionalDouble water_m3_per_d(Source.Industry works) {
    Source.Industry.Activity activity = works.activity();
    if (activity.wastewater_m3_per_d().isPresent()) {
      return activity.wastewater_m3_per_d();
    }
    OptionalDouble byProduct =
        times(activity.production_t_per_d(), works, Factor.Kind.WASTEWATER_PER_TONNE, "");
    return byProduct.isPresent()
        ? byProduct
        : times(activity.employees(), works, Factor.Kind.WASTEWATER_PER_EMPLOYEE, "");
  }

  private OptionalDouble times(
      OptionalDouble amount, Source.Industry works, Factor.Kind kind, String constituent) {
    Optional<Factor> factor = factors.find(kind, works.sector(), constituent);
    return amount.isPresent() && factor.isPresent()
        ? OptionalDouble.of(amount.getAsDouble() * factor.get().value())
        : OptionalDouble.empty();
  }

  private Optional<Chain.Carried> carried(
      Source.Industry works, Constituent constituent, OptionalDouble water_m3_per_d) {
    double[] water = new double[chain.seasonCount()];
    Arrays.fill(water, water_m3_per_d.orElse(Double.NaN));
    Optional<Chain.Carried> found = measured.load(works.id(), constituent, water);
    found =
        found.or(
            () ->
                of(
                    works,
                    works.activity().production_t_per_d(),
                    Factor.Kind.PER_TONNE,
                    constituent));
    found =
        found.or(
            () -> of(works, works.activity().employees(), Factor.Kind.PER_EMPLOYEE, constituent));
    if (found.isEmpty()
        && water_m3_per_d.isEmpty()
        && factors.find(Factor.Kind.CONCENTRATION, works.sector(), constituent.id()).isPresent()) {
      measured.lacksVolume(works.id(), constituent.id());
    }
    return found.or(() -> of(works, water_m3_per_d, Factor.Kind.CONCENTRATION, constituent));
  }

  private Optional<Chain.Carried> of(
      Source.Industry works, OptionalDouble amount, Factor.Kind kind, Constituent constituent) {
    OptionalDouble perDay = times(amount, works, kind, constituent.id());
    if (perDay.isEmpty()) {
      return Optional.empty();
    }
    return factors
        .find(kind, works.sector(), constituent.id())
        .map(
            f -> {
              double load =
                  Convert.gramsPerSecondFromGramsPerDay(perDay.getAsDouble())
                      * Constituent.ultimateOverFiveDay(f.bottleRate_per_d());
              return new Chain.Carried(
                  constituent,
                  seasons.shaped(works.id(), load),
                  f.bottleRate_per_d(),
                  f.provenance().quality().weaker(works.provenance().quality()));
            });
  }
}
