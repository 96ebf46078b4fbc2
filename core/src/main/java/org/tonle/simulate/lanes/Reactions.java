package org.tonle.simulate.lanes;

/// Reactions of linked groups as steps over whole vectors of draws, with the same bits in both
/// forms of [Lanes] (docs/theory/engine.md).
///
/// *Turnover* is a rate times the travel time, a *loss* the sum of a member's turnovers, *left* is
/// e^{-loss}.
interface Reactions {
  /// `y` = k · multiplier · time.
  void turnover(float k, float[] multiplier, float[] time, float[] y);

  /// `y` += x.
  void add(float[] x, float[] y);

  /// `y` = c · u · v.
  void product(float c, float[] u, float[] v, float[] y);

  /// `y` += c · u · v.
  void addProduct(float c, float[] u, float[] v, float[] y);

  /// `y` += c · u · v · w.
  void addProduct(float c, float[] u, float[] v, float[] w, float[] y);

  /// `y` = (a · u + b · v) · w.
  void mix(float a, float[] u, float b, float[] v, float[] w, float[] y);

  /// `y` = e^{-loss}.
  void left(float[] loss, float[] y);

  /// `tail` = head · left + given · φ1(loss).
  void spread(float[] head, float[] left, float[] given, float[] loss, float[] tail);

  /// Mass that one member gives to another: `tail` += yield · turnover · head · f, f the divided
  /// difference of e^{-x} between the two losses, with its sign reversed.
  void give(
      float yield,
      float[] turnover,
      float[] head,
      float[] loss,
      float[] left,
      float[] otherLoss,
      float[] otherLeft,
      float[] tail);

  /// `y` = the divided difference of the exponential over minus the first `n` losses.
  void difference(float[][] loss, int n, float[] y);

  /// `y` = the larger.
  void larger(float[] u, float[] v, float[] y);

  /// `y` = the smaller.
  void smaller(float[] u, float[] v, float[] y);

  /// Lowers `lowest` to the lowest point of a curve between two knots, where its slope turns from
  /// falling to rising, in lanes whose `fastest` is over `least`, and times the length of the piece
  /// at most `limit`.
  void dip(Knot a, Knot b, float[] fastest, float least, float limit, float[] lowest);

  /// Raises a slope by its possible loss from rounding: `slope` += c · (fastest · |value| +
  /// |given|).
  void lift(float c, float[] fastest, float[] value, float[] given, float[] slope);

  /// Draws in which all members that are used up fall, and the curve falls at the head and rises at
  /// the tail: it turns once.
  ///
  /// @param use slopes of the members that are used up
  /// @param lane filled with the numbers of these draws
  /// @return number of these draws
  int turning(float[] atHead, float[] atTail, float[][] use, int[] lane);

  /// Draws in which some of the members that are used up fall and some rise, as in [#turning].
  int mixed(float[][] use, int[] lane);

  /// Whether any value is over `limit`.
  boolean isOver(float[] x, float limit);

  /// Whether a lane is over `limit` in `fastest` times the length of the piece from `a` to `b`, and
  /// turns there from falling to rising.
  boolean isLong(Knot a, Knot b, float[] fastest, float limit);

  /// Halves the piece in such lanes: `middle` replaces `a` if the slope there is negative, else
  /// `b`.
  void halve(Knot a, Knot b, Knot middle, float[] fastest, float limit);
}
