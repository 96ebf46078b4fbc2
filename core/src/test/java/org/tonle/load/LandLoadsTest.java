package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tonle.load.Country.term;

import org.junit.jupiter.api.Test;
import org.tonle.model.Category;
import org.tonle.model.Factor;

/// FEATURE UNDER TEST: what animals and land give to the water.
class LandLoadsTest {
  // 8640 pigs of 30 g/d are 3 g/s; a fifth reaches the water.
  @Test
  void animalsByHeadAndDelivery() {
    Loads loads =
        new Country()
            .herd("pigs", "pig", 8640)
            .factor(Factor.Kind.PER_HEAD, "pig", "TN", 30)
            .factor(Factor.Kind.DELIVERY, "pig", "", 0.2)
            .loads();
    LoadTerm term = term(loads, "pigs", "", "TN");
    assertEquals(3, term.generated_g_per_s(), 1e-12);
    assertEquals(0.6, term.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(2.4, term.retained_g_per_s(), 1e-12);
    assertEquals(Category.LIVESTOCK, term.category());
  }

  // 1000 km² = 100 000 ha of 5 kg/ha/a: 500 t/a over 31 557 600 s are 15.8440 g/s.
  @Test
  void landByAreaAndExport() {
    Loads loads =
        new Country()
            .land("paddy", "rice", 1000)
            .factor(Factor.Kind.EXPORT, "rice", "TN", 5000)
            .loads();
    LoadTerm term = term(loads, "paddy", "", "TN");
    assertEquals(15.8440, term.delivered_g_per_s().getFirst(), 5e-5);
    assertEquals(Category.LAND, term.category());
  }

  // Washed off in the wet quarter of the year: 4 times the mean, and nothing in the dry season.
  @Test
  void runOffComesWithTheRain() {
    Loads loads =
        new Country()
            .herd("pigs", "pig", 8640)
            .factor(Factor.Kind.PER_HEAD, "pig", "TN", 30)
            .seasonFactor("pigs", "wet", 4)
            .seasonFactor("pigs", "dry", 0)
            .loads();
    LoadTerm term = term(loads, "pigs", "", "TN");
    assertEquals(12, term.delivered_g_per_s().get(0), 1e-12);
    assertEquals(0, term.delivered_g_per_s().get(1), 1e-12);
    assertEquals(3, term.generated_g_per_s(), 1e-12);
  }
}
