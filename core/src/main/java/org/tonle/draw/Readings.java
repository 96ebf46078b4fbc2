package org.tonle.draw;

import org.jspecify.annotations.Nullable;

/// Readings of all constituents of a study, in rivers and in lakes. All rivers share the error of a
/// constituent in a draw, and so do all lakes.
///
/// @param river by number of the constituent in the study, null without a model error
/// @param lake likewise
public record Readings(@Nullable Reading[] river, @Nullable Reading[] lake) {
  /// No model errors.
  public static final Readings NONE = new Readings(new Reading[0], new Reading[0]);

  /// The reading of a constituent, or null if nothing moves it.
  public @Nullable Reading of(int constituent, boolean isLake) {
    @Nullable Reading[] own = isLake ? lake : river;
    return constituent < own.length ? own[constituent] : null;
  }

  /// The readings of one draw only.
  public Readings only(int draw) {
    return new Readings(only(river, draw), only(lake, draw));
  }

  private static @Nullable Reading[] only(@Nullable Reading[] of, int draw) {
    @Nullable Reading[] found = new Reading[of.length];
    for (int c = 0; c < of.length; c++) {
      Reading one = of[c];
      found[c] =
          one == null
              ? null
              : new Reading(one.adds(), one.spread(), new double[] {one.error()[draw]});
    }
    return found;
  }
}
