package org.tonle.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.convert.Text;
import org.tonle.model.Catalogue;
import org.tonle.model.Constituent;
import org.tonle.model.Delivery;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Lake;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Reaction;
import org.tonle.model.Season;
import org.tonle.model.Settings;
import org.tonle.model.Source;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// Random river system with every feature of the model: bifurcations, reaches that reverse, turn,
/// fall dry or keep their load from going on, lakes that store and have fringes, all kinds of water
/// that joins or leaves, one to five groups of water, loads at nodes, points and along reaches,
/// linked groups, several seasons. Its water balance closes.
public final class RandomStudy {
  public static final int LAKE_STEPS = 8;
  static final int YEAR = 2025;
  private static final double YEAR_D = 365.25;
  private static final int MOST_GROUPS = 5;
  private static final List<String> CARRIED = List.of("Cl", "TN", "BOD", "NH4", "NO3", "DO");

  private final RandomWater water;
  private final Dice dice;
  private final Dice groupDice;
  private final long fringes;
  private final int groups;
  private final boolean effluentsJoin;
  private final List<Source> works = new ArrayList<>();
  private final List<Effluent> effluents = new ArrayList<>();

  public RandomStudy(long seed) {
    dice = new Dice(seed);
    groupDice = new Dice(seed * 61 + 17);
    fringes = seed * 911 + 3;
    groups = groupDice.from(1, MOST_GROUPS + 1);
    effluentsJoin = groupDice.happens(0.3);
    water = new RandomWater(dice);
    int count = dice.from(2, 9);
    for (int i = 0; i < count; i++) {
      double[] load_g_per_s = new double[water.seasons()];
      for (int s = 0; s < load_g_per_s.length; s++) {
        load_g_per_s[s] = dice.between(0, 20);
      }
      String constituent = List.of("Cl", "TN", "BOD", "NH4").get(dice.from(0, 4));
      works(i, entry(), constituent, load_g_per_s);
    }
  }

  private Entry entry() {
    int reach = dice.from(0, water.reachCount());
    String id = water.reach(reach);
    return switch (dice.from(0, 4)) {
      case 0 -> Entry.atNode(RandomWater.node(dice.from(0, water.nodeCount())));
      case 1 -> new Entry(Entry.How.UNIFORM, id, 0);
      case 2 -> new Entry(Entry.How.MIDDLE, id, 0);
      default -> new Entry(Entry.How.POINT, id, dice.between(0, 1) * water.length_km(reach));
    };
  }

  private void works(int i, Entry entry, String constituent, double[] load_g_per_s) {
    String id = Text.format("works-%03d", i + 1);
    works.add(
        new Source.Industry(
            id,
            Names.of(id),
            "u" + i % 2,
            entry,
            "works",
            Source.Activity.UNKNOWN,
            "",
            "",
            0,
            0,
            Provenance.NONE));
    for (int s = 0; s < load_g_per_s.length; s++) {
      effluents.add(
          new Effluent(
              id,
              season(s),
              constituent,
              OptionalDouble.empty(),
              OptionalDouble.of(load_g_per_s[s]),
              Provenance.NONE));
    }
  }

  static String season(int s) {
    return "s" + s;
  }

  static String group(int g) {
    return "region " + g;
  }

  public Study study() {
    Settings settings =
        new Settings(
            YEAR,
            new Settings.Judging(LocalDate.of(YEAR, 1, 1), 0.9, "", 0.1, 0.05),
            new Settings.Sampling(0, 1, 0.34, 0),
            new Settings.Routing(0.1, 0.05, effluentsJoin, LAKE_STEPS, 64),
            new Settings.Ambient(20, 200, 0, 50),
            false,
            List.of());
    return RandomFringes.on(bare(settings), new Dice(fringes));
  }

  private Study bare(Settings settings) {
    return new Study(
        "random",
        Names.of("Random"),
        settings,
        waterways(),
        new Study.Chemistry(constituents(), reactions(), List.of()),
        new Study.Emissions(
            List.of(), works, List.of(), List.of(), effluents, List.of(), Delivery.NONE),
        new Study.Rules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        new Study.Evidence(
            List.of(),
            List.of(),
            spreads(),
            List.of(),
            List.of(),
            Posterior.NONE,
            List.of(),
            List.of()),
        Catalogue.NONE,
        List.of());
  }

  private Study.Waterways waterways() {
    List<Season> seasons =
        IntStream.range(0, water.seasons())
            .mapToObj(
                s -> new Season(season(s), Names.of(season(s)), List.of(), YEAR_D * water.share(s)))
            .toList();
    List<Node> nodes =
        IntStream.range(0, water.nodeCount())
            .mapToObj(RandomWater::node)
            .map(id -> new Node(id, Names.of(id), 0, 0, 0, "", Provenance.NONE))
            .toList();
    List<NodeFlow> flows = new ArrayList<>();
    List<Water> waters = new ArrayList<>();
    for (RandomWater.Flow flow : water.flows()) {
      flow(flow, flows.size(), flows, waters);
    }
    flows.sort(Comparator.comparing(NodeFlow::id));
    List<Lake> lakes = water.lakes().stream().map(RandomStudy::lake).toList();
    return new Study.Waterways(seasons, nodes, water.reaches(), lakes, flows, waters, List.of());
  }

