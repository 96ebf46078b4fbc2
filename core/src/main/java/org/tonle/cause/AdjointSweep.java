package org.tonle.cause;

import java.util.function.Supplier;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Instance;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.step.DrawVectors;

/// Adjoint sweep: makes one reverse sweep for each concentration in every draw.
final class AdjointSweep implements Sweep {
  private static final double[] NO_WATER = {};

  private final Adjoint adjoint;
  private final CauseIndex index;
  private final DrawVectors draws;

  private AdjointSweep(Adjoint adjoint, CauseIndex index, DrawVectors draws) {
    this.adjoint = adjoint;
    this.index = index;
    this.draws = draws;
  }

  static Sweep.Maker of(
      Instance instance,
      int group,
      CauseIndex index,
      DrawVectors central,
      Supplier<DrawVectors> drawn) {
    Kinetics kinetics = instance.groups().get(group);
    LoadEntries entries = instance.entries().get(group);
    int steps = instance.study().settings().routing().lakeSteps();
    return new Sweep.Maker() {
      @Override
      public Sweep central() {
        return with(central);
      }

      @Override
      public Sweep drawn() {
        return with(drawn.get());
      }

      private Sweep with(DrawVectors draws) {
        Adjoint adjoint = new Adjoint(instance.network(), kinetics, entries, steps);
        return new AdjointSweep(adjoint, index, draws);
      }
    };
  }

  @Override
  public void turn(int draw) {
    adjoint.draw(draws, draw);
  }

  @Override
  public double contributions(ResponsePart part, double[] sums, double[] shares) {
    double[] water = part.isShortfall ? index.water_m3_per_s : NO_WATER;
    return adjoint.contributions(part.target, index.ofEntry, sums, water, shares);
  }
}
