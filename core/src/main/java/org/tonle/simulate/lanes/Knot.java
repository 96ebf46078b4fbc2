package org.tonle.simulate.lanes;

/// Knot of a curve at one point of a reach in every draw: position (share of the travel time),
/// value, slope and the slope's own slope by that share.
final class Knot {
  final float[] at;
  final float[] value;
  final float[] slope;
  final float[] bend;

  Knot(int length) {
    this(new float[length], new float[length], new float[length], new float[length]);
  }

  private Knot(float[] at, float[] value, float[] slope, float[] bend) {
    this.at = at;
    this.value = value;
    this.slope = slope;
    this.bend = bend;
  }

  void set(Knot other) {
    System.arraycopy(other.at, 0, at, 0, at.length);
    System.arraycopy(other.value, 0, value, 0, at.length);
    System.arraycopy(other.slope, 0, slope, 0, at.length);
    System.arraycopy(other.bend, 0, bend, 0, at.length);
  }
}
