package org.tonle.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.ExactPercentile;
import org.tonle.model.Constituent;
import org.tonle.model.Posterior;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.PlaceDraws;

/// Difference bands of two runs that share their draws: each draw after minus the same draw before,
/// so that errors shared by both cancel.
final class DifferenceBands {
  /// Bytes for the single draws of both runs; places are handled in blocks that fit.
  private static final long MOST_BYTE = 256L << 20;

  private final Instance before;
  private final Instance after;
  private final Options options;
  private final long most_byte;

  DifferenceBands(Instance before, Instance after, Options options) {
    this(before, after, options, MOST_BYTE);
  }

  DifferenceBands(Instance before, Instance after, Options options, long most_byte) {
    this.before = before;
    this.after = after;
    this.options = options;
    this.most_byte = most_byte;
  }

  /// One band for each series; without draws all figures are NaN.
  ///
  /// @param wanted series of the same place are next to each other
  List<Move.Band> of(List<PlaceDraws.Series> wanted) {
    if (options.draws() == 0) {
      return wanted.stream().map(w -> Move.Band.NONE).toList();
    }
    List<Move.Band> bands = new ArrayList<>();
    int first = 0;
    while (first < wanted.size()) {
      int end = end(wanted, first);
      bands.addAll(block(wanted.subList(first, end)));
      first = end;
    }
    return bands;
  }

  /// End of the block that begins at a series: whole places, at least one.
  private int end(List<PlaceDraws.Series> wanted, int first) {
    long seasons = before.study().waterways().seasons().size();
    long constituents = before.study().chemistry().constituents().size();
    // Kernels keep whole places in float; the wanted series are copied in double.
    long place_byte = seasons * constituents * options.draws() * (Float.BYTES + 2L * Double.BYTES);
    long left = StrictMath.max(1, most_byte / StrictMath.max(1, place_byte));
    int end = first;
    while (end < wanted.size()) {
      boolean isNew = end == first || wanted.get(end).place() != wanted.get(end - 1).place();
      if (isNew && left == 0) {
        return end;
      }
      left -= isNew ? 1 : 0;
      end++;
    }
    return end;
  }

  private List<Move.Band> block(List<PlaceDraws.Series> wanted) {
    double[][] was = values(before, wanted);
    double[][] is = values(after, wanted);
    List<Move.Band> bands = new ArrayList<>();
    for (int w = 0; w < wanted.size(); w++) {
      Constituent constituent =
          before.study().chemistry().constituents().get(wanted.get(w).constituent());
      double[] difference = new double[options.draws()];
      for (int d = 0; d < difference.length; d++) {
        difference[d] =
            ConcentrationScale.fromKernel(constituent, is[w][d])
                - ConcentrationScale.fromKernel(constituent, was[w][d]);
      }
      bands.add(band(difference));
    }
    return bands;
  }

  private double[][] values(Instance instance, List<PlaceDraws.Series> wanted) {
    Posterior posterior = instance.study().evidence().posterior();
    return new PlaceDraws(instance, options).run(posterior, wanted).values();
  }

  private static Move.Band band(double[] difference) {
    Arrays.sort(difference);
    double less = Arrays.stream(difference).filter(d -> d < 0).count();
    double more = Arrays.stream(difference).filter(d -> d > 0).count();
    return new Move.Band(
        ExactPercentile.of(difference, 0.05),
        ExactPercentile.of(difference, 0.5),
        ExactPercentile.of(difference, 0.95),
        less / difference.length,
        more / difference.length);
  }
}
