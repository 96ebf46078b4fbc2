package org.tonle.compare;

import java.util.List;
import java.util.Optional;
import org.tonle.problem.Problem;
import org.tonle.scenario.Lever;

/// Lever effect: the effect of moving one lever alone to where the other scenario has it.
///
/// @param together levers that are moved with it, because it cannot be moved without them
/// @param loads total loads to the water that differ, by constituent
/// @param reaches number of reaches where a concentration moves
/// @param lakes number of lakes where a concentration moves
/// @param best the largest relative improvement
/// @param worst the largest relative deterioration
/// @param met number of required limits newly met
/// @param breached number of required limits newly breached
/// @param people people whose services change
/// @param why reasons why nothing moves, or not everything
/// @param refused problems that keep the lever from being moved alone; then all else is empty
public record LeverEffect(
    Lever lever,
    List<Lever> together,
    List<LoadChange> loads,
    int reaches,
    int lakes,
    Optional<Move> best,
    Optional<Move> worst,
    long met,
    long breached,
    People people,
    List<Reason> why,
    List<Problem> refused) {
  public LeverEffect {
    together = List.copyOf(together);
    loads = List.copyOf(loads);
    why = List.copyOf(why);
    refused = List.copyOf(refused);
  }

  /// Increase of the people served; a decrease if below 0.
  public record People(double toPlants, double safelyManaged) {
    static final People NONE = new People(0, 0);
  }

  static LeverEffect refused(Lever lever, List<Problem> problems) {
    return new LeverEffect(
        lever,
        List.of(),
        List.of(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        People.NONE,
        List.of(),
        problems);
  }

  /// Whether the lever alone has no effect at all.
  public boolean isNothing() {
    return loads.isEmpty()
        && best.isEmpty()
        && worst.isEmpty()
        && people.toPlants() == 0
        && people.safelyManaged() == 0;
  }

  /// Reason why something does not move.
  ///
  /// @param objects ids that the reason names
  public record Reason(Kind kind, List<String> objects) {
    public Reason {
      objects = List.copyOf(objects);
    }

    /// Kind of reason.
    public enum Kind {
      /// The plant gets no wastewater: no sewer leads to it.
      NO_WASTEWATER,
      /// The plant to which the sewers lead does not operate.
      NOT_OPERATING,
      /// The plant can treat all wastewater that comes to it, before and after.
      ROOM_ENOUGH,
      /// The lever names no load.
      NO_LOAD,
      /// The loads of these constituents do not change, because the technology removes none.
      NONE_REMOVED,
      /// The sources have no load of these constituents.
      NONE_MADE,
      /// The loads do not change.
      SAME_LOADS,
      /// Loads change, but no concentration at a judged place does.
      NOT_FELT;

      public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
      }
    }
  }
}
