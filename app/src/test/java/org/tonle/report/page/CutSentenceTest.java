package org.tonle.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.export.DemandRow;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// How much must go, in one sentence for a constituent.
class CutSentenceTest {
  private static final Result RESULT = result();

  private static Result result() {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    return Runner.run(study, Scenario.BASELINE, Options.of(20, 1)).result().orElseThrow();
  }

  private static CutSentence in(String language) {
    return new CutSentence(new Page(RESULT, Words.in(language)));
  }

  private static DemandRow total(String constituent, double cut, double low, double high) {
    return new DemandRow(
        DemandRow.Level.TOTAL, "", "", "", constituent, 100, cut, low, high, 20 * cut, 0, 0, -1);
  }

  @Test
  void aLoadHasItsBandItsShareAndPeople() {
    String says = in("en").of(total("BOD", 40, 30, 50));
    for (String part : List.of("40 t/a", "30 to 50", "40\u202f%", "800 people")) {
      assertTrue(says.contains(part), says);
    }
  }

  /// −log10(1 − 0.9) = 1; of the band −log10(1 − 0.8) = 0.70 and −log10(1 − 0.99) = 2.
  @Test
  void bacteriaAreCutInLogReductions() {
    String says = in("en").of(total("FC", 90, 80, 99));
    assertTrue(says.contains("(1 log reductions; 0.7 to 2)"), says);
    assertFalse(says.contains("t/a"), says);
  }

  /// The share of a cut of 0 is 0/0.
  @Test
  void nothingToCutIsSaidSo() {
    for (String language : Words.LANGUAGES) {
      for (String constituent : List.of("BOD", "FC")) {
        String says = in(language).of(total(constituent, 0, 0, 0));
        assertEquals(in(language).of(total(constituent, 0, 0, 7)), says, "the band is no figure");
        assertTrue(says.contains(constituent), says);
        assertFalse(says.matches(".*(–|∞|NaN|\\d).*"), says);
      }
    }
  }

  @Test
  void whereNoCutHelpsOneSentenceSaysIt() {
    Demand demand =
        Answers.ofBreaches(RESULT)
            .withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "")
            .demand()
            .orElseThrow();
    assertFalse(in("en").all(demand).isEmpty());
    Demand none = new Demand(demand.allocation(), "", List.of(), demand.capacities());
    assertEquals(
        List.of("Nothing: no cut of the listed sources mends these limits."), in("en").all(none));
  }
}
