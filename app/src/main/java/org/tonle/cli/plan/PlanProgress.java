package org.tonle.cli.plan;

import org.tonle.cli.console.Console;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.plan.weighing.Trades;
import org.tonle.planning.PlanRun;

/// Progress of a plan on standard error: its steps, and while it searches the best plan, the bound
/// and the gap.
///
/// @param isLeast whether the least cost is sought, so that figures are money
record PlanProgress(Words words, boolean isLeast, StopSignal stop) implements PlanRun.Listener {
  private static final double MILLION = 1e6;

  @Override
  public void begins(PlanRun.Step step) {
    stop.setWorthWaiting(step.compareTo(PlanRun.Step.SEARCH) >= 0);
    if (step != PlanRun.Step.TRADES) {
      Console.progress(words.text("plan.step." + step.id()));
    }
  }

  @Override
  public void begins(Trades.Part part) {
    Console.progress(words.text("plan.part." + part.id()));
  }

  @Override
  public boolean goesOn(double best_usd, double bound_usd) {
    if (isLeast) {
      double gap = (best_usd - bound_usd) / best_usd;
      boolean isKnown = Double.isFinite(gap) && gap >= 0;
      Console.progress(
          words.text(
              "plan.progress",
              Double.isFinite(best_usd) ? Text.format("%.1f", best_usd / MILLION) : "–",
              Double.isFinite(bound_usd) ? Text.format("%.1f", bound_usd / MILLION) : "–",
              isKnown ? Text.format("%.1f", 100 * gap) : "–"));
    }
    return true;
  }

  @Override
  public boolean isCancelled() {
    return stop.isAsked();
  }
}
