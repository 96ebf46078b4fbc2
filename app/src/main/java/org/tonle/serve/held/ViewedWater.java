package org.tonle.serve.held;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Judgement;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;

/// Viewed water: the values, classes and chances of some places as a map shows them. Index of all
/// arrays: `slot * seasons + season`; NaN and -1 stand for "none".
public final class ViewedWater {
  private final WaterView view;
  private final int seasons;
  private final Concentrations table;
  private final Judgement judgement;
  public final float[] value;
  public final float[] classRank;
  public final float[] classSure;
  public final float[] chanceOver;
  public final float[] outcome;

  /// @param table names of places, seasons and constituents
  public ViewedWater(WaterView view, Concentrations table, Judgement judgement, int slots) {
    this.view = view;
    this.table = table;
    this.judgement = judgement;
    seasons = table.seasons().size();
    value = none(slots);
    classRank = none(slots);
    classSure = none(slots);
    chanceOver = none(slots);
    outcome = none(slots);
  }

  private float[] none(int slots) {
    float[] all = new float[slots * seasons];
    Arrays.fill(all, Float.NaN);
    return all;
  }

  /// Fills the values of a place.
  public void values(int slot, int place, Concentrations from) {
    for (int s = 0; s < seasons; s++) {
      if (!view.isOfAll() && from.isJudged(place, s)) {
        value[slot * seasons + s] =
            (float) from.value(view.statistic(), place, s, view.constituent());
      }
    }
  }

  /// Other statistics of the same view.
  public float[] values(Statistic statistic, Concentrations from) {
    float[] all = none(from.places().size());
    for (int p = 0; p < from.places().size(); p++) {
      for (int s = 0; !view.isOfAll() && s < seasons; s++) {
        if (from.isJudged(p, s)) {
          all[p * seasons + s] = (float) from.value(statistic, p, s, view.constituent());
        }
      }
    }
    return all;
  }

  /// Takes the classes of a place.
  public void classes(int slot, List<WaterClass> of) {
    String wanted = view.isOfAll() ? "" : table.constituents().get(view.constituent()).id();
    for (WaterClass one : of) {
      if (one.standard().equals(view.standard()) && one.constituent().equals(wanted)) {
        int at = slot * seasons + season(one.season());
        classRank[at] = one.rank();
        classSure[at] = (float) one.agreement();
      }
    }
  }

  /// Takes the verdicts of a place by the class that it must have, of several limits the one that
  /// is most often exceeded.
  public void verdicts(int slot, int place, List<Verdict> of) {
    Map<String, String> designated = judgement.classesOfWater(table.places().get(place));
    String mine = designated.getOrDefault(view.standard(), "");
    String wanted = view.isOfAll() ? "" : table.constituents().get(view.constituent()).id();
    for (Verdict v : of) {
      boolean isMine =
          v.limit().standard().equals(view.standard())
              && v.limit().className().equals(mine)
              && (wanted.isEmpty() || v.constituent().equals(wanted));
      if (!isMine) {
        continue;
      }
      if (v.isOfYear()) {
        for (int s = 0; s < seasons; s++) {
          if (v.limit().scope().holds(table.seasons().get(s))) {
            take(slot * seasons + s, v);
          }
        }
      } else {
        take(slot * seasons + season(v.season()), v);
      }
    }
  }

  private void take(int at, Verdict v) {
    if (!v.isJudged()) {
      outcome[at] = Float.isNaN(outcome[at]) ? v.outcome().ordinal() : outcome[at];
      return;
    }
    float over = (float) (1 - v.probabilityOfMeeting());
    if (!(over <= chanceOver[at])) {
      chanceOver[at] = over;
      outcome[at] = v.outcome().ordinal();
    }
  }

  private int season(String id) {
    for (int s = 0; s < seasons; s++) {
      if (table.seasons().get(s).id().equals(id)) {
        return s;
      }
    }
    throw new IllegalArgumentException("No season " + id + ".");
  }

  /// Whether all figures of a slot equal those of a slot of another view.
  public boolean isSame(int slot, ViewedWater other, int otherSlot) {
    return isSame(value, slot, other.value, otherSlot)
        && isSame(classRank, slot, other.classRank, otherSlot)
        && isSame(classSure, slot, other.classSure, otherSlot)
        && isSame(chanceOver, slot, other.chanceOver, otherSlot)
        && isSame(outcome, slot, other.outcome, otherSlot);
  }

  /// Whether a class of a slot differs from that of a slot of another view.
  public boolean hasOtherClass(int slot, ViewedWater other, int otherSlot) {
    return !isSame(classRank, slot, other.classRank, otherSlot);
  }

  private boolean isSame(float[] a, int slot, float[] b, int other) {
    return Arrays.equals(
        a, slot * seasons, (slot + 1) * seasons, b, other * seasons, (other + 1) * seasons);
  }
}
