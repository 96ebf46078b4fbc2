package org.tonle.sample;

import java.util.List;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.Quality;

/// Measured row: the samples of one constituent at one station in one year, or in all, against one
/// limit.
///
/// @param limited limit that they are held against; empty if none binds there
/// @param figure statistic that the limit binds; without a limit the mean
/// @param trend over all years, in the row of all years only
/// @param headline whether this row speaks for its station, constituent and limit
public record MeasuredRow(
    Station station,
    Span span,
    Count count,
    Optional<Limited> limited,
    FigureRange figure,
    Optional<Trend> trend,
    boolean headline) {

  /// @param worst weakest mark of its observations
  /// @param isCompared whether the study compares it with the model: at least one of its
  ///   observations is not left out
  public record Station(
      String name, Place place, Constituent constituent, Quality worst, boolean isCompared) {}

  /// @param year "" for all years
  /// @param months months that a published summary represents; empty for dated samples
  /// @param seasons ids of the seasons of the samples
  public record Span(String year, List<Integer> months, List<String> seasons) {
    public Span {
      months = List.copyOf(months);
      seasons = List.copyOf(seasons);
    }

    /// Whether it holds dated samples of several years.
    public boolean isAllYears() {
      return year.isEmpty() && months.isEmpty();
    }
  }

  /// @param bounds samples that are bounds of a laboratory
  public record Count(int n, int bounds) {}

  /// The limit and the two verdicts on it.
  ///
  /// @param required whether the place must meet it: designated by the study's main standard
  /// @param value of the limit at the place in these seasons
  /// @param isSure whether the number of samples beyond the limit decides at the study's
  ///   confidence; empty where the samples are not known one by one
  /// @param model outcome of the model in these seasons; of several the worst
  public record Limited(
      Limit limit,
      boolean required,
      double value,
      MeasuredVerdict verdict,
      FigureRange shareBeyond,
      Optional<Boolean> isSure,
      Verdict.Outcome model) {}

  /// Whether measurement and model say the same; empty if one of them cannot say.
  public Optional<Boolean> agrees() {
    if (limited.isEmpty() || !station.isCompared) {
      return Optional.empty();
    }
    Limited own = limited.get();
    boolean isBroken = own.model.isBreach();
    boolean isSaid =
        own.verdict != MeasuredVerdict.NOT_KNOWN && (isBroken || own.model == Verdict.Outcome.MET);
    return isSaid
        ? Optional.of(isBroken == (own.verdict == MeasuredVerdict.BREACHED))
        : Optional.empty();
  }

  /// Whether it speaks for a limit of the study's own law.
  public boolean isRequired() {
    return limited.map(Limited::required).orElse(false);
  }

  public boolean isBreached() {
    return limited.map(l -> l.verdict == MeasuredVerdict.BREACHED).orElse(false);
  }
}
