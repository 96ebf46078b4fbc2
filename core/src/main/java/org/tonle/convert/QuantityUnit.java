package org.tonle.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Unit that a study may write beside a value, with its factor to the unit of the model's records.
/// Concentrations have [ConcentrationUnit].
public enum QuantityUnit {
  PER_DAY("1/d", Dimension.RATE, 1),
  PER_HOUR("1/h", Dimension.RATE, 24),
  PER_YEAR("1/a", Dimension.RATE, 1 / 365.25),
  METRES_PER_DAY("m/d", Dimension.VELOCITY, 1),
  METRES_PER_YEAR("m/a", Dimension.VELOCITY, 1 / 365.25),
  PER_DAY_AND_LIGHT("1/d per W/m2", Dimension.LIGHT_RATE, 1),
  GRAMS_PER_GRAM("g/g", Dimension.BINDING, 1),
  MILLIGRAMS_PER_GRAM("mg/g", Dimension.BINDING, 1e-3),
  COUNT_PER_GRAM("count/g", Dimension.BINDING, 1),
  GRAMS_PER_SQUARE_METRE("g/m2/d", Dimension.AREAL, 1),
  MILLIGRAMS_PER_SQUARE_METRE("mg/m2/d", Dimension.AREAL, 1e-3),
  COUNT_PER_SQUARE_METRE("count/m2/d", Dimension.AREAL, 1),
  GRAMS_PER_CUBIC_METRE("g/m3/d", Dimension.VOLUMETRIC, 1),
  MILLIGRAMS_PER_LITRE("mg/L/d", Dimension.VOLUMETRIC, 1),
  GRAMS_PER_DAY("g/d", Dimension.LOAD, 1),
  KILOGRAMS_PER_DAY("kg/d", Dimension.LOAD, 1e3),
  TONNES_PER_DAY("t/d", Dimension.LOAD, 1e6),
  KILOGRAMS_PER_YEAR("kg/a", Dimension.LOAD, 1e3 / 365.25),
  TONNES_PER_YEAR("t/a", Dimension.LOAD, 1e6 / 365.25),
  COUNT_PER_DAY("count/d", Dimension.LOAD, 1),
  GRAMS_PER_SECOND("g/s", Dimension.LOAD, 86_400),
  MILLIGRAMS_PER_DAY("mg/d", Dimension.LOAD, 1e-3),
  POUNDS_PER_DAY("lb/d", Dimension.LOAD, 453.59237),
  GRAMS_PER_TONNE("g/t", Dimension.PER_PRODUCT, 1),
  KILOGRAMS_PER_TONNE("kg/t", Dimension.PER_PRODUCT, 1e3),
  TONNES_PER_TONNE("t/t", Dimension.PER_PRODUCT, 1e6),
  COUNT_PER_TONNE("count/t", Dimension.PER_PRODUCT, 1),
  GRAMS_PER_HECTARE("g/ha/a", Dimension.EXPORT, 1),
  KILOGRAMS_PER_HECTARE("kg/ha/a", Dimension.EXPORT, 1e3),
  KILOGRAMS_PER_SQUARE_KILOMETRE("kg/km2/a", Dimension.EXPORT, 10),
  TONNES_PER_SQUARE_KILOMETRE("t/km2/a", Dimension.EXPORT, 1e4),
  COUNT_PER_HECTARE("count/ha/a", Dimension.EXPORT, 1),
  MILLIMETRES_PER_YEAR("mm/a", Dimension.RUNOFF, 1),
  METRES_OF_RUNOFF_PER_YEAR("m/a", Dimension.RUNOFF, 1e3),
  CUBIC_METRES_PER_DAY("m3/d", Dimension.WATER, 1),
  LITRES_PER_DAY("L/d", Dimension.WATER, 1e-3),
  CUBIC_METRES_PER_TONNE("m3/t", Dimension.WATER_PER_PRODUCT, 1),
  SHARE("1", Dimension.SHARE, 1),
  PERCENT("%", Dimension.SHARE, 0.01),
  MILLIGRAMS_PER_LITRE_OF_WATER("mg/L", Dimension.CONCENTRATION, 1),
  MICROGRAMS_PER_LITRE_OF_WATER("ug/L", Dimension.CONCENTRATION, 1e-3),
  COUNT_PER_100_ML("MPN/100 mL", Dimension.CONCENTRATION, 1e4);

  private static final Map<String, List<QuantityUnit>> BY_SYMBOL = new HashMap<>();

  static {
    for (QuantityUnit unit : values()) {
      for (String text : new HashSet<>(List.of(unit.symbol, plain(unit.symbol)))) {
        BY_SYMBOL.computeIfAbsent(text, t -> new ArrayList<>()).add(unit);
      }
    }
  }

  /// Dimension that a unit measures; units of one dimension convert into one another.
  public enum Dimension {
    RATE,
    VELOCITY,
    LIGHT_RATE,
    BINDING,
    AREAL,
    VOLUMETRIC,
    LOAD,
    PER_PRODUCT,
    EXPORT,
    RUNOFF,
    WATER,
    WATER_PER_PRODUCT,
    SHARE,
    CONCENTRATION
  }

  private final String symbol;
  private final Dimension dimension;
  private final double recordPerUnit;

  QuantityUnit(String symbol, Dimension dimension, double recordPerUnit) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.recordPerUnit = recordPerUnit;
  }

  public String symbol() {
    return symbol;
  }

  /// Converts from this unit to the unit of the model's records: the first unit of the dimension
  /// here.
  public double toRecord(double value) {
    return value * recordPerUnit;
  }

  /// Symbols of the units of a dimension, as users write them.
  public static List<String> symbols(Dimension dimension) {
    return Arrays.stream(values())
        .filter(u -> u.dimension == dimension)
        .map(QuantityUnit::symbol)
        .toList();
  }

  /// The unit written as `text`, if it measures `dimension`; letter case, blanks and superscript
  /// digits do not matter; "y", "yr" and "year" mean "a", "day" means "d".
  public static Optional<QuantityUnit> find(String text, Dimension dimension) {
    List<QuantityUnit> written = BY_SYMBOL.getOrDefault(text, List.of());
    List<QuantityUnit> known =
        written.isEmpty() ? BY_SYMBOL.getOrDefault(plain(text), List.of()) : written;
    return known.stream().filter(u -> u.dimension == dimension).findFirst();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0\u202f]", "")
        .toLowerCase(Locale.ROOT)
        .replace("\u00b2", "2")
        .replace("\u00b3", "3")
        .replaceAll("/(years|year|yr|y)\\b", "/a")
        .replaceAll("/(days|day)\\b", "/d")
        .replaceAll("/(person|people|capita|cap|p|head|animal|employee|inhabitant|inh)/d$", "/d")
        .replace("lbs/", "lb/")
        .replace("mpn/d", "count/d")
        .replace("cfu/d", "count/d");
  }
}
