package org.tonle.network.entry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tonle.convert.Size;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.load.MassText;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Water;
import org.tonle.network.EffluentShares;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.Segments;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.Multiplier;
import org.tonle.network.rates.Multipliers;
import org.tonle.network.rates.OxygenSaturation;
import org.tonle.problem.Problem;

/// Builder of the load entries of a linked group: it places every load in the network, with the
/// vectors that make it uncertain.
public final class LoadEntriesBuilder {
  private final Study study;
  private final Network network;
  private final Segments segments;
  private final List<String> groups;
  private final Loads loads;
  private final Multipliers multipliers;
  private final SourceNumbers sourceNumbers;
  private final Map<String, Map<String, double[]>> concentrations = new HashMap<>();
  private final Map<String, Double> ultimate = new HashMap<>();
  private final Map<String, String> townOf = new HashMap<>();
  private final WayMultipliers wayMultipliers;
  private final EffluentShares effluents;
  private final int[] nodeOfFlow;
  private final int[][] localInflowsAt;
  private final Notes notes = new Notes();

  /// What a build notes for its warnings.
  private static final class Notes {
    final Map<String, TreeSet<String>> missing = new TreeMap<>();
    final Map<String, Map<String, Double>> dry_g_per_s = new TreeMap<>();
  }

  public LoadEntriesBuilder(
      Study study, NetworkBuilder builder, Loads loads, Multipliers multipliers) {
    this.study = study;
    this.network = builder.network();
    this.segments = builder.segments();
    this.groups = builder.groups();
    this.loads = loads;
    this.multipliers = multipliers;
    effluents = builder.effluents();
    sourceNumbers = SourceNumbers.of(study, loads);
    nodeOfFlow =
        study.waterways().flows().stream()
            .mapToInt(f -> segments.nodeIndex().getOrDefault(f.node(), 0))
            .toArray();
    int[] local = nodeOfFlow.clone();
    for (int f = 0; f < local.length; f++) {
      boolean isLocal = study.waterways().flows().get(f).kind() == NodeFlow.Kind.LOCAL_INFLOW;
      local[f] = isLocal ? local[f] : -1;
    }
    localInflowsAt = PlacedEntries.byPlace(local, segments.nodeCount());
    for (Source source : study.emissions().sources()) {
      if (source instanceof Source.Town town) {
        townOf.put(town.id(), town.town());
      }
    }
    study.chemistry().constituents().forEach(c -> ultimate.put(c.id(), c.ultimateOverFiveDay()));
    wayMultipliers = new WayMultipliers(study, townOf);
    for (Water water : study.waterways().waters()) {
      double[] bySeason =
          concentrations
              .computeIfAbsent(water.water(), w -> new HashMap<>())
              .computeIfAbsent(water.constituent(), c -> unknown());
      List<Season> seasons = study.waterways().seasons();
      for (int s = 0; s < seasons.size(); s++) {
        boolean isOwn = water.season().equals(seasons.get(s).id());
        if (isOwn || (water.season().isEmpty() && Double.isNaN(bySeason[s]))) {
          bySeason[s] = water.concentration();
        }
      }
    }
  }

  private double[] unknown() {
    double[] bySeason = new double[study.waterways().seasons().size()];
    java.util.Arrays.fill(bySeason, Double.NaN);
    return bySeason;
  }

  /// Entries of the group that `kinetics` describes.
  public LoadEntries build(Kinetics kinetics) {
    List<Item> items = new ArrayList<>();
    VectorRank ranks = new VectorRank();
    Map<String, List<Integer>> termsOf = new HashMap<>();
    for (int t = 0; t < loads.terms().size(); t++) {
      termsOf.computeIfAbsent(loads.terms().get(t).constituent(), c -> new ArrayList<>()).add(t);
    }
    for (int m = 0; m < kinetics.memberCount(); m++) {
      Constituent constituent = study.chemistry().constituents().get(kinetics.constituents()[m]);
      List<NodeFlow> flows = study.waterways().flows();
      for (int f = 0; f < flows.size(); f++) {
        if (flows.get(f).kind().joins()) {
          int vector = vectorOf(flows.get(f), constituent);
          long rank = ranks.ofFlow(m, f, vector, -1, groups.indexOf(flows.get(f).group()));
          items.add(flowItem(f, constituent, m, kinetics, effluents, rank, notes));
        }
      }
      List<Integer> terms = termsOf.getOrDefault(constituent.id(), List.of());
      terms(terms, loads.terms(), m, multipliers, ranks, items, notes);
    }
    return pack(items);
  }

  /// Entries of some loads alone, without any water that joins.
  ///
  /// @param more vectors that the build did not need, extended here
  public LoadEntries alone(Kinetics kinetics, List<LoadTerm> some, Multipliers more) {
    List<Item> items = new ArrayList<>();
    VectorRank ranks = new VectorRank();
    Notes unheard = new Notes();
    Map<String, List<Integer>> termsOf = new HashMap<>();
    for (int t = 0; t < some.size(); t++) {
      termsOf.computeIfAbsent(some.get(t).constituent(), c -> new ArrayList<>()).add(t);
    }
    for (int m = 0; m < kinetics.memberCount(); m++) {
      Constituent member = study.chemistry().constituents().get(kinetics.constituents()[m]);
      terms(termsOf.getOrDefault(member.id(), List.of()), some, m, more, ranks, items, unheard);
    }
    return pack(items);
  }

