package org.tonle.plan.cost;

import java.util.HashMap;
import java.util.Map;
import org.tonle.draw.StandardNormals;
import org.tonle.model.Catalogue;
import org.tonle.model.CostItem;
import org.tonle.model.TechnologyCost;

/// Draws of costs (docs/theory/cost.md, Eq. 14): one factor that all technologies share, since what
/// a country builds with is dear or cheap for all of them, and one of each its own. Their median is
/// 1. They depend on the seed and the names alone.
public final class CostDraws {
  private static final String SHARED = "cost/shared";
  private static final String TECHNOLOGY = "cost/technology";
  private static final String ITEM = "cost/item";

  private final double[] shared;
  private final Map<String, double[]> own = new HashMap<>();
  private final int count;

  private CostDraws(double[] shared, int count) {
    this.shared = shared;
    this.count = count;
  }

  public static CostDraws of(Catalogue catalogue, long seed, int count) {
    double[] shared =
        factors(StandardNormals.of(seed, SHARED, "", count), catalogue.money().sharedSpread());
    CostDraws draws = new CostDraws(shared, count);
    for (TechnologyCost cost : catalogue.costs()) {
      double[] z = StandardNormals.of(seed, TECHNOLOGY, cost.technology(), count);
      draws.own.put(cost.technology(), factors(z, cost.ownSpread()));
    }
    for (CostItem item : catalogue.items()) {
      String name = name(item);
      draws.own.put(name, factors(StandardNormals.of(seed, ITEM, name, count), item.ownSpread()));
    }
    return draws;
  }

  private static String name(CostItem item) {
    return item.kind() + "/" + item.unit();
  }

  private static double[] factors(double[] z, double spread) {
    double[] factors = new double[z.length];
    for (int d = 0; d < z.length; d++) {
      factors[d] = StrictMath.exp(spread * z[d]);
    }
    return factors;
  }

  public int count() {
    return count;
  }

  /// Factor on the cost of a technology in a draw; of "a+b" that of a.
  public double technology(String id, int draw) {
    int step = id.indexOf(Catalogue.STEP);
    double[] factors = own.get(step > 0 ? id.substring(0, step) : id);
    if (factors == null) {
      throw new IllegalArgumentException("No technology \"" + id + "\" in the catalogue.");
    }
    return shared[draw] * factors[draw];
  }

  /// Factor on the price of an item in a draw. Sewers and land share no factor with plants.
  public double item(CostItem item, int draw) {
    double[] factors = own.get(name(item));
    if (factors == null) {
      throw new IllegalArgumentException("No item " + name(item) + " in the catalogue.");
    }
    return factors[draw];
  }
}
