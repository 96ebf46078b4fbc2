package org.tonle.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.convert.Convert;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Effluent;
import org.tonle.model.Factor;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.run.Instance;

/// Load chain: the steps from people, jobs, animals or land to a load that enters the water.
public final class LoadChain {
  /// Difference of a factor from 1 that is only rounding.
  private static final double ROUNDING = 1e-9;

  /// Smaller factors than this are not worth a line.
  private static final double LEAST_FACTOR = 5e-4;

  private final Instance instance;
  private final InputRows rows;

  public LoadChain(Instance instance, InputRows rows) {
    this.instance = instance;
    this.rows = rows;
  }

  /// The steps of one load.
  ///
  /// @param entering_kg_per_d load that enters the water, in the season asked about
  public List<Step> of(LoadTerm term, double entering_kg_per_d) {
    List<Step> steps = new ArrayList<>();
    Constituent of = constituent(term.constituent());
    Optional<Source> source = instance.applied().source(term.source());
    boolean isMeasured = measured(term, of, steps);
    if (!isMeasured) {
      source.ifPresent(s -> inputs(s, term, of, steps));
    }
    double product = isMeasured ? Double.NaN : product(steps, of);
    double generated = perDay(of, term.generated_g_per_s());
    if (!isMeasured && StrictMath.abs(generated / product - 1) > LEAST_FACTOR) {
      Step.Kind kind =
          switch (term.path()) {
            case "treated" -> Step.Kind.TREATED;
            case "overflow" -> Step.Kind.SPILT;
            default -> Step.Kind.CHANGED;
          };
      steps.add(changed(kind, generated / product, term));
    }
    steps.add(Step.computed(Step.Kind.GENERATED, generated, unit(of)));
    losses(term, of, steps);
    double delivered =
        perDay(of, term.generated_g_per_s() - term.removed_g_per_s() - term.retained_g_per_s());
    if (delivered > 0 && StrictMath.abs(entering_kg_per_d / delivered - 1) > LEAST_FACTOR) {
      steps.add(season(term, entering_kg_per_d / delivered));
    }
    steps.add(Step.computed(Step.Kind.ENTERING, entering_kg_per_d, unit(of)));
    return List.copyOf(steps);
  }

  /// Unit of loads of a constituent.
  public static String unit(Constituent of) {
    return of.unit().counts() ? "10⁹/d" : "kg/d";
  }

  private static boolean differs(double one, double other) {
    return Double.isFinite(one) && StrictMath.abs(other - one) > ROUNDING * StrictMath.abs(one);
  }

  /// Kilograms (10^9 counts) a day.
  public static double perDay(Constituent of, double load_g_per_s) {
    double one = Convert.gramsPerSecondFromKilogramsPerDay(1);
    return load_g_per_s / (of.unit().counts() ? one * 1e6 : one);
  }

  private void inputs(Source source, LoadTerm term, Constituent of, List<Step> steps) {
    switch (source) {
      case Source.Town town -> people(town, term, of, steps);
      case Source.Discharger factory -> factory(factory, of, steps);
      case Source.Livestock herd -> {
        InputRows.At at = rows.find("livestock.csv", "livestock", herd.id());
        steps.add(new Step(Step.Kind.HEADS, herd.heads(), "", at, herd.provenance()));
        factor(Factor.Kind.PER_HEAD, herd.animal(), of, Step.Kind.PER_HEAD, steps);
      }
      case Source.Land land -> land(land, of, steps);
      case Source.Plant plant -> {}
    }
  }

