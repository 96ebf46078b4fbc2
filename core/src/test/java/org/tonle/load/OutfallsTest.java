package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Verdict;
import org.tonle.demand.EffluentVerdict;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: each outfall beside the limits of its own effluent standard.
class OutfallsTest {
  private static Outfall outfall(Loads loads, String source, String constituent) {
    return loads.outfalls().stream()
        .filter(o -> o.source().equals(source) && o.constituent().equals(constituent))
        .findFirst()
        .orElseThrow();
  }

  // 10 g/s TN in 8640 m³/d = 0.1 m³/s: 100 mg/L raw, 40 after the lagoon.
  // BOD5 40 g/s: 400 mg/L raw, 0.2 of it passes: 80 mg/L as it would be measured.
  // FC 1e10/s: 1e11/m³ raw, 0.01 of it 1e9/m³ = 1e5 per 100 mL.
  @Test
  void aPlantsEffluentIsJudgedAsItWouldBeMeasured() {
    Country country =
        new Country()
            .town("town", 86_400)
            .path("town", Sanitation.Path.SEWER_PLANT, 1, "works", "")
            .plant("works", 8640)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .factor(Factor.Kind.PER_PERSON, "urban", "BOD", 40)
            .factor(Factor.Kind.PER_PERSON, "urban", "FC", 1e10)
            .factor(Factor.Kind.PASSING, "lagoon", "TN", 0.4)
            .factor(Factor.Kind.PASSING, "lagoon", "BOD", 0.2)
            .factor(Factor.Kind.PASSING, "lagoon", "FC", 0.01)
            .limit("class-A", "TN", 40.1)
            .limit("class-A", "BOD", 30)
            .limit("class-B", "FC", 1);
    Loads loads = country.loads();
    assertEquals(40, outfall(loads, "works", "TN").concentration(), 1e-9);
    assertEquals(Verdict.Outcome.MET, verdict(country, "TN").outcome());
    assertEquals(80, outfall(loads, "works", "BOD").concentration(), 1e-9);
    assertEquals(Verdict.Outcome.NOT_KNOWN, verdict(country, "BOD").outcome());
    assertTrue(verdict(country, "BOD").isAssumed());
    assertEquals("", verdict(country, "BOD").met());
    assertEquals(1e5, outfall(loads, "works", "FC").concentration(), 1e-4);
    assertEquals(Optional.empty(), outfall(loads, "works", "FC").limit());
  }

  private static EffluentVerdict verdict(Country country, String constituent) {
    return EffluentVerdict.of(country.study(), country.loads(), Options.of(0, 1)).stream()
        .filter(v -> v.outfall().constituent().equals(constituent))
        .findFirst()
        .orElseThrow();
  }

  // What was measured above the limit is breached; what was only assumed is not.
  @Test
  void onlyWhatWasMeasuredIsBreached() {
    Country country =
        new Country()
            .industry(
                "dye",
                "textile",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(8640),
                "")
            .factor(Factor.Kind.CONCENTRATION, "textile", "TN", 50)
            .limit("class-A", "TN", 30);
    assertEquals(Verdict.Outcome.NOT_KNOWN, verdict(country, "TN").outcome());
    country.sampled("dye", "TN", 50);
    assertEquals(Verdict.Outcome.BREACHED, verdict(country, "TN").outcome());
    assertEquals("no", verdict(country, "TN").met());
  }

  // Half the water is spilt before the works: what it treats is half as much, as dirty as before.
  @Test
  void spillsDoNotThinTheEffluent() {
    Loads loads =
        new Country()
            .town("town", 86_400)
            .path("town", Sanitation.Path.SEWER_PLANT, 1, "works", "")
            .plant("works", 4320)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .factor(Factor.Kind.PASSING, "lagoon", "TN", 0.4)
            .loads();
    assertEquals(40, outfall(loads, "works", "TN").concentration(), 1e-9);
    assertEquals(4320, outfall(loads, "works", "TN").wastewater_m3_per_d(), 1e-9);
  }

  // A works that sends its water to a plant has no outfall of its own.
  @Test
  void worksOnASewerHaveNoOutfall() {
    Loads loads =
        new Country()
            .industry(
                "dye",
                "textile",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(8640),
                "works")
            .factor(Factor.Kind.CONCENTRATION, "textile", "TN", 50)
            .plant("works", 8640)
            .loads();
    assertEquals(1, loads.outfalls().size());
    assertEquals("works", loads.outfalls().getFirst().source());
    assertEquals(50, loads.outfalls().getFirst().concentration(), 1e-9);
  }
}
