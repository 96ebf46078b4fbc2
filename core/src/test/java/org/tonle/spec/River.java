package org.tonle.spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Catalogue;
import org.tonle.model.Constituent;
import org.tonle.model.Delivery;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Lake;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.ModelError;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Rate;
import org.tonle.model.Reach;
import org.tonle.model.Reaction;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.Settings;
import org.tonle.model.Source;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.model.Water;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Runner;

/// River of a test, as a study: the river as text, the rest as one call per line. If a per-season
/// argument has a single number, it holds for all seasons.
public final class River {
  private final List<ReachText> reaches = new ArrayList<>();
  private final List<Season> seasons = new ArrayList<>();
  private final List<Constituent> constituents = new ArrayList<>();
  private final List<Reaction> reactions = new ArrayList<>();
  private final List<Rate> rates = new ArrayList<>();
  private final List<Lake> lakes = new ArrayList<>();
  private final List<NodeFlow> flows = new ArrayList<>();
  private final List<Water> waters = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Sanitation> sanitation = new ArrayList<>();
  private final List<Factor> factors = new ArrayList<>();
  private final List<Effluent> effluents = new ArrayList<>();
  private final RiverLaw law = new RiverLaw();
  private final List<Spread> spreads = new ArrayList<>();
  private final List<ModelError> modelErrors = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Double> altitude_m = new HashMap<>();
  private int lakeSteps = 32;
  private double groupCorrelation;
  private double confidence = 0.9;
  private boolean conditioned;
  private boolean effluentsJoin;

  private River() {}

  public static River of(String text) {
    River river = new River();
    text.lines().filter(l -> !l.isBlank()).map(ReachText::new).forEach(river.reaches::add);
    return river;
  }

  public River season(String id, double days) {
    seasons.add(new Season(id, Names.of(id), List.of(), days));
    return this;
  }

  // ---- what is carried

  public River carries(Constituent constituent) {
    constituents.add(constituent);
    return this;
  }

  public River conservative(String id) {
    return carries(constituent(id, Constituent.Kinetics.CONSERVATIVE, "", false));
  }

  public River firstOrder(String id) {
    return carries(constituent(id, Constituent.Kinetics.FIRST_ORDER, "", false));
  }

  /// Members of the one linked group of the tests; DO is the oxygen.
  public River linked(String... ids) {
    for (String id : ids) {
      carries(constituent(id, Constituent.Kinetics.LINKED, "oxygen", id.equals("DO")));
    }
    return this;
  }

  /// The samples' coefficient of variation of the constituent given last.
  public River sampleCv(double cv) {
    Constituent c = constituents.removeLast();
    return carries(
        new Constituent(
            c.id(),
            c.names(),
            c.unit(),
            c.kinetics(),
            c.group(),
            c.bottleRate_per_d(),
            cv,
            c.isOxygen(),
            c.provenance()));
  }

  public static Constituent constituent(
      String id, Constituent.Kinetics kinetics, String group, boolean isOxygen) {
    return new Constituent(
        id,
        Names.of(id),
        ConcentrationUnit.MG_PER_L,
        kinetics,
        group,
        0,
        0,
        isOxygen,
        Provenance.NONE);
  }

  public River reaction(String id, String constituent, Reaction.Kind kind, double value) {
    return reaction(id, constituent, kind, value, 1, "", 0);
  }

  public River reaction(
      String id,
      String of,
      Reaction.Kind kind,
      double value,
      double theta,
      String product,
      double yield) {
    reactions.add(new Reaction(id, of, kind, value, theta, product, yield, Provenance.NONE));
    return this;
  }

  /// A decay at one rate whatever the temperature, with the constituent that the mass becomes.
  public River decay(String id, String of, double per_d, String product, double yield) {
    return reaction(id, of, Reaction.Kind.DECAY, per_d, 1, product, yield);
  }

  public River rate(String reaction, String place, String season, double value) {
    double most = Double.POSITIVE_INFINITY;
    return rate(new Rate(reaction, place, "", season, 0, most, 0, most, value, Provenance.NONE));
  }

  public River rate(Rate rate) {
    rates.add(rate);
    return this;
  }

  // ---- water that joins and leaves