  private void people(Source.Town town, LoadTerm term, Constituent of, List<Step> steps) {
    boolean isOwnRow = rows.has("sewersheds.csv", "sewershed", town.id());
    InputRows.At at =
        isOwnRow
            ? rows.find("sewersheds.csv", "sewershed", town.id())
            : rows.find("towns.csv", "town", town.town());
    steps.add(new Step(Step.Kind.PEOPLE, town.population(), "", at, town.provenance()));
    double people = instance.applied().people(town);
    if (differs(town.population(), people)) {
      InputRows.At towns = rows.find("towns.csv", "town", town.town());
      double growth = people / town.population();
      steps.add(new Step(Step.Kind.GROWN, growth, "", towns, town.provenance()));
    }
    List<Sanitation> own = sanitation(town, term);
    double share = own.stream().mapToDouble(Sanitation::share).sum();
    own.stream()
        .findFirst()
        .ifPresent(
            row ->
                steps.add(new Step(Step.Kind.SHARE, share, "", at(town, row), row.provenance())));
    factor(Factor.Kind.PER_PERSON, town.kind(), of, Step.Kind.PER_PERSON, steps);
  }

  /// Rows of the people whose wastewater is in a load.
  private List<Sanitation> sanitation(Source.Town town, LoadTerm term) {
    boolean isByPlant = term.path().equals("treated");
    boolean isSpilt = term.path().equals("overflow");
    return instance.applied().sanitation(town.id()).stream()
        .filter(
            row ->
                (isByPlant || isSpilt)
                    ? row.path() == Sanitation.Path.SEWER_PLANT
                    : row.path().id().equals(term.path()))
        .filter(row -> isByPlant ? isAt(row.plant(), term) : row.entry().equals(term.entry()))
        .toList();
  }

  private boolean isAt(String plant, LoadTerm term) {
    return instance.applied().source(plant).filter(p -> p.entry().equals(term.entry())).isPresent();
  }

  private InputRows.At at(Source.Town town, Sanitation row) {
    String path = row.path().id();
    return rows.has("sanitation.csv", "sewershed", town.id(), "path", path)
        ? rows.find("sanitation.csv", "sewershed", town.id(), "path", path)
        : rows.find("sanitation.csv", "town", town.town(), "path", path);
  }

  private void factory(Source.Discharger factory, Constituent of, List<Step> steps) {
    InputRows.At at = rows.find("industry.csv", "industry", factory.id());
    Source.Activity activity = factory.activity();
    String sector = factory.sector();
    if (activity.production_t_per_d().isPresent() && has(Factor.Kind.PER_TONNE, sector, of)) {
      double tonnes = activity.production_t_per_d().getAsDouble();
      steps.add(new Step(Step.Kind.PRODUCTION, tonnes, "t/d", at, factory.provenance()));
      factor(Factor.Kind.PER_TONNE, sector, of, Step.Kind.PER_TONNE, steps);
    } else if (activity.employees().isPresent() && has(Factor.Kind.PER_EMPLOYEE, sector, of)) {
      double jobs = activity.employees().getAsDouble();
      steps.add(new Step(Step.Kind.EMPLOYEES, jobs, "", at, factory.provenance()));
      factor(Factor.Kind.PER_EMPLOYEE, sector, of, Step.Kind.PER_EMPLOYEE, steps);
    } else {
      wastewater(factory, activity, at, steps);
      factor(Factor.Kind.CONCENTRATION, sector, of, Step.Kind.CONCENTRATION, steps);
    }
  }

  private void wastewater(
      Source.Discharger factory, Source.Activity activity, InputRows.At at, List<Step> steps) {
    Provenance own = factory.provenance();
    if (activity.wastewater_m3_per_d().isPresent()) {
      double water = activity.wastewater_m3_per_d().getAsDouble();
      steps.add(new Step(Step.Kind.WASTEWATER, water, "m³/d", at, own));
    } else {
      water(activity.production_t_per_d(), Factor.Kind.WASTEWATER_PER_TONNE, factory.sector())
          .or(
              () ->
                  water(
                      activity.employees(), Factor.Kind.WASTEWATER_PER_EMPLOYEE, factory.sector()))
          .ifPresent(w -> steps.add(new Step(Step.Kind.WASTEWATER, w, "m³/d", at, own)));
    }
  }

  private Optional<Double> water(java.util.OptionalDouble amount, Factor.Kind kind, String sector) {
    return amount.isPresent()
        ? find(kind, sector, "").map(f -> f.value() * amount.getAsDouble())
        : Optional.empty();
  }

