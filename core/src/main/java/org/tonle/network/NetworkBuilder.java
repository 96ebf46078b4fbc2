package org.tonle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tonle.convert.Size;
import org.tonle.convert.Text;
import org.tonle.convert.Tie;
import org.tonle.load.EffluentWater;
import org.tonle.load.Loads;
import org.tonle.model.Entry;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Study;
import org.tonle.network.order.ShortestCycle;
import org.tonle.network.order.Topology;
import org.tonle.problem.Figure;
import org.tonle.problem.Problem;

/// Builder of the [Network] of a study: here all ids become ints and all units become kernel units.
public final class NetworkBuilder {
  /// Most nodes of a cycle that a problem names.
  private static final int MOST_NAMED = 20;

  private final Study study;
  private final Segments segments;
  private final int[] nodeLake;
  private final int[] lakeNode;
  private final List<SeasonBuilder> seasons = new ArrayList<>();
  private final List<UnknownWater> unknown = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Network network;
  private final List<String> groups;

  public NetworkBuilder(Study study, Loads loads) {
    this.study = study;
    segments = Segments.of(study, loads.terms());
    List<Lake> lakes = study.waterways().lakes();
    nodeLake = new int[segments.nodeCount()];
    Arrays.fill(nodeLake, -1);
    lakeNode = new int[lakes.size()];
    for (int l = 0; l < lakes.size(); l++) {
      Integer node = segments.nodeIndex().get(lakes.get(l).id());
      if (node == null) {
        throw new IllegalArgumentException(Text.format("Lake %s is no node.", lakes.get(l).id()));
      }
      lakeNode[l] = node;
      nodeLake[node] = l;
    }
    int seasonCount = study.waterways().seasons().size();
    for (int s = 0; s < seasonCount; s++) {
      seasons.add(new SeasonBuilder(study, segments, nodeLake, lakes.size(), s, loads.waters()));
    }
    int[][] components = components();
    checkCycles();
    checkComponents(components);
    if (problems.stream().anyMatch(Problem::isError)) {
      groups = List.of();
      network = empty();
      return;
    }
    for (SeasonBuilder season : seasons) {
      unknown.add(new UnknownWater(season, segments, study.settings().routing().closureShare()));
    }
    checkWater();
    checkUnknown();
    checkEffluents();
    FlowGroups flowGroups = new FlowGroups(study, segments, seasons, nodeLake, lakes.size());
    groups = flowGroups.names;
    List<SeasonNetwork> built = new ArrayList<>();
    for (int s = 0; s < seasonCount; s++) {
      FlowGroups.Classes classes = flowGroups.classes(s);
      built.add(seasons.get(s).build(classes.flowClass(), classes.share()));
    }
    network =
        new Network(
            segments.nodeCount(),
            study.waterways().reaches().size(),
            segments.reach(),
            segments.from(),
            segments.to(),
            segments.lengthShare(),
            lakeNode,
            nodeLake,
            components,
            built,
            groups.size());
  }

  private static Network empty() {
    int[] none = {};
    return new Network(
        0, 0, none, none, none, new double[0], none, none, new int[0][], List.of(), 0);
  }

  private int[][] components() {
    int segmentCount = segments.reach().length;
    int[] from = new int[Size.of(Integer.BYTES, segmentCount, seasons.size())];
    int[] to = new int[from.length];
    for (int s = 0; s < seasons.size(); s++) {
      System.arraycopy(seasons.get(s).up, 0, from, s * segmentCount, segmentCount);
      System.arraycopy(seasons.get(s).down, 0, to, s * segmentCount, segmentCount);
    }
    return Topology.components(segments.nodeCount(), from, to);
  }

  /// Reports each cycle once, with the seasons that close it.
  private void checkCycles() {
    Map<String, List<String>> seasonsOf = new LinkedHashMap<>();
    for (int s = 0; s < seasons.size(); s++) {
      if (seasons.get(s).hasCycle()) {
        int[] from = seasons.get(s).upOfUncut();
        String season = study.waterways().seasons().get(s).id();
        for (int[] cycle : ShortestCycle.of(segments.nodeCount(), from, seasons.get(s).down)) {
          seasonsOf.computeIfAbsent(told(cycle), c -> new ArrayList<>()).add(season);
        }
      }
    }
    seasonsOf.forEach(
        (cycle, in) ->
            problems.add(
                Problem.error(
                    "cycle_in_network", "reaches.csv", 0, "", "", cycle, String.join(", ", in))));
  }

