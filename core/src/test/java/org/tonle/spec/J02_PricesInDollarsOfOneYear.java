package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonle.model.Catalogue;
import org.tonle.model.CostCurve;
import org.tonle.model.CostItem;
import org.tonle.model.ExchangeRate;
import org.tonle.model.Money;
import org.tonle.model.Names;
import org.tonle.model.Price;
import org.tonle.model.Provenance;
import org.tonle.model.Technology;
import org.tonle.model.Technology.Amount;
import org.tonle.model.Technology.Removal;
import org.tonle.model.TechnologyCost;
import org.tonle.plan.cost.CapacityCost.Extent;
import org.tonle.plan.cost.CostBand;
import org.tonle.plan.cost.CostDraws;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.TechnologyPrice;

/// FEATURE UNDER TEST: prices in US dollars of one year, and what a technology takes and gives off.
class J02_PricesInDollarsOfOneYear {
  private static final CostCurve.Power REGIONAL =
      new CostCurve.Power(
          1000, 0.5, new Technology.Capacity(100, 10_000), 1e9, 0, price("USD", 2020, 0));

  private static Price price(String currency, int year, double escalation) {
    return new Price(currency, year, escalation, Provenance.NONE);
  }

  private static Amount amount(double value) {
    return new Amount(value, value, value, false, Provenance.NONE);
  }

  private static Technology technology(String id, Technology.Kind kind, Removal... removals) {
    return new Technology(
        id,
        Names.of(id),
        kind,
        List.of(removals),
        Technology.Capacity.ANY,
        new Technology.Life(30, 15, 0.6),
        new Technology.Needs(amount(2), amount(0.4), amount(60), amount(0.1), amount(0.01)),
        Technology.Skill.LOW,
        Provenance.NONE);
  }

  private static Removal removal(String constituent, double share) {
    return new Removal(constituent, share, share, share, Provenance.NONE);
  }

  private static TechnologyCost cost(String id, CostCurve capital, double factor) {
    CostCurve running = new CostCurve.ShareOfCapital(0.04, Provenance.NONE);
    return new TechnologyCost(id, capital, factor, running, 0.5, 0.3, "", false);
  }

  private static Catalogue catalogue(CostCurve capital, ExchangeRate... rates) {
    return new Catalogue(
        new Money(2025, "USD", 0.06, 1),
        List.of(
            technology("ditch", Technology.Kind.SECONDARY, removal("BOD", 0.9)),
            technology(
                "light", Technology.Kind.DISINFECTION, removal("FC", 0.99), removal("BOD", 0.5))),
        List.of(cost("ditch", capital, 1), cost("light", REGIONAL, 0.1)),
        Optional.of(REGIONAL),
        List.of(
            new CostItem(
                CostItem.Kind.TRUNK_SEWER, "", 100, 1, 0.5, 0.2, 50, price("USD", 2020, 0)),
            new CostItem(CostItem.Kind.LAND, "KD", 8, 0, 0, 0.2, 1e9, price("USD", 2025, 0))),
        List.of(rates),
        new Catalogue.Sizes(4.5, 1, 1000, 0.8, 0.6),
        List.of(),
        List.of());
  }

  private static TechnologyPrice ditch(CostCurve capital, ExchangeRate... rates) {
    return PriceBook.of(catalogue(capital, rates)).technology("ditch").orElseThrow();
  }

  private static CostCurve points(Price price, double... pairs) {
    List<CostCurve.Point> points =
        java.util.stream.IntStream.range(0, pairs.length / 2)
            .mapToObj(i -> new CostCurve.Point(pairs[2 * i], pairs[2 * i + 1], price))
            .toList();
    return new CostCurve.Points(points);
  }

  /// 700,000 yuan of 2023 at 7 a dollar are 100,000 dollars; 10 % a year for two years make
  /// 121,000.
  @Test
  void aCostIsExchangedInItsYearAndThenRises() {
    CostCurve yuan = points(price("CNY", 2023, 0.1), 100, 700_000, 200, 1_400_000);
    ExchangeRate rate = new ExchangeRate("CNY", 2023, 7, Provenance.NONE);
    assertEquals(121_000, ditch(yuan, rate).capital_usd(100), 1e-6);
    ExchangeRate other = new ExchangeRate("CNY", 2022, 7, Provenance.NONE);
    assertThrows(IllegalArgumentException.class, () -> ditch(yuan, other));
  }

  /// A unit of money half as large, amounts twice as large: the same dollars.
  @Test
  void theUnitOfMoneyDoesNotMatter() {
    CostCurve one = points(price("CNY", 2023, 0), 100, 700, 200, 1400);
    CostCurve two = points(price("CNY", 2023, 0), 100, 1400, 200, 2800);
    double at7 = ditch(one, new ExchangeRate("CNY", 2023, 7, Provenance.NONE)).capital_usd(150);
    double at14 = ditch(two, new ExchangeRate("CNY", 2023, 14, Provenance.NONE)).capital_usd(150);
    assertEquals(at7, at14, at7 * 1e-12);
  }

  /// The curve costs 1,000·√400 = 20,000 at 400; one point of 30,000 lifts it by half, everywhere.
  @Test
  void onePointLiftsTheDefaultCurve() {
    TechnologyPrice lifted = ditch(points(price("USD", 2025, 0), 400, 30_000));
    assertEquals(30_000, lifted.capital_usd(400), 1e-6);
    assertEquals(60_000, lifted.capital_usd(1600), 1e-6);
    assertEquals(Extent.ABOVE, lifted.extent(20_000));
  }

