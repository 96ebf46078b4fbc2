package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.cause.Responses;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Question;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: the causes of a concentration, through a bifurcation, a confluence and a
/// lake. Numbers: cases/network/split-join-lake (closed form): outlet 8.0256, of it 0.56846 from
/// the discharge and 0.43154 from the headwater.
class H01_ShareOfADischarge {
  private static Study study() {
    // the lake holds 3 d of 102 m³/s: 102 * 3 * 86 400 m³ = 0.0264384 km³
    return River.of(
            """
            up:   H -> S  1 km  0.5 d  100 m3/s
            one:  S -> L  1 km  0.8 d   70 m3/s
            two:  S -> E  1 km  1.6 d   30 m3/s
            join: E -> L  1 km  0 d     32 m3/s
            down: L -> O  1 km  0.4 d  102 m3/s
            """)
        .firstOrder("C")
        .decay("decay", "C", 0.25, "", 0)
        .boundary("H", 100, "C", 10)
        .inflow("E", 2, "C", 0)
        .load("E", "C", 900)
        .lake("L", 1, 0.0264384)
        .study();
  }

  static Apportionment at(Study study, Place.Kind kind, String id, String constituent) {
    Place place = new Place(kind, id, Names.of(id), "");
    String season = study.waterways().seasons().getFirst().id();
    Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
    List<Question> asked = List.of(new Question(place, season, constituent));
    return Responses.of(instance, Options.of(0, 1), asked).apportionments().getFirst();
  }

  // The lake is the last place before the outlet; the reach below it takes e^-0.1 from both alike.
  @Test
  void theLakesConcentrationIsSharedAsPublished() {
    Study study = study();
    Apportionment lake = at(study, Place.Kind.LAKE, "L", "C");
    List<Contribution> parts = lake.by(Grouping.CATEGORY);
    assertEquals(8.869668105655434, lake.total(), 1e-8);
    assertEquals(List.of("industry", "boundary"), parts.stream().map(Contribution::key).toList());
    assertEquals(0.5684560850149313, parts.get(0).share(), 1e-9);
    assertEquals(0.4315439149850687, parts.get(1).share(), 1e-9);
  }

  // The outlet node: 8.869668 * e^(-0.25 * 0.4) = 8.025608. Of the 900 g/s 0.51705 arrive:
  // 900 * 0.5170499531634055 / 102 = 4.562205
  @Test
  void theOutletReceivesThePublishedShareOfTheDischarge() {
    Study study = study();
    Apportionment outlet = at(study, Place.Kind.NODE, "O", "C");
    List<Contribution> parts = outlet.by(Grouping.CATEGORY);
    assertEquals(8.025607587557163, outlet.total(), 1e-8);
    assertEquals(900 * 0.5170499531634055 / 102, parts.getFirst().central(), 1e-8);
  }
}
