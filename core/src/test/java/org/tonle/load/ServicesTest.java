package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;

/// FEATURE UNDER TEST: the excreta-flow table and SDG 6.3.1, people as WHO and UNICEF count them.
class ServicesTest {
  // 10 000 people of 100 L. To the plant 4000 people = 400 m³/d, of which it treats 300: 3000
  // people.
  // Sewer 2000: none. Emptied tanks 1000, of which 700 to the
  // plant: 700. Tanks 1000: none. Pits 1500: all. None 500.
  @Test
  void whoIsSafelyServed() {
    Loads loads =
        new Country()
            .town("town", 10_000)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .plant("works", 300)
            .path("town", Sanitation.Path.SEWER_PLANT, 0.4, "works", "")
            .path("town", Sanitation.Path.SEWER, 0.2)
            .path("town", Sanitation.Path.SEPTIC_EMPTIED, 0.07, "works", "")
            .path("town", Sanitation.Path.SEPTIC_EMPTIED, 0.03)
            .path("town", Sanitation.Path.SEPTIC, 0.1)
            .path("town", Sanitation.Path.PIT, 0.15)
            .path("town", Sanitation.Path.NONE, 0.05)
            .loads();
    assertEquals(3000, safe(loads, Sanitation.Path.SEWER_PLANT), 1e-9);
    assertEquals(0, safe(loads, Sanitation.Path.SEWER), 1e-9);
    assertEquals(700, safe(loads, Sanitation.Path.SEPTIC_EMPTIED), 1e-9);
    assertEquals(0, safe(loads, Sanitation.Path.SEPTIC), 1e-9);
    assertEquals(1500, safe(loads, Sanitation.Path.PIT), 1e-9);
    assertEquals(0, safe(loads, Sanitation.Path.NONE), 1e-9);
    assertEquals(0.52, loads.safelyManagedShare(), 1e-12);
    assertEquals(0.52, loads.wastewaterSafelyTreatedShare(), 1e-12);
    Service sewered = service(loads, Sanitation.Path.SEWER_PLANT);
    assertEquals(400, sewered.wastewater_m3_per_d(), 1e-9);
    assertEquals(300, sewered.treated_m3_per_d(), 1e-9);
  }

  // A quarter of the year 0.4 is spilt: 0.25 · 0.6 + 0.75 · 1 = 0.9 of the year's water is treated.
  @Test
  void whatIsSpiltIsNotSafe() {
    Loads loads =
        new Country()
            .town("town", 10_000)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .plant("works", 9000, 0.4, 0.0)
            .path("town", Sanitation.Path.SEWER_PLANT, 1, "works", "")
            .loads();
    assertEquals(0.9, loads.safelyManagedShare(), 1e-12);
  }

  private static Service service(Loads loads, Sanitation.Path path) {
    return loads.services().stream().filter(s -> s.path() == path).findFirst().orElseThrow();
  }

  private static double safe(Loads loads, Sanitation.Path path) {
    return loads.services().stream()
        .filter(s -> s.path() == path)
        .mapToDouble(Service::safelyManaged)
        .sum();
  }
}
