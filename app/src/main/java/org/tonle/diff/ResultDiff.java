package org.tonle.diff;

import java.io.IOException;
import java.util.List;

/// Result difference: the inputs that differ between two results, the numbers that moved, and why.
public record ResultDiff(
    ResultFiles before, ResultFiles after, List<Difference> differences, MovedNumbers moved) {
  public ResultDiff {
    differences = List.copyOf(differences);
  }

  /// Reasons that two results differ.
  public enum Verdict {
    /// Nothing differs, neither inputs nor numbers.
    SAME,
    /// No number moved, and one of the results does not have its inputs.
    SAME_FIGURES,
    /// Inputs differ, no number moved.
    WITHOUT_EFFECT,
    /// One part differs: it is the cause.
    ONE,
    /// Only the seed differs: the numbers moved by chance.
    SPREAD,
    /// Several parts differ.
    SEVERAL,
    /// Numbers moved, although all known inputs are the same.
    UNEXPLAINED,
    /// One of the results does not have its inputs, so tables cannot be compared.
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

  /// Whether both results have their inputs.
  public boolean areInputsKnown() {
    return before.inputs().isPresent() && after.inputs().isPresent();
  }

  /// Whether the rows of any table were too many to be kept.
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
