package org.tonle.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.demand.Demand;
import org.tonle.demand.Robustness;

/// Demand row: one row of the demand table, for all sources of a constituent, those of a unit, or
/// one source.
///
/// @param unit unit, or "" if the row sums over units; `source` and `category` likewise
/// @param binding number of the bound that asks for the largest cut, or -1
public record DemandRow(
    Level level,
    String unit,
    String source,
    String category,
    String constituent,
    double now_t_per_a,
    double cut_t_per_a,
    double cutLow_t_per_a,
    double cutHigh_t_per_a,
    double peopleEquivalent,
    double wastewater_m3_per_d,
    double treat_m3_per_d,
    int binding) {

  public enum Level {
    TOTAL,
    UNIT,
    SOURCE
  }

  public double reductionRate() {
    return now_t_per_a > 0 ? cut_t_per_a / now_t_per_a : 0;
  }

  /// How the row's demand depends on what the ground retains, if that is known: not of a total, and
  /// of bacteria only.
  public Optional<Robustness.Part> in(Robustness robustness) {
    return level == Level.TOTAL
        ? Optional.empty()
        : robustness.find(unit, source, category, constituent);
  }

  /// Rows by constituent: the total, then each unit and its sources.
  public static List<DemandRow> of(Demand demand) {
    Map<String, List<Demand.Cut>> byConstituent = new TreeMap<>();
    for (Demand.Cut cut : demand.cuts()) {
      byConstituent.computeIfAbsent(cut.cause().constituent(), c -> new ArrayList<>()).add(cut);
    }
    List<DemandRow> rows = new ArrayList<>();
    byConstituent.forEach((c, cuts) -> rows.addAll(rows(c, cuts)));
    return rows;
  }

  private static List<DemandRow> rows(String constituent, List<Demand.Cut> cuts) {
    List<DemandRow> rows = new ArrayList<>();
    rows.add(sum(Level.TOTAL, "", constituent, cuts));
    Map<String, List<Demand.Cut>> byUnit = new TreeMap<>();
    cuts.forEach(c -> byUnit.computeIfAbsent(c.cause().unit(), u -> new ArrayList<>()).add(c));
    List<DemandRow> units = new ArrayList<>();
    byUnit.forEach((unit, own) -> units.add(sum(Level.UNIT, unit, constituent, own)));
    units.sort(Comparator.comparingDouble(r -> -r.cut_t_per_a));
    for (DemandRow unit : units) {
      rows.add(unit);
      byUnit.getOrDefault(unit.unit, List.of()).stream()
          .sorted(Comparator.comparingDouble(c -> -c.cut_t_per_a()))
          .forEach(c -> rows.add(source(c)));
    }
    return rows;
  }

  private static DemandRow source(Demand.Cut c) {
    return new DemandRow(
        Level.SOURCE,
        c.cause().unit(),
        c.cause().id(),
        c.cause().category(),
        c.cause().constituent(),
        c.now_t_per_a(),
        c.cut_t_per_a(),
        c.cutLow_t_per_a(),
        c.cutHigh_t_per_a(),
        c.peopleEquivalent(),
        c.wastewater_m3_per_d(),
        c.treat_m3_per_d(),
        c.binding());
  }

  private static DemandRow sum(
      Level level, String unit, String constituent, List<Demand.Cut> cuts) {
    double[] sums = new double[7];
    double most = 0;
    int binding = -1;
    for (Demand.Cut cut : cuts) {
      sums[0] += cut.now_t_per_a();
      sums[1] += cut.cut_t_per_a();
      sums[2] += cut.cutLow_t_per_a();
      sums[3] += cut.cutHigh_t_per_a();
      sums[4] += cut.peopleEquivalent();
      sums[5] += Double.isNaN(cut.wastewater_m3_per_d()) ? 0 : cut.wastewater_m3_per_d();
      sums[6] += Double.isNaN(cut.treat_m3_per_d()) ? 0 : cut.treat_m3_per_d();
      if (cut.cut_t_per_a() > most) {
        most = cut.cut_t_per_a();
        binding = cut.binding();
      }
    }
    return new DemandRow(
        level,
        unit,
        "",
        "",
        constituent,
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        sums[5],
        sums[6],
        binding);
  }
}