  public River boundary(String node, double[] m3_per_s, Object... constituentsAndValues) {
    return flow(NodeFlow.Kind.BOUNDARY, node, m3_per_s, constituentsAndValues);
  }

  public River boundary(String node, double m3_per_s, Object... constituentsAndValues) {
    return flow(NodeFlow.Kind.BOUNDARY, node, new double[] {m3_per_s}, constituentsAndValues);
  }

  public River inflow(String node, double m3_per_s, Object... constituentsAndValues) {
    return flow(NodeFlow.Kind.LOCAL_INFLOW, node, new double[] {m3_per_s}, constituentsAndValues);
  }

  public River leaves(NodeFlow.Kind kind, String node, double... m3_per_s) {
    return flow(kind, node, m3_per_s);
  }

  /// Each flow is its own water, in no hydrological group until [#group] names one.
  public River flow(
      NodeFlow.Kind kind, String node, double[] m3_per_s, Object... constituentsAndValues) {
    String id = node + "." + kind.name().toLowerCase(java.util.Locale.ROOT) + "." + flows.size();
    List<Double> q = Arrays.stream(m3_per_s).boxed().toList();
    flows.add(
        new NodeFlow(id, node, kind, kind.joins() ? id : "", "", "", q, false, Provenance.NONE));
    for (int i = 0; i < constituentsAndValues.length; i += 2) {
      String constituent = (String) constituentsAndValues[i];
      double value = ((Number) constituentsAndValues[i + 1]).doubleValue();
      waters.add(new Water(id, "", constituent, value, Provenance.NONE));
    }
    return this;
  }

  /// The hydrological group of the flow given last.
  public River group(String name) {
    NodeFlow f = flows.removeLast();
    flows.add(
        new NodeFlow(
            f.id(),
            f.node(),
            f.kind(),
            f.water(),
            name,
            f.unit(),
            f.discharge_m3_per_s(),
            f.isUndisturbed(),
            f.provenance()));
    return this;
  }

  /// Says that the flow given last is undisturbed.
  public River undisturbed() {
    NodeFlow f = flows.removeLast();
    flows.add(
        new NodeFlow(
            f.id(),
            f.node(),
            f.kind(),
            f.water(),
            f.group(),
            f.unit(),
            f.discharge_m3_per_s(),
            true,
            f.provenance()));
    return this;
  }

  public River altitude(String node, double m) {
    altitude_m.put(node, m);
    return this;
  }

  /// Volumes at the seasons' ends; the last is the first season's start.
  public River lake(String id, double area_km2, double... volumeEnd_km3) {
    return fringedLake(id, area_km2, 0, volumeEnd_km3);
  }

  /// The same, with a fringe of flooded land.
  public River fringedLake(String id, double area_km2, double fringe_km2, double... volumeEnd_km3) {
    List<Lake.Seasonal> seasonal = new ArrayList<>();
    int n = volumeEnd_km3.length;
    for (int s = 0; s < n; s++) {
      seasonal.add(
          new Lake.Seasonal(
              volumeEnd_km3[(s + n - 1) % n],
              volumeEnd_km3[s],
              area_km2,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              fringe_km2,
              Provenance.NONE));
    }
    lakes.add(new Lake(id, Names.of(id), "", seasonal, Provenance.NONE));
    return this;
  }

  // ---- loads

  /// A factory at a node, with one load per season or one for all.
  public River load(String node, String constituent, double... g_per_s) {
    return load(Entry.atNode(node), constituent, g_per_s);
  }

  public River load(Entry entry, String constituent, double... g_per_s) {
    String id = "works-%03d".formatted(sources.size() + 1);
    OptionalDouble none = OptionalDouble.empty();
    sources.add(
        new Source.Industry(
            id,
            Names.of(id),
            "",
            entry,
            "works",
            Source.Activity.UNKNOWN,
            "",
            "",
            0,
            0,
            Provenance.NONE));
    for (int s = 0; s < g_per_s.length; s++) {
      String season = g_per_s.length == 1 ? "" : seasons.get(s).id();
      OptionalDouble load = OptionalDouble.of(g_per_s[s]);
      effluents.add(new Effluent(id, season, constituent, none, load, Provenance.NONE));
    }
    return this;
  }

