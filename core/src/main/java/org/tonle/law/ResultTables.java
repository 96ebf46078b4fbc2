package org.tonle.law;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.run.Pull;
import org.tonle.run.Result;

/// Tables of two results held against each other, bit for bit: all that a session offers, which is
/// all but the balances of mass.
public final class ResultTables {
  private ResultTables() {}

  /// The first figure or row that differs; empty where the results are the same.
  public static Optional<String> difference(Result found, Result full) {
    return concentrations(found.concentrations(), full.concentrations())
        .or(() -> rows("verdicts", found.judged().verdicts(), full.judged().verdicts()))
        .or(() -> rows("classes", found.judged().classes(), full.judged().classes()))
        .or(() -> rows("loads", found.loads().terms(), full.loads().terms()))
        .or(() -> rows("services", found.loads().services(), full.loads().services()))
        .or(() -> rows("outfalls", found.loads().outfalls(), full.loads().outfalls()))
        .or(() -> one("people", found.loads().people(), full.loads().people()))
        .or(() -> rows("hydraulics", found.hydraulics(), full.hydraulics()))
        .or(() -> rows("water", found.balances().water(), full.balances().water()))
        .or(() -> rows("observations", found.comparisons(), full.comparisons()))
        .or(() -> rows("checks", found.checks(), full.checks()));
  }

  /// The first row of the touched places that a pull gives as the baseline's and that the baseline
  /// does not have.
  static Optional<String> before(Pull pull, Result baseline) {
    Set<Place> touched = new HashSet<>();
    for (int place : pull.touched()) {
      touched.add(baseline.concentrations().places().get(place));
    }
    Result.Judged judged = baseline.judged();
    List<Verdict> verdicts =
        judged.verdicts().stream().filter(v -> touched.contains(v.place())).toList();
    List<WaterClass> classes =
        judged.classes().stream().filter(c -> touched.contains(c.place())).toList();
    return rows("verdicts before", pull.verdictsBefore(), verdicts)
        .or(() -> rows("classes before", pull.classesBefore(), classes));
  }

  private static Optional<String> rows(String table, List<?> found, List<?> full) {
    for (int i = 0; i < found.size() && i < full.size(); i++) {
      if (!found.get(i).equals(full.get(i))) {
        return one(table + " " + i, found.get(i), full.get(i));
      }
    }
    return one(table + ", rows", found.size(), full.size());
  }

  private static Optional<String> one(String what, Object found, Object full) {
    return found.equals(full)
        ? Optional.empty()
        : Optional.of(what + ": " + found + " instead of " + full);
  }

  private static Optional<String> concentrations(Concentrations found, Concentrations full) {
    Optional<String> places = rows("places", found.places(), full.places());
    if (places.isPresent()) {
      return places;
    }
    for (int p = 0; p < full.places().size(); p++) {
      for (int s = 0; s < full.seasons().size(); s++) {
        Optional<String> difference = at(found, full, p, s);
        if (difference.isPresent()) {
          String where = full.places().get(p).id() + ", " + full.seasons().get(s).id() + ", ";
          return difference.map(text -> where + text);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> at(Concentrations found, Concentrations full, int p, int s) {
    if (found.state(p, s) != full.state(p, s)) {
      return Optional.of("state");
    }
    if (found.isAnoxic(p, s) != full.isAnoxic(p, s)) {
      return Optional.of("anoxic");
    }
    Optional<String> place =
        figure("oxygen", "lowest after", found.lowestShare(p, s), full.lowestShare(p, s));
    if (place.isPresent()) {
      return place;
    }
    for (int c = 0; c < full.constituents().size(); c++) {
      String of = full.constituents().get(c).id();
      Optional<String> difference = figure(of, "head", found.head(p, s, c), full.head(p, s, c));
      if (difference.isEmpty()) {
        difference = figure(of, "end", found.end(p, s, c), full.end(p, s, c));
      }
      if (difference.isEmpty() && full.places().get(p).kind() == Place.Kind.LAKE) {
        difference = figure(of, "lake's end", found.lakeEnd(p, s, c), full.lakeEnd(p, s, c));
      }
      for (Statistic statistic : Statistic.values()) {
        if (difference.isEmpty()) {
          double a = found.value(statistic, p, s, c);
          difference = figure(of, statistic.name(), a, full.value(statistic, p, s, c));
        }
      }
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> figure(String of, String which, double found, double full) {
    return Double.compare(found, full) == 0
        ? Optional.empty()
        : Optional.of(of + " " + which + ": " + found + " instead of " + full);
  }
}
