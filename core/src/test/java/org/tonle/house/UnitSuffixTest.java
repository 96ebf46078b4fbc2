package org.tonle.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A number with a dimension says its unit: every `double` component of a record in `model`,
/// `network` and `simulate` ends in a known unit, or is a word that needs none.
class UnitSuffixTest {
  private static final Set<String> UNITS =
      Set.of(
          "m", "m2", "m3", "km", "km2", "km3", "mm", "ha", "s", "d", "a", "h", "g", "kg", "t", "mg",
          "ug", "l", "w", "j", "c", "k", "deg", "count", "usd", "cv", "log10", "kwh", "kw",
          "person");

  /// Words whose figure is a share, a number of things, or is in the unit named beside it
  /// (`concentration`, `value`, `low`, `high`: the constituent's or the reaction's own; `cost` and
  /// `capital`: the money of their price).
  private static final Set<String> DIMENSIONLESS =
      Set.of(
          "share",
          "fraction",
          "factor",
          "theta",
          "yield",
          "cv",
          "exponent",
          "correlation",
          "confidence",
          "count",
          "probability",
          "slope",
          "spread",
          "manning_n",
          "population",
          "heads",
          "people",
          "employees",
          "overflow",
          "removal",
          "efficiency",
          "survival",
          "passing",
          "concentration",
          "value",
          "low",
          "high",
          "cost",
          "capital",
          "multiplier");

  private static final Set<String> PACKAGES =
      Set.of("org.tonle.model", "org.tonle.network", "org.tonle.simulate");

  @Test
  void everyNumberOfARecordSaysItsUnit() {
    var nameless = new TreeSet<String>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGES).stream()
            .filter(JavaClass::isRecord)
            .map(JavaClass::reflect)
            .flatMap(c -> Arrays.stream(c.getRecordComponents()).filter(UnitSuffixTest::isNumber))
            .filter(component -> !saysItsUnit(component.getName()))
            .forEach(c -> nameless.add(c.getDeclaringRecord().getName() + "." + c.getName()));
    assertEquals(Set.of(), nameless, "Components without a unit or a dimensionless word.");
  }

  @Test
  void aNameSaysItsUnit() {
    Stream.of("length_km", "bod_mg_per_l", "discharge_m3_per_s", "light_w_per_m2", "turningShare")
        .forEach(name -> assertTrue(saysItsUnit(name), name));
    Stream.of("length", "load_per", "discharge_m3_per_year", "x_y", "shares_of")
        .forEach(name -> assertFalse(saysItsUnit(name), name));
  }

  private static boolean isNumber(RecordComponent component) {
    String type = component.getGenericType().getTypeName();
    return List.of(
            "double",
            "double[]",
            "double[][]",
            "float",
            "float[]",
            "java.util.OptionalDouble",
            "java.util.List<java.lang.Double>")
        .contains(type);
  }

  /// `discharge_m3_per_s` ends in a unit over units; `turningShare` in a dimensionless word.
  private static boolean saysItsUnit(String name) {
    List<String> words = List.of(name.split("_", -1));
    String last = words.getLast();
    int per = words.indexOf("per");
    if (per > 0) {
      return per < words.size() - 1
          && UNITS.containsAll(words.subList(per + 1, words.size()))
          && (per == 1 || UNITS.contains(words.get(per - 1)));
    }
    String stem = last.replaceFirst("^.*(?=[A-Z])", "").toLowerCase(Locale.ROOT);
    return DIMENSIONLESS.contains(name)
        || DIMENSIONLESS.contains(stem)
        || (words.size() > 1 && UNITS.contains(last));
  }
}
