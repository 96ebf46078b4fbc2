package org.tonle.plan.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tonle.model.Catalogue;
import org.tonle.model.Project;

/// Comparison of a project that was planned or paid with the price book, both in US dollars of the
/// base year for a m³/d of capacity.
///
/// @param project of which capacity, cost and an exchange rate are known
/// @param stated_usd what was planned or paid per m³/d
/// @param curve_usd the price book's, of the project's technology or, if it is not told, of the
///   default curve
public record ProjectComparison(Project project, double stated_usd, double curve_usd) {
  private static final double LARGEST_M3_PER_D = 1e7;
  private static final int HALVINGS = 60;

  /// Factor from which a difference needs words, either way.
  private static final double FAR = 2;

  /// Whether it differs so much that it needs words.
  public boolean isFar() {
    return factor() > FAR || factor() < 1 / FAR;
  }

  /// How many times the curve's cost was planned or paid.
  public double factor() {
    return stated_usd / curve_usd;
  }

  /// Comparisons of all projects that can be compared, in the order of their ids.
  public static List<ProjectComparison> of(Catalogue catalogue) {
    PriceBook book = PriceBook.of(catalogue);
    Exchange exchange = Exchange.of(catalogue);
    List<ProjectComparison> found = new ArrayList<>();
    for (Project project : catalogue.projects()) {
      double capacity = project.capacity_m3_per_d();
      boolean isKnown =
          capacity > 0
              && project.cost() > 0
              && exchange.rate(project.price().currency(), project.price().year()).isPresent();
      if (isKnown) {
        double curve_usd =
            book.technology(project.technology())
                .map(t -> t.capital_usd(capacity))
                .orElseGet(() -> book.regional().usd(capacity));
        double stated_usd = project.cost() * exchange.usd(project.price());
        found.add(new ProjectComparison(project, stated_usd / capacity, curve_usd / capacity));
      }
    }
    return found;
  }

  /// Capacity for which the default curve asks what a project cost whose capacity is not told;
  /// empty if its cost or an exchange rate is not known either.
  public static OptionalDouble capacityFor_m3_per_d(Catalogue catalogue, Project project) {
    Exchange exchange = Exchange.of(catalogue);
    boolean isKnown =
        project.cost() > 0
            && !(project.capacity_m3_per_d() > 0)
            && exchange.rate(project.price().currency(), project.price().year()).isPresent();
    if (!isKnown) {
      return OptionalDouble.empty();
    }
    CapacityCost curve = PriceBook.of(catalogue).regional();
    double cost_usd = project.cost() * exchange.usd(project.price());
    double low = 0;
    double high = LARGEST_M3_PER_D;
    for (int step = 0; step < HALVINGS; step++) {
      double middle = (low + high) / 2;
      if (curve.usd(middle) < cost_usd) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(high);
  }
}
