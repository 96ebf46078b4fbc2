package org.tonle.simulate.lanes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tonle.network.rates.Kinetics;

/// Turning oxygen: the draws that can have their lowest oxygen inside a reach, and its value there.
/// Most have it at an end; only the others are examined by [LowestOxygen], some at a time
/// (docs/theory/engine.md, Eqs. 4 and 5).
///
/// A member that uses oxygen and is fed by nothing else only falls, or only rises, through a reach.
/// Where all of them fall, oxygen turns at most once, from falling to rising, and its slopes at
/// both ends show it; where all of them rise, oxygen has no lowest point inside.
final class TurningOxygen {
  /// Draws that are examined at a time.
  private static final int BLOCK = 64;

  private final Reactions form;
  private final int oxygen;
  private final int reactions;
  private final boolean isSimple;
  private final int[] users;
  private final float[] zero;
  private final float[] atHead;
  private final float[] atTail;
  private final float[][] use;
  private final int[] lane;

  private final LowestOxygen lowest;
  private final LinkedSolution32 whole;
  private final float[][] turnover;
  private final float[][] givenSpace;
  private final float[] @Nullable [] given;
  private final float[][] begin;
  private final float[][] end;
  private final float[] found;

  TurningOxygen(Reactions form, Kinetics kinetics, int length) {
    this.form = form;
    oxygen = kinetics.oxygen();
    reactions = kinetics.reactionCount();
    int n = kinetics.memberCount();
    whole = new LinkedSolution32(form, kinetics, BLOCK);
    lowest = new LowestOxygen(form, kinetics, BLOCK);
    users = whole.users(oxygen);
    isSimple = whole.isSimple(oxygen);
    zero = new float[length];
    atHead = new float[length];
    atTail = new float[length];
    use = new float[users.length][length];
    lane = new int[length];
    turnover = new float[reactions][BLOCK];
    givenSpace = new float[n][BLOCK];
    given = new float[n][];
    begin = new float[n][BLOCK];
    end = new float[n][BLOCK];
    found = new float[BLOCK];
  }

  /// @param solution of the whole reach, set
  /// @param moved turnover of each reaction
  /// @param spread load given to each member on the way, or null
  /// @param worst the lowest oxygen of each draw, filled
  void find(
      LinkedSolution32 solution,
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      float[][] tail,
      float[] worst) {
    form.smaller(head[oxygen], tail[oxygen], worst);
    if (!isSimple) {
      Arrays.setAll(lane, d -> d);
      inside(moved, spread, head, tail, lane.length, false, worst);
      return;
    }
    slope(solution, spread, head, atHead);
    slope(solution, spread, tail, atTail);
    for (int i = 0; i < users.length; i++) {
      solution.slope(users[i], head, spread[users[i]], use[i]);
    }
    int turning = form.turning(atHead, atTail, use, lane);
    inside(moved, spread, head, tail, turning, true, worst);
    inside(moved, spread, head, tail, form.mixed(use, lane), false, worst);
  }

  /// Examines the first `count` draws listed.
  private void inside(
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      float[][] tail,
      int count,
      boolean turnsOnce,
      float[] worst) {
    for (int from = 0; from < count; from += BLOCK) {
      int size = Math.min(BLOCK, count - from);
      gather(moved, spread, head, tail, from, size);
      whole.set(turnover);
      lowest.find(whole, turnover, given, begin, end, turnsOnce, found);
      for (int i = 0; i < size; i++) {
        worst[lane[from + i]] = found[i];
      }
    }
  }

  private void slope(
      LinkedSolution32 solution, float[] @Nullable [] spread, float[][] at, float[] slope) {
    float[] all = spread[oxygen];
    solution.slope(oxygen, at, all, slope);
    form.lift(
        LowestOxygen.ROUNDING, solution.loss(oxygen), at[oxygen], all == null ? zero : all, slope);
  }

  /// Gathers the draws of a block; an incomplete block repeats its last draw.
  private void gather(
      float[][] moved,
      float[] @Nullable [] spread,
      float[][] head,
      float[][] tail,
      int from,
      int size) {
    for (int r = 0; r < reactions; r++) {
      gather(moved[r], from, size, turnover[r]);
    }
    for (int m = 0; m < begin.length; m++) {
      gather(head[m], from, size, begin[m]);
      gather(tail[m], from, size, end[m]);
      float[] all = spread[m];
      given[m] = all == null ? null : givenSpace[m];
      if (all != null) {
        gather(all, from, size, givenSpace[m]);
      }
    }
  }

  private void gather(float[] x, int from, int size, float[] to) {
    for (int i = 0; i < BLOCK; i++) {
      to[i] = x[lane[from + Math.min(i, size - 1)]];
    }
  }
}
