package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tonle.assess.ConcentrationScale;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reaction;
import org.tonle.model.Season;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.KineticsBuilder;
import org.tonle.run.Instance;
import org.tonle.run.Question;
import org.tonle.run.TargetIndex;
import org.tonle.run.Vectors;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.step.DrawVectors;

/// Traces of concentrations of the central run: what each load puts into the water, how much of it
/// is lost on the way and where, and what the rest adds.
///
/// The losses are told apart by sweeps with ever more reactions: none, then those of the lakes,
/// then settling along the rivers, then all. The shares of one load so add up to 1.
public final class Traces {
  private static final Trace.Way UNKNOWN =
      new Trace.Way(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final Instance instance;
  private final TargetIndex places;
  private final DrawVectors central;

  public Traces(Instance instance) {
    this.instance = instance;
    places = new TargetIndex(instance.study(), instance.builder());
    central = new Vectors(instance).central();
  }

  /// Effect of the loads of one member at a place: λ of every entry and season.
  ///
  /// @param perLoad_s_per_m3 index `season * entries + entry`
  /// @param atPlace_s_per_m3 effect of a steady load that enters at the place
  private record Effect(double[] perLoad_s_per_m3, double atPlace_s_per_m3) {}

  /// The trace of one concentration.
  public Trace of(Question asked) {
    int g = group(asked.constituent());
    Kinetics kinetics = instance.groups().get(g);
    LoadEntries entries = instance.entries().get(g);
    int member = member(kinetics, asked.constituent());
    Constituent of = constituent(kinetics, member);
    Target worst = places.target(asked, member);
    CauseIndex index = new CauseIndex(instance.study(), instance.loads(), kinetics, entries);
    Adjoint full = adjoint(g, kinetics);
    double[] sums = new double[entries.count()];
    double[] shares = new double[sums.length];
    int[] each = new int[sums.length];
    Arrays.setAll(each, i -> i);
    double natural = full.contributions(worst, each, sums, index.water_m3_per_s, shares);
    double saturation_g_per_m3 = of.isOxygen() ? places.saturation_g_per_m3(worst, kinetics) : 0;
    if (of.isOxygen()) {
      double water = Arrays.stream(shares).sum();
      natural = saturation_g_per_m3 * (1 - water) - natural;
      for (int i = 0; i < sums.length; i++) {
        sums[i] = saturation_g_per_m3 * shares[i] - sums[i];
      }
    }
    double scale = ConcentrationScale.fromKernel(of, 1);
    double atPlace = stage(g, kinetics, worst, k -> false, false).atPlace_s_per_m3();
    return new Trace(
        asked,
        of,
        (Arrays.stream(sums).sum() + natural) * scale,
        saturation_g_per_m3 * scale,
        atPlace > 0 ? 1 / atPlace : Double.NaN,
        loads(g, asked, worst, sums, scale),
        waters(entries, kinetics, asked, sums, scale),
        natural * scale);
  }

  private List<Trace.Load> loads(int g, Question asked, Target worst, double[] sums, double scale) {
    Kinetics kinetics = instance.groups().get(g);
    LoadEntries entries = instance.entries().get(g);
    Map<Integer, List<Integer>> entriesOf = new TreeMap<>();
    for (int i = 0; i < entries.count(); i++) {
      if (entries.origin()[i] >= 0) {
        entriesOf.computeIfAbsent(entries.origin()[i], t -> new ArrayList<>()).add(i);
      }
    }
    int season = season(asked.season());
    Map<Integer, List<Effect>> stages = new HashMap<>();
    List<Trace.Load> found = new ArrayList<>();
    entriesOf.forEach(
        (term, own) -> {
          double added = own.stream().mapToDouble(i -> sums[i]).sum();
          if (added != 0) {
            int member = entries.member()[own.getFirst()];
            List<Effect> effects =
                stages.computeIfAbsent(member, m -> stages(g, kinetics, worst, m));
            LoadTerm of = instance.loads().terms().get(term);
            double[] mean_g_per_s =
                own.stream()
                    .mapToDouble(i -> mean(i, season, entries, effects.getLast()))
                    .toArray();
            double entering = Arrays.stream(mean_g_per_s).sum();
            Trace.Way way = way(own, mean_g_per_s, entering, entries.count(), effects);
            double entering_kg_per_d = Arrivals.perDay(constituent(kinetics, member), entering);
            found.add(new Trace.Load(of, entering_kg_per_d, way, added * scale));
          }
        });
    found.sort(
        Comparator.comparingDouble((Trace.Load l) -> -StrictMath.abs(l.added()))
            .thenComparing(l -> l.term().source())
            .thenComparing(l -> l.term().path())
            .thenComparing(l -> l.term().entry().id()));
    return found;
  }

  /// Load of an entry, each season counted as much as it is felt at the place; of an entry that is
  /// not felt there the load of the season.
  private double mean(int entry, int season, LoadEntries entries, Effect effect) {
    double felt = 0;
    double sum = 0;
    for (int s = 0; s < seasonCount(); s++) {
      double perLoad = effect.perLoad_s_per_m3[s * entries.count() + entry];
      felt += perLoad;
      sum += perLoad * entries.load_g_per_s()[s * entries.count() + entry];
    }
    return felt > 0 ? sum / felt : entries.load_g_per_s()[season * entries.count() + entry];
  }

  private Trace.Way way(
      List<Integer> own, double[] mean_g_per_s, double entering, int count, List<Effect> effects) {
    double[] share = new double[effects.size()];
    for (int e = 0; e < share.length; e++) {
      double sum = 0;
      for (int i = 0; i < mean_g_per_s.length; i++) {
        for (int s = 0; s < seasonCount(); s++) {
          sum += effects.get(e).perLoad_s_per_m3[s * count + own.get(i)] * mean_g_per_s[i];
        }
      }
      share[e] = sum / (effects.getFirst().atPlace_s_per_m3 * entering);
    }
    return Arrays.stream(share).allMatch(Double::isFinite)
        ? new Trace.Way(
            share[3], 1 - share[0], share[0] - share[1], share[1] - share[2], share[2] - share[3])
        : UNKNOWN;
  }

  /// Effects with ever more reactions; those of a member that the question is not about where the
  /// water enters the place.
  private List<Effect> stages(int g, Kinetics kinetics, Target worst, int member) {
    boolean isAsked = member == worst.member() && member != kinetics.oxygen();
    Target.Point point = isAsked ? worst.point() : Target.Point.HEAD;
    Target at = new Target(worst.kind(), worst.place(), point, worst.season(), member);
    return List.of(
        stage(g, kinetics, at, k -> false, false),
        stage(g, kinetics, at, k -> false, true),
        stage(g, kinetics, at, Traces::settles, true),
        stage(g, kinetics, at, k -> true, true));
  }

  private static boolean settles(Reaction.Kind kind) {
    return kind == Reaction.Kind.SETTLING || kind == Reaction.Kind.UPTAKE;
  }

  private Effect stage(
      int g, Kinetics of, Target target, Predicate<Reaction.Kind> inRivers, boolean inLakes) {
    List<Reaction.Kind> kinds = KineticsBuilder.kinds(instance.study(), instance.applied(), of);
    double[][] river = of.reaches().rate_per_s().clone();
    double[][] lake = of.lakes().rate_per_s().clone();
    double[][] velocity = of.lakes().velocity_m_per_s().clone();
    for (int r = 0; r < kinds.size(); r++) {
      river[r] = inRivers.test(kinds.get(r)) ? river[r] : new double[river[r].length];
      lake[r] = inLakes ? lake[r] : new double[lake[r].length];
      velocity[r] = inLakes ? velocity[r] : new double[velocity[r].length];
    }
    Adjoint adjoint = adjoint(g, with(of, river, lake, velocity));
    double[] perLoad = adjoint.gradient(target).perLoad_s_per_m3();
    return new Effect(perLoad, adjoint.perLoadAtHead_s_per_m3(target.member()));
  }

  private static Kinetics with(
      Kinetics of, double[][] river, double[][] lake, double[][] velocity) {
    Kinetics.ReachRates reaches = of.reaches();
    Kinetics.LakeRates lakes = of.lakes();
    return new Kinetics(
        of.constituents(),
        of.oxygen(),
        of.reactant(),
        of.product(),
        of.yield(),
        of.aerates(),
        of.spares(),
        new Kinetics.ReachRates(
            river,
            reaches.vector(),
            reaches.saturation_g_per_m3(),
            reaches.source_g_per_m3_s(),
            reaches.flowExponent()),
        new Kinetics.LakeRates(
            lake,
            velocity,
            lakes.vector(),
            lakes.saturation_g_per_m3(),
            lakes.source_g_per_m2_s(),
            lakes.source_g_per_m3_s(),
            lakes.gains_g_per_s(),
            lakes.residuals_g_per_m3()));
  }

  private List<Trace.Joining> waters(
      LoadEntries entries, Kinetics kinetics, Question asked, double[] sums, double scale) {
    int season = season(asked.season());
    Map<Integer, double[]> byFlow = new TreeMap<>();
    for (int i = 0; i < entries.count(); i++) {
      if (entries.origin()[i] < 0) {
        double[] sum = byFlow.computeIfAbsent(-1 - entries.origin()[i], f -> new double[2]);
        Constituent of = constituent(kinetics, entries.member()[i]);
        double load = entries.load_g_per_s()[season * entries.count() + i];
        sum[0] += of.id().equals(asked.constituent()) ? Arrivals.perDay(of, load) : 0;
        sum[1] += sums[i] * scale;
      }
    }
    List<Trace.Joining> found = new ArrayList<>();
    List<NodeFlow> flows = instance.study().waterways().flows();
    byFlow.forEach(
        (f, sum) -> {
          if (sum[1] != 0) {
            found.add(new Trace.Joining(flows.get(f), sum[0], sum[1]));
          }
        });
    found.sort(
        Comparator.comparingDouble((Trace.Joining j) -> -StrictMath.abs(j.added()))
            .thenComparing(j -> j.flow().id()));
    return found;
  }

  private Adjoint adjoint(int g, Kinetics kinetics) {
    Adjoint adjoint =
        new Adjoint(
            instance.network(),
            kinetics,
            instance.entries().get(g),
            instance.study().settings().routing().lakeSteps());
    adjoint.draw(central, 0);
    return adjoint;
  }

  private int seasonCount() {
    return instance.network().seasonCount();
  }

  private int season(String id) {
    return instance.study().waterways().seasons().stream().map(Season::id).toList().indexOf(id);
  }

  private int group(String constituent) {
    for (int g = 0; g < instance.groups().size(); g++) {
      if (member(instance.groups().get(g), constituent) >= 0) {
        return g;
      }
    }
    throw new IllegalArgumentException("The study has no constituent " + constituent + ".");
  }

  private int member(Kinetics kinetics, String constituent) {
    for (int m = 0; m < kinetics.memberCount(); m++) {
      if (constituent(kinetics, m).id().equals(constituent)) {
        return m;
      }
    }
    return -1;
  }

  private Constituent constituent(Kinetics kinetics, int member) {
    return instance.study().chemistry().constituents().get(kinetics.constituents()[member]);
  }
}
