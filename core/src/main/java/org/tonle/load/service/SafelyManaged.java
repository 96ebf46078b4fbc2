package org.tonle.load.service;

/// Safely managed people by JMP's rules (docs/theory/loads.md, Eq. 8b): an improved toilet that is
/// not shared, and excreta that are kept in place or treated at a plant.
///
/// @param inPlace excreta stay in place, contained and not emptied
/// @param emptied excreta are emptied and treated at a plant
/// @param sewered excreta reach a plant by sewer and are treated
public record SafelyManaged(double inPlace, double emptied, double sewered) {
  public static final SafelyManaged NOBODY = new SafelyManaged(0, 0, 0);

  public double total() {
    return inPlace + emptied + sewered;
  }

  public SafelyManaged plus(SafelyManaged more) {
    return new SafelyManaged(
        inPlace + more.inPlace, emptied + more.emptied, sewered + more.sewered);
  }

  /// Shares of a number of people; nobody of none.
  public SafelyManaged over(double people) {
    return people > 0
        ? new SafelyManaged(inPlace / people, emptied / people, sewered / people)
        : NOBODY;
  }
}
