package org.tonle.store;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tonle.model.Scenario;

/// Scenario lines: the changes of a scenario in the words of its file. Two scenarios with the same
/// lines have the same effect.
public final class ScenarioLines {
  private ScenarioLines() {}

  public static List<String> of(Scenario scenario) {
    List<String> lines = new ArrayList<>();
    scenario.year().ifPresent(y -> lines.add("year = " + y));
    scenario.growth().forEach(g -> lines.add(line(g)));
    scenario.climate().discharges().forEach(d -> lines.add(line(d)));
    if (scenario.climate().temperatureRise_c() != 0) {
      lines.add("temperature_rise_c = " + scenario.climate().temperatureRise_c());
    }
    scenario.changes().forEach(c -> lines.add(line(c)));
    return List.copyOf(lines);
  }

  /// The name of a record and its components that are not empty.
  private static String line(Object record) {
    StringBuilder line = new StringBuilder(snake(record.getClass().getSimpleName()));
    String mark = ": ";
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String value = text(value(record, component));
      if (!value.isEmpty()) {
        line.append(mark).append(snake(component.getName())).append(" = ").append(value);
        mark = ", ";
      }
    }
    return line.toString();
  }

  private static Object value(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
      case OptionalInt number -> number.isPresent() ? Integer.toString(number.getAsInt()) : "";
      case OptionalDouble number -> number.isPresent() ? Double.toString(number.getAsDouble()) : "";
      case Optional<?> one -> one.isPresent() ? text(one.get()) : "";
      case List<?> list -> String.join(" ", list.stream().map(ScenarioLines::text).toList());
      case Record inner ->
          inner.getClass().getRecordComponents().length == 0
              ? snake(inner.getClass().getSimpleName())
              : line(inner);
      default -> value.toString();
    };
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
