package org.tonle.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.check.ClosedLakes;
import org.tonle.check.SwallowedLoads;
import org.tonle.load.EffluentWater;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Cuts;
import org.tonle.network.EffluentShares;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.entry.LoadEntriesBuilder;
import org.tonle.network.order.Course;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.KineticsBuilder;
import org.tonle.network.rates.Multipliers;
import org.tonle.problem.Listing;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.scenario.ScenarioCheck;

/// Instance: a study under a scenario, prepared for the kernels, with loads, network, rates,
/// entries and judged places. It is built once and never changes; any number of threads may read
/// it.
///
/// If `problems` holds an error, the network is empty and there are no groups.
public final class Instance {
  private final Applied applied;
  private final Loads loads;
  private final NetworkBuilder builder;
  private final Course course;
  private final Multipliers multipliers = new Multipliers();
  private final LoadEntriesBuilder entriesBuilder;
  private final List<Kinetics> groups;
  private final List<LoadEntries> entries;
  private final JudgedPlaces places;
  private final List<Problem> problems;

  private Instance(Applied applied, @Nullable Instance alike) {
    this.applied = applied;
    Study study = applied.study();
    List<Problem> found =
        new ArrayList<>(ScenarioCheck.of(applied.index()).check(applied.scenario()));
    loads = LoadModel.of(study, applied);
    builder = alike == null ? new NetworkBuilder(study, loads) : alike.builder;
    found.addAll(loads.problems());
    found.addAll(builder.problems());
    found.addAll(SwallowedLoads.find(study, loads, builder::driesOut));
    boolean isWrong = found.stream().anyMatch(Problem::isError);
    KineticsBuilder rates = new KineticsBuilder(study, applied, builder.network(), multipliers);
    groups = isWrong ? List.of() : rates.build();
    found.addAll(rates.problems());
    entriesBuilder = new LoadEntriesBuilder(study, builder, loads, multipliers);
    entries = groups.stream().map(entriesBuilder::build).toList();
    found.addAll(entriesBuilder.problems());
    found.addAll(ClosedLakes.find(study, builder.network(), groups));
    problems = Listing.cut(study.settings().accept(found));
    course = alike == null ? CourseBuilder.of(builder.network()) : alike.course;
    places = new JudgedPlaces(study, applied.temperatureRise_c(), builder, groups);
  }

  /// Prepares a study under a scenario. Changes that the check refuses are left out and listed
  /// among the problems, so that the rest can still be inspected.
  public static Instance of(Applied applied) {
    return new Instance(applied, null);
  }

  /// The study under another scenario. It shares this network if the loads cut reaches at the same
  /// points; otherwise the study is prepared again.
  public Instance under(Scenario scenario) {
    Applied other = Applied.of(applied.index(), scenario);
    Loads now = LoadModel.of(study(), other);
    boolean stays =
        !isWrong()
            && builder
                .effluentsBy(now.waters(), n -> true)
                .filter(builder.effluents()::isSame)
                .isPresent()
            && Cuts.of(study(), loads.terms()).stay(loads.terms(), now.terms());
    return stays ? under(other) : of(other);
  }

  /// The study under another scenario whose loads cut reaches at the same points ([Cuts]): it
  /// shares this network.
  Instance under(Applied other) {
    return new Instance(other, this);
  }

  /// The study with these loads in the water that another scenario makes; empty if that water has
  /// no place for some of them.
  public Optional<Instance> inWaterOf(Scenario other) {
    Instance there = under(other);
    boolean hasPlace = Cuts.of(study(), there.loads.terms()).hold(loads.terms());
    return hasPlace && !there.isWrong() ? Optional.of(there.under(applied)) : Optional.empty();
  }

  public Study study() {
    return applied.study();
  }

  public Applied applied() {
    return applied;
  }

  public Loads loads() {
    return loads;
  }

  public Network network() {
    return builder.network();
  }

  public NetworkBuilder builder() {
    return builder;
  }

  public Course course() {
    return course;
  }

  public Multipliers multipliers() {
    return multipliers;
  }

  /// Rates of every linked group.
  public List<Kinetics> groups() {
    return groups;
  }

  /// Entries of the loads of every linked group.
  public List<LoadEntries> entries() {
    return entries;
  }

  /// Entries of a group with all listed sources at 0.
  public LoadEntries withoutSources(int group) {
    return entries.get(group).withoutSources(lastingOxygen(group));
  }

  /// Number of a group's oxygen where the water of the sources joins and keeps its oxygen whatever
  /// the sources discharge; else -1.
  int lastingOxygen(int group) {
    return study().settings().routing().effluentsJoin() ? groups.get(group).oxygen() : -1;
  }

  public LoadEntriesBuilder entriesBuilder() {
    return entriesBuilder;
  }

  public JudgedPlaces places() {
    return places;
  }

  /// Problems that keep the study from running or that the user should know of, without those that
  /// the study accepts.
  public List<Problem> problems() {
    return problems;
  }

  /// Shares of other effluents, if they leave the rivers at every judged place as they are.
  Optional<EffluentShares> effluentsBy(List<EffluentWater> waters) {
    BitSet seen = new BitSet();
    for (int node : places.places.node()) {
      seen.set(node);
    }
    return builder.effluentsBy(waters, seen::get);
  }

  public boolean isWrong() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
