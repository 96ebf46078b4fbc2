package org.tonle.export.map;

/// Class colours, from cold to warm and by darkness. Colour-blind readers can distinguish them too.
/// Reports and maps use the same colours.
public final class ClassColours {
  /// Slot of water that is worse than the last class.
  public static final int WORSE = 6;

  /// Colours by slot, "#rrggbb"; slot 0: not judged.
  private static final String[] HEX = {
    "#8e9aa0", "#0f489f", "#1e9ac4", "#e8a80f", "#b8430f", "#52091f", "#52091f"
  };

  /// Slots of standards with few classes, by the number of classes.
  private static final int[][] OF_FEW = {{}, {2}, {1, 4}, {1, 3, 5}, {1, 2, 4, 5}};

  private ClassColours() {}

  /// Slot of a rank, 1 to 5, or [#WORSE].
  ///
  /// @param classes number of classes of the standard
  /// @param rank 1 is best
  public static int slot(int classes, int rank) {
    if (rank > classes) {
      return WORSE;
    }
    return classes < OF_FEW.length ? OF_FEW[classes][rank - 1] : StrictMath.min(rank, 5);
  }

  static String hex(int slot) {
    return HEX[slot];
  }
}
