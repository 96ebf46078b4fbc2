package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.network.SeasonNetwork.ReachState;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Gradient;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.reverse.Target.Kind;
import org.tonle.simulate.reverse.Target.Point;

/// LAW: the reverse sweep is the transpose of the plain forward one, on random networks with every
/// feature and drawn rates, flows and loads. Relative to the largest concentration: 1e-9.
class AdjointTest {
  private static final double TOLERANCE = 1e-9;
  private static final int DRAWS = 2;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void contributionsAddUpToTheSimulatedConcentration(long seed) {
    for (PreparedGroup group : groups(seed)) {
      addUp(seed, group);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void itIsTheTransposeOfTheForwardOperator(long seed) {
    for (PreparedGroup group : groups(seed)) {
      transpose(seed, group);
    }
  }

  @Test
  @Tag("slow")
  void andOnManyMoreNetworks() {
    for (long seed = 100; seed < 160; seed++) {
      for (PreparedGroup group : groups(seed)) {
        addUp(seed, group);
        transpose(seed, group);
      }
    }
  }

  private static List<PreparedGroup> groups(long seed) {
    return PreparedGroup.of(new RandomStudy(seed).study(), new Dice(seed + 7), DRAWS);
  }

  private static Adjoint adjoint(PreparedGroup group) {
    return new Adjoint(group.network(), group.kinetics(), group.entries(), RandomStudy.LAKE_STEPS);
  }

  /// Σ λ W + natural against the plain kernel, at every place, point, season and member.
  private static void addUp(long seed, PreparedGroup group) {
    Adjoint adjoint = adjoint(group);
    for (int d = 0; d < DRAWS; d++) {
      GroupResult simulated = group.simulate(d, RandomStudy.LAKE_STEPS);
      adjoint.draw(group.draws(), d);
      double tolerance = TOLERANCE * largest(simulated);
      for (Target target : targets(group)) {
        Gradient gradient = adjoint.gradient(target);
        double sum = gradient.natural_g_per_m3();
        for (int s = 0; s < group.network().seasonCount(); s++) {
          for (int i = 0; i < group.entries().count(); i++) {
            int at = s * group.entries().count() + i;
            sum += gradient.perLoad_s_per_m3()[at] * adjoint.load_g_per_s(s, i);
          }
        }
        String where = "seed %d draw %d: %s".formatted(seed, d, target);
        assertEquals(value(group, simulated, target), sum, tolerance, where);
        assertEquals(sum, adjoint.concentration_g_per_m3(target), tolerance, where);
        assertEquals(sum, grouped(group, adjoint, target), tolerance, where);
      }
    }
  }

  private static double grouped(PreparedGroup group, Adjoint adjoint, Target target) {
    int[] three = new int[group.entries().count()];
    for (int i = 0; i < three.length; i++) {
      three[i] = i % 3;
    }
    double[] sums = new double[3];
    double natural = adjoint.contributions(target, three, sums, new double[0], new double[3]);
    return natural + sums[0] + sums[1] + sums[2];
  }

  /// ⟨A x, y⟩ = ⟨x, Aᵀ y⟩ for loads x and weights y of all heads, ends, lakes and nodes by chance.
  /// A is the forward kernel's run with x less its run without loads.
  private static void transpose(long seed, PreparedGroup group) {
    Dice dice = new Dice(seed * 31 + 5);
    int size = group.network().seasonCount() * group.entries().count();
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = dice.between(-10, 20);
    }
    PreparedGroup loaded = group.with(x);
    GroupResult with = loaded.simulate(1, RandomStudy.LAKE_STEPS);
    GroupResult without = group.with(new double[size]).simulate(1, RandomStudy.LAKE_STEPS);
    Adjoint adjoint = adjoint(loaded);
    adjoint.draw(group.draws(), 1);
    double forward = 0;
    double backward = 0;
    double scale = 0;
    double[] back = new double[size];
    for (Target target : targets(group)) {
      if (target.point() == Point.WORST && target.kind() == Kind.REACH) {
        continue;
      }
      double y = dice.between(-1, 1);
      double term = y * (value(group, with, target) - value(group, without, target));
      forward += term;
      scale += StrictMath.abs(term);
      double[] perLoad = adjoint.gradient(target).perLoad_s_per_m3();
      for (int i = 0; i < size; i++) {
        back[i] += y * perLoad[i];
      }
    }
    for (int s = 0; s < group.network().seasonCount(); s++) {
      for (int i = 0; i < group.entries().count(); i++) {
        backward += back[s * group.entries().count() + i] * adjoint.load_g_per_s(s, i);
      }
    }
    assertTrue(scale > 0, "No load reaches any place of seed " + seed);
    assertEquals(forward, backward, TOLERANCE * scale, "seed " + seed);
  }

  private static double largest(GroupResult simulated) {
    double largest = 1;
    for (double head : simulated.head) {
      largest = StrictMath.max(largest, StrictMath.abs(head));
    }
    return largest;
  }

  private static List<Target> targets(PreparedGroup group) {
    List<Target> targets = new ArrayList<>();
    for (int s = 0; s < group.network().seasonCount(); s++) {
      for (int m = 0; m < group.kinetics().memberCount(); m++) {
        for (int r = 0; r < group.network().reachCount(); r++) {
          if (group.network().seasons().get(s).flow().state()[r] != ReachState.DRY) {
            for (Point point : Point.values()) {
              targets.add(new Target(Kind.REACH, r, point, s, m));
            }
          }
        }
        for (int lake = 0; lake < group.network().lakeCount(); lake++) {
          targets.add(new Target(Kind.LAKE, lake, Point.WORST, s, m));
        }
        for (int node = 0; node < group.network().nodeCount(); node++) {
          targets.add(new Target(Kind.NODE, node, Point.WORST, s, m));
        }
      }
    }
    return targets;
  }

  private static double value(PreparedGroup group, GroupResult simulated, Target target) {
    int reaches = group.network().reachCount();
    int place =
        switch (target.kind()) {
          case REACH -> target.place();
          case LAKE -> reaches + target.place();
          case NODE -> reaches + group.network().lakeCount() + target.place();
          case SEGMENT -> throw new IllegalArgumentException(target.toString());
        };
    int at = simulated.at(target.season(), place, target.member());
    return switch (target.point()) {
      case HEAD -> simulated.head[at];
      case END -> simulated.end[at];
      case WORST -> simulated.worst[at];
    };
  }
}
