package org.tonle.convert;

/// Refusal of an array that is longer than Java has any.
public final class Oversize extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final double size_byte;

  Oversize(String message, double size_byte) {
    super(message);
    this.size_byte = size_byte;
  }

  /// What the array alone would take.
  public double size_byte() {
    return size_byte;
  }
}
