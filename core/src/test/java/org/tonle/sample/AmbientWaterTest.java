package org.tonle.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;

/// FEATURE UNDER TEST: SDG indicator 6.3.2 by level 1: a water body is good if 80 % of its samples
/// meet their targets (docs/theory/measured.md, Eq. 13).
class AmbientWaterTest {
  private static MeasuredRow row(String id, int n, FigureRange beyond) {
    Constituent of =
        new Constituent(
            id,
            Names.of(id),
            ConcentrationUnit.MG_PER_L,
            Constituent.Kinetics.CONSERVATIVE,
            "",
            0,
            0.6,
            id.equals("DO"),
            Provenance.NONE);
    Limit limit =
        new Limit(
            "law",
            "XX",
            "I",
            1,
            Limit.Waterbody.ALL,
            id,
            Limit.Statistic.MAX,
            1,
            LimitScope.EVERY_SEASON,
            Optional.empty(),
            Optional.empty(),
            Provenance.NONE);
    return new MeasuredRow(
        new MeasuredRow.Station(
            "bridge",
            new Place(Place.Kind.REACH, "R", Names.of("R"), ""),
            of,
            Quality.MEASURED,
            true),
        new MeasuredRow.Span("2020", List.of(), List.of("year")),
        new MeasuredRow.Count(n, 0),
        Optional.of(
            new MeasuredRow.Limited(
                limit,
                true,
                1,
                MeasuredVerdict.MET,
                beyond,
                Optional.empty(),
                Verdict.Outcome.MET)),
        FigureRange.exactly(1),
        Optional.empty(),
        true);
  }

  // 30 of 40 oxygen samples and all 20 of phosphorus meet their targets: 50/60 = 0.833, good. With
  // 18
  // of 40: 38/60 = 0.633.
  @Test
  void fourOfFiveSamplesMakeGoodWater() {
    AmbientWater good =
        only(row("DO", 40, FigureRange.exactly(0.25)), row("TP", 20, FigureRange.exactly(0)));
    assertEquals(60, good.n());
    assertEquals(50 / 60.0, good.share().value(), 1e-12);
    assertEquals(AmbientWater.Quality.GOOD, good.quality());
    assertEquals(Set.of(AmbientGroup.OXYGEN, AmbientGroup.PHOSPHORUS), good.groups());
    assertEquals(
        Set.of(AmbientGroup.SALINITY, AmbientGroup.NITROGEN, AmbientGroup.ACIDIFICATION),
        good.missing());
    AmbientWater bad =
        only(row("DO", 40, FigureRange.exactly(0.55)), row("TP", 20, FigureRange.exactly(0)));
    assertEquals(AmbientWater.Quality.NOT_GOOD, bad.quality());
  }

  // Exactly 80 % is good; between 70 and 90 % nothing is said.
  @Test
  void theBorderIsGoodAndABracketAcrossItIsOpen() {
    assertEquals(
        AmbientWater.Quality.GOOD, only(row("NO3-N", 10, FigureRange.exactly(0.2))).quality());
    AmbientWater open = only(row("NO3-N", 10, FigureRange.between(0.1, 0.3)));
    assertEquals(AmbientWater.Quality.NOT_KNOWN, open.quality());
    assertEquals(Set.of(AmbientGroup.NITROGEN), open.groups());
    AmbientWater few = only(row("NO3-N", 3, FigureRange.exactly(0)));
    assertEquals(AmbientWater.Quality.NOT_KNOWN, few.quality());
  }

  private static AmbientWater only(MeasuredRow... rows) {
    List<AmbientWater> found = AmbientWater.of(List.of(rows));
    assertEquals(1, found.size());
    return found.getFirst();
  }

  // Suspended solids and bacteria belong to level 2.
  @Test
  void otherConstituentsDoNotCount() {
    assertEquals(List.of(), AmbientWater.of(List.of(row("TSS", 10, FigureRange.exactly(0)))));
  }
}
