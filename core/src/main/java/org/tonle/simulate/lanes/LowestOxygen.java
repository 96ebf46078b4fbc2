package org.tonle.simulate.lanes;

import org.jspecify.annotations.Nullable;
import org.tonle.network.rates.Kinetics;

/// Lowest oxygen on the way through a reach, in all draws at once (docs/theory/engine.md, Eq. 4).
///
/// Where every loss is small, a quintic through both ends gives it. Elsewhere the reach is cut into
/// thirds, and a third in which oxygen turns is halved until it is short enough for one quintic.
final class LowestOxygen {
  /// A piece is short when its largest loss is at most this.
  static final float SHORT = 0.6f;

  /// Share of its parts that a slope may have lost to rounding: where air and use are in balance,
  /// the slope is no larger than that and must not count as falling.
  static final float ROUNDING = 4e-7f;

  private static final int PARTS = 3;
  private static final int HALVINGS = 24;

  private final Reactions form;
  private final int n;
  private final int oxygen;
  private final int reactions;
  private final LinkedSolution32 partial;
  private final boolean[] feeds;
  private final boolean[] isAbove;
  private final float[] fastest;
  private final float[] zero;
  private final float[][] turnover;
  private final float[][] givenSpace;
  private final float[] @Nullable [] given;
  private final float[][] x;
  private final float[][] slope;
  private final Knot[] knot = new Knot[PARTS + 1];
  private final Knot a;
  private final Knot b;
  private final Knot middle;

  LowestOxygen(Reactions form, Kinetics kinetics, int length) {
    this.form = form;
    n = kinetics.memberCount();
    oxygen = kinetics.oxygen();
    reactions = kinetics.reactionCount();
    partial = new LinkedSolution32(form, kinetics, length);
    feeds = partial.feeding(oxygen);
    isAbove = partial.above(oxygen);
    fastest = new float[length];
    zero = new float[length];
    turnover = new float[reactions][length];
    givenSpace = new float[n][length];
    given = new float[n][];
    x = new float[n][length];
    slope = new float[n][length];
    for (int i = 0; i <= PARTS; i++) {
      knot[i] = new Knot(length);
      java.util.Arrays.fill(knot[i].at, (float) i / PARTS);
    }
    a = new Knot(length);
    b = new Knot(length);
    middle = new Knot(length);
  }

  void find(
      LinkedSolution32 whole,
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      float[][] tail,
      boolean turnsOnce,
      float[] lowest) {
    form.smaller(head[oxygen], tail[oxygen], lowest);
    boolean isFirst = true;
    for (int m = 0; m < n; m++) {
      if (isAbove[m]) {
        form.larger(isFirst ? zero : fastest, whole.loss(m), fastest);
        isFirst = false;
      }
    }
    slopes(whole, spread, head, knot[0]);
    slopes(whole, spread, tail, knot[PARTS]);
    if (turnsOnce) {
      a.set(knot[0]);
      b.set(knot[PARTS]);
      piece(whole, moved, spread, head, -1, lowest);
      return;
    }
    form.dip(knot[0], knot[PARTS], fastest, -1, SHORT, lowest);
    if (form.isOver(fastest, SHORT)) {
      pieces(whole, moved, spread, head, lowest);
    }
  }

  private void pieces(
      LinkedSolution32 whole,
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      float[] lowest) {
    for (int i = 1; i < PARTS; i++) {
      probe(whole, moved, spread, head, knot[i]);
    }
    for (int i = 0; i < PARTS; i++) {
      a.set(knot[i]);
      b.set(knot[i + 1]);
      piece(whole, moved, spread, head, SHORT, lowest);
    }
  }

  /// The lowest point between `a` and `b`, which are moved, in draws whose losses are over `least`.
  private void piece(
      LinkedSolution32 whole,
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      float least,
      float[] lowest) {
    for (int k = 0; k < HALVINGS && form.isLong(a, b, fastest, SHORT); k++) {
      form.mix(0.5f, a.at, 0.5f, b.at, one(), middle.at);
      probe(whole, moved, spread, head, middle);
      form.halve(a, b, middle, fastest, SHORT);
    }
    form.dip(a, b, fastest, least, SHORT, lowest);
  }

  private float[] one() {
    return knot[PARTS].at;
  }

  /// The curve at `found.at`.
  private void probe(
      LinkedSolution32 whole,
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      Knot found) {
    for (int r = 0; r < reactions; r++) {
      form.product(1, moved[r], found.at, turnover[r]);
    }
    for (int m = 0; m < n; m++) {
      float[] all = spread[m];
      given[m] = all == null ? null : givenSpace[m];
      if (all != null) {
        form.product(1, all, found.at, givenSpace[m]);
      }
    }
    partial.set(turnover);
    partial.at(head, given, isAbove, x);
    slopes(whole, spread, x, found);
  }

  private void slopes(
      LinkedSolution32 whole, float[] @Nullable [] spread, float[][] at, Knot found) {
    for (int m = 0; m < n; m++) {
      if (feeds[m]) {
        whole.slope(m, at, spread[m], slope[m]);
      }
    }
    System.arraycopy(at[oxygen], 0, found.value, 0, found.value.length);
    System.arraycopy(slope[oxygen], 0, found.slope, 0, found.slope.length);
    whole.slope(oxygen, slope, null, found.bend);
    float[] all = spread[oxygen];
    form.lift(ROUNDING, fastest, found.value, all == null ? zero : all, found.slope);
  }
}
