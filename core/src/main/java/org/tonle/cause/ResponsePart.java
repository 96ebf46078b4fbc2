package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.ConcentrationScale;
import org.tonle.draw.ReadingError;
import org.tonle.model.Constituent;
import org.tonle.run.Question;
import org.tonle.simulate.reverse.Target;

/// Response part: one concentration of a linked group, the causes that count for it, and how much
/// each adds in the central run. Draws are written to buffers that it does not own.
final class ResponsePart {
  /// Number of the question.
  final int number;

  final Target target;
  final boolean isShortfall;
  private final Question question;
  private final Constituent constituent;
  private final double scale;
  private final double saturation_g_per_m3;
  private final @Nullable ReadingError reading;
  private int[] cause = {};
  private List<Cause> causes = List.of();
  private double[] central = {};

  /// @param reading how limits bind the concentration in the draws, or null as they are
  ResponsePart(
      int number,
      Question question,
      Target target,
      Constituent constituent,
      boolean isShortfall,
      double saturation_g_per_m3,
      @Nullable ReadingError reading) {
    this.reading =
        reading == null ? null : reading.in(ConcentrationScale.fromKernel(constituent, 1));
    this.number = number;
    this.question = question;
    this.target = target;
    this.constituent = constituent;
    this.isShortfall = isShortfall;
    this.saturation_g_per_m3 = saturation_g_per_m3;
    scale = ConcentrationScale.fromKernel(constituent, 1);
  }

  int causeCount() {
    return cause.length;
  }

  /// Contribution of every cause in the current draw of the sweep, natural processes last; for
  /// oxygen the part of the shortfall that each causes (Eq. 8).
  void contributions(Sweep sweep, double[] found, double[] shares) {
    int nature = found.length - 1;
    Arrays.fill(found, 0);
    Arrays.fill(shares, 0);
    double natural = sweep.contributions(this, found, shares);
    if (!isShortfall) {
      found[nature] = natural;
      return;
    }
    double water = 0;
    for (int c = 0; c < nature; c++) {
      found[c] = saturation_g_per_m3 * shares[c] - found[c];
      water += shares[c];
    }
    found[nature] = saturation_g_per_m3 * (1 - water) - natural;
  }

  /// Keeps the central run and which causes count in it.
  void keep(double[] found, List<Cause> all) {
    int[] counting = new int[found.length];
    int n = 0;
    for (int c = 0; c < found.length; c++) {
      if (found[c] != 0) {
        counting[n++] = c;
      }
    }
    cause = Arrays.copyOf(counting, n);
    central = new double[n];
    List<Cause> own = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      central[i] = found[cause[i]] * scale;
      own.add(cause[i] < all.size() ? all.get(cause[i]) : Cause.NATURE);
    }
    causes = List.copyOf(own);
  }

  /// Writes a draw to a buffer.
  void put(double[] found, float[][] buffer, int d) {
    for (int i = 0; i < cause.length; i++) {
      buffer[i][d] = (float) ((float) found[cause[i]] * scale);
    }
  }

  Response response(float[][] draws, int drawCount) {
    return new Response(
        question,
        constituent,
        saturation_g_per_m3 * scale,
        causes,
        central,
        draws,
        drawCount,
        reading);
  }
}
