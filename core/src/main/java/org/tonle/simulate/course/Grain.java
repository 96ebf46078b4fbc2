package org.tonle.simulate.course;

/// How finely work is cut. It changes the time, never a figure.
///
/// @param partCount parts that a course is cut into for threads, about
/// @param leastPart_count nodes of the smallest part
/// @param leastKept_count nodes upstream of a delivery that is kept for later changes
public record Grain(int partCount, int leastPart_count, int leastKept_count) {
  /// One delivery in eight of a random tree is kept; what is not costs little to compute again.
  public static final Grain USUAL = new Grain(24, 128, 24);
}
