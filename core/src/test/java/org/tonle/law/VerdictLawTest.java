package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Verdict;
import org.tonle.cause.BackgroundParts;
import org.tonle.model.NodeFlow;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// LAWS of the verdicts, on random countries: with no listed source at all no limit is breached so
/// that sources could mend it; a limit is beyond the sources where it is broken and would be in a
/// run of the same draws whose sources discharge nothing; a water without flow is not judged, and
/// every limit has one verdict. Undisturbed water is some of what comes from land and upstream, and
/// no study without it is called natural.
class VerdictLawTest {
  private static final Options OPTIONS = new Options(50, 3, 2);
  private static int beyond;
  private static int breached;
  private static int natural;
  private static int joined;

  @AfterAll
  static void allWordsOccurred() {
    assertTrue(beyond > 10 && breached > 10, beyond + " beyond, " + breached + " breached");
    assertTrue(natural > 0 && joined > 0, natural + " natural, " + joined + " joined");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void followTheSources(int block) {
    for (long seed = 5L * block; seed < 5L * block + 5; seed++) {
      Study study = new RandomCountry(seed).study();
      Result result = run(study, Scenario.BASELINE);
      joined += study.settings().routing().effluentsJoin() ? 1 : 0;
      Map<List<Object>, Verdict> of = new HashMap<>();
      for (Verdict v : result.judged().verdicts()) {
        assertEquals(null, of.put(key(v), v), "seed " + seed);
        assertEquals(v.isJudged(), !Double.isNaN(v.probabilityOfMeeting()), "seed " + seed);
        beyond += v.outcome() == Verdict.Outcome.BEYOND_SOURCES ? 1 : 0;
        breached += v.outcome() == Verdict.Outcome.BREACHED ? 1 : 0;
      }
      silent(study, of, seed);
      origins(study, result, seed);
    }
  }

  private static void origins(Study study, Result result, long seed) {
    BackgroundParts parts = new BackgroundParts(result);
    boolean isMarked = study.waterways().flows().stream().anyMatch(NodeFlow::isUndisturbed);
    for (Verdict v : result.judged().verdicts()) {
      if (v.outcome() == Verdict.Outcome.BEYOND_SOURCES && !v.constituent().equals("DO")) {
        BackgroundParts.Parts found = parts.of(v);
        double all = found.land() + found.allUpstream();
        String where = "seed " + seed + ", " + v;
        assertTrue(found.undisturbed() <= all * (1 + 1e-9), where);
        assertTrue(isMarked || found.undisturbed() == 0, where);
        boolean isNatural = found.origin(parts.allowed(v)) == BackgroundParts.Origin.NATURAL;
        assertTrue(!isNatural || found.undisturbed() > all / 2, where);
        natural += isNatural ? 1 : 0;
      }
    }
  }

  private static void silent(Study study, Map<List<Object>, Verdict> of, long seed) {
    List<Scenario.Change> off = new ArrayList<>();
    off.add(new Scenario.Change.ScaleLoad("", "", "", "", 0));
    Result none = run(study, new Scenario("none", Scenario.BASELINE.names(), off));
    for (Verdict v : none.judged().verdicts()) {
      String where = "seed " + seed + ", " + v;
      assertNotEquals(Verdict.Outcome.BREACHED, v.outcome(), where);
      assertEquals(v.probabilityOfMeeting(), v.probabilityWithout(), where);
      assertEquals(
          Objects.requireNonNull(of.get(key(v))).probabilityWithout(),
          v.probabilityOfMeeting(),
          where);
    }
  }

  private static Result run(Study study, Scenario scenario) {
    return Runner.run(study, scenario, OPTIONS).result().orElseThrow();
  }

  private static List<Object> key(Verdict v) {
    return List.of(v.place(), v.season(), v.constituent(), v.limit());
  }
}
