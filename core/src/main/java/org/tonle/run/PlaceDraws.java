package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import org.tonle.draw.Draws;
import org.tonle.model.Posterior;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatVectors;
import org.tonle.simulate.step.DrawVectors;

/// Place draws: the concentration in every draw at a few places; a run keeps only statistics.
public final class PlaceDraws {
  private final Instance instance;
  private final Options options;

  /// Series of draws: judged place and season by index, constituent by index in the study.
  public record Series(int place, int season, int constituent) {}

  /// Drawn values of some series.
  ///
  /// @param draws draws that the uncertain inputs came from
  /// @param values `[wanted][draw]`, kernel units, of the worst point, >= 0
  public record Drawn(Draws draws, double[][] values) {}

  public PlaceDraws(Instance instance, Options options) {
    this.instance = instance;
    this.options = options;
  }

  public JudgedPlaces places() {
    return instance.places();
  }

  /// The drawn values as they are read, if the inputs are drawn from a posterior instead of the
  /// hash.
  public Drawn run(Posterior posterior, List<Series> wanted) {
    return run(posterior, wanted, true);
  }

  /// The same as simulated, without model errors.
  public Drawn simulate(Posterior posterior, List<Series> wanted) {
    return run(posterior, wanted, false);
  }

  private Drawn run(Posterior posterior, List<Series> wanted, boolean isRead) {
    Vectors vectors = new Vectors(instance, instance.study().with(posterior));
    Draws draws = vectors.draws(options);
    DrawVectors drawn = vectors.drawn(options, draws);
    FloatVectors narrow = new FloatVectors(isRead ? drawn : drawn.asSimulated());
    double[][] values = new double[wanted.size()][options.draws()];
    for (int g = 0; g < instance.groups().size(); g++) {
      Kinetics kinetics = instance.groups().get(g);
      List<Integer> own = new ArrayList<>();
      List<Integer> members = new ArrayList<>();
      for (int w = 0; w < wanted.size(); w++) {
        for (int m = 0; m < kinetics.memberCount(); m++) {
          if (kinetics.constituents()[m] == wanted.get(w).constituent()) {
            own.add(w);
            members.add(m);
          }
        }
      }
      if (!own.isEmpty()) {
        fill(g, narrow, wanted, own, members, values);
      }
    }
    return new Drawn(draws, values);
  }

  private void fill(
      int group,
      FloatVectors drawn,
      List<Series> wanted,
      List<Integer> own,
      List<Integer> members,
      double[][] values) {
    int places = instance.places().places.count() * instance.groups().get(group).memberCount();
    Thresholds none = Thresholds.none(places);
    List<Integer> kept = own.stream().map(w -> wanted.get(w).place()).distinct().toList();
    GroupResult result =
        new FloatKernel(
                instance.network(),
                instance.course(),
                drawn,
                instance.study().settings().routing().lakeSteps(),
                FloatKernel.isVectorAtHand())
            .run(
                instance.groups().get(group),
                instance.entries().get(group),
                instance.places().places,
                none,
                Keep.draws(kept));
    for (int i = 0; i < own.size(); i++) {
      Series w = wanted.get(own.get(i));
      float[] found = result.draws(w.season(), w.place(), members.get(i));
      for (int d = 0; d < found.length; d++) {
        values[own.get(i)][d] = StrictMath.max(0, found[d]);
      }
    }
  }
}
