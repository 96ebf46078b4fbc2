package org.tonle.plan.option;

import org.tonle.model.Catalogue;
import org.tonle.model.CostItem;
import org.tonle.model.Technology;
import org.tonle.plan.cost.CashFlow;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.ItemPrice;
import org.tonle.plan.cost.PresentCost;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.TechnologyPrice;

/// Cost of an option's works, by part, with what they take (docs/theory/cost.md).
///
/// @param plant treatment plant, and so on; land is bought once and never renewed
/// @param energy_kwh_per_a electricity of the plant and of the pumps
public record OptionCost(
    Part plant,
    Part collection,
    Part onSite,
    Part land,
    double land_m2,
    double energy_kwh_per_a,
    double sludge_t_per_a) {
  private static final double WATT_HOURS_OF_A_YEAR = 8760;

  /// Share of a new plant's cost that rebuilding an old one as it costs at least. Estimate.
  private static final double REBUILT_SHARE = 0.3;

  /// Capital and yearly running cost of a part, and how long it lasts.
  public record Part(double capital_usd, double running_usd_per_a, Technology.Life life) {
    static final Part NONE = new Part(0, 0, Technology.Life.UNKNOWN);

    Part plus(double capital, double running, double life_a) {
      if (capital == 0) {
        // What is only paid for by the year, such as electricity, has no life to count.
        return new Part(capital_usd, running_usd_per_a + running, life);
      }
      double all = capital_usd + capital;
      double years = (capital_usd * years() + capital * life_a) / all;
      return new Part(all, running_usd_per_a + running, new Technology.Life(years, years, 1));
    }

    private double years() {
      return capital_usd == 0 ? 0 : life.civil_a();
    }
  }

  /// The cost of works.
  ///
  /// @param unit unit whose prices hold
  /// @throws IllegalArgumentException for a technology without a price
  public static OptionCost of(Works works, PriceBook book, Catalogue.Sizes sizes, String unit) {
    Part plant = Part.NONE;
    double land_m2 = 0;
    double energy = 0;
    double sludge = 0;
    if (!works.technology().isEmpty()) {
      TechnologyPrice price =
          book.technology(works.technology())
              .orElseThrow(
                  () -> new IllegalArgumentException("No price of " + works.technology() + "."));
      plant =
          new Part(
              price.capital_usd(works.capacity_m3_per_d()),
              price.running_usd_per_a(works.capacity_m3_per_d(), works.treated_m3_per_d()),
              price.technology().life());
      land_m2 = price.land_m2(works.capacity_m3_per_d());
      energy = price.energy_kwh_per_a(works.treated_m3_per_d());
      sludge = price.sludge_t_per_a(works.served_people());
      if (!works.existing().technology().isEmpty()) {
        TechnologyPrice old =
            book.technology(works.existing().technology())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "No price of " + works.existing().technology() + "."));
        plant = beyond(plant, works, old);
        double treated = works.treated_m3_per_d();
        land_m2 = more(land_m2, old.land_m2(works.existing().capacity_m3_per_d()));
        energy = more(energy, old.energy_kwh_per_a(treated));
        sludge = more(sludge, old.sludge_t_per_a(works.served_people()));
      }
    }
    double pumps_kw = book.pumps_kw(works.trunk_m3_per_d(), works.lift_m());
    double power = pumps_kw * WATT_HOURS_OF_A_YEAR;
    Items items = new Items(book, unit);
    double households = works.newlySewered_people() / sizes.people();
    Part collection =
        items.add(
            items.add(
                items.add(
                    items.add(
                        Part.NONE,
                        CostItem.Kind.SEWER,
                        works.newlySewered_people() * sizes.sewer_m_per_person(),
                        0),
                    CostItem.Kind.HOUSE_CONNECTION,
                    households,
                    0),
                CostItem.Kind.TRUNK_SEWER,
                works.trunk_km(),
                works.trunk_m3_per_d()),
            CostItem.Kind.PUMPING,
            pumps_kw,
            0);
    collection = items.add(collection, CostItem.Kind.ENERGY, power, 0);
    Part onSite =
        items.add(
            items.add(Part.NONE, CostItem.Kind.FAECAL_SLUDGE_SERVICE, works.emptied_people(), 0),
            CostItem.Kind.ONSITE_IMPROVEMENT,
            works.newTanks_people() / sizes.people(),
            0);
    Part land = items.add(Part.NONE, CostItem.Kind.LAND, land_m2, 0);
    return new OptionCost(plant, collection, onSite, land, land_m2, energy + power, sludge);
  }

  /// What a plant costs beyond the one that it replaces: a step or a larger size the difference,
  /// another technology at least a share of its own cost.
  private static Part beyond(Part plant, Works works, TechnologyPrice old) {
    double size = works.existing().capacity_m3_per_d();
    String before = works.existing().technology();
    boolean isSame =
        works.technology().equals(before) || works.technology().startsWith(before + Catalogue.STEP);
    double capital = more(plant.capital_usd, old.capital_usd(size));
    double treated = StrictMath.min(size, works.treated_m3_per_d());
    return new Part(
        isSame ? capital : StrictMath.max(REBUILT_SHARE * plant.capital_usd, capital),
        more(plant.running_usd_per_a, old.running_usd_per_a(size, treated)),
        plant.life);
  }

  private static double more(double now, double before) {
    return StrictMath.max(0, now - before);
  }

  /// Prices of items in one unit.
  private record Items(PriceBook book, String unit) {
    Part add(Part to, CostItem.Kind kind, double count, double flow_m3_per_d) {
      ItemPrice price = count > 0 ? book.item(kind, unit).orElse(null) : null;
      return price == null
          ? to
          : to.plus(
              price.capital_usd(count, flow_m3_per_d),
              price.running_usd_per_a(count, flow_m3_per_d),
              price.item().life_a());
    }
  }

  public double capital_usd() {
    return plant.capital_usd + collection.capital_usd + onSite.capital_usd + land.capital_usd;
  }

  public double running_usd_per_a() {
    return plant.running_usd_per_a
        + collection.running_usd_per_a
        + onSite.running_usd_per_a
        + land.running_usd_per_a;
  }

  /// Adds what works cost that are built at the start of year `start` of a cash flow.
  public void into(CashFlow flow, int start) {
    for (Part part : new Part[] {plant, collection, onSite, land}) {
      flow.add(part.capital_usd, part.running_usd_per_a, part.life, start);
    }
  }

  /// Present cost of works that are built at the start of year `start` of the horizon.
  public PresentCost present(int start, Horizon horizon) {
    PresentCost sum = PresentCost.NONE;
    for (Part part : new Part[] {plant, collection, onSite, land}) {
      sum =
          sum.plus(
              PresentCost.of(part.capital_usd, part.running_usd_per_a, part.life, start, horizon));
    }
    return sum;
  }

  /// The same with running costs that differ by year, the first those of the year after the start.
  public PresentCost present(int start, Horizon horizon, double[] running_usd_per_a) {
    PresentCost sum = PresentCost.of(0, running_usd_per_a, Technology.Life.UNKNOWN, start, horizon);
    for (Part part : new Part[] {plant, collection, onSite, land}) {
      sum = sum.plus(PresentCost.of(part.capital_usd, 0, part.life, start, horizon));
    }
    return sum;
  }
}
