package org.tonle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.demand.Demand;
import org.tonle.measure.Marks;
import org.tonle.measure.MeasuringWorth;

/// Rest row: the marks that the load to cut of a constituent rests on, in total or in one unit.
/// Every cut rests on the same marks as the concentration of the place that asks for it, weighted
/// by the load it cuts.
///
/// @param unit id of the unit; "" if `isTotal`
public record RestRow(
    boolean isTotal, String unit, String constituent, double cut_t_per_a, Marks marks) {

  /// Rows by constituent: the total, then each unit, the largest cut first.
  public static List<RestRow> of(Demand demand, MeasuringWorth worth) {
    Map<String, Map<String, RestRow>> units = new TreeMap<>();
    Map<String, RestRow> totals = new TreeMap<>();
    for (Demand.Cut cut : demand.cuts()) {
      if (cut.binding() >= 0 && cut.cut_t_per_a() > 0) {
        String unit = cut.cause().unit();
        String constituent = cut.cause().constituent();
        Marks rests = worth.rests().get(cut.binding());
        Marks marks =
            Marks.NONE.plus(rests, rests.total() > 0 ? cut.cut_t_per_a() / rests.total() : 0);
        totals.merge(
            constituent,
            new RestRow(true, "", constituent, cut.cut_t_per_a(), marks),
            RestRow::plus);
        units
            .computeIfAbsent(constituent, c -> new TreeMap<>())
            .merge(
                unit,
                new RestRow(false, unit, constituent, cut.cut_t_per_a(), marks),
                RestRow::plus);
      }
    }
    List<RestRow> rows = new ArrayList<>();
    totals.forEach(
        (constituent, total) -> {
          rows.add(total);
          units.getOrDefault(constituent, Map.of()).values().stream()
              .sorted(java.util.Comparator.comparingDouble(r -> -r.cut_t_per_a))
              .forEach(rows::add);
        });
    return rows;
  }

  private RestRow plus(RestRow other) {
    return new RestRow(
        isTotal, unit, constituent, cut_t_per_a + other.cut_t_per_a, marks.plus(other.marks, 1));
  }
}
