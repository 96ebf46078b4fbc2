package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.cause.Apportionments;
import org.tonle.cause.Cause;
import org.tonle.convert.Convert;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.LimitCapacity;
import org.tonle.demand.Rule;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// LAWS of the total maximum daily load, on random countries with seasonal sources and several
/// outlets: with the share that may stay the contributions and the background add up to the limit;
/// the load as delivered is at most Q (ℓ − B) where everything enters at the head; the load at the
/// sources is at most what the sources discharge in that season, and at least what arrives where no
/// lake holds an earlier season's load.
class DailyLoadLawTest {
  private static final double NEAR = 1e-9;
  private static int heads;
  private static int sources;

  @AfterAll
  static void bothLawsWereAsked() {
    assertTrue(heads > 100 && sources > 20, heads + " heads, " + sources + " loads at sources");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void holdsInTheSeasonAndAtTheOutlet(int block) {
    for (long seed = 10L * block; seed < 10L * block + 10; seed++) {
      check(seed);
    }
  }

  private static void check(long seed) {
    Result result =
        Runner.run(new RandomCountry(seed).study(), Scenario.BASELINE, Options.of(0, 1))
            .result()
            .orElseThrow();
    Demand demand =
        DemandModel.of(Apportionments.ofBreaches(result), Rule.EQUAL_PERCENTAGE, 0.9, "");
    Map<Object, LimitCapacity> water = new HashMap<>();
    LimitCapacity.of(result).forEach(l -> water.put(l.verdict(), l));
    for (Demand.Capacity c : demand.capacities()) {
      String where = "seed " + seed + ", " + c.bound().verdict();
      Bound bound = c.bound();
      if (!bound.of().isShortfall() && bound.count() > 0) {
        limit(c, where);
        boolean isHead = isAtHead(c, result);
        if (isHead && water.containsKey(bound.verdict())) {
          head(c, water.get(bound.verdict()), where);
        }
        source(c, isHead, result, where);
      }
    }
  }

  /// Σ contribution · k + background = limit; 0 load where the background alone breaks it.
  private static void limit(Demand.Capacity c, String where) {
    Bound bound = c.bound();
    double sum = 0;
    for (int i = 0; i < bound.count(); i++) {
      sum += bound.contribution(i);
    }
    if (bound.restCentral() < bound.allowed()) {
      double k = c.daily_kg_per_d() / c.used_kg_per_d();
      assertEquals(bound.allowed(), k * sum + bound.restCentral(), 1e-6 * bound.allowed(), where);
      double kAtSource = c.dailyAtSource_kg_per_d() / c.usedAtSource_kg_per_d();
      assertEquals(k, kAtSource, c.usedAtSource_kg_per_d() > 0 ? NEAR * k : 1 / 0.0, where);
    } else {
      assertEquals(0, c.daily_kg_per_d(), where);
    }
  }

  private static boolean isAtHead(Demand.Capacity c, Result result) {
    Bound bound = c.bound();
    Concentrations found = result.concentrations();
    Place place = bound.of().place();
    int p = found.indexOf(place.kind(), place.id());
    int s = season(result, bound.of().season());
    int k = found.constituents().indexOf(bound.of().constituent());
    double worst = found.value(Statistic.CENTRAL, p, s, k);
    return place.kind() == Place.Kind.NODE
        || (place.kind() == Place.Kind.REACH && found.head(p, s, k) >= worst * (1 - 1e-12));
  }

  private static void head(Demand.Capacity c, LimitCapacity water, String where) {
    Bound bound = c.bound();
    double perConcentration = water.capacity_kg_per_d() / bound.verdict().limitOfMean();
    double most = perConcentration * (bound.allowed() - bound.restCentral());
    assertTrue(c.daily_kg_per_d() <= StrictMath.max(0, most) * (1 + 1e-6), where);
    heads++;
  }

  private static void source(Demand.Capacity c, boolean isHead, Result result, String where) {
    Set<Cause> causes = new HashSet<>();
    for (int i = 0; i < c.bound().count(); i++) {
      if (c.bound().cause(i).constituent().equals(c.constituent())) {
        causes.add(c.bound().cause(i));
      }
    }
    int s = season(result, c.bound().of().season());
    Constituent of =
        result.study().chemistry().constituents().stream()
            .filter(x -> x.id().equals(c.constituent()))
            .findFirst()
            .orElseThrow();
    double all = 0;
    for (LoadTerm term : result.loads().terms()) {
      Cause cause =
          new Cause(
              Cause.Kind.SOURCE,
              term.source(),
              term.category().id(),
              term.unit(),
              term.constituent());
      double perDay =
          Convert.kilogramsPerDayFromGramsPerSecond(term.delivered_g_per_s().get(s))
              / (of.unit().counts() ? 1e6 : 1);
      all += causes.contains(cause) ? perDay : 0;
    }
    assertTrue(c.usedAtSource_kg_per_d() <= all * (1 + NEAR), where);
    boolean isStored = !result.study().waterways().lakes().isEmpty();
    if (isHead && of.group().isEmpty() && !isStored) {
      assertTrue(c.used_kg_per_d() <= c.usedAtSource_kg_per_d() * (1 + NEAR), where);
      sources++;
    }
  }

  private static int season(Result result, String id) {
    List<String> ids = new ArrayList<>();
    result.study().waterways().seasons().stream().map(Season::id).forEach(ids::add);
    return ids.indexOf(id);
  }
}
