package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.NodeFlow;
import org.tonle.model.Rate;
import org.tonle.model.Reach;
import org.tonle.model.Reaction;
import org.tonle.model.Settings;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// Draws of a study's uncertain inputs (docs/theory/uncertainty.md, Eqs. 2–5): each is a study of
/// its own, with other records. Only retention by key is known here.
final class PlainDraws {
  private static final int LAKE_STEPS = 8;

  private final Study study;
  private final PlainOrigin origin;
  private final PlainNetwork network;
  private final List<String> groups = new ArrayList<>();
  private final Random random;
  private final Map<String, Double> normals = new HashMap<>();
  private final Map<String, PlainShare> shares = new HashMap<>();

  /// @param carried constituents that are drawn; all others are left out, to save time
  PlainDraws(PlainModel central, List<String> carried, long seed) {
    study = only(central.study, carried);
    network = central.network;
    random = new Random(seed);
    for (NodeFlow flow : study.waterways().flows()) {
      if (!flow.group().isEmpty() && !groups.contains(flow.group())) {
        groups.add(flow.group());
      }
    }
    origin = new PlainOrigin(central, groups);
  }

  private static Study only(Study of, List<String> carried) {
    Settings old = of.settings();
    Settings.Routing routing = old.routing();
    Settings settings =
        new Settings(
            old.year(),
            old.judging(),
            old.sampling(),
            new Settings.Routing(
                routing.turningShare(),
                routing.closureShare(),
                routing.effluentsJoin(),
                LAKE_STEPS,
                routing.maxLakesInCycle()),
            old.ambient(),
            old.conditioned(),
            old.accepted());
    Study.Chemistry chemistry =
        new Study.Chemistry(
            of.chemistry().constituents().stream().filter(c -> carried.contains(c.id())).toList(),
            of.chemistry().reactions(),
            of.chemistry().rates());
    return new Study(
        of.id(),
        of.title(),
        settings,
        of.waterways(),
        chemistry,
        of.emissions(),
        of.rules(),
        of.evidence(),
        of.catalogue(),
        of.scenarios());
  }

  /// One draw: a study, and what its loads are multiplied by.
  record Drawn(Study study, ToDoubleFunction<PlainLoad> multiplier) {}

  Drawn next() {
    normals.clear();
    double[][] factors = groupFactors();
    Study.Emissions old = study.emissions();
    Study.Emissions emissions =
        new Study.Emissions(
            old.units(),
            old.sources(),
            old.sanitation(),
            old.factors().stream().map(this::factor).toList(),
            old.effluents(),
            old.seasonFactors(),
            old.delivery());
    Study drawn =
        study
            .with(waterways(factors), emissions)
            .with(
                new Study.Chemistry(
                    study.chemistry().constituents(),
                    study.chemistry().reactions().stream().map(this::reaction).toList(),
                    study.chemistry().rates().stream().map(this::rate).toList()),
                emissions);
    return new Drawn(drawn, this::ofLoad);
  }

  /// Standard normal number of a variable's object in this draw.
  double normal(String variable, String object) {
    return normals.computeIfAbsent(variable + "/" + object, k -> random.nextGaussian());
  }

  private static double lognormal(double cv, double z) {
    double variance = StrictMath.log(1 + cv * cv);
    return StrictMath.exp(StrictMath.sqrt(variance) * z - variance / 2);
  }

  // ---- spreads

  private List<Spread> spreads(Spread.Variable variable) {
    return study.evidence().spreads().stream().filter(s -> s.variable() == variable).toList();
  }

  /// cv of the narrower scope: the named one, else all.
  private double cv(Spread.Variable variable, Spread.Tier tier, String scope, String season) {
    double found = 0;
    int narrowest = -1;
    for (Spread s : spreads(variable)) {
      boolean isMeant =
          s.tier() == tier
              && (s.scope().isEmpty() || s.scope().equals(scope))
              && (s.season().isEmpty() || s.season().equals(season));
      int narrow = (s.scope().isEmpty() ? 0 : 2) + (s.season().isEmpty() ? 0 : 1);
      if (isMeant && narrow > narrowest) {
        narrowest = narrow;
        found = s.cv();
      }
    }
    return found;
  }

  /// For its category in the study, for its category in its unit, of its own.
  private double ofLoad(PlainLoad load) {
    String category = load.category().id();
    double factor = 1;
    for (Spread.Tier tier : Spread.Tier.values()) {
      String object =
          switch (tier) {
            case STUDY -> category;
            case UNIT -> load.unit() + "/" + category;
            case INDIVIDUAL -> load.source();
          };
      double cv = cv(Spread.Variable.LOAD, tier, category, "");
      factor *= cv > 0 ? lognormal(cv, normal("load " + tier, object)) : 1;
    }
    return factor;
  }

  private double[][] groupFactors() {
    double rho = study.settings().sampling().groupCorrelation();
    double[][] found = new double[study.waterways().seasons().size()][groups.size()];
    for (int g = 0; g < groups.size(); g++) {
      double z =
          StrictMath.sqrt(rho) * normal("year", "")
              + StrictMath.sqrt(1 - rho) * normal("discharge", groups.get(g));
      for (int s = 0; s < found.length; s++) {
        String season = study.waterways().seasons().get(s).id();
        double cv = cv(Spread.Variable.DISCHARGE, Spread.Tier.STUDY, groups.get(g), season);
        found[s][g] = lognormal(cv, z);
      }
    }
    return found;
  }

