package org.tonle.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonle.convert.QuantityUnit.Dimension;

/// FEATURE UNDER TEST: units as people write them, and what one of each is in the model's units.
class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "mg/L, 1",
    "mg/l, 1",
    "g/m3, 1",
    "g/m³, 1",
    "ppm, 1",
    "µg/L, 1e-3",
    "ug/l, 1e-3",
    "μg / L, 1e-3",
    "mg/m³, 1e-3",
    "MPN/100 mL, 1e4",
    "mpn/100ml, 1e4",
    "CFU/100 mL, 1e4",
    "MPN/L, 1e3"
  })
  void concentrations(String text, double perUnit) {
    assertEquals(
        7 * perUnit, ConcentrationUnit.find(text).orElseThrow().toKernel(7), 7e-12 * perUnit);
  }

  @ParameterizedTest
  @EnumSource
  void concentrationsThereAndBack(ConcentrationUnit unit) {
    assertEquals(0.37, unit.fromKernel(unit.toKernel(0.37)), 1e-15);
    assertEquals(Optional.of(unit), ConcentrationUnit.find(unit.symbol()));
  }

  @Test
  void anUnknownUnitIsNone() {
    assertEquals(Optional.empty(), ConcentrationUnit.find("mol/L"));
    assertEquals(Optional.empty(), QuantityUnit.find("kg/d", Dimension.RATE));
  }

  @ParameterizedTest
  @CsvSource({
    "1/h, RATE, 24",
    "1/year, RATE, 0.002737851",
    "m/a, VELOCITY, 0.002737851",
    "kg/d, LOAD, 1000",
    "t/d, LOAD, 1000000",
    "t/yr, LOAD, 2737.851",
    "kg/t, PER_PRODUCT, 1000",
    "kg/ha/a, EXPORT, 1000",
    "t/km²/a, EXPORT, 10000",
    "L/d, WATER, 0.001",
    "m³/t, WATER_PER_PRODUCT, 1",
    "%, SHARE, 0.01",
    "cfu/d, LOAD, 1"
  })
  void quantities(String text, Dimension dimension, double perUnit) {
    assertEquals(
        perUnit,
        QuantityUnit.find(text, dimension).orElseThrow().toRecord(1),
        StrictMath.abs(perUnit) * 1e-6);
  }
}
