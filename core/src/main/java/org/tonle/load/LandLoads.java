package org.tonle.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonle.convert.Convert;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Loads of livestock and land (docs/theory/loads.md, Eqs. 6, 7, 10, 13).
final class LandLoads {
  private final Study study;
  private final FactorTable factors;
  private final SeasonFactors seasons;
  private final DeliveryTable delivery;

  LandLoads(Study study, FactorTable factors, SeasonFactors seasons) {
    this.study = study;
    this.factors = factors;
    this.seasons = seasons;
    delivery = new DeliveryTable(study.emissions().delivery());
  }

  Discharge of(Source.Livestock herd) {
    Chain.Way way = way(herd, Category.LIVESTOCK, herd.animal());
    List<Chain.Carried> carried =
        study.chemistry().constituents().stream()
            .map(
                c ->
                    factors
                        .find(Factor.Kind.PER_HEAD, herd.animal(), c.id())
                        .map(f -> carried(herd, way, herd.animal(), c, f, load(herd, f))))
            .flatMap(Optional::stream)
            .toList();
    return new Discharge(way, "", 0, carried);
  }

  private static double load(Source.Livestock herd, Factor perHead) {
    return Convert.gramsPerSecondFromGramsPerDay(perHead.value() * herd.heads());
  }

  Discharge of(Source.Land land) {
    Chain.Way way = way(land, Category.LAND, "");
    double delivered = delivery.factor(land.landUse(), land.entry().id());
    List<Chain.Carried> carried = new ArrayList<>();
    for (Constituent c : study.chemistry().constituents()) {
      Optional<Factor> byArea = factors.find(Factor.Kind.EXPORT, land.landUse(), c.id());
      Optional<Factor> byInput = factors.find(Factor.Kind.INPUT, land.landUse(), c.id());
      double load =
          delivered
              * (byArea.map(f -> exported(f, land) * runoff(land, c)).orElse(0.0)
                  + byInput.map(f -> washedOut(f, land)).orElse(0.0));
      byArea
          .or(() -> byInput)
          .ifPresent(f -> carried.add(carried(land, way, land.landUse(), c, f, load)));
    }
    return new Discharge(way, "", 0, carried);
  }

  private static double exported(Factor perArea, Source.Land land) {
    return Convert.gramsPerSecondFromGramsPerHectareAndYear(perArea.value(), land.area_km2());
  }

  /// Runoff of the land over that at which its export holds; 1 where either is not known.
  private double runoff(Source.Land land, Constituent constituent) {
    Optional<Factor> at_mm = factors.find(Factor.Kind.RUNOFF, land.landUse(), constituent.id());
    if (at_mm.isEmpty()) {
      return 1;
    }
    OptionalDouble own_mm = land.runoff_mm_per_a();
    OptionalDouble depth_mm =
        own_mm.isPresent() ? own_mm : seasons.runoff_mm_per_a(land.entry(), land.unit());
    return depth_mm.isPresent() ? depth_mm.getAsDouble() / at_mm.get().value() : 1;
  }

  private static double washedOut(Factor perTonne, Source.Land land) {
    return Convert.gramsPerSecondFromGramsPerYear(perTonne.value() * land.input_t_per_a());
  }

  private static Chain.Way way(Source source, Category category, String delivery) {
    return new Chain.Way(
        source.id(), category, source.unit(), "", source.entry(), "", "", delivery);
  }

  private Chain.Carried carried(
      Source source,
      Chain.Way way,
      String kind,
      Constituent constituent,
      Factor factor,
      double load_g_per_s) {
    return new Chain.Carried(
        constituent,
        seasons.washed(way, kind, constituent, load_g_per_s),
        factor.provenance().quality().weaker(source.provenance().quality()));
  }
}
