package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// A difference in any table is found and named.
class ResultTablesTest {
  private static final Study STUDY = new RandomCountry(5).study();
  private static final Result FULL = run(Scenario.BASELINE);

  private static Result run(Scenario scenario) {
    return Runner.run(STUDY, scenario, Options.of(7, 3)).result().orElseThrow();
  }

  @Test
  void theSameRunTwiceIsTheSame() {
    assertEquals(Optional.empty(), ResultTables.difference(run(Scenario.BASELINE), FULL));
  }

  @Test
  void anotherConcentrationIsNamed() {
    Scenario.Change change = new Scenario.Change.ScaleRate("tn_decay", 1.0001);
    Result other = run(Scenario.BASELINE.with(List.of(change)));
    String found = ResultTables.difference(other, FULL).orElseThrow();
    assertTrue(found.contains("TN") && found.contains("instead of"), found);
  }

  @Test
  void aRowTooFewIsNamed() {
    assertNamed(
        "verdicts",
        r -> judged(r, new Result.Judged(rest(r.judged().verdicts()), r.judged().classes())));
    assertNamed(
        "classes",
        r -> judged(r, new Result.Judged(r.judged().verdicts(), rest(r.judged().classes()))));
    assertNamed("loads", r -> loads(r, rest(r.loads().terms()), r.loads().people()));
    assertNamed("people", r -> loads(r, r.loads().terms(), r.loads().people() + 1));
    assertNamed(
        "hydraulics",
        r ->
            new Result(
                r.instance(),
                r.options(),
                r.kernel(),
                r.loads(),
                r.concentrations(),
                rest(r.hydraulics()),
                r.judged(),
                r.balances(),
                r.comparisons(),
                r.checks(),
                r.problems()));
  }

  private static void assertNamed(String table, UnaryOperator<Result> change) {
    String found = ResultTables.difference(change.apply(FULL), FULL).orElseThrow();
    assertTrue(found.startsWith(table), found);
  }

  private static <T> List<T> rest(List<T> rows) {
    return rows.subList(0, rows.size() - 1);
  }

  private static Result judged(Result r, Result.Judged judged) {
    return new Result(
        r.instance(),
        r.options(),
        r.kernel(),
        r.loads(),
        r.concentrations(),
        r.hydraulics(),
        judged,
        r.balances(),
        r.comparisons(),
        r.checks(),
        r.problems());
  }

  private static Result loads(Result r, List<LoadTerm> terms, double people) {
    Loads old = r.loads();
    return new Result(
        r.instance(),
        r.options(),
        r.kernel(),
        new Loads(terms, old.services(), old.outfalls(), old.waters(), people, old.problems()),
        r.concentrations(),
        r.hydraulics(),
        r.judged(),
        r.balances(),
        r.comparisons(),
        r.checks(),
        r.problems());
  }
}
