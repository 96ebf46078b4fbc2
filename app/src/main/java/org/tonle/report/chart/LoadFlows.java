package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Convert;
import org.tonle.export.map.SourceColours;
import org.tonle.load.LoadTerm;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.report.page.Page;

/// Flows of the load of one constituent [t/a; bacteria 10¹² counts/a]: from each category to what
/// plants and tanks remove, what is held back on the way, and what reaches the water.
final class LoadFlows {
  /// Flows that are drawn; the others are named and summed in the last.
  static final int MOST = 7;

  static final int ENDS = 3;

  final List<Flow> flows = new ArrayList<>();

  /// Flow of a category, or of several.
  ///
  /// @param parts removed, held back, delivered
  record Flow(String name, String colour, double[] parts) {
    double sum() {
      return parts[0] + parts[1] + parts[2];
    }
  }

  LoadFlows(Page page, Constituent constituent) {
    Map<Category, double[]> sums = new EnumMap<>(Category.class);
    double scale = constituent.unit().counts() ? 1e-6 : 1;
    for (LoadTerm term : page.result.loads().terms()) {
      if (term.constituent().equals(constituent.id())) {
        double made = scale * perYear(term.generated_g_per_s());
        double removed = scale * perYear(term.removed_g_per_s());
        double retained = scale * perYear(term.retained_g_per_s());
        double[] sum = sums.computeIfAbsent(term.category(), c -> new double[ENDS]);
        sum[0] += StrictMath.max(0, removed);
        sum[1] += retained;
        sum[2] += made - removed - retained;
      }
    }
    List<Flow> all = new ArrayList<>();
    sums.forEach(
        (c, parts) ->
            all.add(new Flow(page.say("category." + c.id()), SourceColours.of(c.id()), parts)));
    all.removeIf(f -> !(f.sum() > 0));
    all.sort(Comparator.comparingDouble(f -> -f.sum()));
    int shown = all.size() > MOST ? MOST - 1 : all.size();
    flows.addAll(all.subList(0, shown));
    if (shown < all.size()) {
      double[] rest = new double[ENDS];
      all.subList(shown, all.size()).forEach(f -> add(rest, f.parts()));
      List<String> names = all.subList(shown, all.size()).stream().map(Flow::name).toList();
      flows.add(new Flow(String.join(page.say("list"), names), SourceColours.of(""), rest));
    }
  }

  private static double perYear(double g_per_s) {
    return Convert.tonnesPerYearFromGramsPerSecond(g_per_s);
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /// Sum of each end.
  double[] ends() {
    double[] ends = new double[ENDS];
    flows.forEach(f -> add(ends, f.parts()));
    return ends;
  }

  double all() {
    return flows.stream().mapToDouble(Flow::sum).sum();
  }
}
