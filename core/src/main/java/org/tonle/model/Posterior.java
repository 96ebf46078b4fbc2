package org.tonle.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Posterior draws of uncertain inputs: draws that agree with the observations (`posterior.csv`).
///
/// A value is the standard-normal number of the input in a draw. Draws beyond the last one start
/// again with the first.
public final class Posterior {
  public static final Posterior NONE = new Posterior(Map.of());

  private final Map<Input, double[]> draws;

  /// An uncertain input, named as the draws name it, e.g. "load/unit" of "KH-08/livestock".
  public record Input(String variable, String object) {}

  public Posterior(Map<Input, double[]> draws) {
    this.draws = new HashMap<>(draws);
  }

  public boolean isEmpty() {
    return draws.isEmpty();
  }

  /// Standard-normal numbers of the input, draw by draw.
  public Optional<double[]> find(String variable, String object) {
    return Optional.ofNullable(draws.get(new Input(variable, object))).map(double[]::clone);
  }

  /// All inputs, in the order of their names.
  public java.util.List<Input> inputs() {
    return draws.keySet().stream()
        .sorted(java.util.Comparator.comparing(Input::variable).thenComparing(Input::object))
        .toList();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Posterior[");
    for (Input input : inputs()) {
      text.append(input).append(Arrays.hashCode(draws.get(input))).append(' ');
    }
    return text.append(']').toString();
  }
}
