package org.tonle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Delivery;

/// Table of the delivery of land at each place, relative to the mean of all places
/// (docs/theory/loads.md, Eq. 10).
final class DeliveryTable {
  private final Map<String, List<Delivery.Term>> byLandUse = new HashMap<>();
  private final Map<String, Map<String, Double>> byVariable = new HashMap<>();
  private final Map<String, Double> mean = new HashMap<>();

  DeliveryTable(Delivery delivery) {
    for (Delivery.Term term : delivery.terms()) {
      byLandUse.computeIfAbsent(term.landUse(), l -> new ArrayList<>()).add(term);
    }
    for (Delivery.Trait trait : delivery.traits()) {
      byVariable
          .computeIfAbsent(trait.variable(), v -> new HashMap<>())
          .put(trait.place(), trait.value());
      mean.merge(trait.variable(), trait.value(), Double::sum);
    }
    mean.replaceAll((variable, sum) -> sum / byVariable.getOrDefault(variable, Map.of()).size());
  }

  /// exp(Σ θ (z - mean z)); a place without a value counts as the mean.
  double factor(String landUse, String place) {
    double sum = 0;
    for (Delivery.Term term : byLandUse.getOrDefault(landUse, List.of())) {
      double middle = mean.getOrDefault(term.variable(), 0.0);
      double own = byVariable.getOrDefault(term.variable(), Map.of()).getOrDefault(place, middle);
      sum += term.value() * (own - middle);
    }
    return sum == 0 ? 1 : StrictMath.exp(sum);
  }
}
