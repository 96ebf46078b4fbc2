package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.List;
import org.tonle.plan.answer.CleanChoice;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanQuestion;

/// Costs of confidence: the least cost at which the limits of the plan hold in other shares of the
/// draws. Limits that hold today as surely as the plan asks for are none of them, so that a higher
/// confidence may cost more than said.
///
/// @param isComplete whether time sufficed for all
public record ConfidenceCosts(List<Point> points, boolean isComplete) {
  /// Standard errors by which limits are held more surely, as in the plan.
  private static final double MARGIN = 3;

  public ConfidenceCosts {
    points = List.copyOf(points);
  }

  /// Least cost at a confidence.
  ///
  /// @param cost_usd NaN where no plan was found
  /// @param limits number of the plan's limits that hold as surely as that
  /// @param lost number of them for which no works were found that hold them so surely
  public record Point(
      double confidence, double cost_usd, double bound_usd, double gap, int limits, int lost) {}

  /// @param planned confidence of the plan
  static ConfidenceCosts of(
      LeastPlan least, double planned, List<Double> confidences, Allotment time) {
    List<Point> points = new ArrayList<>();
    List<Double> rising = confidences.stream().sorted().distinct().toList();
    Plan before = null;
    for (double confidence : rising) {
      if (time.isOver()) {
        break;
      }
      if (confidence == planned) {
        before = least.plan();
        points.add(point(least, least.question(), confidence, before, 0));
        continue;
      }
      int[] lost = {0};
      int[] clean = new int[0];
      PlanQuestion question = scaled(least, planned, confidence);
      if (confidence > planned) {
        CleanChoice.Found found = clean(least, question);
        clean = found.ofSite();
        question = within(question, least, found, lost);
      }
      List<int[]> starts = new ArrayList<>();
      starts.add(least.plan().ofSite());
      if (clean.length > 0) {
        starts.add(clean);
      }
      if (before != null) {
        starts.add(before.ofSite());
      }
      Plan plan =
          least.program().solve(question, time.oneOf(rising.size() - points.size()), starts);
      before = plan.isFound() ? plan : before;
      points.add(point(least, question, confidence, plan, lost[0]));
    }
    return new ConfidenceCosts(risen(points), points.size() == rising.size());
  }

  /// The question at another confidence, with the aims of a plan at that. A limit that the check
  /// asked to be held more surely than its margin keeps what it asks for more.
  private static PlanQuestion scaled(LeastPlan least, double planned, double confidence) {
    PlanQuestion question = least.question();
    for (int r : least.question().rows()) {
      OptionRow row = least.model().rows().get(r);
      int extra = least.needed(r) - needed(row, row.aim());
      double aim = PlanOptions.aim(row.verdict(), confidence);
      int needed = needed(row, Double.isNaN(aim) ? row.aim() : aim) + extra;
      needed =
          confidence < planned
              ? StrictMath.min(needed, least.needed(r))
              : StrictMath.max(needed, least.needed(r));
      needed = StrictMath.max(0, StrictMath.min(row.drawCount(), needed));
      question = question.failing(r, row.drawCount() - needed);
    }
    return question;
  }

  private static int needed(OptionRow row, double aim) {
    double error = StrictMath.sqrt(aim * (1 - aim) / row.drawCount());
    return (int) StrictMath.ceil(StrictMath.min(1, aim + MARGIN * error) * row.drawCount() - 1e-6);
  }

  private static CleanChoice.Found clean(LeastPlan least, PlanQuestion question) {
    int[] needed = new int[least.model().rows().size()];
    for (int r = 0; r < needed.length; r++) {
      needed[r] = least.model().rows().get(r).drawCount() - question.mayFail()[r];
    }
    return new CleanChoice(least.choices(), question.fixing()).find(question.rows(), needed);
  }

  /// The question with limits held no more surely than a choice was found to hold them all.
  private static PlanQuestion within(
      PlanQuestion question, LeastPlan least, CleanChoice.Found clean, int[] lost) {
    PlanQuestion eased = question;
    for (int r : question.rows()) {
      OptionRow row = least.model().rows().get(r);
      int needed = row.drawCount() - question.mayFail()[r];
      int held = StrictMath.max(clean.held()[r], least.needed(r));
      if (held < needed) {
        eased = eased.failing(r, row.drawCount() - held);
        lost[0]++;
      }
    }
    return eased;
  }

  private static Point point(
      LeastPlan least, PlanQuestion question, double confidence, Plan plan, int lost) {
    if (!plan.isFound()) {
      return new Point(confidence, Double.NaN, plan.bound(), Double.NaN, 0, lost);
    }
    int limits = 0;
    for (int r : question.rows()) {
      int needed = least.choices().rows().get(r).drawCount() - question.mayFail()[r];
      limits += plan.held()[r] >= needed ? 1 : 0;
    }
    double cost = plan.sum(least.question().measure());
    return new Point(confidence, cost, plan.bound(), plan.gap(), limits - lost, lost);
  }

  /// A plan for a higher confidence is one for a lower, too: where the search found a cheaper one
  /// above, it counts below.
  private static List<Point> risen(List<Point> points) {
    List<Point> risen = new ArrayList<>(points);
    double cost = Double.POSITIVE_INFINITY;
    for (int k = risen.size() - 1; k >= 0; k--) {
      Point p = risen.get(k);
      if (p.cost_usd > cost) {
        double gap = StrictMath.max(0, (cost - p.bound_usd) / cost);
        risen.set(k, new Point(p.confidence, cost, p.bound_usd, gap, p.limits, p.lost));
      }
      cost = StrictMath.min(cost, Double.isNaN(p.cost_usd) ? cost : p.cost_usd);
    }
    return risen;
  }
}
