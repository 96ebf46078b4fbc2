package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.model.Condition;
import org.tonle.model.Designation;
import org.tonle.model.EffluentLimit;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.LimitScope.Basis;
import org.tonle.model.LimitScope.Period;
import org.tonle.model.LimitScope.Range;
import org.tonle.model.Provenance;
import org.tonle.model.Study;

/// Random limits of two laws: of every season and, in some studies, of the year, of one season, of
/// oxygen saturation, and by temperature, pH and hardness.
final class RandomLaw {
  private static final List<String> LAWS = List.of("law-1", "law-2");

  private final Study water;
  private final Dice dice;
  private final List<Limit> limits = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();

  RandomLaw(Study water, Dice dice) {
    this.water = water;
    this.dice = dice;
  }

  Study.Rules rules() {
    LimitScope every = LimitScope.EVERY_SEASON;
    for (String law : LAWS) {
      for (int rank = 1; rank < 4; rank++) {
        limit(law, rank, "TN", Limit.Statistic.MAX, 0.4 * rank, every);
        limit(law, rank, "BOD", Limit.Statistic.MEAN, 2.0 * rank, every);
        limit(law, rank, "DO", Limit.Statistic.MIN, 7.0 - rank, every);
      }
    }
    for (String law : LAWS) {
      if (dice.happens(0.3)) {
        ofYear(law);
      }
      if (dice.happens(0.3)) {
        conditional(law);
      }
    }
    List<Designation> designations =
        List.of(
            new Designation("", "law-1", "II", Provenance.NONE),
            new Designation("", "law-2", "III", Provenance.NONE));
    List<EffluentLimit> effluentLimits =
        List.of(
            new EffluentLimit("class-A", "BOD", Limit.Statistic.MAX, 30, Provenance.NONE),
            new EffluentLimit("class-A", "TN", Limit.Statistic.MAX, 20, Provenance.NONE));
    return new Study.Rules(
        limits, effluentLimits, designations, water.rules().receptors(), conditions, List.of());
  }

  private String season() {
    return water.waterways().seasons().get(dice.from(0, water.waterways().seasons().size())).id();
  }

  private static LimitScope scope(Period period, Basis basis, String season, Range temperature_c) {
    return new LimitScope(period, basis, season, List.of(), temperature_c, "", Range.ALL, 0);
  }

  private void ofYear(String law) {
    LimitScope year = scope(Period.YEAR, Basis.CONCENTRATION, "", Range.ALL);
    LimitScope saturation = scope(Period.YEAR, Basis.SATURATION, "", Range.ALL);
    for (int rank = 1; rank < 4; rank++) {
      limit(law, rank, "TN", Limit.Statistic.MEAN, 0.3 * rank, year);
      limit(law, rank, "BOD", Limit.Statistic.P90_MAX, 2.5 * rank, year);
      limit(law, rank, "Cl", Limit.Statistic.GEOMETRIC_MEAN, 3.0 * rank, year);
      limit(law, rank, "DO", Limit.Statistic.P10_MIN, 100 - 15 * rank, saturation);
    }
  }

  private void conditional(String law) {
    double warm = dice.between(10, 28);
    String when = season();
    LimitScope cold =
        scope(Period.SEASON, Basis.CONCENTRATION, "", new Range(Double.NEGATIVE_INFINITY, warm));
    LimitScope hot =
        scope(Period.YEAR, Basis.CONCENTRATION, "", new Range(warm, Double.POSITIVE_INFINITY));
    limit(law, 2, "NH4", Limit.Statistic.MEAN, 0.3, cold);
    limit(law, 2, "NH4", Limit.Statistic.MEAN, 0.2, hot);
    limit(law, 1, "TN", Limit.Statistic.MEDIAN, 0.2, ofParameter("ph", new Range(6.5, 8), 0));
    limit(law, 3, "Cl", Limit.Statistic.MEAN, 0.2, ofParameter("hardness", Range.ALL, 0.8));
    limit(
        law,
        1,
        "DO",
        Limit.Statistic.MEAN,
        80,
        scope(Period.SEASON, Basis.SATURATION, when, Range.ALL));
    String reach = water.waterways().reaches().getFirst().id();
    conditions.add(new Condition("", "", "ph", dice.between(6, 8.5), Provenance.NONE));
    conditions.add(new Condition(reach, "", "ph", dice.between(6, 8.5), Provenance.NONE));
    conditions.add(new Condition("", when, "hardness", dice.between(20, 200), Provenance.NONE));
  }

  private static LimitScope ofParameter(String parameter, Range range, double exponent) {
    return new LimitScope(
        Period.SEASON, Basis.CONCENTRATION, "", List.of(), Range.ALL, parameter, range, exponent);
  }

  private void limit(
      String law,
      int rank,
      String constituent,
      Limit.Statistic statistic,
      double value,
      LimitScope scope) {
    limits.add(
        new Limit(
            law,
            "",
            List.of("I", "II", "III").get(rank - 1),
            rank,
            Limit.Waterbody.ALL,
            constituent,
            statistic,
            value,
            scope,
            Optional.empty(),
            Optional.empty(),
            Provenance.NONE));
  }
}
