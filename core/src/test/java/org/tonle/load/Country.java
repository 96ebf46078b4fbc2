package org.tonle.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Catalogue;
import org.tonle.model.Constituent;
import org.tonle.model.Delivery;
import org.tonle.model.Effluent;
import org.tonle.model.EffluentLimit;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Keeping;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Settings;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;
import org.tonle.scenario.Applied;

/// A study without rivers, for loads alone: one call a row. Its year has a wet quarter and three
/// dry quarters. It carries BOD, TN and faecal coliform; its year is 2025.
final class Country {
  static final double RAW = 0.23;

  private double sludgeCapacity_people = Double.POSITIVE_INFINITY;
  private final List<Unit> units = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Sanitation> sanitation = new ArrayList<>();
  private final List<Factor> factors = new ArrayList<>();
  private final List<Effluent> effluents = new ArrayList<>();
  private final List<SeasonFactor> seasonFactors = new ArrayList<>();
  private final List<EffluentLimit> limits = new ArrayList<>();

  Country unit(String id, String parent) {
    units.add(new Unit(id, Names.of(id), parent, "province", Provenance.NONE));
    return this;
  }

  /// A town of kind "urban" counted in 2025, 100 L a head and day.
  Country town(String id, double people) {
    return town(id, "", people, 2025, 0);
  }

  Country town(String id, String unit, double people, int baseYear, double growth_per_a) {
    return town(id, unit, people, baseYear, growth_per_a, 100);
  }

  Country town(
      String id,
      String unit,
      double people,
      int baseYear,
      double growth_per_a,
      double wastewater_l_per_d) {
    sources.add(
        new Source.Town(
            id,
            Names.of(id),
            unit,
            Entry.atNode("at-" + id),
            "urban",
            people,
            baseYear,
            growth_per_a,
            wastewater_l_per_d,
            Source.Site.UNKNOWN,
            Provenance.NONE,
            Optional.empty()));
    return this;
  }

  Country path(String town, Sanitation.Path path, double share) {
    return path(town, path, share, "", "");
  }

  Country path(String town, Sanitation.Path path, double share, String plant, String retention) {
    Entry entry = Entry.atNode("at-" + town);
    sanitation.add(
        new Sanitation(
            town, path, share, plant, entry, retention, Provenance.NONE, Keeping.UNSAID));
    return this;
  }

  Country kept(String town, Sanitation.Path path, double share, String plant, Keeping keeping) {
    Entry entry = Entry.atNode("at-" + town);
    sanitation.add(new Sanitation(town, path, share, plant, entry, "", Provenance.NONE, keeping));
    return this;
  }

  Country plant(String id, double capacity_m3_per_d, Double... overflow) {
    return plant(id, Source.Plant.Status.OPERATING, capacity_m3_per_d, overflow);
  }

  Country plant(
      String id, Source.Plant.Status status, double capacity_m3_per_d, Double... overflow) {
    sources.add(
        new Source.Plant(
            id,
            Names.of(id),
            "",
            Entry.atNode("at-" + id),
            status,
            capacity_m3_per_d,
            "lagoon",
            List.of(overflow),
            "class-A",
            Source.Site.UNKNOWN,
            sludgeCapacity_people,
            Provenance.NONE));
    return this;
  }

  /// What the plants given after it can treat.
  Country sludgeCapacity(double people) {
    sludgeCapacity_people = people;
    return this;
  }

  Country park(String id, String sector, OptionalDouble employees) {
    OptionalDouble none = OptionalDouble.empty();
    sources.add(
        new Source.Park(
            id,
            Names.of(id),
            "",
            Entry.atNode("at-" + id),
            sector,
            new Source.Activity(employees, none, none),
            "",
            "class-A",
            0,
            0,
            Provenance.NONE,
            Optional.empty()));
    return this;
  }

  Country industry(
      String id,
      String sector,
      OptionalDouble employees,
      OptionalDouble production_t_per_d,
      OptionalDouble wastewater_m3_per_d,
      String plant) {
    sources.add(
        new Source.Industry(
            id,
            Names.of(id),
            "",
            Entry.atNode("at-" + id),
            sector,
            new Source.Activity(employees, production_t_per_d, wastewater_m3_per_d),
            plant,
            "class-A",
            0,
            0,
            Provenance.NONE));
    return this;
  }