  /// The unit of the factory given last.
  public River unit(String unit) {
    return last(unit, ((Source.Industry) sources.getLast()).activity());
  }

  /// The wastewater of the works given last.
  public River wastewater(double m3_per_s) {
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble m3_per_d = OptionalDouble.of(m3_per_s * 86_400);
    return last("", new Source.Activity(none, none, m3_per_d));
  }

  private River last(String unit, Source.Activity activity) {
    Source.Industry w = (Source.Industry) sources.removeLast();
    return source(
        new Source.Industry(
            w.id(),
            w.names(),
            unit,
            w.entry(),
            w.sector(),
            activity,
            "",
            "",
            0,
            0,
            w.provenance()));
  }

  public static Entry uniform(String reach) {
    return new Entry(Entry.How.UNIFORM, reach, 0);
  }

  public static Entry middle(String reach) {
    return new Entry(Entry.How.MIDDLE, reach, 0);
  }

  public static Entry point(String reach, double km) {
    return new Entry(Entry.How.POINT, reach, km);
  }

  public River source(Source source) {
    sources.add(source);
    return this;
  }

  public River path(Sanitation row) {
    sanitation.add(row);
    return this;
  }

  public River factor(Factor.Kind kind, String key, String constituent, double value) {
    factors.add(new Factor(kind, key, constituent, value, Provenance.NONE));
    return this;
  }

  // ---- what is judged, and how sure

  /// A limit of class I of standard `law`, which every place must meet.
  public River limit(String constituent, Limit.Statistic statistic, double value) {
    return limit(constituent, statistic, value, LimitScope.EVERY_SEASON);
  }

  /// The same, of another period or of some of the water.
  public River limit(
      String constituent, Limit.Statistic statistic, double value, LimitScope scope) {
    law.limit(constituent, statistic, value, scope);
    return this;
  }

  /// A property of all water, on which limits depend.
  public River condition(String parameter, double value) {
    law.condition(parameter, value);
    return this;
  }

  public River spread(Spread.Variable variable, String scope, Spread.Tier tier, double cv) {
    spreads.add(Spread.of(variable, scope, tier, "", cv, Provenance.NONE));
    return this;
  }

  /// Model error of a constituent in a kind of water; of oxygen in mg/L.
  public River modelError(String constituent, Limit.Waterbody water, double spread) {
    modelErrors.add(
        new ModelError(constituent, water, spread, 9, ModelError.Basis.LEFT_OUT, Provenance.NONE));
    return this;
  }

  /// Correlation between the discharges of hydrological groups.
  public River correlated(double correlation) {
    groupCorrelation = correlation;
    return this;
  }

  /// Spread of what the way to the water retains.
  public River retentionSpread(String scope, String constituent, double sd_log10) {
    spreads.add(Spread.ofRetention(scope, constituent, sd_log10, Provenance.NONE));
    return this;
  }

  /// A mean of all samples of the year at a node, reach or lake, for fitting.
  public River observed(String place, String constituent, double value) {
    return observed(place, constituent, value, Observation.Bound.EXACT);
  }

  /// The same mean, exact or as a bound.
  public River observed(String place, String constituent, double value, Observation.Bound bound) {
    observations.add(
        new Observation(
            "station " + observations.size(),
            place,
            Optional.empty(),
            List.of(),
            constituent,
            Observation.Statistic.MEAN,
            1,
            value,
            bound,
            Observation.Use.FIT,
            "",
            Provenance.NONE));
    return this;
  }

  /// A parameter between 1e-6 and 1e6 that starts at `start`. A dated sample, exact or as a bound.
  public River sampled(String place, String constituent, LocalDate date, String cell) {
    Observation.Bound bound =
        cell.startsWith("<")
            ? Observation.Bound.BELOW
            : cell.startsWith(">") ? Observation.Bound.ABOVE : Observation.Bound.EXACT;
    double value = Double.parseDouble(cell.replaceAll("[<>]", ""));
    return observation(
        place, Optional.of(date), constituent, Observation.Statistic.SAMPLE, value, bound);
  }

  /// A published figure of n samples of the whole year.
  public River summed(
      String place, String constituent, Observation.Statistic statistic, double value) {
    return observation(
        place, Optional.empty(), constituent, statistic, value, Observation.Bound.EXACT);
  }

