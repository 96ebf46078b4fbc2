package org.tonle.draw;

import org.jspecify.annotations.Nullable;

/// Reading errors of all constituents of a study, in rivers and in lakes. All rivers share the
/// error of a constituent in a draw, and so do all lakes.
///
/// @param river by number of the constituent in the study, null without a model error
/// @param lake likewise
public record ReadingErrors(@Nullable ReadingError[] river, @Nullable ReadingError[] lake) {
  /// No model errors.
  public static final ReadingErrors NONE =
      new ReadingErrors(new ReadingError[0], new ReadingError[0]);

  /// The reading error of a constituent, or null if nothing moves it.
  public @Nullable ReadingError of(int constituent, boolean isLake) {
    @Nullable ReadingError[] own = isLake ? lake : river;
    return constituent < own.length ? own[constituent] : null;
  }

  /// The reading errors of one draw only.
  public ReadingErrors only(int draw) {
    return new ReadingErrors(only(river, draw), only(lake, draw));
  }

  private static @Nullable ReadingError[] only(@Nullable ReadingError[] of, int draw) {
    @Nullable ReadingError[] found = new ReadingError[of.length];
    for (int c = 0; c < of.length; c++) {
      ReadingError one = of[c];
      found[c] =
          one == null
              ? null
              : new ReadingError(one.adds(), one.spread(), new double[] {one.error()[draw]});
    }
    return found;
  }
}
