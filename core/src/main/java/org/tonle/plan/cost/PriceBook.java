package org.tonle.plan.cost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tonle.model.Catalogue;
import org.tonle.model.CostCurve;
import org.tonle.model.CostItem;
import org.tonle.model.Technology;
import org.tonle.model.TechnologyCost;

/// Price book of a study: every technology and cost item of its catalogue in US dollars of the base
/// year.
public final class PriceBook {
  /// Weight of a cubic metre of water in newtons, times metres, in kilowatt-days.
  private static final double KW_PER_M3_M_D = 9.81 / 86_400;

  private final Catalogue catalogue;
  private final Exchange exchange;
  private final Map<String, TechnologyPrice> technologies = new HashMap<>();
  private final ToDoubleFunction<CostItem> factor;

  private PriceBook(Catalogue catalogue, ToDoubleFunction<CostItem> factor) {
    this.catalogue = catalogue;
    this.exchange = Exchange.of(catalogue);
    this.factor = factor;
  }

  public static PriceBook of(Catalogue catalogue) {
    PriceBook book = new PriceBook(catalogue, i -> 1);
    for (Technology technology : catalogue.technologies()) {
      catalogue
          .cost(technology.id())
          .ifPresent(c -> book.technologies.put(technology.id(), book.price(technology, c)));
    }
    return book;
  }

  /// The same with every price times a factor, such as one of [CostDraws].
  public PriceBook times(
      ToDoubleFunction<TechnologyPrice> ofTechnology, ToDoubleFunction<CostItem> ofItem) {
    PriceBook book =
        new PriceBook(catalogue, i -> factor.applyAsDouble(i) * ofItem.applyAsDouble(i));
    technologies.forEach(
        (id, price) -> book.technologies.put(id, price.times(ofTechnology.applyAsDouble(price))));
    return book;
  }

  /// The price of a technology; "a+b" is technology a followed by the step b.
  public Optional<TechnologyPrice> technology(String id) {
    int step = id.lastIndexOf(Catalogue.STEP);
    if (step > 0) {
      return technology(id.substring(0, step))
          .flatMap(
              t ->
                  Optional.ofNullable(technologies.get(id.substring(step + 1))).map(t::followedBy));
    }
    return Optional.ofNullable(technologies.get(id));
  }

  /// All technologies that have a price, in the order of their ids.
  public List<TechnologyPrice> technologies() {
    return catalogue.technologies().stream().flatMap(t -> technology(t.id()).stream()).toList();
  }

  /// Capital of a plant whose technology nobody has priced.
  public CapacityCost regional() {
    return curve(
        catalogue
            .defaultCurve()
            .orElseThrow(() -> new IllegalStateException("The catalogue has no default curve.")));
  }

  /// The price of an item in a unit: its own, else that of all others.
  public Optional<ItemPrice> item(CostItem.Kind kind, String unit) {
    return catalogue
        .item(kind, unit)
        .map(i -> new ItemPrice(i, exchange.usd(i.price()) * factor.applyAsDouble(i)));
  }

  /// Power of pumps that lift a flow.
  public double pumps_kw(double flow_m3_per_d, double lift_m) {
    return KW_PER_M3_M_D * flow_m3_per_d * lift_m / catalogue.sizes().pumpEfficiency();
  }

  private TechnologyPrice price(Technology technology, TechnologyCost cost) {
    CapacityCost capital = curve(cost.capital()).times(cost.factor());
    CapacityCost running =
        cost.running() instanceof CostCurve.ShareOfCapital of
            ? capital.times(of.share_per_a())
            : curve(cost.running());
    return new TechnologyPrice(technology, cost, capital, running, catalogue.sizes());
  }

  private CapacityCost curve(CostCurve curve) {
    return switch (curve) {
      case CostCurve.Power power -> {
        double dollar_usd = exchange.usd(power.price());
        yield PowerCost.of(
            power.factor() * dollar_usd,
            power.exponent(),
            power.range(),
            power.ceilingCost() * dollar_usd,
            power.floorCost() * dollar_usd);
      }
      case CostCurve.Points points when points.points().size() == 1 ->
          through(points.points().getFirst());
      case CostCurve.Points points ->
          new PointsCost(
              points.points().stream().mapToDouble(CostCurve.Point::capacity_m3_per_d).toArray(),
              points.points().stream().mapToDouble(this::usd).toArray());
      case CostCurve.ShareOfCapital _ ->
          throw new IllegalArgumentException("A share of the capital is no cost by capacity.");
    };
  }

  private double usd(CostCurve.Point point) {
    return point.cost() * exchange.usd(point.price());
  }

  /// The default curve, lifted or lowered to a point.
  private CapacityCost through(CostCurve.Point point) {
    CapacityCost base = regional();
    return base.times(usd(point) / base.usd(point.capacity_m3_per_d()));
  }
}
