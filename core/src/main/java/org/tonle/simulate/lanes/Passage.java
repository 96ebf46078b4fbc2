package org.tonle.simulate.lanes;

/// Passage of one constituent through one whole reach, all in one pass over the draws: the arriving
/// load and one local load make the head; the head's concentration is counted; the surviving load
/// is added to the tail.
///
///     h(d) = head(d) + load · own(d)
///     c(d) = h(d) · scale · per(d)
///     tail(d) = base(d) + h(d) · e^{-x(d)}
///
/// It is filled again for every reach; one instance per thread.
public final class Passage {
  private static final float[] EMPTY = {};

  /// Zeros.
  public final float[] nothing;

  /// Ones.
  public final float[] ones;

  /// Arriving load, zeros if no load arrives.
  public float[] head = EMPTY;

  public float[] own = EMPTY;
  public float load;

  /// Losses that vary with travel time alone ([Losses#isByTime]).
  public final Losses losses;

  /// Load already in the tail, or zeros.
  public float[] base = EMPTY;

  public float[] tail = EMPTY;

  /// 1 / discharge, and central over drawn discharge.
  public float scale;

  public float[] per = EMPTY;

  /// Draws with at most this concentration are counted.
  public float limit;

  /// Filled with concentrations, if requested; their deviation is then found too.
  public float[] measured = EMPTY;

  public Passage(int reactions, int draws) {
    losses = new Losses(reactions);
    nothing = new float[Lanes.length(draws)];
    ones = new float[nothing.length];
    java.util.Arrays.fill(ones, 1);
  }

  boolean isMeasured() {
    return measured.length > 0;
  }

  float[] time() {
    float[] time = losses.time;
    return time == null ? EMPTY : time;
  }

  /// Concentration of one draw.
  float concentration(int d) {
    return head(d) * scale * per[d];
  }

  float head(int d) {
    return Math.fma(own[d], load, head[d]);
  }
}
