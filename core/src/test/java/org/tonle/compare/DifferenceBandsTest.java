package org.tonle.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.PlaceDraws;
import org.tonle.scenario.Applied;
import org.tonle.spec.River;

class DifferenceBandsTest {
  private static final Options OPTIONS = Options.of(200, 1);

  private static final Study STUDY =
      River.of(
              """
              R: A -> B  1 km  0 d  10 m3/s
              S: B -> O  1 km  0 d  10 m3/s
              """)
          .conservative("C")
          .boundary("A", 10, "C", 1)
          .load("B", "C", 60)
          .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.5)
          .spread(Spread.Variable.CONCENTRATION, "", Spread.Tier.STUDY, 0.5)
          .study();

  private static final List<PlaceDraws.Series> ALL =
      List.of(new PlaceDraws.Series(0, 0, 0), new PlaceDraws.Series(1, 0, 0));

  private static DifferenceBands bands(long most_byte) {
    Scenario half =
        new Scenario(
            "half",
            Names.of("Half"),
            List.of(new Scenario.Change.ScaleLoad("", "", "works-001", "C", 0.5)));
    return new DifferenceBands(
        Instance.of(Applied.of(STUDY, Scenario.BASELINE)),
        Instance.of(Applied.of(STUDY, half)),
        OPTIONS,
        most_byte);
  }

  // R lies above the works: its water is drawn, and is the same in both.
  @Test
  void isZeroWhereNothingChanges() {
    List<Move.Band> found = bands(1 << 20).of(ALL);
    assertEquals(new Move.Band(0, 0, 0, 0, 0), found.get(0));
    assertNotEquals(0, found.get(1).p5());
    assertEquals(1, found.get(1).lessShare());
  }

  @Test
  void blocksOfOnePlaceGiveTheSame() {
    assertEquals(bands(1 << 20).of(ALL), bands(1).of(ALL));
  }
}
