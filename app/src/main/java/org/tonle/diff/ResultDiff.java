package org.tonle.diff;

import java.io.IOException;
import java.util.List;

/// Difference of two results: what they were computed from, which numbers moved, and why.
public record ResultDiff(
    ResultFiles before, ResultFiles after, List<Difference> differences, MovedNumbers moved) {
  public ResultDiff {
    differences = List.copyOf(differences);
  }

  /// Reasons that two results differ.
  public enum Verdict {
    /// Nothing differs, neither inputs nor numbers.
    SAME,
    /// No number moved, and one of them does not say what it was computed from.
    SAME_FIGURES,
    /// Inputs differ, no number moved.
    WITHOUT_EFFECT,
    /// One part differs: it is the cause.
    ONE,
    /// The seed alone differs: the numbers are spread by chance.
    SPREAD,
    /// Several parts differ.
    SEVERAL,
    /// Numbers moved and all that is known of the inputs is the same.
    UNEXPLAINED,
    /// One of them does not say what it was computed from, so tables cannot be held together.
    NOT_KNOWN
  }

  public static ResultDiff between(ResultFiles before, ResultFiles after) throws IOException {
    return new ResultDiff(
        before,
        after,
        InputDifferences.of(before, after),
        MovedNumbers.between(before.folder(), after.folder()));
  }

  /// Parts that differ, each once, in their order.
  public List<Part> parts() {
    return differences.stream().map(Difference::part).distinct().sorted().toList();
  }

  /// Whether both results say what they were computed from.
  public boolean areInputsKnown() {
    return before.inputs().isPresent() && after.inputs().isPresent();
  }

  /// Whether the rows of some table were too many to be kept.
  public boolean areRowsMissing() {
    return areInputsKnown()
        && !(before.inputs().get().inputs().isWhole() && after.inputs().get().inputs().isWhole());
  }

  public Verdict verdict() {
    List<Part> parts = parts();
    if (moved.isNone()) {
      Verdict same = areInputsKnown() ? Verdict.SAME : Verdict.SAME_FIGURES;
      return parts.isEmpty() ? same : Verdict.WITHOUT_EFFECT;
    }
    if (!areInputsKnown()) {
      return Verdict.NOT_KNOWN;
    }
    return switch (parts.size()) {
      case 0 -> Verdict.UNEXPLAINED;
      case 1 -> parts.getFirst().equals(Part.SEED) ? Verdict.SPREAD : Verdict.ONE;
      default -> Verdict.SEVERAL;
    };
  }
}
