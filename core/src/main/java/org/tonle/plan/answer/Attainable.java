package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.run.Cancel;

/// Attainable limits of a model: those that a choice of works was found to keep, each alone and
/// then all together, and how surely. Nothing is proven of the others.
final class Attainable {
  /// Standard errors of the sample by which limits are held more surely from the start: the search
  /// picks plans that look better in its own draws than they are.
  private static final double MARGIN = 3;

  private final PlanModel model;
  private final Set<Integer> noneFound = new TreeSet<>();
  private final Set<Integer> givenUp = new TreeSet<>();

  /// Most draws in which a choice was found to keep each row.
  private final int[] best;

  private CleanChoice.Found clean = CleanChoice.Found.NONE;
  private PlanQuestion question;

  private Attainable(PlanModel model, PlanQuestion question) {
    this.model = model;
    this.question = question;
    best = new int[model.rows().size()];
  }

  /// Looks for choices that keep the limits of a question: each alone, then all together. Limits
  /// that none is found for are left out; those that fail together are given up.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  static Attainable of(PlanModel model, PlanQuestion question, Cancel cancel) {
    var found = new Attainable(model, question);
    CleanChoice choice = new CleanChoice(model.choices(), question.fixing());
    int[] needed = found.alone(choice, cancel);
    found.together(choice, needed);
    return found;
  }

  private int[] alone(CleanChoice choice, Cancel cancel) {
    int[] needed = new int[best.length];
    for (int r = 0; r < needed.length; r++) {
      needed[r] = aim(model.rows().get(r));
    }
    for (int r = 0; r < needed.length; r++) {
      cancel.check();
      int[] most = needed.clone();
      most[r] = model.rows().get(r).drawCount();
      best[r] = choice.find(new int[] {r}, most).held()[r];
      if (best[r] < needed[r]) {
        noneFound.add(r);
        question = question.without(r);
      } else {
        needed[r] = needed(model.rows().get(r), best[r]);
      }
    }
    return needed;
  }

  private void together(CleanChoice choice, int[] needed) {
    List<Integer> left = new ArrayList<>();
    for (int r = 0; r < needed.length; r++) {
      if (!noneFound.contains(r)) {
        left.add(r);
      }
    }
    clean = choice.find(left.stream().mapToInt(Integer::intValue).toArray(), needed);
    for (int r : left) {
      int held = clean.held()[r];
      if (held < aim(model.rows().get(r))) {
        givenUp.add(r);
        question = question.without(r);
      } else {
        int most = StrictMath.min(needed[r], held);
        question = question.failing(r, model.rows().get(r).drawCount() - most);
      }
    }
  }

  /// Draws of a limit that must hold: more than the aim asks for, by the margin, where a choice can
  /// be found that does so.
  private static int needed(OptionRow row, int held) {
    int draws = row.drawCount();
    double error = StrictMath.sqrt(row.aim() * (1 - row.aim()) / draws);
    int sure = (int) StrictMath.ceil((row.aim() + MARGIN * error) * draws - 1e-6);
    return StrictMath.max(aim(row), StrictMath.min(StrictMath.min(sure, held), draws));
  }

  private static int aim(OptionRow row) {
    return (int) StrictMath.ceil(row.aim() * row.drawCount() - 1e-6);
  }

  /// The question with the limits that can be kept, held as surely as a choice was found for.
  PlanQuestion question() {
    return question;
  }

  /// The choice that keeps most limits together, to start from.
  int[] clean() {
    return clean.ofSite();
  }

  /// Most draws in which a choice was found to keep a row.
  int best(int row) {
    return best[row];
  }

  /// Whether no choice was found that keeps a row.
  boolean isNoneFound(int row) {
    return noneFound.contains(row);
  }

  /// Whether a choice was found that keeps a row together with the others.
  boolean isWithin(int row) {
    return !noneFound.contains(row) && !givenUp.contains(row);
  }
}
