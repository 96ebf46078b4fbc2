package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.lanes.LoadLanes;

/// Tally of the lines of the mass balance of every draw. Sums run in float over a block of terms,
/// then in double, so that rounding stays below 1e-6 of the largest term.
final class FloatTally {
  private static final int BLOCK = 32;

  private final int draws;
  private final float[][][] block;
  private final int[][] terms;
  private final double[][] mass;
  private final LoadLanes lanes;

  FloatTally(LoadLanes lanes, int members, int draws) {
    this.lanes = lanes;
    this.draws = draws;
    block = new float[MassLine.values().length][members][Lanes.length(draws)];
    terms = new int[MassLine.values().length][members];
    mass = new double[MassLine.values().length][members * draws];
  }

  /// Adds `factor` times `load`, one vector per member, null for a member without load.
  void add(MassLine line, float[] @Nullable [] load, float factor) {
    if (factor == 0) {
      return;
    }
    for (int m = 0; m < load.length; m++) {
      float[] member = load[m];
      if (member != null) {
        lanes.addScaled(member, factor, block[line.ordinal()][m]);
        count(line.ordinal(), m);
      }
    }
  }

  /// Adds `factor` times the loss between `head` times `fraction` and `tail`.
  void addLost(MassLine line, float[][] head, float fraction, float[][] tail, float factor) {
    for (int m = 0; m < head.length; m++) {
      lanes.addLost(head[m], fraction, tail[m], factor, block[line.ordinal()][m]);
      count(line.ordinal(), m);
    }
  }

  void add(MassLine line, double[] load, double factor) {
    double[] to = mass[line.ordinal()];
    for (int i = 0; i < load.length; i++) {
      to[i] += load[i] * factor;
    }
  }

  private void count(int line, int member) {
    if (++terms[line][member] == BLOCK) {
      flush(line, member);
    }
  }

  private void flush(int line, int member) {
    float[] from = block[line][member];
    double[] to = mass[line];
    for (int d = 0; d < draws; d++) {
      to[member * draws + d] += from[d];
    }
    java.util.Arrays.fill(from, 0);
    terms[line][member] = 0;
  }

  /// Adds everything to the lines of a result.
  void moveTo(double[][] lines) {
    for (int line = 0; line < mass.length; line++) {
      for (int m = 0; m < terms[line].length; m++) {
        flush(line, m);
      }
      for (int i = 0; i < mass[line].length; i++) {
        lines[line][i] += mass[line][i];
      }
    }
  }
}