  /// Index of entries that this builder made, for patching them.
  public PlacedEntries placed(LoadEntries entries) {
    return new PlacedEntries(
        entries, network.nodeCount(), network.segmentCount(), sourceNumbers.count());
  }

  /// Entries at the places where sources change, exactly as a full build of the changed loads would
  /// make them; no places if nothing changes in this group.
  ///
  /// @param base entries before the change
  /// @param sources sources whose loads may have changed
  /// @param terms all their loads now, in the order of [Loads]
  /// @param now effluents now
  /// @param at nodes where these shares differ from those of the base
  /// @param more vectors that the base did not need, extended here
  public EntryPatch patch(
      Kinetics kinetics,
      PlacedEntries base,
      Collection<String> sources,
      List<LoadTerm> terms,
      EffluentShares now,
      BitSet at,
      Multipliers more) {
    List<Item> items = new ArrayList<>();
    VectorRank ranks = new VectorRank();
    Notes unheard = new Notes();
    BitSet flows = localInflows(at);
    for (int m = 0; m < kinetics.memberCount(); m++) {
      Constituent member = study.chemistry().constituents().get(kinetics.constituents()[m]);
      String constituent = member.id();
      for (int f = flows.nextSetBit(0); f >= 0; f = flows.nextSetBit(f + 1)) {
        long rank = base.rankOf(nodeOfFlow[f], originOfFlow(f), m);
        items.add(flowItem(f, member, m, kinetics, now, rank, unheard));
      }
      List<Integer> own = new ArrayList<>();
      for (int t = 0; t < terms.size(); t++) {
        if (terms.get(t).constituent().equals(constituent)) {
          own.add(t);
        }
      }
      terms(own, terms, m, more, ranks, items, unheard);
    }
    int[] numbers =
        sources.stream().filter(sourceNumbers::isKnown).mapToInt(sourceNumbers::of).toArray();
    return base.patch(numbers, pack(items));
  }

  private BitSet localInflows(BitSet atNodes) {
    BitSet found = new BitSet();
    atNodes.stream().flatMap(n -> IntStream.of(localInflowsAt[n])).forEach(found::set);
    return found;
  }

  private static int originOfFlow(int number) {
    return -1 - number;
  }

  /// Whether every source has a position in the order of sums; a source that only a scenario builds
  /// has no position.
  public boolean isKnown(String source) {
    return sourceNumbers.isKnown(source);
  }

  /// Entries of one member's loads: `which` of `from`, in the order of [Loads].
  private void terms(
      List<Integer> which,
      List<LoadTerm> from,
      int member,
      Multipliers vectors,
      VectorRank ranks,
      List<Item> items,
      Notes heard) {
    String last = "";
    int number = 0;
    for (int t : which) {
      LoadTerm term = from.get(t);
      number = term.source().equals(last) ? number + 1 : 0;
      last = term.source();
      termItems(t, term, number, member, vectors, ranks, items, heard);
    }
  }

  private Item flowItem(
      int number,
      Constituent constituent,
      int member,
      Kinetics kinetics,
      EffluentShares beside,
      long rank,
      Notes heard) {
    NodeFlow flow = study.waterways().flows().get(number);
    int n = nodeOfFlow[number];
    double ultimate = constituent.ultimateOverFiveDay();
    double[] load = new double[network.seasonCount()];
    double[] given = concentrations.getOrDefault(flow.water(), Map.of()).get(constituent.id());
    for (int s = 0; s < load.length; s++) {
      double concentration = given == null ? Double.NaN : given[s];
      if (!Double.isNaN(concentration)) {
        load[s] = constituent.unit().toKernel(concentration) * ultimate;
      } else if (constituent.isOxygen()) {
        load[s] = saturation(n, s, kinetics);
      } else if (flow.kind() != NodeFlow.Kind.RAIN) {
        heard.missing.computeIfAbsent(flow.water(), w -> new TreeSet<>()).add(constituent.id());
      }
      double discharge_m3_per_s = flow.discharge_m3_per_s().get(s);
      load[s] *= discharge_m3_per_s;
      if (flow.kind() == NodeFlow.Kind.LOCAL_INFLOW) {
        load[s] *= beside.remaining(s, n);
      }
    }
    LoadEntries.Line line =
        switch (flow.kind()) {
          case BOUNDARY -> LoadEntries.Line.BOUNDARY;
          case RAIN -> LoadEntries.Line.RAIN;
          default -> LoadEntries.Line.LOCAL_INFLOW;
        };
    int vector = vectorOf(flow, constituent);
    int group = groups.indexOf(flow.group());
    return new Item(n, -1, member, line, load, vector, -1, group, originOfFlow(number), rank);
  }

