package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tonle.convert.Convert;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.LandFigures;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.load.CombinedOverflow;
import org.tonle.model.Delivery;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Season;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;
import org.tonle.problem.Figure;

/// Builder of units, towns, plants, factories, parks, animals, land and the factors that turn them
/// into loads.
public final class SourceBuilder {
  private static final Entry NOWHERE = Entry.atNode("");

  private final Sheets sheets;
  private final List<Season> seasons;
  private final Units units;
  private final Entries entries;
  private final Problems problems;
  private final Map<String, Map<String, Double>> overflows = new HashMap<>();

  public SourceBuilder(
      Sheets sheets, List<Season> seasons, Units units, Entries entries, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    this.seasons = seasons;
    this.units = units;
    this.entries = entries;
    for (Row row : sheets.rows(Schema.OVERFLOWS)) {
      overflows
          .computeIfAbsent(row.text("plant"), k -> new HashMap<>())
          .put(row.text("season"), overflow(row));
    }
  }

  /// The share stated, or that of the rain (docs/theory/loads.md, Eq. 12).
  private double overflow(Row row) {
    boolean byRain = row.has("rain_days") || row.has("rain_per_day_mm");
    if (row.has("share") == byRain) {
      problems.error(
          byRain ? "overflow_stated_twice" : "missing_value",
          row.file(),
          row.number(),
          "share",
          "rain_days, rain_per_day_mm",
          row.text("plant"));
      return 0;
    }
    if (!byRain) {
      return row.number("share");
    }
    double rain_d = row.number("rain_days", 0);
    double season_d =
        seasons.stream()
            .filter(s -> row.text("season").isEmpty() || s.id().equals(row.text("season")))
            .mapToDouble(Season::duration_d)
            .sum();
    if (!row.has("rain_days") || !row.has("rain_per_day_mm") || rain_d > season_d) {
      boolean isLong = rain_d > season_d;
      problems.error(
          isLong ? "rain_days_above_season" : "missing_value",
          row.file(),
          row.number(),
          isLong || !row.has("rain_days") ? "rain_days" : "rain_per_day_mm",
          isLong ? Figure.of(season_d) + " d" : "",
          isLong ? Figure.of(rain_d) : row.text("plant"));
      return 0;
    }
    return CombinedOverflow.share(
        rain_d, season_d, row.number("rain_per_day_mm"), row.number("storage_mm", 0));
  }

  public Study.Emissions build() {
    List<Source> sources = new ArrayList<>();
    TownBuilder towns = new TownBuilder(sheets, entries);
    sources.addAll(towns.towns());
    sheets.rows(Schema.PLANTS).forEach(r -> sources.add(plant(r)));
    sheets.rows(Schema.INDUSTRY).forEach(r -> sources.add(discharger(r)));
    sheets.rows(Schema.LIVESTOCK).forEach(r -> sources.add(livestock(r)));
    sheets.rows(Schema.LAND).forEach(r -> sources.add(land(r)));
    sources.sort(Comparator.comparing(Source::id));
    return new Study.Emissions(
        sheets.rows(Schema.UNITS).stream()
            .map(
                r ->
                    new Unit(
                        r.text("unit"),
                        r.names(),
                        r.text("parent"),
                        r.text("kind"),
                        r.provenance()))
            .sorted(Comparator.comparing(Unit::id))
            .toList(),
        sources,
        towns.sanitation(),
        Stream.concat(sheets.rows(Schema.FACTORS).stream(), LandFigures.of(sheets).stream())
            .map(this::factor)
            .sorted(
                Comparator.comparing(Factor::kind)
                    .thenComparing(Factor::key)
                    .thenComparing(Factor::constituent))
            .toList(),
        sheets.rows(Schema.EFFLUENTS).stream()
            .map(this::effluent)
            .sorted(
                Comparator.comparing(Effluent::source)
                    .thenComparing(Effluent::constituent)
                    .thenComparing(Effluent::season))
            .toList(),
        sheets.rows(Schema.SOURCE_SEASONS).stream()
            .flatMap(r -> seasonFactors(r, towns))
            .sorted(Comparator.comparing(SeasonFactor::source).thenComparing(SeasonFactor::season))
            .toList(),
        delivery());
  }

  private Delivery delivery() {
    return new Delivery(
        sheets.rows(Schema.DELIVERY_VARIABLES).stream()
            .map(
                r ->
                    new Delivery.Trait(
                        r.text("place"), r.text("variable"), r.number("value"), r.provenance()))
            .sorted(
                Comparator.comparing(Delivery.Trait::variable).thenComparing(Delivery.Trait::place))
            .toList(),
        sheets.rows(Schema.DELIVERY).stream()
            .map(
                r ->
                    new Delivery.Term(
                        r.text("land_use"),
                        r.text("variable"),
                        r.number("coefficient"),
                        r.provenance()))
            .sorted(
                Comparator.comparing(Delivery.Term::landUse).thenComparing(Delivery.Term::variable))
            .toList());
  }

