package org.tonle.assess;

import java.util.Locale;
import org.tonle.model.Limit;

/// Verdict on whether a place meets one limit in one season, or in the year.
///
/// @param season "" for a limit of the year
/// @param required whether the place must meet it: designated by the study's main standard
/// @param limitOfMean the limit converted to the season's mean, ℓ/K, in the constituent's unit; of
///   a limit of the year, as if all its seasons had one mean
/// @param probabilityOfMeeting share of draws that meet it; NaN where the water is not judged
/// @param probabilityWithout share of draws that would meet it with all listed sources at 0; NaN
///   likewise
public record Verdict(
    Place place,
    String season,
    String constituent,
    Limit limit,
    boolean required,
    double limitOfMean,
    double probabilityOfMeeting,
    double probabilityWithout,
    Outcome outcome) {

  /// Whether the limit binds the samples of the year together.
  public boolean isOfYear() {
    return limit.scope().isOfYear();
  }

  /// Whether there is water to judge.
  public boolean isJudged() {
    return outcome != Outcome.NOT_JUDGED;
  }

  /// Whether the limit is broken at a confidence, by whomever and however sure the draws are.
  public boolean isBroken(double confidence) {
    return outcome.isBreach()
        || (outcome == Outcome.NEEDS_MORE_DRAWS
            && Confidence.isBreached(probabilityOfMeeting, confidence));
  }

  /// Outcomes in the order of precedence: the first that holds is the verdict.
  public enum Outcome {
    /// Dry, turning, or of water from nowhere.
    NOT_JUDGED,
    /// A check that the study states for this water fails.
    MODEL_NOT_VALID,
    /// Breached, and so even with all listed sources at 0.
    BEYOND_SOURCES,
    /// The interval of the probability contains the confidence that decides.
    NEEDS_MORE_DRAWS,
    /// Breached, and the listed sources can mend it.
    BREACHED,
    MET,
    NOT_KNOWN;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the limit is broken, by whomever.
    public boolean isBreach() {
      return this == BREACHED || this == BEYOND_SOURCES;
    }

    /// The outcome for a judged water whose model is valid.
    ///
    /// @param share share of draws that meet the limit
    /// @param without share of draws that would meet it with all listed sources at 0
    public static Outcome of(double share, double without, Confidence confidence) {
      if (confidence.isBreached(share) && confidence.isBreached(without)) {
        return BEYOND_SOURCES;
      }
      if (confidence.isTooClose(share)) {
        return NEEDS_MORE_DRAWS;
      }
      if (confidence.isBreached(share)) {
        return BREACHED;
      }
      return confidence.isMet(share) ? MET : NOT_KNOWN;
    }
  }
}
