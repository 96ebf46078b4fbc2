package org.tonle.measure;

import java.util.List;
import java.util.Optional;

/// Worth of measuring: how much of a demand's variance each measurement would remove, which to make
/// first, and which marks every demand rests on (docs/theory/measuring.md).
///
/// @param unmeasured constituents that were never sampled, which come before all others
/// @param measurements all measurements that could be made
/// @param answers one for each question that the study has breaches for
/// @param rests marks that the concentration of every bound rests on, in the order of the bounds
/// @param inputFloor share of an input below which it could be chance
/// @param placeFloor share of a concentration below which it could be chance
public record MeasuringWorth(
    List<Unmeasured> unmeasured,
    List<Measurement> measurements,
    List<Answer> answers,
    List<Marks> rests,
    double inputFloor,
    double placeFloor) {
  public MeasuringWorth {
    unmeasured = List.copyOf(unmeasured);
    measurements = List.copyOf(measurements);
    answers = List.copyOf(answers);
    rests = List.copyOf(rests);
  }

  public enum Question {
    /// How much load must be cut.
    DEMAND,
    /// How far breaches that no cut of the listed sources mends exceed their limit.
    BEYOND
  }

  /// Answer to one question.
  ///
  /// @param aims aims of the question, the first for all together
  /// @param shares shares above chance, by aim, the largest first
  /// @param first the measurements to make first, in their order
  public record Answer(Question question, List<Aim> aims, List<Share> shares, List<First> first) {
    public Answer {
      aims = List.copyOf(aims);
      shares = List.copyOf(shares);
      first = List.copyOf(first);
    }

    /// Share of the variance that is left after all measurements to make first.
    public double left() {
      return first.isEmpty() ? 1 : first.getLast().left();
    }

    /// The figure that a measurement narrows most.
    public Aim narrowed(First by) {
      return aims.get(by.narrows());
    }
  }

  /// Aim: a figure asked about. For demands in t/a (10^12 counts/a), else the logarithm of
  /// concentration over limit.
  ///
  /// @param bound number of the bound of one place, or -1 for a sum
  /// @param constituent constituent of the load or of the breaches, or "" for all together
  /// @param weight weight in the aim for all together
  /// @param p5 5th percentile over the draws (`p50`, `p95` likewise); NaN for all together
  public record Aim(
      int bound, String constituent, double weight, double p5, double p50, double p95) {
    /// Width of the 90 % band without a share of the variance (docs/theory/measuring.md, Eq. 11).
    public double band(double without) {
      return (p95 - p5) * StrictMath.sqrt(1 - without);
    }
  }

  /// Share of an aim's variance that a measurement would remove.
  public record Share(int aim, int measurement, double share) {}

  /// First measurements to make.
  ///
  /// @param share share of the variance that it removes when made alone
  /// @param gain share that it removes in addition to those before it
  /// @param left share that remains afterwards
  /// @param narrows number of the aim that it narrows most, of a constituent or else of a place
  /// @param narrowing share of that aim's variance that it removes when made alone
  public record First(
      int measurement, double share, double gain, double left, int narrows, double narrowing) {}

  /// The answer to a question, if there are breaches for it.
  public Optional<Answer> answer(Question question) {
    return answers.stream().filter(a -> a.question() == question).findFirst();
  }
}
