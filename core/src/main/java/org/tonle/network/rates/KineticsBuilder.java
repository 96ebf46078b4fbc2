package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonle.convert.Convert;
import org.tonle.convert.Text;
import org.tonle.model.Constituent;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;

/// Builder of the [Kinetics] of each linked group from the reactions of a study
/// (docs/theory/kinetics.md, Eqs. 1–12).
public final class KineticsBuilder {
  /// Light extinction k_e = 0.0931 TSS + 0.881 [1/m] (Reder et al. 2015).
  private static final double EXTINCTION_PER_TSS = 0.0931;

  private static final double EXTINCTION = 0.881;

  /// Bacteria settle fully only in water deeper than this [m] (DynQual).
  private static final double FULL_SETTLING_M = 0.5;

  /// Discharge over the central one, and its inverse, between which a rate's power is found.
  private static final double NEARBY = 1.3;

  private static final double LEAST_POWER = 1e-12;

  private final Study study;
  private final Applied applied;
  private final Network network;
  private final Multipliers multipliers;
  private final RateTable rates;
  private final Environment.Altitudes altitudes;
  private final FittedRanges ranges = new FittedRanges();
  private final LakeConstants constants;

  public KineticsBuilder(Study study, Applied applied, Network network, Multipliers multipliers) {
    this.study = study;
    this.applied = applied;
    this.network = network;
    this.multipliers = multipliers;
    rates = new RateTable(study.chemistry().rates());
    altitudes = new Environment.Altitudes(study.waterways().nodes());
    constants = new LakeConstants(study, applied, network, multipliers, rates, this::ofLake);
  }

