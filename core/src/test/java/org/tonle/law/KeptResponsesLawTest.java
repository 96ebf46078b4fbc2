package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Apportionments;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.cause.KeptResponses;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.model.Constituent;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Pull;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// LAW: what kept responses say of a change is what apportioning the full run of the changed study
/// says: contributions, capacities and cuts, to 1e-9.
class KeptResponsesLawTest {
  private static final Options OPTIONS = new Options(7, 11, 2);
  private static final double NEAR = 1e-9;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void equalAFreshApportionment(int block) {
    int touched = 0;
    for (long seed = 4L * block; seed < 4L * block + 4; seed++) {
      touched += compare(seed, 3);
    }
    assertTrue(touched > 0, "No change left rates and water alone.");
  }

  private static int compare(long seed, int pulls) {
    Study study = new RandomCountry(seed).study();
    RandomChanges chance = new RandomChanges(study, seed);
    int touched = 0;
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
      Session session = Session.on(Baseline.of(instance, OPTIONS, pool), pool);
      KeptResponses kept = KeptResponses.of(session, questions(session), pool);
      for (int i = 0; i < pulls; i++) {
        Scenario scenario = chance.next();
        if (session.pull(scenario, Cancel.NEVER) instanceof Pull pull) {
          touched += pull.how() == Pull.How.TOUCHED ? 1 : 0;
          Result full = Runner.run(study, scenario, OPTIONS).result().orElseThrow();
          String where = "seed " + seed + ", " + pull.how() + ", " + scenario;
          same(kept.after(pull), Apportionments.of(full, kept.questions()), where);
        }
      }
    }
    return touched;
  }

  private static List<Question> questions(Session session) {
    Result result = session.baseline().result().orElseThrow();
    List<Question> questions = new ArrayList<>();
    List<Place> places = result.concentrations().places();
    for (int p = 0; p < places.size(); p += 2) {
      Season season = result.study().waterways().seasons().get(p % seasons(result));
      for (Constituent c : result.study().chemistry().constituents()) {
        questions.add(new Question(places.get(p), season.id(), c.id()));
      }
    }
    return questions;
  }

  private static int seasons(Result result) {
    return result.study().waterways().seasons().size();
  }

  private static void same(Apportionments kept, Apportionments full, String where) {
    for (int q = 0; q < full.all().size(); q++) {
      Apportionment a = kept.all().get(q);
      Apportionment b = full.all().get(q);
      String at = where + " at " + b.place().id() + " " + b.season() + " " + b.constituent().id();
      double size = 1e-12;
      for (int i = 0; i < b.causes().size(); i++) {
        size = StrictMath.max(size, StrictMath.abs(b.central(i)));
      }
      assertEquals(b.causes(), a.causes(), at);
      for (int i = 0; i < b.causes().size(); i++) {
        assertEquals(b.central(i), a.central(i), NEAR * size, at);
      }
      for (Grouping grouping : Grouping.values()) {
        for (Contribution part : b.by(grouping)) {
          Contribution own =
              a.by(grouping).stream()
                  .filter(c -> c.key().equals(part.key()))
                  .findFirst()
                  .orElseThrow();
          double most = StrictMath.max(StrictMath.abs(part.p95()), size);
          assertEquals(part.central(), own.central(), NEAR * size, at);
          assertEquals(part.mean(), own.mean(), NEAR * most, at);
          assertEquals(part.p5(), own.p5(), NEAR * most, at);
          assertEquals(part.p50(), own.p50(), NEAR * most, at);
          assertEquals(part.p95(), own.p95(), NEAR * most, at);
        }
      }
    }
    Demand a = DemandModel.of(kept, Rule.EQUAL_PERCENTAGE, 0.7, "");
    Demand b = DemandModel.of(full, Rule.EQUAL_PERCENTAGE, 0.7, "");
    assertEquals(b.capacities().size(), a.capacities().size(), where);
    for (int i = 0; i < b.capacities().size(); i++) {
      double now = b.capacities().get(i).used_kg_per_d();
      assertEquals(now, a.capacities().get(i).used_kg_per_d(), NEAR * now, where);
      double allowed = b.capacities().get(i).allowed_kg_per_d();
      assertEquals(allowed, a.capacities().get(i).allowed_kg_per_d(), NEAR * now, where);
    }
    assertEquals(b.cuts().size(), a.cuts().size(), where);
    for (int i = 0; i < b.cuts().size(); i++) {
      double now = b.cuts().get(i).now_t_per_a();
      assertEquals(b.cuts().get(i).cut_t_per_a(), a.cuts().get(i).cut_t_per_a(), NEAR * now, where);
    }
  }
}
