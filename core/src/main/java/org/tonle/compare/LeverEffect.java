package org.tonle.compare;

import java.util.List;
import java.util.Optional;
import org.tonle.problem.Problem;
import org.tonle.scenario.Lever;

/// Effect of one lever that alone is moved to where the other scenario has it.
///
/// @param together levers moved with it, without which it cannot be moved
/// @param loads total load to the water by constituent, where it differs
/// @param reaches reaches where a concentration moves
/// @param lakes lakes where one does
/// @param best the move for the better that is largest, over what was
/// @param worst the same for the worse
/// @param met required limits that come to be met
/// @param breached required limits that come to be breached
/// @param people served otherwise
/// @param why nothing moves, or not everything
/// @param refused problems that keep the lever from being moved alone; then nothing else is known
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

  /// More people served; less where below 0.
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

  /// Whether it alone does nothing at all.
  public boolean isNothing() {
    return loads.isEmpty()
        && best.isEmpty()
        && worst.isEmpty()
        && people.toPlants() == 0
        && people.safelyManaged() == 0;
  }

  /// Reason why something stands still.
  ///
  /// @param objects ids that it speaks of
  public record Reason(Kind kind, List<String> objects) {
    public Reason {
      objects = List.copyOf(objects);
    }

    /// What keeps things where they are.
    public enum Kind {
      /// The plant gets no wastewater: no sewer leads to it.
      NO_WASTEWATER,
      /// The plant to which the sewers lead does not operate.
      NOT_OPERATING,
      /// The plant takes all that comes to it, before and after.
      ROOM_ENOUGH,
      /// No load is named by the lever.
      NO_LOAD,
      /// The loads of these constituents stay: the technology removes none.
      NONE_REMOVED,
      /// The sources have no load of these constituents.
      NONE_MADE,
      /// Loads stay as they are.
      SAME_LOADS,
      /// Loads change and no concentration at a judged place does.
      NOT_FELT;

      public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
      }
    }
  }
}
