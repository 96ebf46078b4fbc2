package org.tonle.folder.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sizes that figures of a constituent usually have, by what they are of: a factor of a thousand
/// between mg and µg, or grams and kilograms, lies far outside. Masses are in grams, concentrations
/// in g/m³ (mg/L), organisms in counts.
final class Sizes {
  /// What, constituent, smallest usual, largest usual, largest possible. River water spans what
  /// monitoring finds from head waters to city canals; wastes span industries.
  private static final String TABLE =
      """
      waters BOD 0.05 30 2000
      waters COD 0.5 150 20000
      waters COD-Mn 0.1 60 5000
      waters DO 0.1 16 25
      waters NH4-N 0.0005 10 500
      waters NO3-N 0.0005 30 500
      waters NO2-N 0.00005 5 100
      waters TN 0.005 40 1000
      waters TP 0.0005 5 200
      waters PO4-P 0.0001 4 200
      waters TSS 0.1 10000 300000
      waters FC 1000 300000000 1e15
      observed FC 100 100000000000 1e15
      limits BOD 0.5 500 100000
      limits COD 2 2000 100000
      limits COD-Mn 0.5 200 10000
      limits DO 0.5 12 20
      limits NH4-N 0.005 200 5000
      limits NO3-N 0.01 200 5000
      limits TN 0.02 300 10000
      limits TP 0.002 50 2000
      limits TSS 0.5 2000 100000
      limits FC 100000 10000000000 1e15
      classes BOD 0.5 100 100000
      classes COD 2 400 100000
      classes COD-Mn 0.5 100 10000
      classes DO 0.5 12 20
      classes NH4-N 0.005 40 5000
      classes NO3-N 0.01 100 5000
      classes TN 0.02 60 10000
      classes TP 0.002 8 2000
      classes TSS 0.5 1500 100000
      classes FC 100000 1000000000 1e15
      effluents BOD 0.5 10000 200000
      effluents COD 2 30000 400000
      effluents COD-Mn 0.5 10000 200000
      effluents DO 0.1 16 25
      effluents NH4-N 0.01 1000 20000
      effluents NO3-N 0.01 500 20000
      effluents TN 0.1 2000 40000
      effluents TP 0.01 500 10000
      effluents TSS 0.5 20000 300000
      effluents FC 1000 1000000000000 1e17
      per_person BOD 10 120 500
      per_person COD 20 300 1500
      per_person COD-Mn 4 150 700
      per_person TN 1 30 150
      per_person NH4-N 0.5 20 100
      per_person TP 0.1 8 50
      per_person TSS 10 250 1500
      per_person FC 50000000 5000000000000 1e17
      per_person * 0 2000 10000
      per_head BOD 0.1 2000 20000
      per_head COD 0.3 10000 100000
      per_head COD-Mn 0.1 5000 50000
      per_head TN 0.03 800 5000
      per_head TP 0.01 300 2000
      per_head TSS 0.3 10000 100000
      per_head FC 20000000 3000000000000 1e17
      per_head * 0 50000 500000
      per_employee BOD 1 5000 100000
      per_employee COD 2 20000 400000
      per_employee TN 0.1 1000 20000
      per_employee TP 0.02 200 5000
      per_employee * 0 100000 2000000
      export BOD 100 500000 10000000
      export COD 300 2000000 40000000
      export TN 50 100000 2000000
      export TP 3 30000 500000
      export TSS 500 200000000 2000000000
      export * 0 500000000 5000000000
      runoff * 20 5000 15000
      share passing 0.003 1.5 20
      share retention 0.003 1.5 20
      share delivery 0.003 1.5 20
      rate 1/d 0.001 30 100000
      rate reaeration 0.005 200 100000
      rate m/d 0.001 40 10000
      rate m/a 0.05 5000 1000000
      rate g/m2/d 0.002 60 10000
      rate g/m3/d 0.001 100 10000
      """;

  /// No water holds more of anything dissolved or suspended [g/m³].
  private static final Range ANY = new Range(0, 60_000, 500_000);

  private static final Map<String, Range> RANGES = new HashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      String[] words = line.strip().split(" ", -1);
      RANGES.put(
          words[0] + " " + words[1],
          new Range(
              Double.parseDouble(words[2]),
              Double.parseDouble(words[3]),
              Double.parseDouble(words[4])));
    }
  }

  /// Range of sizes.
  ///
  /// @param low smallest usual one above zero
  /// @param high largest usual one
  /// @param most largest possible one
  record Range(double low, double high, double most) {
    boolean isUsual(double value) {
      return value == 0 || (value >= low && value <= high);
    }
  }

  private Sizes() {}

  /// Samples spread farther than the waters of a study, which are means.
  private static @Nullable Range observed(@Nullable Range water, double share) {
    return water == null ? null : new Range(water.low() / share, 5 * water.high(), water.most());
  }

  /// The range, if one is known; every concentration of mass has one.
  static Optional<Range> of(String what, String constituent, boolean isMassConcentration) {
    Range measured = RANGES.get("observed " + constituent);
    Range own =
        what.endsWith("observed") && measured != null
            ? measured
            : what.endsWith("observed")
                ? observed(RANGES.get("waters " + constituent), what.equals("observed") ? 10 : 1)
                : RANGES.get(what + " " + constituent);
    return Optional.ofNullable(own != null ? own : isMassConcentration ? ANY : null);
  }

  static boolean isKnown(String what, String constituent) {
    return RANGES.containsKey(what + " " + constituent);
  }

  /// The range of a load of any mass, if the constituent has none of its own.
  static Optional<Range> ofLoad(String kind, String constituent, boolean isMass) {
    Range own = RANGES.get(kind + " " + constituent);
    return Optional.ofNullable(own == null && isMass ? RANGES.get(kind + " *") : own);
  }
}