  /// Kinetics per linked group, in the order in which the study names their first constituents.
  public List<Kinetics> build() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    List<Constituent> constituents = study.chemistry().constituents();
    for (int c = 0; c < constituents.size(); c++) {
      String group = constituents.get(c).group();
      String key = group.isEmpty() ? "constituent " + constituents.get(c).id() : "group " + group;
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(c);
    }
    return groups.values().stream().map(this::group).toList();
  }

  /// Warnings of formulas used beyond their ranges, once all are built.
  public List<Problem> problems() {
    return ranges.problems();
  }

  private Kinetics group(List<Integer> unsorted) {
    List<Constituent> all = study.chemistry().constituents();
    List<Reaction> rows =
        study.chemistry().reactions().stream()
            .filter(r -> unsorted.stream().anyMatch(c -> all.get(c).id().equals(r.constituent())))
            .filter(r -> !isConservative(r.constituent()))
            .toList();
    List<Integer> members = sorted(unsorted, rows);
    List<String> ids = members.stream().map(c -> all.get(c).id()).toList();
    int oxygen = -1;
    for (int m = 0; m < members.size(); m++) {
      oxygen = all.get(members.get(m)).isOxygen() ? m : oxygen;
    }
    List<List<Reaction>> reactions = byRate(rows);
    Bindings bindings = new Bindings(study, applied, ids);
    int n = reactions.size();
    Kinetics kinetics = empty(members, oxygen, n + bindings.mirrors(reactions).size());
    for (int i = 0; i < n; i++) {
      fill(kinetics, i, reactions.get(i), ids);
    }
    bindings.bind(kinetics, reactions);
    if (oxygen >= 0) {
      oxygen(kinetics, rows);
    }
    return kinetics;
  }

  /// Rows of each rate of a group, in the order of [Kinetics].
  private static List<List<Reaction>> byRate(List<Reaction> rows) {
    Map<String, List<Reaction>> byId = new LinkedHashMap<>();
    for (Reaction row : rows) {
      if (isRate(row)) {
        byId.computeIfAbsent(row.id() + " of " + row.constituent(), k -> new ArrayList<>())
            .add(row);
      }
    }
    return List.copyOf(byId.values());
  }

  /// Kind of each rate of a group: of its reactions, then of the mirrors of bound losses.
  public static List<Reaction.Kind> kinds(Study study, Applied applied, Kinetics kinetics) {
    List<Constituent> all = study.chemistry().constituents();
    List<String> members =
        Arrays.stream(kinetics.constituents())
            .mapToObj(all::get)
            .filter(c -> c.kinetics() != Constituent.Kinetics.CONSERVATIVE)
            .map(Constituent::id)
            .toList();
    List<Reaction> rows =
        study.chemistry().reactions().stream()
            .filter(r -> members.contains(r.constituent()))
            .toList();
    List<List<Reaction>> reactions = byRate(rows);
    return Stream.concat(
            IntStream.range(0, reactions.size()).boxed(),
            new Bindings(study, applied, members)
                .mirrors(reactions).stream().map(Bindings.Mirror::reaction))
        .map(i -> reactions.get(i).getFirst().kind())
        .toList();
  }

  private boolean isConservative(String constituent) {
    return study.chemistry().constituents().stream()
        .anyMatch(
            c -> c.id().equals(constituent) && c.kinetics() == Constituent.Kinetics.CONSERVATIVE);
  }

  private static boolean isRate(Reaction row) {
    return switch (row.kind()) {
      case DECAY, SETTLING, UPTAKE, REAERATION, LIGHT, LAKE_SETTLING -> true;
      case SEDIMENT_DEMAND,
          PHOTOSYNTHESIS,
          RESPIRATION,
          RELEASE,
          FRINGE_RELEASE,
          FRINGE_DEMAND,
          RESIDUAL,
          BINDING ->
          false;
    };
  }

  /// Members sorted so that products follow the members they are made of; ties in the study's
  /// order.
  private List<Integer> sorted(List<Integer> members, List<Reaction> rows) {
    List<Constituent> all = study.chemistry().constituents();
    List<Integer> left = new ArrayList<>(members);
    List<Integer> done = new ArrayList<>();
    while (!left.isEmpty()) {
      Integer next =
          left.stream()
              .filter(c -> rows.stream().noneMatch(r -> isMadeOf(all.get(c).id(), r, left, all)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          Text.format(
                              "Reactions of one linked group turn in a circle: %s.",
                              left.stream().map(c -> all.get(c).id()).toList())));
      left.remove(/* element */ next);
      done.add(next);
    }
    return done;
  }

  private static boolean isMadeOf(
      String product, Reaction row, List<Integer> left, List<Constituent> all) {
    return row.product().equals(product)
        && !row.constituent().equals(product)
        && left.stream().anyMatch(c -> all.get(c).id().equals(row.constituent()));
  }

  private Kinetics empty(List<Integer> members, int oxygen, int n) {
    int inReaches = network.seasonCount() * network.reachCount();
    int inLakes = network.seasonCount() * network.lakeCount();
    boolean breathes = oxygen >= 0;
    return new Kinetics(
        members.stream().mapToInt(c -> c).toArray(),
        oxygen,
        new int[n],
        new int[n][],
        new double[n][],
        new boolean[n],
        new boolean[n],
        new Kinetics.ReachRates(
            new double[n][inReaches],
            new int[n][network.reachCount()],
            new double[breathes ? inReaches : 0],
            new double[breathes ? inReaches : 0],
            new double[n][inReaches]),
        new Kinetics.LakeRates(
            new double[n][inLakes],
            new double[n][inLakes],
            new int[n][network.lakeCount()],
            new double[breathes ? inLakes : 0],
            new double[breathes ? inLakes : 0],
            new double[breathes ? inLakes : 0],
            constants.gains_g_per_s(members),
            constants.residuals_g_per_m3(members)));
  }

  private void fill(Kinetics kinetics, int i, List<Reaction> rows, List<String> ids) {
    Reaction first = rows.getFirst();
    kinetics.reactant()[i] = ids.indexOf(first.constituent());
    List<Reaction> made = rows.stream().filter(r -> ids.contains(r.product())).toList();
    kinetics.product()[i] = made.stream().mapToInt(r -> ids.indexOf(r.product())).toArray();
    kinetics.yield()[i] = made.stream().mapToDouble(Reaction::yield).toArray();
    kinetics.aerates()[i] = first.kind() == Reaction.Kind.REAERATION;
    boolean settlesInLakes =
        study.chemistry().reactions().stream()
            .anyMatch(
                r ->
                    r.kind() == Reaction.Kind.LAKE_SETTLING
                        && r.constituent().equals(first.constituent()));
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int r = 0; r < network.reachCount(); r++) {
        if (network.seasons().get(s).flow().state()[r] != SeasonNetwork.ReachState.DRY) {
          Environment here = ofReach(r, s);
          int at = s * network.reachCount() + r;
          noteRange(first, here);
          kinetics.reaches().rate_per_s()[i][at] =
              Convert.perSecondFromPerDay(inReach_per_d(first, here));
          kinetics.reaches().flowExponent()[i][at] = flowExponent(first, here);
          kinetics.reaches().vector()[i][r] = vector(first, here);
        }
      }
      for (int l = 0; l < network.lakeCount(); l++) {
        Environment here = ofLake(l, s);
        int at = s * network.lakeCount() + l;
        kinetics.lakes().vector()[i][l] = vector(first, here);
        inLake(kinetics, i, at, first, here, settlesInLakes);
      }
    }
  }

  private Environment ofReach(int reach, int season) {
    return Environment.ofReach(study, network, altitudes, reach, season)
        .warmer(applied.temperatureRise_c());
  }

  private Environment ofLake(int lake, int season) {
    return Environment.ofLake(study, network, altitudes, lake, season)
        .warmer(applied.temperatureRise_c());
  }

  private int vector(Reaction reaction, Environment here) {
    return multipliers.of(new Multiplier.OfRate(reaction.id(), here.site().unit()));
  }

  private double value(Reaction reaction, Environment here) {
    return rates.value(reaction, here);
  }

  /// Factor of the scenario on a reaction's rate.
  private double lever(Reaction reaction) {
    return applied.rateFactor(reaction.id());
  }

  private double inReach_per_d(Reaction reaction, Environment here) {
    double value = value(reaction, here);
    double warmth = here.warmth(reaction.theta()) * lever(reaction);
    return switch (reaction.kind()) {
      case DECAY -> value * warmth;
      case SETTLING -> value * warmth * settlingShare(reaction, here) / here.depth_m();
      case UPTAKE -> value * warmth / here.depth_m();
      case LIGHT -> value * light_w_per_m2(here) * lever(reaction);
      case REAERATION -> reaeration_per_d(value, here) * warmth;
      default -> 0;
    };
  }

  /// Power of discharge that a rate follows where depth and velocity do, as the slope of their
  /// logarithms between discharges 30 % lower and higher.
  private double flowExponent(Reaction reaction, Environment here) {
    boolean isByDepth =
        switch (reaction.kind()) {
          case SETTLING, UPTAKE, LIGHT, REAERATION -> here.depth_m() > 0;
          default -> false;
        };
    if (!isByDepth) {
      return 0;
    }
    double velocityPower = study.settings().sampling().dischargeExponent();
    double low = inReach_per_d(reaction, here.atDischarge(1 / NEARBY, velocityPower));
    double high = inReach_per_d(reaction, here.atDischarge(NEARBY, velocityPower));
    double power = StrictMath.log(high / low) / (2 * StrictMath.log(NEARBY));
    return low > 0 && high > 0 && StrictMath.abs(power) > LEAST_POWER ? power : 0;
  }

  /// Notes what the reaeration of a river is worked out from.
  private void noteRange(Reaction reaction, Environment here) {
    boolean isByFormula =
        reaction.kind() == Reaction.Kind.REAERATION
            && here.reaeration_per_d().isEmpty()
            && !(value(reaction, here) > 0);
    if (isByFormula) {
      ranges.river(here);
    }
  }

  private double reaeration_per_d(double value, Environment here) {
    if (here.reaeration_per_d().isPresent()) {
      return here.reaeration_per_d().getAsDouble();
    }
    return value > 0
        ? value
        : Reaeration.covar(here.velocity_m_per_s(), here.depth_m(), here.wind_m_per_s());
  }

  private double settlingShare(Reaction reaction, Environment here) {
    boolean isColiform =
        study.chemistry().constituents().stream()
            .anyMatch(
                c ->
                    c.id().equals(reaction.constituent())
                        && c.kinetics() == Constituent.Kinetics.COLIFORM);
    return isColiform ? StrictMath.min(1, here.depth_m() / FULL_SETTLING_M) : 1;
  }

  /// Light averaged over the depth, I0 (1 - e^{-k_e H}) / (k_e H).
  private double light_w_per_m2(Environment here) {
    double x =
        (EXTINCTION_PER_TSS * study.settings().ambient().tss_mg_per_l() + EXTINCTION)
            * here.depth_m();
    return here.light_w_per_m2() * (x > 0 ? -StrictMath.expm1(-x) / x : 1);
  }

  private void inLake(
      Kinetics kinetics,
      int i,
      int at,
      Reaction reaction,
      Environment here,
      boolean settlesInLakes) {
    double value = value(reaction, here);
    double warmth = here.warmth(reaction.theta()) * lever(reaction);
    switch (reaction.kind()) {
      case LAKE_SETTLING ->
          kinetics.lakes().velocity_m_per_s()[i][at] =
              Convert.metresPerSecondFromPerDay(value * warmth);
      case DECAY ->
          kinetics.lakes().rate_per_s()[i][at] =
              settlesInLakes ? 0 : Convert.perSecondFromPerDay(value * warmth);
      case SETTLING, UPTAKE ->
          kinetics.lakes().velocity_m_per_s()[i][at] =
              settlesInLakes
                  ? 0
                  : Convert.metresPerSecondFromPerDay(
                      value * warmth * settlingShare(reaction, here));
      case LIGHT ->
          kinetics.lakes().rate_per_s()[i][at] =
              Convert.perSecondFromPerDay(value * light_w_per_m2(here) * lever(reaction));
      case REAERATION -> {
        if (value > 0) {
          kinetics.lakes().rate_per_s()[i][at] = Convert.perSecondFromPerDay(value * warmth);
        } else {
          ranges.lake(here);
          double transfer_m_per_d = Reaeration.windTransfer_m_per_d(here.wind_m_per_s());
          kinetics.lakes().velocity_m_per_s()[i][at] =
              Convert.metresPerSecondFromPerDay(transfer_m_per_d * warmth);
        }
      }
      case SEDIMENT_DEMAND,
          PHOTOSYNTHESIS,
          RESPIRATION,
          RELEASE,
          FRINGE_RELEASE,
          FRINGE_DEMAND,
          RESIDUAL,
          BINDING -> {}
    }
  }

  private void oxygen(Kinetics kinetics, List<Reaction> rows) {
    double salinity = study.settings().ambient().salinity_g_per_kg();
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int r = 0; r < network.reachCount(); r++) {
        int at = s * network.reachCount() + r;
        Environment here = ofReach(r, s);
        ranges.saturation(here, salinity);
        kinetics.reaches().saturation_g_per_m3()[at] =
            OxygenSaturation.mg_per_l(here.temperature_c(), here.altitude_m(), salinity);
        double bed = Convert.gramsPerSecondFromGramsPerDay(made(rows, here, true));
        double water = Convert.gramsPerSecondFromGramsPerDay(made(rows, here, false));
        kinetics.reaches().source_g_per_m3_s()[at] =
            water + (here.depth_m() > 0 ? bed / here.depth_m() : 0);
      }
      for (int l = 0; l < network.lakeCount(); l++) {
        int at = s * network.lakeCount() + l;
        Environment here = ofLake(l, s);
        ranges.saturation(here, salinity);
        kinetics.lakes().saturation_g_per_m3()[at] =
            OxygenSaturation.mg_per_l(here.temperature_c(), here.altitude_m(), salinity);
        kinetics.lakes().source_g_per_m2_s()[at] =
            Convert.gramsPerSecondFromGramsPerDay(made(rows, here, true));
        kinetics.lakes().source_g_per_m3_s()[at] =
            Convert.gramsPerSecondFromGramsPerDay(made(rows, here, false));
      }
    }
  }

  /// Oxygen produced less oxygen used, by the bed [g/m²/d] or in the water [g/m³/d].
  private double made(List<Reaction> rows, Environment here, boolean byBed) {
    double sum = 0;
    for (Reaction row : rows) {
      double value = value(row, here) * here.warmth(row.theta()) * lever(row);
      sum +=
          switch (row.kind()) {
            case SEDIMENT_DEMAND -> byBed ? -value : 0;
            case PHOTOSYNTHESIS -> byBed ? 0 : value;
            case RESPIRATION -> byBed ? 0 : -value;
            default -> 0;
          };
    }
    return sum;
  }
}
