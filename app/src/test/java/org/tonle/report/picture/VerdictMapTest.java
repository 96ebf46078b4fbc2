package org.tonle.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Verdict;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.report.page.Page;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// The map by the main law colours every river of Cambodia as its limits say, in every season.
class VerdictMapTest {
  private static final int UNKNOWN = 0;
  private static final int MET = 2;
  private static final int BREACHED = 4;

  @Test
  void theLimitThatAsksMostOfTheReaderDecides() {
    Study study = StudyReader.read(Folders.study("cambodia")).study().orElseThrow();
    Result result = Runner.run(study, Scenario.BASELINE, Options.of(100, 1)).result().orElseThrow();
    Page page = new Page(result, Words.in("en"));
    VerdictMap map = new VerdictMap(page);
    Set<String> seen = new TreeSet<>();
    for (Season season : page.seasons()) {
      for (Verdict one : result.judged().verdicts()) {
        List<Verdict> here =
            result.judged().verdicts().stream()
                .filter(v -> v.required() && v.place().equals(one.place()))
                .filter(v -> page.seasons(v).contains(season.id()))
                .toList();
        MapPicture.Look look = map.look(one.place().kind(), one.place().id(), season.id());
        String expected = expected(here);
        seen.add(expected);
        assertEquals(expected, look.colour() + (look.isSure() ? "" : "?"), one.place().id());
      }
    }
    assertTrue(seen.containsAll(Set.of("4", "4?", "2?", "0")), seen.toString());
  }

  /// Colour, with "?" for gaps.
  private static String expected(List<Verdict> here) {
    boolean isBreached = here.stream().anyMatch(v -> v.outcome() == Verdict.Outcome.BREACHED);
    List<Verdict> open =
        here.stream()
            .filter(
                v ->
                    v.outcome() == Verdict.Outcome.NOT_KNOWN
                        || v.outcome() == Verdict.Outcome.NEEDS_MORE_DRAWS)
            .toList();
    boolean isInvalid = here.stream().anyMatch(v -> v.outcome() == Verdict.Outcome.MODEL_NOT_VALID);
    double least =
        open.stream().mapToDouble(Verdict::probabilityOfMeeting).min().orElse(Double.NaN);
    if (isBreached) {
      return "" + BREACHED;
    }
    if (least > 2.0 / 3 && !isInvalid) {
      return MET + "?";
    }
    if (least < 1 - 2.0 / 3) {
      return BREACHED + "?";
    }
    boolean isOpen = isInvalid || !open.isEmpty();
    boolean isJudged = here.stream().anyMatch(v -> v.outcome() != Verdict.Outcome.NOT_JUDGED);
    return "" + (isOpen || !isJudged ? UNKNOWN : MET);
  }
}
