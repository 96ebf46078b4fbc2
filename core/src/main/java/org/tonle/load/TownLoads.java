package org.tonle.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;

/// Loads of towns by sanitation path (docs/theory/loads.md, Eqs. 1–2).
final class TownLoads {
  private final Study study;
  private final FactorTable factors;
  private final Measured measured;
  private final Chain chain;
  private final SeasonFactors seasons;
  private final Plants works;
  private final Applied applied;

  TownLoads(
      Study study,
      FactorTable factors,
      Measured measured,
      Chain chain,
      SeasonFactors seasons,
      Plants works,
      Applied applied) {
    this.study = study;
    this.factors = factors;
    this.measured = measured;
    this.chain = chain;
    this.seasons = seasons;
    this.works = works;
    this.applied = applied;
  }

  /// People in the scenario's year.
  double people(Source.Town town) {
    return applied.people(town);
  }

  List<Sanitation> paths(Source.Town town) {
    return applied.sanitation(town.id());
  }

  List<Discharge> discharges(Source.Town town) {
    List<Chain.Carried> outright = new ArrayList<>();
    List<Constituent> generated = new ArrayList<>();
    double water_m3_per_d = people(town) * town.wastewater_l_per_d() / 1000;
    double[] water = new double[chain.seasonCount()];
    Arrays.fill(water, town.wastewater_l_per_d() > 0 ? water_m3_per_d : Double.NaN);
    for (Constituent constituent : study.chemistry().constituents()) {
      measured
          .load(town.id(), constituent, water)
          .ifPresentOrElse(outright::add, () -> generated.add(constituent));
    }
    List<Discharge> found = new ArrayList<>();
    if (!outright.isEmpty()) {
      Chain.Way way =
          new Chain.Way(
              town.id(),
              Sanitation.Path.SEWER.category(),
              town.unit(),
              "measured",
              town.entry(),
              "",
              "",
              "");
      found.add(new Discharge(way, "", water_m3_per_d, outright));
    }
    for (Sanitation row : paths(town)) {
      found.add(discharge(town, row, generated));
    }
    return found;
  }

  private Discharge discharge(Source.Town town, Sanitation row, List<Constituent> generated) {
    double people = people(town) * row.share();
    String path = row.path().id();
    Chain.Way way =
        new Chain.Way(
            town.id(),
            row.path().category(),
            town.unit(),
            path,
            row.entry(),
            passingKey(row),
            row.retention(),
            "");
    List<Chain.Carried> carried =
        generated.stream()
            .map(c -> carried(town, way, c, people, row))
            .flatMap(Optional::stream)
            .toList();
    String plant = row.path() == Sanitation.Path.SEWER_PLANT ? row.plant() : "";
    return new Discharge(way, plant, people * town.wastewater_l_per_d() / 1000, carried);
  }

  /// Sludge collected for a plant that is not operating counts as not collected: the tank is
  /// treated as never emptied.
  private String passingKey(Sanitation row) {
    return switch (row.path()) {
      case SEWER_PLANT -> "";
      case SEPTIC_EMPTIED ->
          works.areEmptied(row.plant()) ? row.path().id() : Sanitation.Path.SEPTIC.id();
      case SEWER, SEPTIC, PIT, NONE -> row.path().id();
    };
  }

  private Optional<Chain.Carried> carried(
      Source.Town town, Chain.Way way, Constituent constituent, double people, Sanitation row) {
    return factors
        .find(Factor.Kind.PER_PERSON, town.kind(), constituent.id())
        .map(
            f -> {
              double load = Convert.gramsPerSecondFromGramsPerDay(people * f.value());
              return new Chain.Carried(
                  constituent,
                  seasons.washed(way, "", constituent, load),
                  f.provenance()
                      .quality()
                      .weaker(town.provenance().quality())
                      .weaker(row.provenance().quality()));
            });
  }
}
