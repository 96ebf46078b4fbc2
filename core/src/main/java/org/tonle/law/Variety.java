package org.tonle.law;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Lake;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Reaction;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.network.SeasonNetwork;
import org.tonle.run.Answer;
import org.tonle.run.Instance;
import org.tonle.run.Pull;

/// Variety of what a law was held on, counted, so that nobody takes a law for held where it was
/// never tried.
public final class Variety {
  /// What a law on sessions must have met.
  public enum Feature {
    // of a study
    LAKES,
    STORING_LAKES,
    FRINGED_LAKES,
    REVERSING_REACHES,
    TURNING_REACHES,
    DRY_REACHES,
    REACHES_WITHOUT_DELIVERY,
    GIVEN_FRACTIONS,
    STATED_VELOCITIES,
    LOADS_ALONG_REACHES,
    SEVERAL_SEASONS,
    ONE_GROUP_OF_WATER,
    THREE_OR_MORE_GROUPS_OF_WATER,
    BLENDED_WATER,
    SEVERAL_LINKED_GROUPS,
    BACTERIA,
    BOUND_CONSTITUENTS,
    RATES_OF_PLACES,
    INDIVIDUAL_SOURCES,
    RETENTION_ON_LOGS,
    CORRELATED_GROUPS,
    NO_DRAWS,
    PARKS,
    FACTORIES,
    PLANTS,
    SEVERAL_TOWNS,
    DIVIDED_TOWNS,
    SEWERSHED_TO_PLANT,
    SEPTIC_TO_PLANT,
    KEPT_EXCRETA,
    LIMITED_SLUDGE,
    MEASURED_EFFLUENTS,
    EFFLUENTS_THAT_JOIN,
    SEASONS_OF_SOURCES,
    WASHED_OFF_LOADS,
    RUNOFF_OF_LAND,
    DELIVERY_FROM_LAND,
    RECEPTORS,
    LIMITS_OF_THE_YEAR,
    LIMITS_OF_A_SEASON,
    LIMITS_BY_TEMPERATURE,
    LIMITS_BY_PARAMETER,
    LIMITS_OF_SATURATION,
    OBSERVATIONS,
    CHECKS,
    MODEL_ERRORS,
    MODEL_ERRORS_OF_OXYGEN,
    // of a scenario
    SCALE_LOAD,
    SET_PLANT,
    SET_SANITATION,
    SCALE_RATE,
    SET_DISCHARGE,
    BUILD,
    BUILD_NEW,
    SEWERSHED_NAMED,
    SEWERSHED_OF_A_DIVIDED_TOWN,
    WHOLE_OF_A_DIVIDED_TOWN,
    FROM_ONE_PATH,
    ALL_SHARES_GIVEN,
    YEAR_OF_A_CHANGE,
    YEAR,
    GROWTH,
    CLIMATE_DISCHARGE,
    CLIMATE_TEMPERATURE,
    SEVERAL_CHANGES,
    // of an answer
    TOUCHED,
    TOUCHED_INFLOWS,
    WHOLE,
    OTHER_CUTS,
    OTHER_WATER,
    NEW_SOURCE,
    REFUSED,
    // of a session
    BASELINE_OF_A_SCENARIO,
    CANCELLED,
    AFTER_A_REFUSAL,
    FROM_TWO_THREADS;

    /// As tables and JSON write it.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Feature, Integer> counts = new EnumMap<>(Feature.class);
  private int studies;
  private int scenarios;

  public Variety() {
    for (Feature feature : Feature.values()) {
      counts.put(feature, 0);
    }
  }

  /// Number of studies, scenarios or questions that had the feature.
  public int count(Feature feature) {
    return counts.getOrDefault(feature, 0);
  }

  public int studies() {
    return studies;
  }

  public int scenarios() {
    return scenarios;
  }

  void add(Feature feature) {
    addIf(feature, true);
  }

  private void addIf(Feature feature, boolean has) {
    counts.merge(feature, has ? 1 : 0, Integer::sum);
  }

  void scenario(Set<Feature> features) {
    scenarios++;
    features.forEach(this::add);
  }

