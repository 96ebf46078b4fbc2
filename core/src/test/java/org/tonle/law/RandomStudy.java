package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reaction;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.spec.River;

/// A river system by chance, with every feature of the model: bifurcations, reaches that reverse,
/// turn, fall dry or keep their load from going on, lakes that store, all kinds of water that joins
/// or leaves, loads at nodes, points and along reaches, linked groups, several seasons. Its water
/// balance closes.
public final class RandomStudy {
  public static final int LAKE_STEPS = 8;
  private static final double YEAR_D = 365.25;
  private static final List<String> CARRIED = List.of("Cl", "TN", "BOD", "NH4", "NO3", "DO");

  final RandomWater water;
  private final Dice dice;
  private final List<Works> works = new ArrayList<>();

  private record Works(Entry entry, String constituent, double[] g_per_s) {}

  public RandomStudy(long seed) {
    dice = new Dice(seed);
    water = new RandomWater(dice);
    int count = dice.from(2, 9);
    for (int i = 0; i < count; i++) {
      double[] load = new double[water.seasons()];
      for (int s = 0; s < load.length; s++) {
        load[s] = dice.between(0, 20);
      }
      String constituent = List.of("Cl", "TN", "BOD", "NH4").get(dice.from(0, 4));
      works.add(new Works(entry(), constituent, load));
    }
  }

  private Entry entry() {
    int reach = dice.from(0, water.reachCount());
    return switch (dice.from(0, 4)) {
      case 0 -> Entry.atNode(RandomWater.node(dice.from(0, water.nodeCount())));
      case 1 -> River.uniform(water.reach(reach));
      case 2 -> River.middle(water.reach(reach));
      default -> River.point(water.reach(reach), dice.between(0, 1) * water.length_km(reach));
    };
  }

  int worksCount() {
    return works.size();
  }

  public Study study() {
    return study(1, -1);
  }

  /// All works' loads times `factor`; works `more` once more (none: -1).
  Study study(double factor, int more) {
    River river = River.of(water.text()).lakeSteps(LAKE_STEPS);
    for (int s = 0; s < water.seasons(); s++) {
      river.season("s" + s, YEAR_D * water.share(s));
    }
    chemistry(river);
    for (RandomWater.Flow flow : water.flows()) {
      river.flow(flow.kind(), flow.node(), flow.m3_per_s(), flow.pairs(CARRIED));
      if (flow.kind() == NodeFlow.Kind.BOUNDARY) {
        river.group("region " + flow.node().charAt(2) % 2);
      }
    }
    for (RandomWater.Storage lake : water.lakes()) {
      river.lake(lake.node(), lake.area_km2(), lake.volumeEnd_km3());
    }
    for (int i = 0; i < works.size(); i++) {
      double times = factor + (i == more ? 1 : 0);
      double[] load = works.get(i).g_per_s.clone();
      for (int s = 0; s < load.length; s++) {
        load[s] *= times;
      }
      river.load(works.get(i).entry, works.get(i).constituent, load).unit("u" + i % 2);
    }
    return river
        .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.4)
        .spread(Spread.Variable.LOAD, "", Spread.Tier.UNIT, 0.3)
        .spread(Spread.Variable.LOAD, "", Spread.Tier.INDIVIDUAL, 0.2)
        .spread(Spread.Variable.DISCHARGE, "", Spread.Tier.STUDY, 0.2)
        .spread(Spread.Variable.RATE, "", Spread.Tier.STUDY, 0.3)
        .spread(Spread.Variable.CONCENTRATION, "", Spread.Tier.INDIVIDUAL, 0.2)
        .study();
  }

  private static void chemistry(River river) {
    river
        .conservative("Cl")
        .firstOrder("TN")
        .linked("BOD", "NH4", "NO3", "DO")
        .reaction("tn_decay", "TN", Reaction.Kind.DECAY, 0.12, 1.05, "", 0)
        .reaction("tn_settling", "TN", Reaction.Kind.SETTLING, 0.2)
        .reaction("tn_lake", "TN", Reaction.Kind.LAKE_SETTLING, 0.05, 1.02, "", 0)
        .reaction("oxidation", "BOD", Reaction.Kind.DECAY, 0.23, 1.047, "DO", -1)
        .reaction("bod_settling", "BOD", Reaction.Kind.SETTLING, 0.1)
        .reaction("nitrification", "NH4", Reaction.Kind.DECAY, 0.2, 1.083, "NO3", 1)
        .reaction("nitrification", "NH4", Reaction.Kind.DECAY, 0.2, 1.083, "DO", -4.57)
        .reaction("denitrification", "NO3", Reaction.Kind.DECAY, 0.08, 1.07, "", 0)
        .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 1.7, 1.024, "", 0)
        .reaction("sediment", "DO", Reaction.Kind.SEDIMENT_DEMAND, 0.3, 1.06, "", 0)
        .reaction("respiration", "DO", Reaction.Kind.RESPIRATION, 0.2);
  }
}
