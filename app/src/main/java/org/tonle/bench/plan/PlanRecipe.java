package org.tonle.bench.plan;

/// Recipe of choices to plan on.
///
/// @param sites outfalls
/// @param largest sites of one river at most: a limit has at most so many above it
/// @param technologies options of a site besides doing nothing, from coarse to fine
/// @param periods in which a work can be built; limits tighten and towns grow from one to the next
/// @param sharedPlants pairs and triples of neighbouring sites with a plant in common
/// @param limits places that are judged, in every period
/// @param draws of each limit; 1 for the central run alone
/// @param confidence of each limit
/// @param hasBudgets whether the cost of each period is limited
public record PlanRecipe(
    int sites,
    int largest,
    int technologies,
    int periods,
    int sharedPlants,
    int limits,
    int draws,
    double confidence,
    boolean hasBudgets) {
  /// Cambodia's size: 116 sites with 24 options each, 194 limits, 1,000 draws.
  public static PlanRecipe cambodia() {
    return new PlanRecipe(116, 7, 24, 1, 19, 194, 1000, 0.9, false);
  }

  /// Phases and budgets without draws.
  public static PlanRecipe phased(int sites) {
    return new PlanRecipe(sites, 33, 6, 5, sites * 3 / 2, sites * 95 / 200, 1, 1, true);
  }

  /// Draws without phases.
  public static PlanRecipe uncertain(int draws) {
    return new PlanRecipe(200, 33, 6, 1, 0, 50, draws, 0.9, false);
  }

  /// Phases, budgets and draws.
  public static PlanRecipe whole(int draws) {
    return new PlanRecipe(200, 33, 6, 5, 300, 50, draws, 0.9, true);
  }
}