  /// Each flow is its own water. Every boundary belongs to a hydrological group; other water does
  /// or does not.
  private void flow(RandomWater.Flow flow, int i, List<NodeFlow> flows, List<Water> waters) {
    String id = flow.node() + "." + flow.kind().name().toLowerCase(Locale.ROOT) + "." + i;
    boolean joins = flow.kind().joins();
    boolean isGrouped = flow.kind() == NodeFlow.Kind.BOUNDARY || (joins && groupDice.happens(0.5));
    flows.add(
        new NodeFlow(
            id,
            flow.node(),
            flow.kind(),
            joins ? id : "",
            isGrouped ? group(groupDice.from(0, groups)) : "",
            "",
            java.util.Arrays.stream(flow.m3_per_s()).boxed().toList(),
            joins && RandomStudy.isUndisturbed(flow),
            Provenance.NONE));
    for (int c = 0; joins && c < CARRIED.size(); c++) {
      waters.add(new Water(id, "", CARRIED.get(c), flow.concentrations()[c], Provenance.NONE));
    }
  }

  /// By the water's own figures, so that the dice of the other features stay.
  private static boolean isUndisturbed(RandomWater.Flow flow) {
    return (long) (flow.concentrations()[0] * 1_000) % 3 == 0;
  }

  /// The volume at the last season's end is that at the first one's start.
  private static Lake lake(RandomWater.Storage storage) {
    double[] end_km3 = storage.volumeEnd_km3();
    int n = end_km3.length;
    OptionalDouble none = OptionalDouble.empty();
    List<Lake.Seasonal> seasonal =
        IntStream.range(0, n)
            .mapToObj(
                s ->
                    new Lake.Seasonal(
                        end_km3[(s + n - 1) % n],
                        end_km3[s],
                        storage.area_km2(),
                        none,
                        none,
                        none,
                        none,
                        0,
                        Provenance.NONE))
            .toList();
    return new Lake(storage.node(), Names.of(storage.node()), "", seasonal, Provenance.NONE);
  }

  private static List<Constituent> constituents() {
    List<Constituent> all = new ArrayList<>();
    all.add(constituent("Cl", Constituent.Kinetics.CONSERVATIVE, ""));
    all.add(constituent("TN", Constituent.Kinetics.FIRST_ORDER, ""));
    for (String id : List.of("BOD", "NH4", "NO3", "DO")) {
      all.add(constituent(id, Constituent.Kinetics.LINKED, "oxygen"));
    }
    return all;
  }

  private static Constituent constituent(String id, Constituent.Kinetics kinetics, String group) {
    return new Constituent(
        id,
        Names.of(id),
        ConcentrationUnit.MG_PER_L,
        kinetics,
        group,
        0,
        0,
        id.equals("DO"),
        Provenance.NONE);
  }

  private static List<Reaction> reactions() {
    return List.of(
        reaction("tn_decay", "TN", Reaction.Kind.DECAY, 0.12, 1.05, "", 0),
        reaction("tn_settling", "TN", Reaction.Kind.SETTLING, 0.2, 1, "", 0),
        reaction("tn_lake", "TN", Reaction.Kind.LAKE_SETTLING, 0.05, 1.02, "", 0),
        reaction("oxidation", "BOD", Reaction.Kind.DECAY, 0.23, 1.047, "DO", -1),
        reaction("bod_settling", "BOD", Reaction.Kind.SETTLING, 0.1, 1, "", 0),
        reaction("nitrification", "NH4", Reaction.Kind.DECAY, 0.2, 1.083, "NO3", 1),
        reaction("nitrification", "NH4", Reaction.Kind.DECAY, 0.2, 1.083, "DO", -4.57),
        reaction("denitrification", "NO3", Reaction.Kind.DECAY, 0.08, 1.07, "", 0),
        reaction("reaeration", "DO", Reaction.Kind.REAERATION, 1.7, 1.024, "", 0),
        reaction("sediment", "DO", Reaction.Kind.SEDIMENT_DEMAND, 0.3, 1.06, "", 0),
        reaction("respiration", "DO", Reaction.Kind.RESPIRATION, 0.2, 1, "", 0));
  }

  static Reaction reaction(
      String id,
      String of,
      Reaction.Kind kind,
      double value,
      double theta,
      String product,
      double yield) {
    return new Reaction(id, of, kind, value, theta, product, yield, Provenance.NONE);
  }

  private static List<Spread> spreads() {
    return List.of(
        spread(Spread.Variable.LOAD, Spread.Tier.STUDY, 0.4),
        spread(Spread.Variable.LOAD, Spread.Tier.UNIT, 0.3),
        spread(Spread.Variable.LOAD, Spread.Tier.INDIVIDUAL, 0.2),
        spread(Spread.Variable.DISCHARGE, Spread.Tier.STUDY, 0.2),
        spread(Spread.Variable.RATE, Spread.Tier.STUDY, 0.3),
        spread(Spread.Variable.CONCENTRATION, Spread.Tier.INDIVIDUAL, 0.2));
  }

  private static Spread spread(Spread.Variable variable, Spread.Tier tier, double cv) {
    return Spread.of(variable, "", tier, "", cv, Provenance.NONE);
  }
}
