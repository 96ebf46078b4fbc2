package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tonle.load.Country.term;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tonle.model.Category;
import org.tonle.model.Factor;

/// FEATURE UNDER TEST: industry by product, by jobs, by wastewater, or as it was measured.
class IndustryLoadsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  // 43.2 t/d of 2000 g/t: 86 400 g/d = 1 g/s.
  @Test
  void byProduct() {
    Loads loads =
        new Country()
            .industry("mill", "paper", NONE, OptionalDouble.of(43.2), NONE, "")
            .factor(Factor.Kind.PER_TONNE, "paper", "TN", 2000)
            .loads();
    LoadTerm term = term(loads, "mill", "direct", "TN");
    assertEquals(1, term.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(1, term.generated_g_per_s(), 1e-12);
    assertEquals(Category.INDUSTRY, term.category());
  }

  // 17 280 people at work, 5 g a day each: 1 g/s.
  @Test
  void byJobs() {
    Loads loads =
        new Country()
            .park("zone-1", "zone", OptionalDouble.of(17_280))
            .factor(Factor.Kind.PER_EMPLOYEE, "zone", "TN", 5)
            .loads();
    LoadTerm term = term(loads, "zone-1", "direct", "TN");
    assertEquals(1, term.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(Category.PARK, term.category());
  }

  // 100 t/d of 86.4 m³/t are 8640 m³/d = 0.1 m³/s; of 50 g/m³ these are 5 g/s.
  @Test
  void byWastewaterOfTheProduct() {
    Loads loads =
        new Country()
            .industry("dye", "textile", NONE, OptionalDouble.of(100), NONE, "")
            .factor(Factor.Kind.WASTEWATER_PER_TONNE, "textile", "", 86.4)
            .factor(Factor.Kind.CONCENTRATION, "textile", "TN", 50)
            .loads();
    assertEquals(5, term(loads, "dye", "direct", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(8640, loads.outfalls().getFirst().wastewater_m3_per_d(), 1e-9);
  }

  // 864 people of 10 m³/d are 8640 m³/d as well.
  @Test
  void byWastewaterOfTheJobs() {
    Loads loads =
        new Country()
            .industry("dye", "textile", OptionalDouble.of(864), NONE, NONE, "")
            .factor(Factor.Kind.WASTEWATER_PER_EMPLOYEE, "textile", "", 10)
            .factor(Factor.Kind.CONCENTRATION, "textile", "TN", 50)
            .loads();
    assertEquals(5, term(loads, "dye", "direct", "TN").delivered_g_per_s().getFirst(), 1e-12);
  }

  // Two seasons measured, 0.1 m³/s: 20 g/m³ wet and 60 dry are 2 and 6 g/s, in the mean 5.
  @Test
  void asMeasured() {
    Loads loads =
        new Country()
            .industry("dye", "textile", NONE, OptionalDouble.of(100), OptionalDouble.of(8640), "")
            .factor(Factor.Kind.PER_TONNE, "textile", "TN", 9e9)
            .measuredConcentration("dye", "wet", "TN", 20)
            .measuredConcentration("dye", "dry", "TN", 60)
            .loads();
    LoadTerm term = term(loads, "dye", "direct", "TN");
    assertEquals(2, term.delivered_g_per_s().get(0), 1e-12);
    assertEquals(6, term.delivered_g_per_s().get(1), 1e-12);
    assertEquals(5, term.generated_g_per_s(), 1e-12);
  }

  // Measured in one season only: the other season has no figure, so the chain holds for both.
  @Test
  void measuredInOneSeasonOnlyDoesNotOverride() {
    Loads loads =
        new Country()
            .industry("mill", "paper", NONE, OptionalDouble.of(43.2), NONE, "")
            .factor(Factor.Kind.PER_TONNE, "paper", "TN", 2000)
            .measuredLoad("mill", "wet", "TN", 9)
            .loads();
    assertEquals(1, term(loads, "mill", "direct", "TN").delivered_g_per_s().get(0), 1e-12);
  }

  // Measured BOD5 of 10 g/m³ in 0.1 m³/s: 1 g/s of BOD5, judged as it was measured.
  @Test
  void measuredBodStaysAsMeasured() {
    Loads loads =
        new Country()
            .industry("dye", "textile", NONE, NONE, OptionalDouble.of(8640), "")
            .measuredConcentration("dye", "", "BOD", 10)
            .loads();
    assertEquals(1, term(loads, "dye", "direct", "BOD").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(10, loads.outfalls().getFirst().concentration(), 1e-12);
  }

  // 20 g/m³ of nobody knows how many m³ is no load, and not a load of 0: the sector's figure holds.
  @Test
  void aMeasuredConcentrationWithoutAVolumeIsNamedAndNotUsed() {
    Country country =
        new Country()
            .industry("mill", "paper", NONE, OptionalDouble.of(43.2), NONE, "")
            .measuredConcentration("mill", "", "BOD", 20)
            .measuredConcentration("mill", "", "TN", 20);
    assertEquals(List.of(), country.loads().terms());
    assertEquals(List.of(WITHOUT_VOLUME), problems(country.loads()));
    Loads loads = country.factor(Factor.Kind.PER_TONNE, "paper", "TN", 2000).loads();
    assertEquals(1, term(loads, "mill", "direct", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(List.of(WITHOUT_VOLUME), problems(loads));
  }

  @Test
  void aConcentrationOfTheSectorNeedsAVolumeToo() {
    Loads loads =
        new Country()
            .industry("mill", "paper", NONE, OptionalDouble.of(43.2), NONE, "")
            .factor(Factor.Kind.CONCENTRATION, "paper", "TN", 50)
            .factor(Factor.Kind.PER_TONNE, "paper", "BOD", 2000)
            .loads();
    assertEquals(
        List.of("concentration_without_volume industry.csv wastewater_m3_per_d mill: TN"),
        problems(loads));
  }

  // Stated to be nothing is a volume: the factory stands still.
  @Test
  void aVolumeOfZeroIsAVolume() {
    Loads loads =
        new Country()
            .industry("mill", "paper", NONE, NONE, OptionalDouble.of(0), "")
            .measuredConcentration("mill", "", "TN", 20)
            .loads();
    assertEquals(0, term(loads, "mill", "direct", "TN").generated_g_per_s(), 0);
    assertEquals(List.of(), problems(loads));
  }

  private static final String WITHOUT_VOLUME =
      "concentration_without_volume industry.csv wastewater_m3_per_d mill: BOD, TN";

  private static List<String> problems(Loads loads) {
    return loads.problems().stream()
        .map(p -> String.join(" ", p.code(), p.file(), p.column(), p.found()))
        .toList();
  }

  @Test
  void worksWithoutFiguresAreNamed() {
    Loads loads = new Country().industry("mill", "paper", NONE, NONE, NONE, "").loads();
    assertEquals("industry.csv", loads.problems().getFirst().file());
    assertEquals("source_without_figures", loads.problems().getFirst().code());
  }
}
