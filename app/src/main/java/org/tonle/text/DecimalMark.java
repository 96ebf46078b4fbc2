package org.tonle.text;

/// What a table writes between whole and part of a number.
public enum DecimalMark {
  POINT,
  COMMA,
  /// Neither is beyond doubt, or both stand in the table: 1.234 and 1,234 are then asked about.
  UNKNOWN
}
