package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import org.tonle.draw.Draws;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Posterior;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Course;
import org.tonle.network.CourseBuilder;
import org.tonle.network.Kinetics;
import org.tonle.network.KineticsBuilder;
import org.tonle.network.LoadEntries;
import org.tonle.network.LoadEntriesBuilder;
import org.tonle.network.Multipliers;
import org.tonle.network.NetworkBuilder;
import org.tonle.simulate.DoubleKernel;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.step.DrawVectors;

/// Keeps what every single draw says at a few places, which a run with its statistics does not.
final class DrawByDraw {
  private final Study study;
  private final Options options;
  private final NetworkBuilder builder;
  private final Multipliers multipliers = new Multipliers();
  private final List<Kinetics> groups;
  private final List<LoadEntries> entries;
  private final Layout layout;
  private final Course course;

  /// One result: place and season by index, constituent by index in the study.
  record Wanted(int place, int season, int constituent) {}

  /// @param values `[wanted][draw]`, kernel units, of the worst point, >= 0
  record Kept(List<Posterior.Input> inputs, double[][] values) {}

  DrawByDraw(Study study, Options options) {
    this.study = study;
    this.options = options;
    Loads loads = LoadModel.of(study, Scenario.BASELINE);
    builder = new NetworkBuilder(study, loads);
    groups = new KineticsBuilder(study, Scenario.BASELINE, builder.network(), multipliers).build();
    LoadEntriesBuilder entriesBuilder = new LoadEntriesBuilder(study, builder, loads, multipliers);
    entries = groups.stream().map(entriesBuilder::build).toList();
    layout = new Layout(study, builder, groups);
    course = CourseBuilder.of(builder.network());
  }

  Layout layout() {
    return layout;
  }

  /// What the draws say with these draws of the inputs in place of the hash's.
  Kept run(Posterior posterior, List<Wanted> wanted) {
    Vectors vectors = new Vectors(study.with(posterior), Scenario.BASELINE, builder, multipliers);
    Draws draws = vectors.draws(options);
    DrawVectors drawn = vectors.drawn(options, draws);
    double[][] values = new double[wanted.size()][options.draws()];
    for (int g = 0; g < groups.size(); g++) {
      Kinetics kinetics = groups.get(g);
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
        fill(g, drawn, wanted, own, members, values);
      }
    }
    return new Kept(draws.inputs(), values);
  }

  private void fill(
      int group,
      DrawVectors drawn,
      List<Wanted> wanted,
      List<Integer> own,
      List<Integer> members,
      double[][] values) {
    int places = layout.places.count() * groups.get(group).memberCount();
    Thresholds none = new Thresholds(new int[places + 1], new double[0], new boolean[0]);
    java.util.stream.IntStream.range(0, drawn.draws())
        .parallel()
        .forEach(
            d -> {
              GroupResult result =
                  new DoubleKernel(
                          builder.network(), course, slice(drawn, d), study.settings().lakeSteps())
                      .run(groups.get(group), entries.get(group), layout.places, none);
              for (int i = 0; i < own.size(); i++) {
                Wanted w = wanted.get(own.get(i));
                double worst = result.worst[result.at(w.season(), w.place(), members.get(i))];
                values[own.get(i)][d] = StrictMath.max(0, worst);
              }
            });
  }

  private static DrawVectors slice(DrawVectors all, int draw) {
    return new DrawVectors(
        1,
        slice(all.multiplier(), draw),
        slice(all.groupFactor(), draw),
        slice(all.flowFactor(), draw),
        slice(all.timeFactor(), draw));
  }

  private static double[][][] slice(double[][][] of, int draw) {
    double[][][] one = new double[of.length][][];
    for (int s = 0; s < of.length; s++) {
      one[s] = slice(of[s], draw);
    }
    return one;
  }

  private static double[][] slice(double[][] of, int draw) {
    double[][] one = new double[of.length][];
    for (int i = 0; i < of.length; i++) {
      one[i] = new double[] {of[i][draw]};
    }
    return one;
  }
}