  private int vectorOf(NodeFlow flow, Constituent constituent) {
    return constituent.isOxygen() ? -1 : multipliers.of(new Multiplier.OfWater(flow.water()));
  }

  /// Water without an oxygen value is assumed saturated.
  private double saturation(int node, int season, Kinetics kinetics) {
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      int reach = network.segmentReach()[flow.outSegment()[i]];
      return kinetics.reaches().saturation_g_per_m3()[season * network.reachCount() + reach];
    }
    int lake = network.nodeLake()[node];
    return lake >= 0
        ? kinetics.lakes().saturation_g_per_m3()[season * network.lakeCount() + lake]
        : OxygenSaturation.mg_per_l(
            study.settings().ambient().temperature_c(),
            0,
            study.settings().ambient().salinity_g_per_kg());
  }

  private void termItems(
      int origin,
      LoadTerm term,
      int number,
      int member,
      Multipliers vectors,
      VectorRank ranks,
      List<Item> items,
      Notes heard) {
    int source =
        vectors.of(
            new Multiplier.OfLoad(
                term.category().id(),
                term.unit(),
                term.source(),
                townOf.getOrDefault(term.source(), term.source())));
    Optional<Multiplier> way = wayMultipliers.of(term);
    int passing = way.isPresent() ? vectors.of(way.get()) : -1;
    double[] read = term.delivered_g_per_s().stream().mapToDouble(d -> d).toArray();
    double ultimate = this.ultimate.getOrDefault(term.constituent(), 1.0);
    double[] load = java.util.Arrays.stream(read).map(d -> d * ultimate).toArray();
    boolean isAlong = term.entry().how() == Entry.How.UNIFORM;
    int of = sourceNumbers.of(term.source());
    long rank = ranks.ofTerm(member, isAlong, of, number, source, passing);
    if (!isAlong) {
      int node = segments.nodeOf(term.entry(), study.waterways().reaches());
      noteDry(heard, term, read, s -> !network.seasons().get(s).nodes().wet()[node]);
      items.add(
          new Item(
              node, -1, member, LoadEntries.Line.SOURCES, load, source, passing, -1, origin, rank));
      return;
    }
    int reach = segments.reachOf(term.entry());
    noteDry(
        heard,
        term,
        read,
        s -> network.seasons().get(s).flow().state()[reach] == SeasonNetwork.ReachState.DRY);
    for (int s = segments.firstSegment()[reach]; s < segments.firstSegment()[reach + 1]; s++) {
      double share = segments.lengthShare()[s];
      double[] part = java.util.Arrays.stream(load).map(x -> x * share).toArray();
      items.add(
          new Item(
              -1, s, member, LoadEntries.Line.SOURCES, part, source, passing, -1, origin, rank));
    }
  }

  private void noteDry(
      Notes heard, LoadTerm term, double[] load, java.util.function.IntPredicate isDry) {
    List<Season> seasons = study.waterways().seasons();
    double year_d = seasons.stream().mapToDouble(Season::duration_d).sum();
    for (int s = 0; s < load.length; s++) {
      if (load[s] > 0 && isDry.test(s)) {
        heard
            .dry_g_per_s
            .computeIfAbsent(term.source() + " (" + seasons.get(s).id() + ")", p -> new TreeMap<>())
            .merge(term.constituent(), load[s] * seasons.get(s).duration_d() / year_d, Double::sum);
      }
    }
  }

  private LoadEntries pack(List<Item> items) {
    int n = items.size();
    double[] load = new double[Size.of(Double.BYTES, n, network.seasonCount())];
    for (int i = 0; i < n; i++) {
      for (int s = 0; s < network.seasonCount(); s++) {
        load[s * n + i] = items.get(i).load_g_per_s[s];
      }
    }
    return new LoadEntries(
        items.stream().mapToInt(Item::node).toArray(),
        items.stream().mapToInt(Item::segment).toArray(),
        items.stream().mapToInt(Item::member).toArray(),
        items.stream().map(Item::line).toArray(LoadEntries.Line[]::new),
        load,
        items.stream().mapToInt(Item::source).toArray(),
        items.stream().mapToInt(Item::passing).toArray(),
        items.stream().mapToInt(Item::flowGroup).toArray(),
        items.stream().mapToInt(Item::origin).toArray(),
        items.stream().mapToLong(Item::rank).toArray());
  }

  /// Warnings so far: waters without a value, loads into dry water.
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    notes.missing.forEach(
        (water, constituents) ->
            problems.add(
                Problem.warning(
                    "water_without_constituent",
                    "waters.csv",
                    0,
                    "constituent",
                    String.join(", ", constituents),
                    water,
                    "")));
    notes.dry_g_per_s.forEach(
        (place, load) ->
            problems.add(
                Problem.warning(
                    "load_into_dry_water",
                    "",
                    0,
                    "",
                    MassText.perYear(study.chemistry().constituents(), load),
                    place,
                    "")));
    return problems;
  }

  private record Item(
      int node,
      int segment,
      int member,
      LoadEntries.Line line,
      double[] load_g_per_s,
      int source,
      int passing,
      int flowGroup,
      int origin,
      long rank) {}
}
