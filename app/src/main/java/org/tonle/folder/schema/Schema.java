package org.tonle.folder.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Schema of all tables of a study. Reader, ranges, units and the reference docs come from here.
/// The tables stand in one class for each group of the reference.
public final class Schema {
  public static final String SEASONS = "seasons.csv";
  public static final String UNITS = "units.csv";
  public static final String CONSTITUENTS = "constituents.csv";
  public static final String REACTIONS = "reactions.csv";
  public static final String RATES = "rates.csv";
  public static final String NODES = "nodes.csv";
  public static final String REACHES = "reaches.csv";
  public static final String GEOMETRY = "geometry.csv";
  public static final String SHAPES = "shapes.csv";
  public static final String REACH_SEASONS = "reach_seasons.csv";
  public static final String LAKES = "lakes.csv";
  public static final String LAKE_SEASONS = "lake_seasons.csv";
  public static final String INFLOWS = "inflows.csv";
  public static final String BOUNDARIES = "boundaries.csv";
  public static final String LOSSES = "losses.csv";
  public static final String ABSTRACTIONS = "abstractions.csv";
  public static final String WATERS = "waters.csv";
  public static final String TOWNS = "towns.csv";
  public static final String SEWERSHEDS = "sewersheds.csv";
  public static final String SANITATION = "sanitation.csv";
  public static final String PLANTS = "plants.csv";
  public static final String OVERFLOWS = "overflows.csv";
  public static final String INDUSTRY = "industry.csv";
  public static final String LIVESTOCK = "livestock.csv";
  public static final String LAND = "land.csv";
  public static final String DELIVERY_VARIABLES = "delivery_variables.csv";
  public static final String DELIVERY = "delivery.csv";
  public static final String FACTORS = "factors.csv";
  public static final String EFFLUENTS = "effluents.csv";
  public static final String SOURCE_SEASONS = "source_seasons.csv";
  public static final String STANDARDS = "standards.csv";
  public static final String EFFLUENT_STANDARDS = "effluent_standards.csv";
  public static final String LAWS = "laws.csv";
  public static final String DESIGNATIONS = "designations.csv";
  public static final String CONDITIONS = "conditions.csv";
  public static final String RECEPTORS = "receptors.csv";
  public static final String OBSERVATIONS = "observations.csv";
  public static final String REFERENCES = "references.csv";
  public static final String UNCERTAINTY = "uncertainty.csv";
  public static final String MODEL_ERROR = "model_error.csv";
  public static final String PUBLISHED = "published.csv";
  public static final String TECHNOLOGIES = "technologies.csv";
  public static final String REMOVALS = "removals.csv";
  public static final String TECHNOLOGY_NEEDS = "technology_needs.csv";
  public static final String TECHNOLOGY_COSTS = "technology_costs.csv";
  public static final String COST_ITEMS = "cost_items.csv";
  public static final String EXCHANGE_RATES = "exchange_rates.csv";
  public static final String PROJECTS = "projects.csv";
  public static final String CHECKS = "checks.csv";
  public static final String PARAMETERS = "parameters.csv";
  public static final String POSTERIOR = "posterior.csv";

  public static final String CONCENTRATION = "mg/L, µg/L, g/m³, MPN/100 mL, CFU/100 mL or MPN/L";

  private Schema() {}

  public static Optional<Table> find(String file) {
    return TABLES.stream().filter(t -> t.file().equals(file)).findFirst();
  }

  /// Tables in the best order for reading a study.
  public static final List<Table> TABLES =
      Stream.of(
              WaterTables.tables(),
              ChemistryTables.tables(),
              SourceTables.tables(),
              RuleTables.tables(),
              EvidenceTables.tables(),
              CatalogueTables.tables())
          .flatMap(List::stream)
          .toList();
}