  /// At 2,500 m³/d: capital 50,000, 4 % of it 2,000 a year; half of that stays when nothing comes.
  @Test
  void runningHasAFixedShare() {
    TechnologyPrice ditch = ditch(REGIONAL);
    assertEquals(2000, ditch.running_usd_per_a(2500, 2500), 1e-6);
    assertEquals(1000, ditch.running_usd_per_a(2500, 0), 1e-6);
    assertEquals(1500, ditch.running_usd_per_a(2500, 1250), 1e-6);
    assertEquals(2000, ditch.running_usd_per_a(2500, 9999), 1e-6);
    assertEquals(0, ditch.running_usd_per_a(0, 0));
  }

  /// 1,000 m³/d · 0.4 kWh · 365 = 146,000 kWh. 60 g · 1,000 people · 365 = 21.9 t. 100 kg BOD5 a
  /// day · 0.1 · 27 = 270 kg; 10 kg N · 0.01 · 44/28 · 273 = 42.9 kg; 312.9 · 365 = 114.2 t.
  @Test
  void whatItTakesAndGivesOff() {
    TechnologyPrice ditch = ditch(REGIONAL);
    assertEquals(2000, ditch.land_m2(1000), 1e-9);
    assertEquals(146_000, ditch.energy_kwh_per_a(1000), 1e-6);
    assertEquals(21.9, ditch.sludge_t_per_a(1000), 1e-9);
    assertEquals(114.2, ditch.gas_t_per_a(100, 10), 0.05);
  }

  /// Half of the size from which a plant is not small: it treats for 0.9 of the time.
  @Test
  void smallWorksDoNotAlwaysTreat() {
    TechnologyPrice ditch = ditch(REGIONAL);
    assertEquals(0.9 * 0.9, ditch.removalShare("BOD", 500), 1e-12);
    assertEquals(0.9, ditch.removalShare("BOD", 1000), 1e-12);
    assertEquals(0, ditch.removalShare("TN", 1000), 1e-12);
  }

  /// 0.1 of the BOD passes the ditch, half of that the light: 0.05. 2,500 m³/d cost 50,000 and a
  /// tenth more.
  @Test
  void aStepFollowsATechnology() {
    TechnologyPrice both =
        PriceBook.of(catalogue(REGIONAL)).technology("ditch+light").orElseThrow();
    assertEquals(0.95, both.removalShare("BOD", 5000), 1e-12);
    assertEquals(0.99, both.removalShare("FC", 5000), 1e-12);
    assertEquals(55_000, both.capital_usd(2500), 1e-6);
    assertEquals(2200, both.running_usd_per_a(2500, 2500), 1e-6);
    assertEquals(0.8 * 2500, both.energy_kwh_per_a(2500) / 365, 1e-6);
    assertTrue(PriceBook.of(catalogue(REGIONAL)).technology("ditch+none").isEmpty());
  }

  /// A trunk of 3 km for 400 m³/d: 100 · √400 · 3 = 6,000. Land has its own price in KD, none
  /// elsewhere. 1,000 m³/d lifted 10 m: 9.81/86,400 · 10,000 / 0.6 = 1.892 kW.
  @Test
  void itemsBesideThePlant() {
    PriceBook book = PriceBook.of(catalogue(REGIONAL));
    assertEquals(
        6000, book.item(CostItem.Kind.TRUNK_SEWER, "KD").orElseThrow().capital_usd(3, 400), 1e-9);
    assertEquals(
        60, book.item(CostItem.Kind.TRUNK_SEWER, "").orElseThrow().running_usd_per_a(3, 400), 1e-9);
    assertEquals(80, book.item(CostItem.Kind.LAND, "KD").orElseThrow().capital_usd(10, 0), 1e-9);
    assertTrue(book.item(CostItem.Kind.LAND, "TK").isEmpty());
    assertEquals(1.892, book.pumps_kw(1000, 10), 1e-3);
  }

  /// 4,000 draws of a spread of √(1² + 0.3²) = 1.044: their logarithms have it, and a median of 0;
  /// two technologies go up and down together, by 1/(1 + 0.09) = 0.92 of their variance.
  @Test
  void drawsShareAFactor() {
    int count = 4000;
    CostDraws draws = CostDraws.of(catalogue(REGIONAL), 7, count);
    double[] ditch = logarithms(draws, "ditch", count);
    double[] light = logarithms(draws, "light", count);
    assertEquals(0, Arrays.stream(ditch).sorted().toArray()[count / 2], 0.06);
    assertEquals(1.09, product(ditch, ditch), 0.06);
    assertEquals(0.92, product(ditch, light) / product(ditch, ditch), 0.03);
    assertEquals(ditch[5], logarithms(CostDraws.of(catalogue(REGIONAL), 7, 40), "ditch", 40)[5]);
    assertNotEquals(ditch[5], logarithms(CostDraws.of(catalogue(REGIONAL), 8, 40), "ditch", 40)[5]);
    assertEquals(draws.technology("ditch", 3), draws.technology("ditch+light", 3));
  }

  /// exp(1.645 · 1.044) = 5.57
  @Test
  void theBandHoldsNineTenths() {
    CostBand band = CostBand.of(100, 1, 0.3);
    assertEquals(557, band.high_usd(), 1);
    assertEquals(17.96, band.low_usd(), 0.05);
    double[] ditch = logarithms(CostDraws.of(catalogue(REGIONAL), 7, 4000), "ditch", 4000);
    double most = StrictMath.log(band.factor());
    long within = Arrays.stream(ditch).filter(z -> StrictMath.abs(z) <= most).count();
    assertEquals(0.9, within / 4000.0, 0.015);
  }

  private static double[] logarithms(CostDraws draws, String technology, int count) {
    double[] logarithms = new double[count];
    for (int d = 0; d < count; d++) {
      logarithms[d] = StrictMath.log(draws.technology(technology, d));
    }
    return logarithms;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum / one.length;
  }
}
