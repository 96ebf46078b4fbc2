package org.tonle.text;

/// Decimal mark that a table writes between the whole part and the fraction of a number.
public enum DecimalMark {
  POINT,
  COMMA,
  /// No cell shows which mark is used, or cells of both kinds occur: 1.234 and 1,234 are then
  /// reported as ambiguous.
  UNKNOWN
}
