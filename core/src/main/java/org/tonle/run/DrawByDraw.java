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
import org.tonle.scenario.Applied;
import org.tonle.simulate.FloatKernel;
import org.tonle.simulate.FloatVectors;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.step.DrawVectors;

/// Keeps what every single draw says at a few places, which a run with its statistics does not.
final class DrawByDraw {
  private final Study study;
  private final Applied applied;
  private final Options options;
  private final NetworkBuilder builder;
  private final Multipliers multipliers = new Multipliers();
  private final List<Kinetics> groups;
  private final List<LoadEntries> entries;
  private final Layout layout;
  private final Course course;

  /// One result: place of the layout and season by index, constituent by index in the study.
  record Wanted(int place, int season, int constituent) {}

  /// @param draws that the uncertain inputs came from
  /// @param values `[wanted][draw]`, kernel units, of the worst point, >= 0
  record Kept(Draws draws, double[][] values) {}

  DrawByDraw(Study study, Scenario scenario, Options options) {
    this.study = study;
    applied = Applied.of(study, scenario);
    this.options = options;
    Loads loads = LoadModel.of(study, applied);
    builder = new NetworkBuilder(study, loads);
    groups = new KineticsBuilder(study, applied, builder.network(), multipliers).build();
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
    Vectors vectors = new Vectors(study.with(posterior), applied, builder, multipliers);
    Draws draws = vectors.draws(options);
    DrawVectors drawn = vectors.drawn(options, draws);
    FloatVectors narrow = new FloatVectors(drawn);
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
        fill(g, narrow, wanted, own, members, values);
      }
    }
    return new Kept(draws, values);
  }

  private void fill(
      int group,
      FloatVectors drawn,
      List<Wanted> wanted,
      List<Integer> own,
      List<Integer> members,
      double[][] values) {
    int places = layout.places.count() * groups.get(group).memberCount();
    Thresholds none = new Thresholds(new int[places + 1], new double[0], new boolean[0]);
    List<Integer> kept = own.stream().map(w -> wanted.get(w).place()).distinct().toList();
    GroupResult result =
        new FloatKernel(
                builder.network(),
                course,
                drawn,
                study.settings().lakeSteps(),
                FloatKernel.isVectorAtHand())
            .run(
                groups.get(group),
                entries.get(group),
                layout.places,
                none,
                org.tonle.simulate.Wanted.draws(kept));
    for (int i = 0; i < own.size(); i++) {
      Wanted w = wanted.get(own.get(i));
      float[] found = result.draws(w.season(), w.place(), members.get(i));
      for (int d = 0; d < found.length; d++) {
        values[own.get(i)][d] = StrictMath.max(0, found[d]);
      }
    }
  }
}
