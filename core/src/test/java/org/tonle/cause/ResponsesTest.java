package org.tonle.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.law.RandomCountry;
import org.tonle.model.Scenario;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Progress;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.scenario.Applied;

/// Blocks of questions, threads and draws that were let go of change no bit.
class ResponsesTest {
  private static final Options OPTIONS = new Options(23, 5, 2);

  private static Result result(long seed) {
    Instance instance = Instance.of(Applied.of(new RandomCountry(seed).study(), Scenario.BASELINE));
    return Runner.run(instance, OPTIONS, Progress.NONE).result().orElseThrow();
  }

  private static List<Question> everything(Result result) {
    List<Question> all = new ArrayList<>();
    for (Place place : result.concentrations().places()) {
      for (var season : result.study().waterways().seasons()) {
        for (var c : result.study().chemistry().constituents()) {
          all.add(new Question(place, season.id(), c.id()));
        }
      }
    }
    return all;
  }

  private static List<List<Object>> figures(Demand demand) {
    return demand.capacities().stream()
        .map(
            c ->
                List.<Object>of(
                    c.number(),
                    c.constituent(),
                    c.daily_kg_per_d(),
                    c.dailyAtSource_kg_per_d(),
                    c.allowed_kg_per_d(),
                    c.excess()))
        .toList();
  }

  private static void same(Apportionments a, Apportionments b) {
    for (int q = 0; q < a.all().size(); q++) {
      assertEquals(a.all().get(q).causes(), b.all().get(q).causes());
      assertEquals(a.all().get(q).all(), b.all().get(q).all());
      for (Grouping grouping : Grouping.values()) {
        assertEquals(a.all().get(q).by(grouping), b.all().get(q).by(grouping));
      }
    }
    Demand ofA = DemandModel.of(a, Rule.BY_CONTRIBUTION, 0.8, "");
    Demand ofB = DemandModel.of(b, Rule.BY_CONTRIBUTION, 0.8, "");
    assertEquals(ofA.cuts(), ofB.cuts());
    assertEquals(figures(ofA), figures(ofB));
    for (int i = 0; i < ofA.allocation().bounds().size(); i++) {
      assertEquals(ofA.allocation().status(i), ofB.allocation().status(i));
      assertEquals(ofA.allocation().probabilityAfter(i), ofB.allocation().probabilityAfter(i));
    }
  }

  @Test
  void memoryForASingleQuestionIsEnough() {
    for (long seed = 0; seed < 6; seed++) {
      Result result = result(seed);
      List<Question> all = everything(result);
      Apportionments whole = Apportionments.of(result, all);
      Responses tight = Responses.of(result.instance(), OPTIONS, all, 1);
      same(whole, Apportionments.of(result, tight));
      Responses few = Responses.of(result.instance(), new Options(23, 5, 1), all, 100_000);
      same(whole, Apportionments.of(result, few));
    }
  }

  @Test
  void noMoreIsHeldThanMay() {
    Result result = result(3);
    List<Question> all = everything(result);
    Responses tight = Responses.of(result.instance(), OPTIONS, all, 50_000);
    tight.apportionments();
    assertTrue(tight.held_byte() > 0);
    assertTrue(tight.held_byte() <= 50_000, "" + tight.held_byte());
    tight.release();
    assertEquals(0, tight.held_byte());
  }
}
