package org.tonle.assess;

import org.tonle.model.Limit;

/// Verdict on whether a place meets one limit in one season.
///
/// @param required whether the place must meet it: designated by the study's main standard
/// @param limitOfMean the limit converted to the season's mean, ℓ/K, in the constituent's unit
/// @param probabilityOfMeeting share of draws that meet it
public record Verdict(
    Place place,
    String season,
    String constituent,
    Limit limit,
    boolean required,
    double limitOfMean,
    double probabilityOfMeeting,
    Outcome outcome) {

  /// Whether there is water to judge.
  public boolean isJudged() {
    return !Double.isNaN(probabilityOfMeeting);
  }

  public enum Outcome {
    MET,
    BREACHED,
    NOT_KNOWN;

    /// At confidence c: met if the probability is at least c, breached if at most 1 - c.
    public static Outcome of(double probabilityOfMeeting, double confidence) {
      if (probabilityOfMeeting >= confidence) {
        return MET;
      }
      return probabilityOfMeeting <= 1 - confidence ? BREACHED : NOT_KNOWN;
    }
  }
}
