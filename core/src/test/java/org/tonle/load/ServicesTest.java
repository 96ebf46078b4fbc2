package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.load.service.Excreta;
import org.tonle.load.service.Service;
import org.tonle.model.Factor;
import org.tonle.model.Keeping;
import org.tonle.model.Published;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.problem.Problem;

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
    // a study that says no more than paths has one reading
    assertEquals(0.52, ServiceShares.of(loads).safe().total(), 1e-12);
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

  private static Keeping kept(double contained, double emptied, double drains, double shared) {
    return new Keeping(said(contained), said(emptied), said(drains), shared);
  }

  private static OptionalDouble said(double share) {
    return share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty();
  }

  /// 10 000 people of 100 L. 4000 on sewers bring 400 m³/d; the plant takes 300, and a quarter of
  /// the year 0.4 is spilt before it.
  private static Country keptCountry() {
    return new Country()
        .town("town", 10_000)
        .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
        .plant("works", 300, 0.4, 0.0)
        .kept("town", Sanitation.Path.SEWER_PLANT, 0.4, "works", kept(0, 0, 0, 0.1))
        .path("town", Sanitation.Path.SEWER, 0.1)
        .kept("town", Sanitation.Path.SEPTIC_EMPTIED, 0.1, "works", kept(0.2, 0, 0.3, 0.5))
        .kept("town", Sanitation.Path.SEPTIC, 0.2, "", kept(0.4, 0.1, 0.25, 0.05))
        .kept("town", Sanitation.Path.PIT, 0.15, "", kept(0, 0, 0.2, 0))
        .path("town", Sanitation.Path.NONE, 0.05);
  }

  // Delivered 0.25 · 0.6 + 0.75 · 1 = 0.9 of 4000 = 3600; treated 0.25 · 0.6 + 0.75 · 0.75 =
  // 0.7125 of 4000 = 2850. Emptied tanks 1000: 200 contained, 300 drain, the rest 500 to the plant.
  // Tanks 2000: 800 contained, 200 emptied to nowhere, 500 drain, 500 not said. Pits 1500: 300
  // drain, the rest 1200 is contained. Shared 400 + 500 + 100.
  @Test
  void excretaAreFollowedStepByStep() {
    ServiceShares shares = ServiceShares.of(keptCountry().loads());
    Excreta flow = shares.excreta();
    assertEquals(5000, flow.sewage().taken(), 1e-9);
    assertEquals(3600, flow.sewage().delivered(), 1e-9);
    assertEquals(2850, flow.sewage().treated(), 1e-9);
    assertEquals(1400, flow.sewage().lostOnTheWay(), 1e-9);
    assertEquals(750, flow.sewage().lostAtPlant(), 1e-9);
    assertEquals(700, flow.sludge().taken(), 1e-9);
    assertEquals(500, flow.sludge().delivered(), 1e-9);
    assertEquals(500, flow.sludge().treated(), 1e-9);
    assertEquals(200, flow.sludge().lostOnTheWay(), 1e-9);
    assertEquals(2200, flow.contained(), 1e-9);
    assertEquals(1100, flow.drains(), 1e-9);
    assertEquals(500, flow.open(), 1e-9);
    assertEquals(500, flow.notSaid(), 1e-9);
    assertEquals(1000, flow.shared(), 1e-9);
    assertEquals(10_000, flow.people(), 1e-9);
  }

  // 600 and 300 people bring their sludge to a plant for 450: half of each is treated.
  @Test
  void aPlantTreatsTheSludgeThatItHasRoomFor() {
    Loads loads = twoTownsWithSludge(450);
    Excreta flow = ServiceShares.of(loads).excreta();
    assertEquals(900, flow.sludge().taken(), 1e-9);
    assertEquals(900, flow.sludge().delivered(), 1e-9);
    assertEquals(450, flow.sludge().treated(), 1e-9);
    assertEquals(450, flow.sludge().lostAtPlant(), 1e-9);
    assertEquals(0.45, loads.safelyManagedShare(), 1e-12);
    assertEquals(0.45, ServiceShares.of(loads).safe().emptied(), 1e-12);
    assertEquals(0.45, loads.wastewaterSafelyTreatedShare(), 1e-12);
    Problem told = loads.problems().getFirst();
    assertEquals("sludge_over_capacity", told.code());
    assertEquals("works: 900", told.found());
  }

  // Just full, and without a limit.
  @ParameterizedTest
  @ValueSource(doubles = {900, 5000, Double.POSITIVE_INFINITY})
  void roomForAllTreatsAll(double capacity_people) {
    Loads loads = twoTownsWithSludge(capacity_people);
    assertEquals(900, ServiceShares.of(loads).excreta().sludge().treated(), 1e-9);
    assertEquals(List.of(), loads.problems());
  }

  private static Loads twoTownsWithSludge(double capacity_people) {
    return new Country()
        .town("a", 600)
        .town("b", 400)
        .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
        .sludgeCapacity(capacity_people)
        .plant("works", 300)
        .path("a", Sanitation.Path.SEPTIC_EMPTIED, 1, "works", "")
        .path("b", Sanitation.Path.SEPTIC_EMPTIED, 0.75, "works", "")
        .path("b", Sanitation.Path.NONE, 0.25)
        .loads();
  }

  // By the path alone 2850 + 1000 + 1500 = 5350. By JMP's rules, toilets not shared: in place
  // 200 · 0.5 + 800 · 0.95 + 1200 = 2060, emptied 500 · 0.5 = 250, sewered 2850 · 0.9 = 2565.
  // Of the wastewater, whoever shares the toilet: (2850 + 500 + 2200) / 10 000.
  @Test
  void jmpCountsNoSharedToiletsAndNoTanksThatDrain() {
    Loads loads = keptCountry().loads();
    ServiceShares shares = ServiceShares.of(loads);
    assertEquals(0.535, loads.safelyManagedShare(), 1e-12);
    assertEquals(0.206, shares.of(Published.Figure.SAFELY_MANAGED_IN_PLACE), 1e-12);
    assertEquals(0.025, shares.of(Published.Figure.SAFELY_MANAGED_EMPTIED), 1e-12);
    assertEquals(0.2565, shares.of(Published.Figure.SAFELY_MANAGED_SEWERED), 1e-12);
    assertEquals(0.4875, shares.of(Published.Figure.SAFELY_MANAGED), 1e-12);
    assertEquals(0.555, loads.wastewaterSafelyTreatedShare(), 1e-12);
    assertEquals(0.5, shares.of(Published.Figure.SEWERED), 1e-12);
    assertEquals(0.3, shares.of(Published.Figure.SEPTIC), 1e-12);
    assertEquals(0.15, shares.of(Published.Figure.PIT), 1e-12);
    assertEquals(0.05, shares.of(Published.Figure.NONE), 1e-12);
  }

  // What a plant that is closed should take is not collected: nobody says how these tanks are kept.
  @Test
  void sludgeForAClosedPlantIsNotTaken() {
    Loads loads =
        new Country()
            .town("town", 1000)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .plant("works", Source.Plant.Status.CLOSED, 300)
            .kept("town", Sanitation.Path.SEPTIC_EMPTIED, 1, "works", kept(0.25, 0.5, 0.125, 0))
            .loads();
    Excreta flow = ServiceShares.of(loads).excreta();
    assertEquals(0, flow.sludge().taken());
    assertEquals(250, flow.contained(), 1e-9);
    assertEquals(125, flow.drains(), 1e-9);
    assertEquals(625, flow.notSaid(), 1e-9);
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
