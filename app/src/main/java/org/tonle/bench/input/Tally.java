package org.tonle.bench.input;

import java.util.ArrayList;
import java.util.List;

/// Tally of one mistake: how often it was made, and what Tonle said.
public final class Tally {
  /// First failures that are kept.
  private static final int KEPT = 20;

  private final List<String> first = new ArrayList<>();
  private int mutations;
  private int moved;
  private int told;
  private int refused;
  private int silent;
  private int elsewhere;
  private int broken;

  /// What came of one mistake.
  enum End {
    /// A problem stands at the mistake.
    TOLD,
    /// Nothing is computed; the error stands elsewhere.
    REFUSED,
    /// No problem, and no figure moved.
    HARMLESS,
    /// A figure moved, and the problem stands elsewhere.
    ELSEWHERE,
    /// A figure moved without a word.
    SILENT,
    /// An exception, a figure that is no number, or more time or memory than allowed.
    BROKEN
  }

  void add(End end, boolean hasMoved, String what) {
    mutations++;
    moved += hasMoved ? 1 : 0;
    switch (end) {
      case TOLD -> told++;
      case REFUSED -> refused++;
      case HARMLESS -> {}
      case ELSEWHERE -> elsewhere++;
      case SILENT -> silent++;
      case BROKEN -> broken++;
    }
    boolean isFailure = end == End.ELSEWHERE || end == End.SILENT || end == End.BROKEN;
    if (isFailure && first.size() < KEPT) {
      first.add(end.name().toLowerCase(java.util.Locale.ROOT) + " " + what);
    }
  }

  /// Adds what another tally of the same mistake counts.
  void add(Tally other) {
    mutations += other.mutations;
    moved += other.moved;
    told += other.told;
    refused += other.refused;
    silent += other.silent;
    elsewhere += other.elsewhere;
    broken += other.broken;
    other.first.stream().limit(StrictMath.max(0, KEPT - first.size())).forEach(first::add);
  }

  public int mutations() {
    return mutations;
  }

  public int moved() {
    return moved;
  }

  public int told() {
    return told;
  }

  public int refused() {
    return refused;
  }

  public int silent() {
    return silent;
  }

  public int elsewhere() {
    return elsewhere;
  }

  public int broken() {
    return broken;
  }

  public int failures() {
    return silent + elsewhere + broken;
  }

  /// The first failures, each with its place, what stood there and what stands there now.
  public List<String> first() {
    return List.copyOf(first);
  }
}
