package org.tonle.sample;

import java.util.SortedSet;
import org.tonle.model.Limit;

/// Sampled water: what is known of the samples of one constituent at one station.
sealed interface Sampled permits SampleSet, SummarySet {
  int n();

  /// Number of samples that are bounds of a laboratory.
  int bounds();

  /// Indices of the seasons in which they were taken.
  SortedSet<Integer> seasons();

  /// A statistic of the samples, as laws ask for it.
  FigureRange statistic(Limit.Statistic statistic);

  /// Share of the samples on the wrong side of a limit, 0..1.
  FigureRange shareBeyond(double limit, boolean isMinimum);
}