  void answer(Answer answer) {
    add(
        switch (answer) {
          case Answer.Refused refused -> Feature.REFUSED;
          case Pull pull ->
              switch (pull.how()) {
                case TOUCHED -> Feature.TOUCHED;
                case TOUCHED_INFLOWS -> Feature.TOUCHED_INFLOWS;
                case WHOLE -> Feature.WHOLE;
                case OTHER_CUTS -> Feature.OTHER_CUTS;
                case OTHER_WATER -> Feature.OTHER_WATER;
                case NEW_SOURCE -> Feature.NEW_SOURCE;
              };
        });
  }

  void study(Instance instance, int draws) {
    studies++;
    Study study = instance.study();
    water(study, instance);
    sources(study);
    addIf(Feature.NO_DRAWS, draws == 0);
    addIf(Feature.SEVERAL_LINKED_GROUPS, instance.groups().size() > 2);
    addIf(
        Feature.BACTERIA,
        study.chemistry().constituents().stream().anyMatch(c -> c.unit().counts()));
    addIf(
        Feature.BOUND_CONSTITUENTS,
        study.chemistry().reactions().stream().anyMatch(r -> r.kind() == Reaction.Kind.BINDING));
    addIf(Feature.RATES_OF_PLACES, !study.chemistry().rates().isEmpty());
    addIf(
        Feature.INDIVIDUAL_SOURCES,
        study.evidence().spreads().stream()
            .anyMatch(
                s -> s.variable() == Spread.Variable.LOAD && s.tier() == Spread.Tier.INDIVIDUAL));
    addIf(
        Feature.RETENTION_ON_LOGS,
        study.evidence().spreads().stream()
            .anyMatch(s -> s.variable() == Spread.Variable.RETENTION));
    addIf(Feature.CORRELATED_GROUPS, study.settings().sampling().groupCorrelation() > 0);
    addIf(Feature.RECEPTORS, !study.rules().receptors().isEmpty());
    addIf(Feature.OBSERVATIONS, !study.evidence().observations().isEmpty());
    addIf(Feature.CHECKS, !study.evidence().checks().isEmpty());
    addIf(Feature.MODEL_ERRORS, !study.evidence().modelErrors().isEmpty());
    addIf(
        Feature.MODEL_ERRORS_OF_OXYGEN,
        study.evidence().modelErrors().stream().anyMatch(e -> e.constituent().equals("DO")));
    List<LimitScope> limits = study.rules().limits().stream().map(Limit::scope).toList();
    addIf(Feature.LIMITS_OF_THE_YEAR, limits.stream().anyMatch(LimitScope::isOfYear));
    addIf(Feature.LIMITS_OF_A_SEASON, limits.stream().anyMatch(l -> !l.season().isEmpty()));
    addIf(
        Feature.LIMITS_BY_TEMPERATURE,
        limits.stream().anyMatch(l -> !l.temperature_c().equals(LimitScope.Range.ALL)));
    addIf(Feature.LIMITS_BY_PARAMETER, limits.stream().anyMatch(l -> !l.parameter().isEmpty()));
    addIf(
        Feature.LIMITS_OF_SATURATION,
        limits.stream().anyMatch(l -> l.basis() == LimitScope.Basis.SATURATION));
  }

  private void water(Study study, Instance instance) {
    Study.Waterways water = study.waterways();
    addIf(Feature.LAKES, !water.lakes().isEmpty());
    addIf(Feature.STORING_LAKES, water.lakes().stream().anyMatch(Variety::stores));
    addIf(
        Feature.FRINGED_LAKES,
        instance.groups().stream()
            .anyMatch(
                g ->
                    g.lakes().gains_g_per_s().count() > 0
                        && g.lakes().residuals_g_per_m3().count() > 0));
    addIf(Feature.REVERSING_REACHES, water.reaches().stream().anyMatch(Reach::reverses));
    addIf(Feature.TURNING_REACHES, isAny(instance, SeasonNetwork.ReachState.TURNING));
    addIf(Feature.DRY_REACHES, isAny(instance, SeasonNetwork.ReachState.DRY));
    addIf(Feature.REACHES_WITHOUT_DELIVERY, water.reaches().stream().anyMatch(r -> !r.delivers()));
    addIf(
        Feature.GIVEN_FRACTIONS,
        water.reaches().stream()
            .anyMatch(r -> r.seasons().stream().anyMatch(s -> s.fraction().isPresent())));
    addIf(
        Feature.STATED_VELOCITIES,
        water.reaches().stream()
            .anyMatch(r -> r.seasons().stream().anyMatch(s -> s.velocity_m_per_s().isPresent())));
    addIf(
        Feature.LOADS_ALONG_REACHES,
        instance.loads().terms().stream().anyMatch(t -> t.entry().how() == Entry.How.UNIFORM));
    addIf(Feature.SEVERAL_SEASONS, water.seasons().size() > 1);
    long groups =
        water.flows().stream().map(NodeFlow::group).filter(g -> !g.isEmpty()).distinct().count();
    addIf(Feature.ONE_GROUP_OF_WATER, groups == 1);
    addIf(Feature.THREE_OR_MORE_GROUPS_OF_WATER, groups > 2);
    addIf(
        Feature.BLENDED_WATER,
        instance.network().seasons().stream()
            .anyMatch(s -> isBlended(s.nodes().classShare(), instance.builder().groups().size())));
  }

