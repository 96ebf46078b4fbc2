package org.tonle.plain;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.Season;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Study;

/// Figures of a study, looked up one by one in its lists.
final class PlainFigures {
  static final double DAY_S = 86_400;
  static final double YEAR_D = 365.25;

  private final Study study;

  PlainFigures(Study study) {
    this.study = study;
  }

  List<Season> seasons() {
    return study.waterways().seasons();
  }

  List<String> constituents() {
    return study.chemistry().constituents().stream().map(Constituent::id).toList();
  }

  /// Figure for the constituent, else that for all constituents, else none.
  OptionalDouble of(Factor.Kind kind, String key, String constituent) {
    OptionalDouble own = exactly(kind, key, constituent);
    return own.isPresent() ? own : exactly(kind, key, "");
  }

  private OptionalDouble exactly(Factor.Kind kind, String key, String constituent) {
    for (Factor f : study.emissions().factors()) {
      if (f.kind() == kind && f.key().equals(key) && f.constituent().equals(constituent)) {
        return OptionalDouble.of(f.value());
      }
    }
    return OptionalDouble.empty();
  }

  /// Share that passes a path or technology: everything without a figure.
  double passing(String key, String constituent) {
    return of(Factor.Kind.PASSING, key, constituent).orElse(1);
  }

  /// Share that the way to the water retains: nothing without a key.
  double retention(String key, String constituent) {
    return key.isEmpty() ? 0 : of(Factor.Kind.RETENTION, key, constituent).orElse(0);
  }

  /// Factor of a source in each season.
  double[] seasonFactors(String source) {
    double[] found = new double[seasons().size()];
    for (int s = 0; s < found.length; s++) {
      found[s] = 1;
      for (SeasonFactor f : study.emissions().seasonFactors()) {
        boolean isHere = f.season().isEmpty() || f.season().equals(seasons().get(s).id());
        if (f.source().equals(source) && isHere) {
          found[s] = f.factor();
        }
      }
    }
    return found;
  }

  /// Mean over the year, weighted with the days of the seasons.
  double mean(double[] bySeason) {
    double sum = 0;
    double days = 0;
    for (int s = 0; s < bySeason.length; s++) {
      sum += bySeason[s] * seasons().get(s).duration_d();
      days += seasons().get(s).duration_d();
    }
    return sum / days;
  }
}
