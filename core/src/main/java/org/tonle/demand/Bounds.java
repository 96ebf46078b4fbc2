package org.tonle.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Apportionments;
import org.tonle.cause.Response;
import org.tonle.cause.Responses;

/// Bounds for all concentrations that were apportioned and have a limit, with access to the draws
/// of each.
public final class Bounds {
  private final Responses responses;
  private final double confidence;
  private final List<Bound> all = new ArrayList<>();

  /// Number of the question of each bound.
  private final int[] question;

  /// Number of the bound of each question.
  private final int[] bound;

  private final List<Bound.Keepable> keepable;

  private Bounds(
      Apportionments causes, Function<Apportionment, Optional<Verdict>> limit, double confidence) {
    responses = causes.responses();
    this.confidence = confidence;
    int[] asked = new int[causes.all().size()];
    bound = new int[causes.all().size()];
    for (int q = 0; q < bound.length; q++) {
      Apportionment one = causes.all().get(q);
      Optional<Verdict> verdict = limit.apply(one);
      bound[q] = verdict.isPresent() ? all.size() : -1;
      if (verdict.isPresent()) {
        asked[all.size()] = q;
        all.add(new Bound(one, verdict.get()));
      }
    }
    question = Arrays.copyOf(asked, all.size());
    keepable =
        map(
            java.util.stream.IntStream.range(0, all.size()).toArray(),
            (b, response) -> Bound.Keepable.of(all.get(b), response, confidence));
  }

  /// The bounds of the limits that apply.
  ///
  /// @param confidence share of draws in which limits must be met
  public static Bounds of(
      Apportionments causes, Function<Apportionment, Optional<Verdict>> limit, double confidence) {
    return new Bounds(causes, limit, confidence);
  }

  public List<Bound> all() {
    return all;
  }

  public double confidence() {
    return confidence;
  }

  public Bound.Keepable keepable(int b) {
    return keepable.get(b);
  }

  /// Function of a bound and its response.
  @FunctionalInterface
  interface Made<T> {
    T of(int bound, Response response);
  }

  /// Applies a function to some bounds, in several threads; results are in their order.
  <T> List<T> map(int[] which, Made<T> made) {
    return responses.map(questions(which), (q, response) -> made.of(bound[q], response));
  }

  /// Visitor of the draws of a bound.
  @FunctionalInterface
  public interface Look {
    void at(int bound, BoundDraws draws);
  }

  /// Visits the draws of some bounds one after the other, in their order.
  public void visit(int[] which, Look look) {
    visit(which, b -> true, look);
  }

  void visit(int[] which, IntPredicate isWanted, Look look) {
    responses.visit(
        questions(which),
        q -> isWanted.test(bound[q]),
        (q, response) -> look.at(bound[q], all.get(bound[q]).draws(response)));
  }

  private int[] questions(int[] which) {
    return Arrays.stream(which).map(b -> question[b]).toArray();
  }
}
