package org.tonle.bench.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.bench.StudyRecipe;
import org.tonle.bench.river.Chance;
import org.tonle.folder.Folders;

/// FEATURE UNDER TEST: seeded mistakes of every family are told where they are.
/// `-Dtonle.mutations=20000` makes more of them.
class InputTortureTest {
  private static final long SEED = 1;

  @TempDir Path grown;

  private static int sum(Map<String, Tally> tallies, ToIntFunction<Tally> of) {
    return tallies.values().stream().mapToInt(of).sum();
  }

  @Test
  void whatMovesAFigureIsToldWhereItIs() throws IOException {
    int rounds = Integer.getInteger("tonle.mutations", 5000);
    new StudyRecipe(40, 3, 12, 2, 2, SEED).write(grown, (key, arguments) -> {});
    Map<String, Tally> tallies =
        InputTorture.run(List.of(Folders.study("two-towns"), grown), rounds, SEED, round -> {});
    StringBuilder failures = new StringBuilder();
    tallies.forEach(
        (id, tally) -> tally.first().forEach(f -> failures.append(id + ": " + f + "\n")));
    assertEquals(rounds, sum(tallies, Tally::mutations), "Rounds without a mistake.");
    assertTrue(sum(tallies, Tally::moved) > rounds / 20, "Hardly a figure moved.");
    assertEquals(0, sum(tallies, Tally::silent), failures.toString());
    assertEquals(0, sum(tallies, Tally::broken), failures.toString());
    // Told, but not at the cell: a town whose effluent makes its river larger is named by the
    // river.
    assertTrue(sum(tallies, Tally::elsewhere) <= rounds / 1000, failures.toString());
  }

  @Test
  void everyMistakeFindsItsPlace() throws IOException {
    StudyText text = StudyText.read(Folders.study("two-towns"));
    for (Mistake mistake : Mistakes.ALL) {
      boolean isMade = false;
      for (int i = 0; i < 200 && !isMade; i++) {
        isMade = mistake.maker().make(text, new Lots(new Chance(3, i))).isPresent();
      }
      // the seasons of two-towns are months
      assertTrue(isMade, mistake.id());
    }
  }

  @Test
  void aRoundDependsOnSeedAndNumberAlone() throws IOException {
    StudyText text = StudyText.read(Folders.study("two-towns"));
    for (Mistake mistake : Mistakes.ALL) {
      String one = String.valueOf(mistake.maker().make(text, new Lots(new Chance(5, 7))));
      String two = String.valueOf(mistake.maker().make(text, new Lots(new Chance(5, 7))));
      assertEquals(one, two, mistake.id());
    }
  }

  @Test
  void aCellIsChangedAloneAndTheCopyIsMended() throws IOException {
    StudyText text = StudyText.read(Folders.study("two-towns"));
    CellAt cell =
        text.cell(new Lots(new Chance(1, 1)), c -> c.name().equals("heads"), c -> true)
            .orElseThrow();
    Damage damage = cell.to("800000");
    assertEquals("livestock.csv:2 heads: \"8000\" → \"800000\"", damage.toString());
    try (WorkFolder work = new WorkFolder(text)) {
      StudyAnswer clean = StudyAnswer.of(work.folder(), "baseline");
      work.damage(damage.files());
      StudyAnswer spoilt = StudyAnswer.of(work.folder(), "baseline");
      work.mend(damage.files());
      StudyAnswer mended = StudyAnswer.of(work.folder(), "baseline");
      assertTrue(spoilt.moved(clean).isPresent(), "Pigs move nothing.");
      assertTrue(mended.moved(clean).isEmpty(), "The copy is not mended.");
      assertEquals(clean.problems(), mended.problems());
    }
  }
}
