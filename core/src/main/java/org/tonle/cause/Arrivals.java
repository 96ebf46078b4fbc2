package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Instance;
import org.tonle.run.Question;
import org.tonle.run.TargetIndex;
import org.tonle.run.Vectors;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.step.DrawVectors;

/// Arrivals of loads at the places that questions ask about, in the central run: what the outlets
/// above a place put into the water in its season, and what a load that enters at the place adds.
///
/// Loads in kg/d as people read them, a BOD as 5-day; of bacteria 10^9 counts/d.
public final class Arrivals {
  private final Instance instance;
  private final TargetIndex places;
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, Integer> groupOf = new HashMap<>();

  private record Group(Kinetics kinetics, CauseIndex index, Adjoint adjoint) {}

  public Arrivals(Instance instance) {
    this.instance = instance;
    places = new TargetIndex(instance.study(), instance.builder());
    DrawVectors central = new Vectors(instance).central();
    for (int g = 0; g < instance.groups().size(); g++) {
      Kinetics kinetics = instance.groups().get(g);
      Adjoint adjoint =
          new Adjoint(
              instance.network(),
              kinetics,
              instance.entries().get(g),
              instance.study().settings().routing().lakeSteps());
      adjoint.draw(central, 0);
      groups.add(
          new Group(
              kinetics,
              new CauseIndex(
                  instance.study(), instance.loads(), kinetics, instance.entries().get(g)),
              adjoint));
      for (int c : kinetics.constituents()) {
        groupOf.put(instance.study().chemistry().constituents().get(c).id(), g);
      }
    }
  }

  /// Arrival at one place in one season.
  ///
  /// @param perLoad what 1 kg/d of the constituent adds that enters at the place, in the
  ///   constituent's unit; 0 where there is no water, NaN for oxygen
  /// @param atSource_kg_per_d load of the season that each cause puts into the water above the
  ///   place, at the outlets that add to it
  /// @param arriving_kg_per_d load that arrives of each cause of a shortfall of oxygen, as the
  ///   constituent that it is a load of; empty for other constituents
  public record Arrival(
      double perLoad, Map<Cause, Double> atSource_kg_per_d, Map<Cause, Double> arriving_kg_per_d) {}

  public Arrival of(Question asked) {
    Group group = groups.get(groupOf.getOrDefault(asked.constituent(), 0));
    int member = member(group, asked.constituent());
    Constituent constituent = constituent(group, member);
    double[] sums = new double[group.index.causes.size()];
    double[] shares = new double[sums.length];
    group.adjoint.contributions(
        places.target(asked, member), group.index.ofEntry, sums, new double[0], shares);
    double perLoad = group.adjoint.perLoadAtHead_s_per_m3(member);
    Arrays.fill(sums, 0);
    group.adjoint.reaching(season(asked.season()), group.index.ofEntry, sums);
    Map<Cause, Double> atSource = new HashMap<>();
    for (int i = 0; i < sums.length; i++) {
      Cause cause = group.index.causes.get(i);
      atSource.put(cause, perDay(constituent(group, cause), sums[i]));
    }
    if (constituent.isOxygen()) {
      return new Arrival(Double.NaN, atSource, arriving(group, asked));
    }
    double ofOne = constituent.unit().fromKernel(perSecond(constituent, perLoad));
    return new Arrival(ofOne, atSource, Map.of());
  }

  /// What arrives of every constituent that the oxygen is linked with: at the head of the part of a
  /// reach in which its oxygen is lowest, and along it down to that point.
  private Map<Cause, Double> arriving(Group group, Question asked) {
    Map<Cause, Double> found = new HashMap<>();
    double[] sums = new double[group.index.causes.size()];
    double[] along = new double[sums.length];
    group.adjoint.along(group.index.ofEntry, along);
    Target worst = places.target(asked, member(group, asked.constituent()));
    List<Target> heads = new ArrayList<>();
    for (int m = 0; m < group.kinetics.memberCount(); m++) {
      heads.add(group.adjoint.head(worst, m));
    }
    for (int m = 0; m < group.kinetics.memberCount(); m++) {
      Constituent own = constituent(group, m);
      if (!own.isOxygen()) {
        Arrays.fill(sums, 0);
        group.adjoint.contributions(
            heads.get(m), group.index.ofEntry, sums, new double[0], new double[sums.length]);
        double perLoad = group.adjoint.perLoadAtHead_s_per_m3(m);
        for (int i = 0; i < sums.length; i++) {
          Cause cause = group.index.causes.get(i);
          if (cause.constituent().equals(own.id()) && perLoad > 0) {
            found.put(cause, perDay(own, sums[i] / perLoad + along[i]));
          }
        }
      }
    }
    return found;
  }

  private int season(String id) {
    return instance.study().waterways().seasons().stream().map(Season::id).toList().indexOf(id);
  }

  private int member(Group group, String constituent) {
    for (int m = 0; m < group.kinetics.memberCount(); m++) {
      if (constituent(group, m).id().equals(constituent)) {
        return m;
      }
    }
    throw new IllegalArgumentException("The study has no constituent " + constituent + ".");
  }

  private Constituent constituent(Group group, int member) {
    return instance.study().chemistry().constituents().get(group.kinetics.constituents()[member]);
  }

  private Constituent constituent(Group group, Cause cause) {
    return constituent(group, member(group, cause.constituent()));
  }

  /// Kilograms (10^9 counts) a day from g/s (counts/s) of the kernel, where a BOD is ultimate.
  static double perDay(Constituent of, double kernel_per_s) {
    return kernel_per_s / (of.ultimateOverFiveDay() * perSecond(of, 1));
  }

  private static double perSecond(Constituent of, double perDay) {
    double grams = Convert.gramsPerSecondFromKilogramsPerDay(perDay);
    return of.unit().counts() ? grams * 1e6 : grams;
  }
}
