package org.tonle.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.network.entry.LoadEntries;
import org.tonle.run.Instance;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.simulate.GroupResult;

/// Added load: what some loads add to the concentration of every place, in the central run: the
/// concentration with them less the concentration without them.
public final class AddedLoad {
  private final Concentrations found;
  private final Instance instance;
  private final int[] group;
  private final int[] member;
  private final Predicate<LoadTerm> which;
  private final Map<Integer, GroupResult[]> known = new HashMap<>();

  /// @param which loads
  public AddedLoad(Result result, Predicate<LoadTerm> which) {
    this.which = which;
    instance = result.instance();
    found = result.concentrations();
    group = new int[found.constituents().size()];
    member = new int[group.length];
    for (int g = 0; g < instance.groups().size(); g++) {
      int[] constituents = instance.groups().get(g).constituents();
      for (int m = 0; m < constituents.length; m++) {
        group[constituents[m]] = g;
        member[constituents[m]] = m;
      }
    }
  }

  /// What the loads add at a place, in the constituent's unit; for oxygen what they take, below 0.
  public double at(int place, int season, int constituent) {
    Constituent of = found.constituents().get(constituent);
    GroupResult[] runs = known.computeIfAbsent(group[constituent], this::runs);
    int at = runs[0].at(season, place, member[constituent]);
    return ConcentrationScale.fromKernel(of, runs[0].worst[at])
        - ConcentrationScale.fromKernel(of, runs[1].worst[at]);
  }

  private GroupResult[] runs(int g) {
    LoadEntries entries = instance.entries().get(g);
    List<LoadTerm> terms = instance.loads().terms();
    double[] left_g_per_s = entries.load_g_per_s().clone();
    for (int i = 0; i < left_g_per_s.length; i++) {
      int origin = entries.origin()[i % entries.count()];
      if (origin >= 0 && which.test(terms.get(origin))) {
        left_g_per_s[i] = 0;
      }
    }
    return new GroupResult[] {
      Runner.central(instance, g, entries),
      Runner.central(instance, g, entries.withLoads(left_g_per_s))
    };
  }
}