  private River observation(
      String place,
      Optional<LocalDate> date,
      String constituent,
      Observation.Statistic statistic,
      double value,
      Observation.Bound bound) {
    observations.add(
        new Observation(
            "bridge at " + place,
            place,
            date,
            date.map(d -> List.of(d.getMonthValue())).orElse(List.of()),
            constituent,
            statistic,
            date.isPresent() ? 1 : 40,
            value,
            bound,
            Observation.Use.CHECK,
            "",
            Provenance.NONE));
    return this;
  }

  public River parameter(Parameter.Kind kind, String scope, double start) {
    parameters.add(
        new Parameter(
            kind.name().toLowerCase(java.util.Locale.ROOT) + " " + scope,
            kind,
            scope,
            "",
            start,
            1e-6,
            1e6,
            OptionalDouble.empty(),
            1,
            Provenance.NONE));
    return this;
  }

  public River confidence(double c) {
    confidence = c;
    return this;
  }

  /// Lets fits use observed loads below a station.
  public River conditioned() {
    conditioned = true;
    return this;
  }

  public River lakeSteps(int steps) {
    lakeSteps = steps;
    return this;
  }

  /// Says that effluents come on top of the discharges.
  public River effluentsJoin() {
    effluentsJoin = true;
    return this;
  }

  // ---- the study

  public Study study() {
    if (seasons.isEmpty()) {
      season("year", 365.25);
    }
    Settings settings =
        new Settings(
            2025,
            new Settings.Judging(LocalDate.of(2025, 1, 1), confidence, "law", 0, 0),
            new Settings.Sampling(0, 1, 0.34, groupCorrelation),
            new Settings.Routing(0.1, 0.05, effluentsJoin, lakeSteps, 64),
            new Settings.Ambient(20, 200, 0, 50),
            conditioned,
            List.of());
    return new Study(
        "test",
        Names.of("Test"),
        settings,
        new Study.Waterways(
            seasons,
            nodes(),
            sortedReaches(),
            sorted(lakes, Lake::id),
            yearlong(flows),
            waters,
            List.of()),
        new Study.Chemistry(constituents, reactions, rates),
        new Study.Emissions(
            List.of(),
            sorted(sources, Source::id),
            sanitation,
            factors,
            effluents,
            List.of(),
            Delivery.NONE),
        law.rules(),
        new Study.Evidence(
            List.of(),
            observations,
            spreads,
            List.of(),
            parameters,
            Posterior.NONE,
            List.of(),
            modelErrors),
        Catalogue.NONE,
        List.of());
  }

  private List<Node> nodes() {
    TreeSet<String> ids = new TreeSet<>();
    for (ReachText reach : reaches) {
      ids.add(reach.from());
      ids.add(reach.to());
    }
    return ids.stream()
        .map(
            id ->
                new Node(
                    id, Names.of(id), 0, 0, altitude_m.getOrDefault(id, 0.0), "", Provenance.NONE))
        .toList();
  }

  private List<Reach> sortedReaches() {
    return reaches.stream()
        .map(r -> r.reach(seasons.size(), r.isSectionGiven()))
        .sorted(Comparator.comparing(Reach::id))
        .toList();
  }

  private List<NodeFlow> yearlong(List<NodeFlow> given) {
    return given.stream()
        .map(
            f ->
                f.discharge_m3_per_s().size() == seasons.size()
                    ? f
                    : new NodeFlow(
                        f.id(),
                        f.node(),
                        f.kind(),
                        f.water(),
                        f.group(),
                        f.unit(),
                        java.util.Collections.nCopies(
                            seasons.size(), f.discharge_m3_per_s().getFirst()),
                        f.isUndisturbed(),
                        f.provenance()))
        .sorted(Comparator.comparing(NodeFlow::id))
        .toList();
  }

  private static <T> List<T> sorted(List<T> list, java.util.function.Function<T, String> id) {
    return list.stream().sorted(Comparator.comparing(id)).toList();
  }

  // ---- the answer

  /// The central run.
  public Answer run() {
    return run(Options.of(0, 1));
  }

  public Answer run(Options options) {
    return new Answer(outcome(options));
  }

  public Outcome outcome(Options options) {
    return Runner.run(study(), Scenario.BASELINE, options);
  }
}
