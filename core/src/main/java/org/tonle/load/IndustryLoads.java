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

/// Loads of factories and parks: measured effluents, else production, jobs or wastewater times a
/// factor of the sector (docs/theory/loads.md, Eq. 5).
final class IndustryLoads {
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

  Discharge discharge(Source.Discharger source) {
    OptionalDouble water_m3_per_d = water_m3_per_d(source);
    Chain.Way way =
        new Chain.Way(
            source.id(), category(source), source.unit(), "direct", source.entry(), "", "", "");
    List<Chain.Carried> carried =
        study.chemistry().constituents().stream()
            .map(c -> carried(source, c, water_m3_per_d))
            .flatMap(Optional::stream)
            .toList();
    return new Discharge(way, source.plant(), water_m3_per_d.orElse(0), carried);
  }

  private static Category category(Source.Discharger source) {
    return switch (source) {
      case Source.Industry factory -> Category.INDUSTRY;
      case Source.Park park -> Category.PARK;
    };
  }

  OptionalDouble water_m3_per_d(Source.Discharger source) {
    Source.Activity activity = source.activity();
    if (activity.wastewater_m3_per_d().isPresent()) {
      return activity.wastewater_m3_per_d();
    }
    OptionalDouble byProduct =
        times(activity.production_t_per_d(), source, Factor.Kind.WASTEWATER_PER_TONNE, "");
    return byProduct.isPresent()
        ? byProduct
        : times(activity.employees(), source, Factor.Kind.WASTEWATER_PER_EMPLOYEE, "");
  }

  private OptionalDouble times(
      OptionalDouble amount, Source.Discharger source, Factor.Kind kind, String constituent) {
    Optional<Factor> factor = factors.find(kind, source.sector(), constituent);
    return amount.isPresent() && factor.isPresent()
        ? OptionalDouble.of(amount.getAsDouble() * factor.get().value())
        : OptionalDouble.empty();
  }

  private Optional<Chain.Carried> carried(
      Source.Discharger source, Constituent constituent, OptionalDouble water_m3_per_d) {
    double[] water = new double[chain.seasonCount()];
    Arrays.fill(water, water_m3_per_d.orElse(Double.NaN));
    Optional<Chain.Carried> found = measured.load(source.id(), constituent, water);
    found =
        found.or(
            () ->
                of(
                    source,
                    source.activity().production_t_per_d(),
                    Factor.Kind.PER_TONNE,
                    constituent));
    found =
        found.or(
            () -> of(source, source.activity().employees(), Factor.Kind.PER_EMPLOYEE, constituent));
    if (found.isEmpty()
        && water_m3_per_d.isEmpty()
        && factors.find(Factor.Kind.CONCENTRATION, source.sector(), constituent.id()).isPresent()) {
      measured.lacksVolume(source.id(), constituent.id());
    }
    return found.or(() -> of(source, water_m3_per_d, Factor.Kind.CONCENTRATION, constituent));
  }

  private Optional<Chain.Carried> of(
      Source.Discharger source, OptionalDouble amount, Factor.Kind kind, Constituent constituent) {
    OptionalDouble perDay = times(amount, source, kind, constituent.id());
    if (perDay.isEmpty()) {
      return Optional.empty();
    }
    return factors
        .find(kind, source.sector(), constituent.id())
        .map(
            f -> {
              double load = Convert.gramsPerSecondFromGramsPerDay(perDay.getAsDouble());
              return new Chain.Carried(
                  constituent,
                  seasons.shaped(source.id(), load),
                  f.provenance().quality().weaker(source.provenance().quality()));
            });
  }
}