  Country herd(String id, String animal, double heads) {
    Entry entry = Entry.atNode("at-" + id);
    sources.add(new Source.Livestock(id, Names.of(id), "", entry, animal, heads, Provenance.NONE));
    return this;
  }

  Country land(String id, String use, double area_km2) {
    Entry entry = Entry.atNode("at-" + id);
    sources.add(
        new Source.Land(
            id,
            Names.of(id),
            "",
            entry,
            use,
            area_km2,
            0,
            OptionalDouble.empty(),
            Provenance.NONE));
    return this;
  }

  Country factor(Factor.Kind kind, String key, String constituent, double value) {
    factors.add(new Factor(kind, key, constituent, value, Provenance.NONE));
    return this;
  }

  Country measuredConcentration(String source, String season, String constituent, double g_per_m3) {
    return measured(
        source, season, constituent, OptionalDouble.of(g_per_m3), OptionalDouble.empty());
  }

  /// A concentration that somebody measured, in every season.
  Country sampled(String source, String constituent, double g_per_m3) {
    effluents.add(
        new Effluent(
            source,
            "",
            constituent,
            OptionalDouble.of(g_per_m3),
            OptionalDouble.empty(),
            new Provenance("", Quality.MEASURED)));
    return this;
  }

  Country measuredLoad(String source, String season, String constituent, double g_per_s) {
    return measured(
        source, season, constituent, OptionalDouble.empty(), OptionalDouble.of(g_per_s));
  }

  private Country measured(
      String source,
      String season,
      String constituent,
      OptionalDouble g_per_m3,
      OptionalDouble g_per_s) {
    effluents.add(new Effluent(source, season, constituent, g_per_m3, g_per_s, Provenance.NONE));
    return this;
  }

  Country seasonFactor(String source, String season, double factor) {
    seasonFactors.add(new SeasonFactor(source, season, factor, Provenance.NONE));
    return this;
  }

  Country limit(String effluentClass, String constituent, double value) {
    limits.add(
        new EffluentLimit(effluentClass, constituent, Limit.Statistic.MAX, value, Provenance.NONE));
    return this;
  }

  Loads loads(Scenario.Change... changes) {
    Scenario scenario = new Scenario("changed", Names.of("Changed"), Arrays.asList(changes));
    return LoadModel.of(study(), Applied.of(study(), scenario));
  }

  Study study() {
    sources.sort(Comparator.comparing(Source::id));
    return new Study(
        "country",
        Names.of("Country"),
        settings(),
        new Study.Waterways(
            List.of(season("wet", 1), season("dry", 3)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        new Study.Chemistry(
            List.of(
                constituent("BOD", ConcentrationUnit.MG_PER_L, RAW),
                constituent("FC", ConcentrationUnit.MPN_PER_100ML, 0),
                constituent("TN", ConcentrationUnit.MG_PER_L, 0)),
            List.of(),
            List.of()),
        new Study.Emissions(
            units, sources, sanitation, factors, effluents, seasonFactors, Delivery.NONE),
        new Study.Rules(List.of(), limits, List.of(), List.of(), List.of(), List.of()),
        new Study.Evidence(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Posterior.NONE,
            List.of(),
            List.of()),
        Catalogue.NONE,
        List.of());
  }

  private static Season season(String id, double days) {
    return new Season(id, Names.of(id), List.of(), days);
  }

  private static Constituent constituent(
      String id, ConcentrationUnit unit, double bottleRate_per_d) {
    return new Constituent(
        id,
        Names.of(id),
        unit,
        Constituent.Kinetics.CONSERVATIVE,
        "",
        bottleRate_per_d,
        0,
        false,
        Provenance.NONE);
  }

  private static Settings settings() {
    return new Settings(
        2025,
        new Settings.Judging(LocalDate.of(2025, 1, 1), 0.9, "", 0, 0),
        new Settings.Sampling(0, 1, 0.34, 0),
        new Settings.Routing(0.1, 0.05, false, 32, 64),
        new Settings.Ambient(20, 200, 0, 50),
        false,
        List.of());
  }

  /// The one term of a source, path and constituent.
  static LoadTerm term(Loads loads, String source, String path, String constituent) {
    List<LoadTerm> found =
        loads.terms().stream()
            .filter(t -> t.source().equals(source))
            .filter(t -> t.path().equals(path))
            .filter(t -> t.constituent().equals(constituent))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "%d terms of %s, %s, %s in %s"
              .formatted(found.size(), source, path, constituent, loads.terms()));
    }
    return found.getFirst();
  }
}
