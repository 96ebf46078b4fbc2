package org.tonle.measure;

import java.util.List;
import java.util.Optional;

/// Worth of measuring next: how much of a demand's variance each measurement would take away, which
/// to make first, and what every demand rests on (docs/theory/measuring.md).
///
/// @param measurements all that could be made
/// @param answers one per question that the study has breaches for
/// @param rests what the concentration of every bound rests on, in the order of the bounds
/// @param inputFloor share of an input below which chance could have made it
/// @param placeFloor the same of a concentration
public record MeasuringWorth(
    List<Measurement> measurements,
    List<Answer> answers,
    List<Marks> rests,
    double inputFloor,
    double placeFloor) {
  public MeasuringWorth {
    measurements = List.copyOf(measurements);
    answers = List.copyOf(answers);
    rests = List.copyOf(rests);
  }

  public enum Question {
    /// How much load must go.
    DEMAND,
    /// How far breaches that no cut of the listed sources mends stand above their limit.
    BEYOND
  }

  /// @param aims what is asked, the first for all together
  /// @param shares those above what chance makes, by aim, the largest first
  /// @param first the measurements to make first, in their order
  public record Answer(Question question, List<Aim> aims, List<Share> shares, List<First> first) {
    public Answer {
      aims = List.copyOf(aims);
      shares = List.copyOf(shares);
      first = List.copyOf(first);
    }

    /// Share of the variance that is left when all of the first are made.
    public double left() {
      return first.isEmpty() ? 1 : first.getLast().left();
    }

    /// The figure that a measurement narrows most.
    public Aim narrowed(First by) {
      return aims.get(by.narrows());
    }
  }

  /// A figure that is asked for. Of demands in t/a (10^12 counts/a), else the logarithm of
  /// concentration over limit.
  ///
  /// @param bound number of the one place it is about, or -1
  /// @param constituent of the load or of the breaches, or "" for all together
  /// @param weight of it in what is asked for all together
  /// @param p5 and `p50`, `p95`: over the draws; NaN for all together
  public record Aim(
      int bound, String constituent, double weight, double p5, double p50, double p95) {
    /// Width of the 90 % band, as it is or without so much of the variance
    /// (docs/theory/measuring.md, Eq. 11).
    public double band(double without) {
      return (p95 - p5) * StrictMath.sqrt(1 - without);
    }
  }

  /// Share of an aim's variance that a measurement would take away.
  public record Share(int aim, int measurement, double share) {}

  /// @param share of the variance that it takes when made alone
  /// @param gain what it takes besides those before it
  /// @param left share that is left then
  /// @param narrows number of the aim that it narrows most, of a constituent or else of a place
  /// @param narrowing share of that aim's variance that it takes when made alone
  public record First(
      int measurement, double share, double gain, double left, int narrows, double narrowing) {}

  /// The answer to a question, where there are breaches for it.
  public Optional<Answer> answer(Question question) {
    return answers.stream().filter(a -> a.question() == question).findFirst();
  }
}
