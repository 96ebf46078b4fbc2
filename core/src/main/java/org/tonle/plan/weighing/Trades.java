package org.tonle.plan.weighing;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Trades of a plan: what a decision needs beside the plan itself. Parts that were not asked for,
/// or that a plan of its kind has not, are empty.
///
/// @param seconds of each part that was made
/// @param cutShort parts for which the time did not suffice
public record Trades(
    Optional<StandardPrices> prices,
    Optional<PriceRobustness> robust,
    Optional<NearPlans> alternatives,
    Optional<Curve> curve,
    Optional<ConfidenceCosts> confidences,
    Optional<ConflictSets> conflicts,
    Map<Part, Double> seconds,
    List<Part> cutShort) {
  public static final Trades NONE =
      new Trades(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          List.of());

  public Trades {
    cutShort = List.copyOf(cutShort);
  }

  /// Parts in the order in which they are made, with their shares of the time.
  public enum Part {
    ALTERNATIVES(1),
    ROBUST(3),
    PRICES(3),
    CURVE(4),
    CONFIDENCES(2),
    CONFLICTS(1);

    private final int weight;

    Part(int weight) {
      this.weight = weight;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    int weight() {
      return weight;
    }
  }

  static Map<Part, Double> noSeconds() {
    return new EnumMap<>(Part.class);
  }
}
