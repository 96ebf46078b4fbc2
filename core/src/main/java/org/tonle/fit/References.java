package org.tonle.fit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.model.Delivery;
import org.tonle.model.Factor;
import org.tonle.model.Parameter;
import org.tonle.model.Rate;
import org.tonle.model.Reaction;
import org.tonle.model.Study;

/// Reference values of a study for its parameters, in the parameters' own units.
public final class References {
  private References() {}

  /// The study's own value; empty if it has no value, or several that differ.
  public static OptionalDouble of(Study study, Parameter parameter) {
    TreeSet<Double> values = new TreeSet<>();
    switch (parameter.kind()) {
      case LOAD, WATER, RATE_MULTIPLIER -> values.add(1.0);
      case FACTOR ->
          study.emissions().factors().stream()
              .filter(f -> isMeant(parameter, f))
              .forEach(f -> values.add(f.value()));
      case RATE -> rates(study, parameter, values);
      case DELIVERY ->
          study.emissions().delivery().terms().stream()
              .filter(t -> t.variable().equals(parameter.scope()))
              .map(Delivery.Term::value)
              .forEach(values::add);
    }
    return values.size() == 1
        ? OptionalDouble.of(values.first() / parameter.recordFactor())
        : OptionalDouble.empty();
  }

  private static void rates(Study study, Parameter parameter, Set<Double> values) {
    study.chemistry().reactions().stream()
        .filter(r -> isMeant(parameter, r))
        .map(Reaction::value)
        .forEach(values::add);
    study.chemistry().rates().stream()
        .filter(r -> r.reaction().equals(parameter.scope()))
        .map(Rate::value)
        .forEach(values::add);
    values.remove(0.0);
  }

  static boolean isMeant(Parameter parameter, Factor factor) {
    boolean isLoad =
        switch (factor.kind()) {
          case PER_PERSON, PER_EMPLOYEE, PER_TONNE, PER_HEAD, EXPORT, INPUT -> true;
          case WASTEWATER_PER_EMPLOYEE,
              WASTEWATER_PER_TONNE,
              CONCENTRATION,
              DELIVERY,
              PASSING,
              RETENTION,
              WASH_OFF,
              RUNOFF ->
              false;
        };
    return isLoad
        && factor.key().equals(parameter.scope())
        && (parameter.constituent().isEmpty()
            || factor.constituent().isEmpty()
            || parameter.constituent().equals(factor.constituent()));
  }

  static boolean isMeant(Parameter parameter, Reaction reaction) {
    return reaction.id().equals(parameter.scope())
        && (parameter.constituent().isEmpty()
            || parameter.constituent().equals(reaction.constituent()));
  }

  /// The first parameter without a value of its own to start from.
  public static Optional<Parameter> withoutValue(Study study) {
    return study.evidence().parameters().stream().filter(p -> of(study, p).isEmpty()).findFirst();
  }
}