  /// A factor of a divided town holds for each of its sewersheds without one of its own.
  private Stream<SeasonFactor> seasonFactors(Row row, TownBuilder towns) {
    return towns.meant(row.text("source")).stream()
        .filter(s -> s.equals(row.text("source")) || !isShaped(s))
        .map(s -> new SeasonFactor(s, row.text("season"), row.number("factor"), row.provenance()));
  }

  private boolean isShaped(String source) {
    return sheets.ids(Schema.SOURCE_SEASONS).contains(source);
  }

  private Source plant(Row row) {
    Map<String, Double> spilt = overflows.getOrDefault(row.text("plant"), Map.of());
    return new Source.Plant(
        row.text("plant"),
        row.names(),
        row.text("unit"),
        entries.of(row, NOWHERE),
        Source.Plant.Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
        row.number("capacity_m3_per_d", Double.POSITIVE_INFINITY),
        row.text("technology"),
        seasons.stream().map(s -> spilt.getOrDefault(s.id(), spilt.getOrDefault("", 0.0))).toList(),
        row.text("effluent_class"),
        new Source.Site(row.number("lon", 0), row.number("lat", 0)),
        row.number("sludge_capacity_people", Double.POSITIVE_INFINITY),
        row.provenance());
  }

  /// A factory, or a park where the sector says so.
  private Source discharger(Row row) {
    Source.Industry factory = industry(row);
    return Source.Park.isSector(factory.sector()) ? park(factory) : factory;
  }

  private static Source.Park park(Source.Industry row) {
    return new Source.Park(
        row.id(),
        row.names(),
        row.unit(),
        row.entry(),
        row.sector(),
        row.activity(),
        row.plant(),
        row.effluentClass(),
        row.lon_deg(),
        row.lat_deg(),
        row.provenance(),
        Optional.empty());
  }

  private Source.Industry industry(Row row) {
    return new Source.Industry(
        row.text("industry"),
        row.names(),
        row.text("unit"),
        entries.of(row, NOWHERE),
        row.text("sector"),
        new Source.Activity(
            row.optional("employees"),
            row.optional("production_t_per_d"),
            row.optional("wastewater_m3_per_d")),
        row.text("plant"),
        row.text("effluent_class"),
        row.number("lon", 0),
        row.number("lat", 0),
        row.provenance());
  }

  private Source livestock(Row row) {
    return new Source.Livestock(
        row.text("livestock"),
        row.names(),
        row.text("unit"),
        entries.of(row, NOWHERE),
        row.text("animal"),
        row.number("heads"),
        row.provenance());
  }

  private Source land(Row row) {
    return new Source.Land(
        row.text("land"),
        row.names(),
        row.text("unit"),
        entries.of(row, NOWHERE),
        row.text("land_use"),
        row.number("area_km2", 0),
        row.number("input_t_per_a", 0),
        row.optional("runoff_mm_per_a"),
        row.provenance());
  }

  private Factor factor(Row row) {
    Factor.Kind kind = Factor.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
    double value =
        switch (kind) {
          case PER_PERSON, PER_EMPLOYEE, PER_HEAD -> units.quantity(row, Dimension.LOAD);
          case PER_TONNE, INPUT -> units.quantity(row, Dimension.PER_PRODUCT);
          case WASTEWATER_PER_EMPLOYEE -> units.quantity(row, Dimension.WATER);
          case WASTEWATER_PER_TONNE -> units.quantity(row, Dimension.WATER_PER_PRODUCT);
          case CONCENTRATION -> units.kernelConcentration(row);
          case EXPORT -> units.quantity(row, Dimension.EXPORT);
          case DELIVERY, PASSING, RETENTION, WASH_OFF -> units.quantity(row, Dimension.SHARE);
          case RUNOFF -> units.quantity(row, Dimension.RUNOFF);
        };
    return new Factor(
        kind,
        row.text("key"),
        row.text("constituent"),
        isLoad(kind) ? value * units.fiveDay(row) : value,
        row.provenance());
  }

  private static boolean isLoad(Factor.Kind kind) {
    return switch (kind) {
      case PER_PERSON, PER_EMPLOYEE, PER_HEAD, PER_TONNE, INPUT, CONCENTRATION, EXPORT -> true;
      case WASTEWATER_PER_EMPLOYEE,
          WASTEWATER_PER_TONNE,
          DELIVERY,
          PASSING,
          RETENTION,
          WASH_OFF,
          RUNOFF ->
          false;
    };
  }

  private Effluent effluent(Row row) {
    boolean isConcentration = units.isConcentration(row);
    double fiveDay = units.fiveDay(row);
    return new Effluent(
        row.text("source"),
        row.text("season"),
        row.text("constituent"),
        isConcentration
            ? OptionalDouble.of(units.kernelConcentration(row) * fiveDay)
            : OptionalDouble.empty(),
        isConcentration
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                fiveDay
                    * Convert.gramsPerSecondFromGramsPerDay(units.quantity(row, Dimension.LOAD))),
        row.provenance());
  }
}
