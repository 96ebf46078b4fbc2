package org.tonle.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.tonle.convert.Text;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.load.MassText;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// Check for swallowed loads: loads into places where all water dries up or that nothing leaves,
/// namely rivers that no water enters, lakes without an outflow, and ends where reaches meet though
/// their river has other outlets.
///
/// The load is the sum of all source loads above such a place as they enter the water, before any
/// loss on the way; where a river divides above it, the largest load that can arrive. [t/a]
public final class SwallowedLoads {
  private static final int MOST_ENDS = 20;

  private final Study study;
  private final Map<String, Integer> nodes = new HashMap<>();
  private final Map<String, Integer> reaches = new HashMap<>();

  /// Nodes and reaches that flow straight into each node: nodes, and after all nodes the reaches.
  private final List<List<Integer>> above = new ArrayList<>();

  /// A node of the same river; following these ends at a node that names itself.
  private final int[] river;

  private final int[] arriving;
  private final boolean[] isLeft;
  private final boolean[] isLake;
  private final List<Map<String, Double>> load_g_per_s = new ArrayList<>();

  private SwallowedLoads(Study study, Loads loads) {
    this.study = study;
    study.waterways().nodes().forEach(n -> nodes.put(n.id(), nodes.size()));
    int count = nodes.size();
    study.waterways().reaches().forEach(r -> reaches.put(r.id(), count + reaches.size()));
    for (int i = 0; i < count + reaches.size(); i++) {
      above.add(new ArrayList<>());
      load_g_per_s.add(new TreeMap<>());
    }
    river = new int[count];
    Arrays.setAll(river, n -> n);
    arriving = new int[count];
    isLeft = new boolean[count];
    isLake = new boolean[count];
    study.waterways().lakes().forEach(l -> isLake[node(l.id())] = true);
    study.waterways().reaches().forEach(this::connect);
    for (NodeFlow flow : study.waterways().flows()) {
      boolean takesLoad =
          flow.kind() == NodeFlow.Kind.LOSS || flow.kind() == NodeFlow.Kind.ABSTRACTION;
      isLeft[node(flow.node())] |= takesLoad;
    }
    loads.terms().forEach(this::enter);
  }

  /// @param driesOut share of the year in which all water of a node evaporates or is lost
  public static List<Problem> find(Study study, Loads loads, IntToDoubleFunction driesOut) {
    return new SwallowedLoads(study, loads).find(driesOut);
  }

  private int node(String id) {
    Integer node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException(Text.format("The study has no node %s.", id));
    }
    return node;
  }

  private void connect(Reach reach) {
    int from = node(reach.line().fromNode());
    int to = node(reach.line().toNode());
    int own = reaches.getOrDefault(reach.id(), 0);
    river[root(from)] = root(to);
    boolean turns = reach.reverses();
    if (turns || reach.seasons().stream().anyMatch(s -> s.discharge_m3_per_s() > 0)) {
      flow(from, own, to);
    }
    if (turns || reach.seasons().stream().anyMatch(s -> s.discharge_m3_per_s() < 0)) {
      flow(to, own, from);
    }
    isLeft[to] |= !reach.delivers();
  }

  private void flow(int upper, int reach, int lower) {
    above.get(lower).add(upper);
    above.get(lower).add(reach);
    arriving[lower]++;
    isLeft[upper] = true;
  }

  private int root(int node) {
    int at = node;
    while (river[at] != at) {
      river[at] = river[river[at]];
      at = river[at];
    }
    return at;
  }

  private void enter(LoadTerm term) {
    double year_d = 0;
    double load = 0;
    for (int s = 0; s < term.delivered_g_per_s().size(); s++) {
      Season season = study.waterways().seasons().get(s);
      year_d += season.duration_d();
      load += season.duration_d() * term.delivered_g_per_s().get(s);
    }
    Integer place = (term.entry().how() == Entry.How.NODE ? nodes : reaches).get(term.entry().id());
    if (place != null && load > 0) {
      load_g_per_s.get(place).merge(term.constituent(), load / year_d, Double::sum);
    }
  }

  private List<Problem> find(IntToDoubleFunction driesOut) {
    List<Problem> problems = new ArrayList<>();
    islands(problems);
    int[] outlets = new int[river.length];
    for (int n = 0; n < river.length; n++) {
      outlets[root(n)] += arriving[n] > 0 && !isLeft[n] && !isLake[n] ? 1 : 0;
    }
    int ends = 0;
    for (int n = 0; n < river.length && ends < MOST_ENDS; n++) {
      double dry = driesOut.applyAsDouble(n);
      if (dry > 0) {
        ends++;
        String end = study.waterways().nodes().get(n).id();
        tell("load_ends_without_water", end, upstream(n), dry, problems);
        continue;
      }
      boolean isMeeting = arriving[n] > 1 && outlets[root(n)] > 1;
      if (!isLeft[n] && (isLake[n] || isMeeting)) {
        ends++;
        tell("load_swallowed", study.waterways().nodes().get(n).id(), upstream(n), 1, problems);
      }
    }
    return problems;
  }

  /// Rivers that no water enters, where others have water.
  private void islands(List<Problem> problems) {
    boolean[] isWatered = new boolean[river.length];
    boolean any = false;
    for (NodeFlow flow : study.waterways().flows()) {
      if (flow.kind().joins()) {
        isWatered[root(node(flow.node()))] = true;
        any = true;
      }
    }
    Map<Integer, Island> dry = new TreeMap<>();
    for (Reach reach : any ? study.waterways().reaches() : List.<Reach>of()) {
      int root = root(node(reach.line().fromNode()));
      if (!isWatered[root]) {
        Island island = dry.computeIfAbsent(root, r -> new Island());
        island.names.add(reach.id());
        island.places.add(reaches.getOrDefault(reach.id(), 0));
      }
    }
    for (int n = 0; n < river.length; n++) {
      Island island = dry.get(root(n));
      if (island != null) {
        island.places.add(n);
      }
    }
    dry.values()
        .forEach(i -> tell("load_swallowed", MassText.some(i.names), i.places, 1, problems));
  }

  private static final class Island {
    private final List<String> names = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
  }

  /// The node, and all nodes and reaches whose load can come to it.
  private List<Integer> upstream(int end) {
    boolean[] isSeen = new boolean[above.size()];
    List<Integer> found = new ArrayList<>();
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(end));
    isSeen[end] = true;
    while (!open.isEmpty()) {
      int place = open.remove();
      found.add(place);
      for (int next : above.get(place)) {
        if (!isSeen[next]) {
          isSeen[next] = true;
          open.add(next);
        }
      }
    }
    return found;
  }

  /// @param share of the year's load that is meant
  private void tell(
      String code, String where, List<Integer> places, double share, List<Problem> problems) {
    Map<String, Double> sum_g_per_s = new TreeMap<>();
    for (int place : places) {
      load_g_per_s
          .get(place)
          .forEach(
              (constituent, load) -> sum_g_per_s.merge(constituent, share * load, Double::sum));
    }
    if (!sum_g_per_s.isEmpty()) {
      problems.add(
          Problem.warning(
              code,
              "",
              0,
              "",
              MassText.perYear(study.chemistry().constituents(), sum_g_per_s),
              where,
              ""));
    }
  }
}