  /// "A -> B -> A"; only the beginning of a long cycle. Points inside reaches have no names.
  private String told(int[] cycle) {
    List<String> names =
        Arrays.stream(cycle)
            .filter(n -> n < study.waterways().nodes().size())
            .mapToObj(this::nameOf)
            .toList();
    int more = names.size() - MOST_NAMED;
    String way = String.join(" -> ", more > 0 ? names.subList(0, MOST_NAMED) : names);
    String end = names.isEmpty() ? nameOf(cycle[0]) : names.getFirst();
    return way + (more > 0 ? " -> … (+" + more + ")" : "") + " -> " + end;
  }

  private String nameOf(int node) {
    List<Node> nodes = study.waterways().nodes();
    return node < nodes.size() ? nodes.get(node).id() : "(inside a reach)";
  }

  private void checkComponents(int[][] components) {
    for (int[] component : components) {
      List<String> lakes =
          Arrays.stream(component).filter(n -> nodeLake[n] >= 0).mapToObj(this::nameOf).toList();
      if (lakes.size() > study.settings().routing().maxLakesInCycle()) {
        problems.add(
            Problem.error(
                "too_many_lakes_in_cycle",
                "lakes.csv",
                0,
                "",
                Integer.toString(study.settings().routing().maxLakesInCycle()),
                String.join(", ", lakes),
                ""));
      }
    }
  }

  private void checkWater() {
    for (int s = 0; s < seasons.size(); s++) {
      SeasonBuilder season = seasons.get(s);
      String id = study.waterways().seasons().get(s).id();
      for (int n = 0; n < study.waterways().nodes().size(); n++) {
        double in = season.riversIn[n] + season.joins[n] + StrictMath.max(0, -season.storage[n]);
        double open = season.closure(n);
        double through = StrictMath.max(in, season.riversOut[n]);
        if (open > study.settings().routing().closureShare() * through) {
          problems.add(
              Problem.warning(
                  "water_balance_open",
                  "reach_seasons.csv",
                  0,
                  "discharge_m3_per_s",
                  nameOf(n),
                  Figure.of(open) + " m³/s",
                  id));
        }
      }
      checkReaches(season, id);
    }
  }

  /// Names water from nowhere, once per node.
  private void checkUnknown() {
    for (int n = 0; n < study.waterways().nodes().size(); n++) {
      double most = 0;
      int worst = -1;
      for (int s = 0; s < seasons.size(); s++) {
        double found = unknown.get(s).nowhere_m3_per_s(n);
        worst = found > most ? s : worst;
        most = StrictMath.max(most, found);
      }
      if (worst >= 0) {
        SeasonBuilder season = seasons.get(worst);
        double leaves =
            season.leaving(n) + season.evaporation[n] + StrictMath.max(0, season.storage[n]);
        problems.add(
            Problem.warning(
                "water_from_nowhere",
                "reach_seasons.csv",
                0,
                "discharge_m3_per_s",
                Figure.of(Tie.isMet(most, leaves, true) ? 0 : leaves - most) + " m³/s",
                nameOf(n) + ": " + Figure.of(leaves) + " m³/s",
                study.waterways().seasons().get(worst).id()));
      }
    }
  }

  /// Share of the year in which all water of a node evaporates or is lost.
  public double driesOut(int node) {
    double dry_d = 0;
    double year_d = 0;
    for (int s = 0; s < seasons.size(); s++) {
      double duration_d = study.waterways().seasons().get(s).duration_d();
      dry_d += seasons.get(s).driesOut(node) ? duration_d : 0;
      year_d += duration_d;
    }
    return dry_d / year_d;
  }

  /// Whether too much of a node's water comes from nowhere for it to be judged.
  public boolean isUnknown(int node, int season) {
    return unknown.get(season).share(node) > study.settings().routing().closureShare();
  }

  /// The same of a reach, by where its water comes from.
  public boolean isUnknownInReach(int reach, int season) {
    int first = segments.firstSegment()[reach];
    int last = segments.firstSegment()[reach + 1] - 1;
    int[] up = seasons.get(season).up;
    int from = up[last] == segments.to()[last] ? up[last] : up[first];
    return from >= 0 && isUnknown(from, season);
  }

