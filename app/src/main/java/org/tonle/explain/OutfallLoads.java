package org.tonle.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonle.load.LoadTerm;
import org.tonle.load.Outfall;
import org.tonle.model.Constituent;
import org.tonle.run.Instance;

/// Outfall loads: what a source puts into the water in a season, one load for each path, each with
/// its chain.
///
/// @param sum_kg_per_d sum of the loads; of bacteria in 10^9 counts/d
/// @param shown the sum as it is shown; the loads as shown add up to it
/// @param effluent concentration of a plant's or factory's effluent, if it has one
public record OutfallLoads(
    AskedSource source,
    Constituent constituent,
    String season,
    double sum_kg_per_d,
    BigDecimal shown,
    List<Load> loads,
    Optional<Outfall> effluent) {
  public OutfallLoads {
    loads = List.copyOf(loads);
  }

  /// Load of one path.
  public record Load(LoadTerm term, double load_kg_per_d, BigDecimal shown, List<Step> steps) {
    public Load {
      steps = List.copyOf(steps);
    }
  }

  /// @param season number of the season
  public static OutfallLoads of(
      Instance instance, InputRows rows, AskedSource source, Constituent of, int season) {
    List<LoadTerm> terms =
        instance.loads().terms().stream()
            .filter(t -> t.constituent().equals(of.id()) && source.holds(instance, t))
            .sorted(Comparator.comparingDouble(t -> -t.delivered_g_per_s().get(season)))
            .toList();
    List<Double> loads =
        terms.stream().map(t -> LoadChain.perDay(of, t.delivered_g_per_s().get(season))).toList();
    double sum = loads.stream().mapToDouble(d -> d).sum();
    List<BigDecimal> shown = ExactSum.parts(loads, sum);
    LoadChain chain = new LoadChain(instance, rows);
    List<Load> found = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      List<Step> steps = chain.of(terms.get(i), loads.get(i));
      found.add(new Load(terms.get(i), loads.get(i), shown.get(i), steps));
    }
    Optional<Outfall> effluent =
        instance.loads().outfalls().stream()
            .filter(o -> o.source().equals(source.id()) && o.constituent().equals(of.id()))
            .findFirst();
    String name = instance.study().waterways().seasons().get(season).id();
    return new OutfallLoads(source, of, name, sum, ExactSum.total(sum), found, effluent);
  }
}