  private void land(Source.Land land, Constituent of, List<Step> steps) {
    InputRows.At at = rows.find("land.csv", "land", land.id());
    if (has(Factor.Kind.EXPORT, land.landUse(), of)) {
      steps.add(new Step(Step.Kind.AREA, land.area_km2(), "km²", at, land.provenance()));
      factor(Factor.Kind.EXPORT, land.landUse(), of, Step.Kind.EXPORT, steps);
    } else {
      steps.add(new Step(Step.Kind.INPUT, land.input_t_per_a(), "t/a", at, land.provenance()));
      factor(Factor.Kind.INPUT, land.landUse(), of, Step.Kind.PER_INPUT, steps);
    }
  }

  /// Product of the inputs in kg/d; NaN if they are not all known.
  private static double product(List<Step> steps, Constituent of) {
    double product = 1;
    double perDay = of.unit().counts() ? 1e-9 : 1e-3;
    for (Step step : steps) {
      product *= step.value();
      perDay =
          switch (step.kind()) {
            case EXPORT ->
                Convert.kilogramsPerDayFromGramsPerSecond(
                    Convert.gramsPerSecondFromGramsPerHectareAndYear(1, 1));
            case PER_INPUT ->
                Convert.kilogramsPerDayFromGramsPerSecond(
                    Convert.gramsPerSecondFromGramsPerYear(1));
            default -> perDay;
          };
    }
    return steps.size() < 2 ? Double.NaN : product * perDay;
  }

  /// A measured effluent stands for all that would be computed.
  private boolean measured(LoadTerm term, Constituent of, List<Step> steps) {
    boolean isTreated = term.path().equals("treated");
    String plant =
        isTreated
            ? instance.applied().sources().stream()
                .filter(s -> s instanceof Source.Plant && s.entry().equals(term.entry()))
                .map(Source::id)
                .findFirst()
                .orElse("")
            : term.source();
    List<Effluent> found =
        instance.study().emissions().effluents().stream()
            .filter(e -> e.source().equals(plant) && e.constituent().equals(of.id()))
            .toList();
    boolean isOutright = !isTreated && !found.isEmpty() && !term.path().equals("overflow");
    if (!isOutright && !(isTreated && !found.isEmpty())) {
      return false;
    }
    Effluent first = found.getFirst();
    InputRows.At at = rows.find("effluents.csv", "source", plant, "constituent", of.id());
    double value =
        first.load_g_per_s().isPresent()
            ? perDay(of, first.load_g_per_s().getAsDouble())
            : of.unit().fromKernel(first.concentration_g_per_m3().orElse(Double.NaN));
    String unit = first.load_g_per_s().isPresent() ? unit(of) : of.unit().symbol();
    steps.add(new Step(Step.Kind.MEASURED, value, unit, at, first.provenance()));
    if (first.load_g_per_s().isEmpty()) {
      double left = term.generated_g_per_s() - term.removed_g_per_s();
      double water_m3_per_s = left / first.concentration_g_per_m3().orElse(Double.NaN);
      double water_m3_per_d = Convert.cubicMetresPerDayFromPerSecond(water_m3_per_s);
      steps.add(Step.computed(Step.Kind.TIMES_WATER, water_m3_per_d, "m³/d"));
    }
    return true;
  }

  private Step changed(Step.Kind kind, double factor, LoadTerm term) {
    if (kind == Step.Kind.CHANGED) {
      return Step.computed(kind, factor, "");
    }
    String plant =
        instance.applied().sanitation(term.source()).stream()
            .filter(r -> r.path() == Sanitation.Path.SEWER_PLANT)
            .map(Sanitation::plant)
            .findFirst()
            .orElse("");
    return instance
        .applied()
        .source(plant)
        .map(
            p ->
                new Step(kind, factor, "", rows.find("plants.csv", "plant", plant), p.provenance()))
        .orElse(Step.computed(kind, factor, ""));
  }

