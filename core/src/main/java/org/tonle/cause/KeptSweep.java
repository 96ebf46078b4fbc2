package org.tonle.cause;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.reverse.KeptResponse;
import org.tonle.simulate.step.DrawVectors;

/// Kept sweep: multiplies other loads by kept responses. Where a response was not kept, or does not
/// hold for these loads, it makes the full reverse sweep.
final class KeptSweep implements Sweep {
  private static final double[] NO_WATER = {};

  private final Way way;
  private final DrawVectors draws;
  private final boolean isCentral;
  private final Sweep whole;
  private double[] load_g_per_s = {};
  private double[] water_m3_per_s = {};
  private int draw;
  private int turned = -1;

  private KeptSweep(Way way, DrawVectors draws, boolean isCentral, Sweep whole) {
    this.way = way;
    this.draws = draws;
    this.isCentral = isCentral;
    this.whole = whole;
  }

  /// Maker of sweeps of one linked group under other loads.
  static final class Way implements Sweep.Maker {
    private final Map<Integer, KeptResponse.Way> ways = new HashMap<>();
    private final KeptResponse.Loads loads;
    private final LoadEntries entries;
    private final CauseIndex index;
    private final DrawVectors central;
    private final Supplier<DrawVectors> drawn;
    private final Sweep.Maker whole;

    /// @param kept kept responses by number of the question
    /// @param whole maker of full sweeps
    Way(
        Map<Integer, KeptResponse> kept,
        KeptResponse.Loads loads,
        LoadEntries entries,
        CauseIndex index,
        DrawVectors central,
        Supplier<DrawVectors> drawn,
        Sweep.Maker whole) {
      this.loads = loads;
      this.entries = entries;
      this.index = index;
      this.central = central;
      this.drawn = drawn;
      this.whole = whole;
      kept.forEach(
          (question, one) -> {
            KeptResponse.Way way = loads.to(one);
            if (way.isWhole()) {
              ways.put(question, way);
            }
          });
    }

    @Override
    public Sweep central() {
      return new KeptSweep(this, central, true, whole.central());
    }

    @Override
    public Sweep drawn() {
      return new KeptSweep(this, drawn.get(), false, whole.drawn());
    }
  }

  @Override
  public void turn(int draw) {
    this.draw = draw;
    load_g_per_s = way.loads.drawn(draws, draw);
    water_m3_per_s = water();
  }

  /// Water that brings oxygen in this draw.
  private double[] water() {
    double[] central = way.index.water_m3_per_s;
    double[] drawn = central.clone();
    int count = way.entries.count();
    for (int i = 0; i < drawn.length; i++) {
      int group = way.entries.flowGroup()[i % count];
      drawn[i] *= group < 0 ? 1 : draws.groupFactor()[i / count][group][draw];
    }
    return drawn;
  }

  @Override
  public double contributions(ResponsePart part, double[] sums, double[] shares) {
    KeptResponse.@Nullable Way kept = way.ways.get(part.number);
    if (kept == null) {
      if (turned != draw) {
        whole.turn(draw);
        turned = draw;
      }
      return whole.contributions(part, sums, shares);
    }
    double[] water = part.isShortfall ? water_m3_per_s : NO_WATER;
    return kept.contributions(
        draw, isCentral, load_g_per_s, way.index.ofEntry, sums, water, shares);
  }
}