  // ---- records

  private Factor factor(Factor f) {
    double value = f.value();
    for (Spread s : spreads(Spread.Variable.PASSING)) {
      boolean isMeant =
          s.scope().equals(f.key())
              && (s.constituent().isEmpty() || s.constituent().equals(f.constituent()));
      if (f.kind() == Factor.Kind.PASSING && isMeant) {
        value = passing(f, s.cv());
      }
    }
    boolean isOwn = false;
    for (Spread s : spreads(Spread.Variable.RETENTION)) {
      boolean isMeant =
          s.scope().equals(f.key())
              && (s.constituent().equals(f.constituent()) || (!isOwn && s.constituent().isEmpty()));
      if (f.kind() == Factor.Kind.RETENTION && isMeant) {
        isOwn = s.constituent().equals(f.constituent());
        double left = StrictMath.log10(1 - f.value()) + s.sd_log10() * normal("retention", f.key());
        value = 1 - StrictMath.pow(10, StrictMath.min(0, left));
      }
    }
    return new Factor(f.kind(), f.key(), f.constituent(), value, f.provenance());
  }

  private double passing(Factor f, double cv) {
    double z = normal("passing", f.key());
    boolean isBacteria =
        study.chemistry().constituents().stream()
            .anyMatch(
                c ->
                    c.id().equals(f.constituent())
                        && c.kinetics() == Constituent.Kinetics.COLIFORM);
    if (f.value() <= 0 || f.value() >= 1) {
      return f.value();
    }
    if (isBacteria) {
      return StrictMath.pow(10, StrictMath.log10(f.value()) * lognormal(cv, z));
    }
    return shares
        .computeIfAbsent(f.value() + " " + cv, k -> PlainShare.of(f.value(), cv * f.value()))
        .at(z);
  }

  private double ofRate(String reaction) {
    double cv = cv(Spread.Variable.RATE, Spread.Tier.STUDY, reaction, "");
    return cv > 0 ? lognormal(cv, normal("rate", reaction)) : 1;
  }

  private Reaction reaction(Reaction r) {
    double value = r.value() * ofRate(r.id());
    return new Reaction(
        r.id(),
        r.constituent(),
        r.kind(),
        value,
        r.theta(),
        r.product(),
        r.yield(),
        r.provenance());
  }

  private Rate rate(Rate r) {
    return new Rate(
        r.reaction(),
        r.place(),
        r.reachClass(),
        r.season(),
        r.minDischarge_m3_per_s(),
        r.maxDischarge_m3_per_s(),
        r.minDepth_m(),
        r.maxDepth_m(),
        r.value() * ofRate(r.reaction()),
        r.provenance());
  }

  private Study.Waterways waterways(double[][] factors) {
    Study.Waterways old = study.waterways();
    return new Study.Waterways(
        old.seasons(),
        old.nodes(),
        old.reaches().stream().map(r -> reach(r, factors)).toList(),
        old.lakes(),
        old.flows().stream().map(f -> flow(f, factors)).toList(),
        old.waters().stream().map(this::water).toList(),
        old.shapes());
  }

  private Water water(Water w) {
    double cv = cv(Spread.Variable.CONCENTRATION, Spread.Tier.INDIVIDUAL, w.water(), "");
    double factor = cv > 0 ? lognormal(cv, normal("concentration", w.water())) : 1;
    return new Water(
        w.water(), w.season(), w.constituent(), w.concentration() * factor, w.provenance());
  }

  private NodeFlow flow(NodeFlow f, double[][] factors) {
    List<Double> drawn = new ArrayList<>();
    for (int s = 0; s < factors.length; s++) {
      int g = groups.indexOf(f.group());
      double own = g < 0 ? 1 : factors[s][g];
      double factor = f.kind().joins() ? own : origin.factor(s, network.node(f.node()), factors[s]);
      drawn.add(f.discharge_m3_per_s().get(s) * factor);
    }
    return new NodeFlow(
        f.id(),
        f.node(),
        f.kind(),
        f.water(),
        f.group(),
        f.unit(),
        drawn,
        f.isUndisturbed(),
        f.provenance());
  }

  private Reach reach(Reach r, double[][] factors) {
    List<Reach.Seasonal> drawn = new ArrayList<>();
    for (int s = 0; s < factors.length; s++) {
      Reach.Seasonal old = r.seasons().get(s);
      boolean isBackward = old.discharge_m3_per_s() < 0;
      int up = network.node(isBackward ? r.line().toNode() : r.line().fromNode());
      drawn.add(
          new Reach.Seasonal(
              old.discharge_m3_per_s() * origin.factor(s, up, factors[s]),
              old.meanAbsoluteDischarge_m3_per_s(),
              old.fraction(),
              old.width_m(),
              old.depth_m(),
              old.velocity_m_per_s(),
              old.travelTime_d(),
              old.temperature_c(),
              old.light_w_per_m2(),
              old.provenance()));
    }
    return new Reach(
        r.id(),
        r.names(),
        r.line(),
        r.reverses(),
        r.unit(),
        r.section(),
        r.drainage(),
        drawn,
        r.rateClass(),
        r.delivers(),
        r.provenance());
  }
}
