package org.tonle.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.model.Constituent;
import org.tonle.model.NodeFlow;
import org.tonle.model.Season;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Instance;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.run.TargetIndex;
import org.tonle.simulate.GroupResult;

/// Background parts: where a concentration comes from with all listed sources at 0, in the central
/// run: from the land of the study or over its boundaries (docs/theory/uncertainty.md, Eq. 15).
public final class BackgroundParts {
  private final Result result;
  private final Concentrations places;

  /// Group and member of each constituent.
  private final int[] group;

  private final int[] member;
  private final TargetIndex targets;
  private final Map<Integer, Runs> known = new HashMap<>();
  private final Map<String, Integer> seasons = new HashMap<>();

  /// Runs of one group without listed sources.
  ///
  /// @param all with all water that joins
  /// @param without without the boundaries of each unit
  /// @param disturbed without undisturbed water; `all` if the study marks none
  private record Runs(GroupResult all, Map<String, GroupResult> without, GroupResult disturbed) {}

  /// Parts of a background, in the constituent's unit; for oxygen of what is missing to saturation.
  ///
  /// @param land what joins within the study, rain, bed and air
  /// @param upstream what the boundaries bring, by unit
  /// @param undisturbed what undisturbed water brings: some of the two others
  public record Parts(double land, Map<String, Double> upstream, double undisturbed) {
    public double allUpstream() {
      return upstream.values().stream().mapToDouble(u -> u).sum();
    }

    /// Unit whose boundaries bring most; "" if none brings anything.
    public String mostUpstream() {
      String most = "";
      double largest = 0;
      for (Map.Entry<String, Double> one : upstream.entrySet()) {
        if (one.getValue() > largest) {
          largest = one.getValue();
          most = one.getKey();
        }
      }
      return most;
    }

    /// Where a breach beyond the listed sources comes from.
    ///
    /// @param allowed limit of the mean; for oxygen saturation less the limit
    public Origin origin(double allowed) {
      double rest = land + allUpstream() - undisturbed;
      if (undisturbed > rest && !Tie.isMet(undisturbed, allowed, false)) {
        return Origin.NATURAL;
      }
      if (Tie.isMet(StrictMath.max(land, allUpstream()), allowed, false)) {
        return Origin.TOGETHER;
      }
      return land >= allUpstream() ? Origin.LAND : Origin.UPSTREAM;
    }
  }

  /// Origin: the larger part, if it breaks the limit alone. Only undisturbed water is natural.
  public enum Origin {
    NATURAL,
    LAND,
    UPSTREAM,
    TOGETHER
  }

  public BackgroundParts(Result result) {
    this.result = result;
    places = result.concentrations();
    Instance instance = result.instance();
    group = new int[places.constituents().size()];
    member = new int[group.length];
    for (int g = 0; g < instance.groups().size(); g++) {
      int[] constituents = instance.groups().get(g).constituents();
      for (int m = 0; m < constituents.length; m++) {
        group[constituents[m]] = g;
        member[constituents[m]] = m;
      }
    }
    targets = new TargetIndex(result.study(), instance.builder());
    for (Season season : places.seasons()) {
      seasons.put(season.id(), seasons.size());
    }
  }

  /// Parts of the background of a verdict's concentration.
  public Parts of(Verdict v) {
    int c = constituent(v);
    Constituent of = places.constituents().get(c);
    Runs runs = known.computeIfAbsent(group[c], this::run);
    int place = places.indexOf(v.place().kind(), v.place().id());
    int at = runs.all.at(seasons.getOrDefault(v.season(), 0), place, member[c]);
    double sign = of.isOxygen() ? -1 : 1;
    double all = ConcentrationScale.fromKernel(of, runs.all.worst[at]);
    Map<String, Double> upstream = new TreeMap<>();
    double left = of.isOxygen() ? saturation(v, c) - all : all;
    for (Map.Entry<String, GroupResult> one : runs.without.entrySet()) {
      double other = ConcentrationScale.fromKernel(of, one.getValue().worst[at]);
      double part = StrictMath.max(0, sign * (all - other));
      upstream.put(one.getKey(), part);
      left -= part;
    }
    double disturbed = ConcentrationScale.fromKernel(of, runs.disturbed.worst[at]);
    return new Parts(
        StrictMath.max(0, left), upstream, StrictMath.max(0, sign * (all - disturbed)));
  }

  /// What the background may be: the limit of the mean; for oxygen what may be missing to
  /// saturation.
  public double allowed(Verdict v) {
    int c = constituent(v);
    return places.constituents().get(c).isOxygen()
        ? saturation(v, c) - v.limitOfMean()
        : v.limitOfMean();
  }

  private int constituent(Verdict v) {
    return places.constituents().stream().map(Constituent::id).toList().indexOf(v.constituent());
  }

  private double saturation(Verdict v, int c) {
    Kinetics kinetics = result.instance().groups().get(group[c]);
    Question asked = new Question(v.place(), v.season(), v.constituent());
    return targets.saturation_g_per_m3(targets.target(asked, member[c]), kinetics);
  }

  private Runs run(int group) {
    Instance instance = result.instance();
    LoadEntries left = instance.withoutSources(group);
    List<NodeFlow> flows = result.study().waterways().flows();
    TreeSet<String> units = new TreeSet<>();
    flows.stream()
        .filter(f -> f.kind() == NodeFlow.Kind.BOUNDARY)
        .forEach(f -> units.add(f.unit()));
    Map<String, GroupResult> without = new TreeMap<>();
    for (String unit : units) {
      Predicate<NodeFlow> isOfUnit =
          f -> f.kind() == NodeFlow.Kind.BOUNDARY && f.unit().equals(unit);
      without.put(unit, Runner.central(instance, group, without(left, group, isOfUnit)));
    }
    GroupResult all = Runner.central(instance, group, left);
    boolean isMarked = flows.stream().anyMatch(NodeFlow::isUndisturbed);
    LoadEntries disturbed = without(left, group, NodeFlow::isUndisturbed);
    return new Runs(all, without, isMarked ? Runner.central(instance, group, disturbed) : all);
  }

  /// The oxygen of the water that joins stays: what it lacks counts as the land's.
  private LoadEntries without(LoadEntries left, int group, Predicate<NodeFlow> isGone) {
    List<NodeFlow> flows = result.study().waterways().flows();
    int oxygen = result.instance().groups().get(group).oxygen();
    double[] load_g_per_s = left.load_g_per_s().clone();
    for (int i = 0; i < load_g_per_s.length; i++) {
      int entry = i % left.count();
      int origin = left.origin()[entry];
      if (origin < 0 && left.member()[entry] != oxygen) {
        NodeFlow flow = flows.get(-1 - origin);
        load_g_per_s[i] = isGone.test(flow) ? 0 : load_g_per_s[i];
      }
    }
    return left.withLoads(load_g_per_s);
  }
}
