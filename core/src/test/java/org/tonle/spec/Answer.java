package org.tonle.spec;

import java.util.List;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.MassBalance;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterBalance;
import org.tonle.problem.Problem;
import org.tonle.run.Outcome;
import org.tonle.run.Result;
import org.tonle.simulate.course.MassLine;

/// Answer of a run, read by name as a test needs it.
public final class Answer {
  private final Result result;

  Answer(Outcome outcome) {
    result =
        outcome
            .result()
            .orElseThrow(() -> new AssertionError("Nothing was computed: " + outcome.problems()));
  }

  public Result result() {
    return result;
  }

  // ---- of a study of one season

  public double head(String reach, String constituent) {
    return head(reach, 0, constituent);
  }

  public double end(String reach, String constituent) {
    return end(reach, 0, constituent);
  }

  public double worst(String reach, String constituent) {
    return of(Statistic.CENTRAL, reach, constituent);
  }

  public double of(Statistic statistic, String reach, String constituent) {
    return value(statistic, Place.Kind.REACH, reach, 0, constituent);
  }

  // ---- by season

  public double head(String reach, int season, String constituent) {
    return found().head(place(Place.Kind.REACH, reach), season, index(constituent));
  }

  public double end(String reach, int season, String constituent) {
    return found().end(place(Place.Kind.REACH, reach), season, index(constituent));
  }

  public double lake(String lake, int season, String constituent) {
    return value(Statistic.CENTRAL, Place.Kind.LAKE, lake, season, constituent);
  }

  public double lakeEnd(String lake, int season, String constituent) {
    return found().lakeEnd(place(Place.Kind.LAKE, lake), season, index(constituent));
  }

  public double value(
      Statistic statistic, Place.Kind kind, String id, int season, String constituent) {
    return found().value(statistic, place(kind, id), season, index(constituent));
  }

  public Concentrations found() {
    return result.concentrations();
  }

  public int place(Place.Kind kind, String id) {
    int place = found().indexOf(kind, id);
    if (place < 0) {
      throw new AssertionError("No %s %s among %s".formatted(kind, id, found().places()));
    }
    return place;
  }

  private int index(String constituent) {
    for (int c = 0; c < found().constituents().size(); c++) {
      if (found().constituents().get(c).id().equals(constituent)) {
        return c;
      }
    }
    throw new AssertionError("No constituent " + constituent);
  }

  // ---- other tables

  /// Concentrations of the first season.
  public Hydraulics hydraulics(String reach) {
    return hydraulics(reach, 0);
  }

  public Hydraulics hydraulics(String reach, int season) {
    String id = found().seasons().get(season).id();
    return result.hydraulics().stream()
        .filter(h -> h.reach().equals(reach) && h.season().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No hydraulics of " + reach));
  }

  /// One line of the year's mass [t/a].
  public double balance(String constituent, MassLine line) {
    return balance(constituent).value(line);
  }

  public MassBalance balance(String constituent) {
    return result.balances().mass().stream()
        .filter(b -> b.constituent().equals(constituent))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No balance of " + constituent));
  }

  public WaterBalance water(String node) {
    return result.balances().water().stream()
        .filter(b -> b.node().equals(node))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No water balance of " + node));
  }

  public Verdict verdict(String place, String constituent) {
    return result.judged().verdicts().stream()
        .filter(v -> v.place().id().equals(place) && v.constituent().equals(constituent))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No verdict on " + place));
  }

  public List<String> problems() {
    return result.problems().stream().map(Problem::code).toList();
  }
}
