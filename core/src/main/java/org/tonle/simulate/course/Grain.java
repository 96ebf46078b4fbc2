package org.tonle.simulate.course;

/// Grain of the work: how finely it is cut. It changes the time, never a result.
///
/// @param partCount approximate number of parts into which a course is cut for threads
/// @param leastPart_count nodes of the smallest part
/// @param leastKept_count nodes upstream of a delivery that is kept for later changes
public record Grain(int partCount, int leastPart_count, int leastKept_count) {
  /// One delivery in eight of a random tree is kept; the others cost little to compute again.
  public static final Grain USUAL = new Grain(24, 128, 24);
}