  private static boolean stores(Lake lake) {
    return lake.seasons().stream().anyMatch(s -> s.volumeStart_km3() != s.volumeEnd_km3());
  }

  private static boolean isAny(Instance instance, SeasonNetwork.ReachState state) {
    return instance.network().seasons().stream()
        .anyMatch(s -> java.util.Arrays.asList(s.flow().state()).contains(state));
  }

  /// Whether some water has parts of several groups.
  private static boolean isBlended(double[] classShare, int groups) {
    for (int c = 0; c + groups <= classShare.length; c += StrictMath.max(1, groups)) {
      int parts = 0;
      for (int g = 0; g < groups; g++) {
        parts += classShare[c + g] > 0 ? 1 : 0;
      }
      if (parts > 1) {
        return true;
      }
    }
    return false;
  }

  private void sources(Study study) {
    Study.Emissions all = study.emissions();
    addIf(Feature.PARKS, has(all, Source.Park.class, 1));
    addIf(
        Feature.FACTORIES,
        all.sources().stream()
            .anyMatch(s -> s instanceof Source.Industry one && one.sector().equals("textile")));
    addIf(Feature.PLANTS, has(all, Source.Plant.class, 1));
    addIf(Feature.SEVERAL_TOWNS, has(all, Source.Town.class, 2));
    addIf(
        Feature.DIVIDED_TOWNS,
        all.sources().stream()
            .anyMatch(s -> s instanceof Source.Town t && t.sewershed().isPresent()));
    addIf(
        Feature.SEWERSHED_TO_PLANT,
        all.sanitation().stream()
            .anyMatch(r -> r.path() == Sanitation.Path.SEWER_PLANT && r.share() > 0));
    addIf(
        Feature.SEPTIC_TO_PLANT,
        all.sanitation().stream()
            .anyMatch(r -> r.path() == Sanitation.Path.SEPTIC_EMPTIED && r.share() > 0));
    addIf(Feature.KEPT_EXCRETA, all.sanitation().stream().anyMatch(r -> r.keeping().isSaid()));
    addIf(
        Feature.LIMITED_SLUDGE,
        all.sources().stream()
            .anyMatch(
                s ->
                    s instanceof Source.Plant p
                        && p.isSludgeLimited()
                        && all.sanitation().stream().anyMatch(r -> isSludge(r, p.id()))));
    addIf(
        Feature.MEASURED_EFFLUENTS,
        all.effluents().stream().anyMatch(e -> !e.source().startsWith("works-")));
    addIf(Feature.EFFLUENTS_THAT_JOIN, study.settings().routing().effluentsJoin());
    addIf(Feature.SEASONS_OF_SOURCES, !all.seasonFactors().isEmpty());
    addIf(
        Feature.WASHED_OFF_LOADS,
        all.factors().stream().anyMatch(f -> f.kind() == Factor.Kind.WASH_OFF));
    addIf(
        Feature.RUNOFF_OF_LAND,
        has(all, Source.Land.class, 1)
            && all.factors().stream().anyMatch(f -> f.kind() == Factor.Kind.RUNOFF));
    addIf(Feature.DELIVERY_FROM_LAND, !all.delivery().terms().isEmpty());
  }

  private static boolean isSludge(Sanitation row, String plant) {
    return row.path() == Sanitation.Path.SEPTIC_EMPTIED && row.plant().equals(plant);
  }

  private static boolean has(Study.Emissions all, Class<? extends Source> kind, int least) {
    return all.sources().stream().filter(kind::isInstance).count() >= least;
  }
}