  private void losses(LoadTerm term, Constituent of, List<Step> steps) {
    double generated = term.generated_g_per_s();
    double passed = generated - term.removed_g_per_s();
    if (term.removed_g_per_s() > 0) {
      Step step = Step.computed(Step.Kind.PASSING, passed / generated, "");
      steps.add(located(step, Factor.Kind.PASSING, passingKey(term), of));
    }
    if (term.retained_g_per_s() > 0) {
      boolean isHerd =
          instance.applied().source(term.source()).orElse(null) instanceof Source.Livestock;
      double left = (passed - term.retained_g_per_s()) / passed;
      Step.Kind kind = isHerd ? Step.Kind.DELIVERY : Step.Kind.LEFT;
      Factor.Kind factor = isHerd ? Factor.Kind.DELIVERY : Factor.Kind.RETENTION;
      steps.add(located(Step.computed(kind, left, ""), factor, onTheWay(term), of));
    }
  }

  private Step located(Step step, Factor.Kind kind, String key, Constituent of) {
    return find(kind, key, of.id())
        .map(f -> new Step(step.kind(), step.value(), step.unit(), at(f), f.provenance()))
        .orElse(step);
  }

  private String passingKey(LoadTerm term) {
    if (!term.path().equals("treated")) {
      return term.passing().key().isEmpty() ? term.path() : term.passing().key();
    }
    return instance.applied().sources().stream()
        .filter(Source.Plant.class::isInstance)
        .map(Source.Plant.class::cast)
        .filter(p -> p.entry().equals(term.entry()))
        .map(Source.Plant::technology)
        .findFirst()
        .orElse("");
  }

  private String onTheWay(LoadTerm term) {
    return switch (instance.applied().source(term.source()).orElse(null)) {
      case Source.Livestock herd -> herd.animal();
      case Source.Town town ->
          sanitation(town, term).stream().map(Sanitation::retention).findFirst().orElse("");
      case null, default -> "";
    };
  }

  private Step season(LoadTerm term, double factor) {
    boolean hasRow = rows.has("source_seasons.csv", "source", term.source());
    InputRows.At at =
        hasRow ? rows.find("source_seasons.csv", "source", term.source()) : Step.COMPUTED;
    return new Step(Step.Kind.SEASON, factor, "", at, Provenance.NONE);
  }

  private void factor(
      Factor.Kind kind, String key, Constituent of, Step.Kind as, List<Step> steps) {
    find(kind, key, of.id())
        .ifPresent(f -> steps.add(new Step(as, f.value(), unit(kind, of), at(f), f.provenance())));
  }

  private static String unit(Factor.Kind kind, Constituent of) {
    boolean counts = of.unit().counts();
    return switch (kind) {
      case EXPORT -> "g/ha/a";
      case PER_TONNE, INPUT -> counts ? "/t" : "g/t";
      case CONCENTRATION -> counts ? "/m³" : "g/m³";
      default -> counts ? "/d" : "g/d";
    };
  }

  private InputRows.At at(Factor factor) {
    String kind = factor.kind().name().toLowerCase(java.util.Locale.ROOT);
    return rows.find(
        "factors.csv", "kind", kind, "key", factor.key(), "constituent", factor.constituent());
  }

  private boolean has(Factor.Kind kind, String key, Constituent of) {
    return find(kind, key, of.id()).isPresent();
  }

  /// A factor of the constituent, else of all constituents.
  private Optional<Factor> find(Factor.Kind kind, String key, String constituent) {
    return own(kind, key, constituent).or(() -> own(kind, key, ""));
  }

  private Optional<Factor> own(Factor.Kind kind, String key, String constituent) {
    return instance.study().emissions().factors().stream()
        .filter(f -> f.kind() == kind && f.key().equals(key))
        .filter(f -> f.constituent().equals(constituent))
        .findFirst();
  }

  private Constituent constituent(String id) {
    return instance.study().chemistry().constituents().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