  private void checkReaches(SeasonBuilder season, String id) {
    SeasonNetwork built = season.build(new int[segments.nodeCount()], new double[0]);
    for (int r = 0; r < study.waterways().reaches().size(); r++) {
      if (built.flow().state()[r] == SeasonNetwork.ReachState.DRY) {
        continue;
      }
      String reach = study.waterways().reaches().get(r).id();
      double velocity = built.reaches().velocity_m_per_s()[r];
      boolean takesTime = built.reaches().travelTime_s()[r] > 0;
      if (takesTime && (velocity < 0.02 || velocity > 3)) {
        warn("odd_velocity", reach, id, "0.02–3 m/s", Figure.of(velocity));
      }
      if (built.reaches().travelTime_s()[r] > built.duration_s()) {
        double days = org.tonle.convert.Convert.daysFromSeconds(built.reaches().travelTime_s()[r]);
        warn("travel_time_exceeds_season", reach, id, id, Figure.of(days));
      }
    }
  }

  private void warn(String code, String reach, String season, String expected, String found) {
    problems.add(
        Problem.warning(
            code, "reach_seasons.csv", 0, "", expected, reach + " (" + season + "): " + found, ""));
  }

  /// Names effluents that find no room in what is stated, once per node.
  private void checkEffluents() {
    boolean joins = study.settings().routing().effluentsJoin();
    for (int n = 0; n < study.waterways().nodes().size() && !joins; n++) {
      double most = 0;
      int worst = -1;
      for (int s = 0; s < seasons.size(); s++) {
        double fresh = seasons.get(s).effect.fresh_m3_per_s()[n];
        worst = fresh > most ? s : worst;
        most = StrictMath.max(most, fresh);
      }
      if (worst >= 0) {
        problems.add(
            Problem.warning(
                "effluent_above_river",
                "reach_seasons.csv",
                0,
                "discharge_m3_per_s",
                Figure.of(seasons.get(worst).leaving(n)) + " m³/s",
                nameOf(n) + ": " + Figure.of(most) + " m³/s",
                study.waterways().seasons().get(worst).id()));
      }
    }
  }

  public EffluentShares effluents() {
    return shares(seasons.stream().map(s -> s.effect).toList());
  }

  private static EffluentShares shares(List<EffluentBalance.Effect> bySeason) {
    return new EffluentShares(
        bySeason.stream().map(EffluentBalance.Effect::displacedShare).toArray(double[][]::new),
        bySeason.stream().map(EffluentBalance.Effect::joined_m3_per_s).toArray(double[][]::new));
  }

  /// Shares of other effluents, if the rivers stay as they are, as far as that is seen.
  ///
  /// @param isSeen whether a node's own concentration is asked for; any thread may ask
  public Optional<EffluentShares> effluentsBy(List<EffluentWater> waters, IntPredicate isSeen) {
    List<EffluentBalance.Effect> effects =
        seasons.parallelStream()
            .map(season -> season.effectOf(waters, isSeen))
            .flatMap(Optional::stream)
            .toList();
    return effects.size() < seasons.size() ? Optional.empty() : Optional.of(shares(effects));
  }

  /// The network; empty if `problems` holds an error.
  public Network network() {
    return network;
  }

  /// Hydrological groups, by index.
  public List<String> groups() {
    return groups;
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// Node at which a receptor or outfall lies.
  public int nodeOf(Entry entry) {
    return segments.nodeOf(entry, study.waterways().reaches());
  }

  public Segments segments() {
    return segments;
  }

  /// Balance of the water of a node in a season.
  ///
  /// @param joins_m3_per_s boundary, local inflow and rain
  /// @param leaves_m3_per_s abstraction, loss and evaporation; at an outlet also the outflow
  /// @param storage_m3_per_s rise of a lake's volume
  /// @param closure_m3_per_s in - out - storage
  public record NodeBalance(
      double riversIn_m3_per_s,
      double joins_m3_per_s,
      double riversOut_m3_per_s,
      double leaves_m3_per_s,
      double storage_m3_per_s,
      double closure_m3_per_s) {}

  /// Balance of the water of a node in a season.
  public NodeBalance water(int node, int season) {
    SeasonBuilder b = seasons.get(season);
    double leaves = b.abstraction[node] + b.loss[node] + b.evaporation[node];
    if (b.isOutlet(node)) {
      leaves = b.leaving(node) + b.evaporation[node];
    }
    return new NodeBalance(
        b.riversIn[node],
        b.joins[node],
        b.riversOut[node],
        leaves,
        b.storage[node],
        b.closure(node));
  }
}
