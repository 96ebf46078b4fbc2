package org.tonle.convert;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Unit of concentration that a study may write, with its factor to kernel units: g/m³, or count/m³
/// for bacteria. mg/L = g/m³.
public enum ConcentrationUnit {
  MG_PER_L("mg/L", 1, false),
  UG_PER_L("µg/L", 1e-3, false),
  G_PER_M3("g/m³", 1, false),
  MPN_PER_100ML("MPN/100 mL", 1e4, true),
  CFU_PER_100ML("CFU/100 mL", 1e4, true),
  MPN_PER_L("MPN/L", 1e3, true),
  G_PER_L("g/L", 1e3, false),
  NG_PER_L("ng/L", 1e-6, false),
  COUNT_PER_100ML("#/100 mL", 1e4, true),
  CFU_PER_L("CFU/L", 1e3, true),
  CFU_PER_ML("CFU/mL", 1e6, true),
  MPN_PER_ML("MPN/mL", 1e6, true),
  COUNT_PER_L("#/L", 1e3, true);

  /// Units by their symbols as written, and by their plain form: tables name them a million times.
  private static final Map<String, ConcentrationUnit> BY_SYMBOL = new HashMap<>();

  static {
    for (ConcentrationUnit unit : values()) {
      BY_SYMBOL.put(unit.symbol, unit);
      BY_SYMBOL.putIfAbsent(plain(unit.symbol), unit);
    }
  }

  private final String symbol;
  private final double kernelPerUnit;
  private final boolean counts;

  ConcentrationUnit(String symbol, double kernelPerUnit, boolean counts) {
    this.symbol = symbol;
    this.kernelPerUnit = kernelPerUnit;
    this.counts = counts;
  }

  public String symbol() {
    return symbol;
  }

  /// Whether the unit counts organisms instead of mass.
  public boolean counts() {
    return counts;
  }

  /// Converts from this unit to g/m³ (count/m³).
  public double toKernel(double value) {
    return value * kernelPerUnit;
  }

  /// Converts from g/m³ (count/m³) to this unit.
  public double fromKernel(double value) {
    return value / kernelPerUnit;
  }

  /// The unit written as `text`; letter case, blanks and "u" for "µ" do not matter.
  public static Optional<ConcentrationUnit> find(String text) {
    ConcentrationUnit written = BY_SYMBOL.get(text);
    if (written != null) {
      return Optional.of(written);
    }
    String plain = plain(text);
    ConcentrationUnit known = BY_SYMBOL.get(plain);
    if (known != null) {
      return Optional.of(known);
    }
    return switch (plain) {
      case "mg/m3" -> Optional.of(UG_PER_L);
      case "ppm" -> Optional.of(MG_PER_L);
      case "ppb" -> Optional.of(UG_PER_L);
      case "mpn/100cm3" -> Optional.of(MPN_PER_100ML);
      case "count/100ml", "counts/100ml", "no/100ml", "no./100ml", "org/100ml", "个/100ml" ->
          Optional.of(COUNT_PER_100ML);
      case "mgl-1",
          "mgl^-1",
          "mg.l-1",
          "mg·l-1",
          "毫克/升",
          "mg/litre",
          "mg/liter",
          "មក្រ/ល",
          "mg/dm3" ->
          Optional.of(MG_PER_L);
      case "ugl-1", "ugl^-1", "ug.l-1", "微克/升", "mcg/l", "ug/dm3" -> Optional.of(UG_PER_L);
      case "kg/m3" -> Optional.of(G_PER_L);
      case "个/l", "个/升", "count/l" -> Optional.of(COUNT_PER_L);
      default -> Optional.empty();
    };
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0\u202f]", "")
        .toLowerCase(java.util.Locale.ROOT)
        .replace("\u00b5", "u")
        .replace("\u03bc", "u")
        .replace("\u00b3", "3");
  }
}
