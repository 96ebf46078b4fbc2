package org.tonle.cli.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.plan.answer.Means;
import org.tonle.plan.answer.PlanPeriods;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.cost.Horizon;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Means options: when works may be built, and the money, land, skill and hands that there are for
/// them.
public final class MeansOptions {
  private static final double MILLION = 1e6;
  private static final double M2_PER_HA = 1e4;
  private static final int MOST_PERIODS = 12;

  @Option(
      names = "--budget",
      paramLabel = "M",
      description =
          "most that the plan may cost at present, in million US dollars; or what the works of each period may"
              + " cost to build, as 2030:50,2035:80")
  private @Nullable String budget;

  @Option(
      names = "--periods",
      paramLabel = "YEARS",
      description =
          "years in which works may be built, as 2030,2035,2040, or 3x5 for three periods of five years from the"
              + " study's year on; limits must hold with the loads of each (default: the study's year alone)")
  private @Nullable String periods;

  @Option(
      names = "--due",
      paramLabel = "YEAR",
      description = "limits must hold in the periods from this year on (default: in all)")
  private @Nullable Integer due;

  @Option(
      names = "--land",
      paramLabel = "PLACE:HA",
      description =
          "hectares that plants may take in a town, sewershed or unit; may be given several times")
  private List<String> land = new ArrayList<>();

  @Option(
      names = "--skill",
      paramLabel = "LEVEL",
      description = "highest skill that there are people for: low, middle, high (default: high)")
  private @Nullable String skill;

  @Option(
      names = "--works-at-a-time",
      paramLabel = "N",
      description = "most works that may begin in one period")
  private @Nullable Integer worksAtATime;

  @Option(
      names = "--equity",
      paramLabel = "SHARE",
      description =
          "share of what works can reach that every province reaches at least, where some limits are given up"
              + " for the budget (0 to 1)")
  private @Nullable Double equity;

  /// Refuses impossible values that no study is needed for.
  void require() {
    if (worksAtATime != null && worksAtATime < 1) {
      throw new UsageProblem("usage.range", "--works-at-a-time", 1, 1000, worksAtATime);
    }
    if (equity != null && !(equity >= 0 && equity <= 1)) {
      throw new UsageProblem("usage.range", "--equity", 0, 1, equity);
    }
    skill();
    land();
    if (!isByPeriod()) {
      whole();
    }
  }

  /// Whether a budget is stated.
  boolean hasBudget() {
    return budget != null;
  }

  private boolean isByPeriod() {
    return budget != null && budget.contains(":");
  }

  /// Present cost that the plan may have.
  OptionalDouble whole() {
    return budget == null || isByPeriod()
        ? OptionalDouble.empty()
        : OptionalDouble.of(million(budget));
  }

  /// The request with these means.
  PlanRequest of(PlanRequest request, Study study) {
    return request
        .over(periods(study, request.horizon()))
        .with(
            new Means(
                land(),
                skill(),
                worksAtATime == null ? OptionalInt.empty() : OptionalInt.of(worksAtATime)))
        .withEquity(equity == null ? 0 : equity);
  }

  private Technology.Skill skill() {
    if (skill == null) {
      return Technology.Skill.HIGH;
    }
    try {
      return Technology.Skill.valueOf(skill.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageProblem("usage.word", "--skill", skill, "low, middle, high");
    }
  }

  private Map<String, Double> land() {
    Map<String, Double> found = new TreeMap<>();
    for (String one : land) {
      int colon = one.lastIndexOf(':');
      double hectares = colon < 1 ? Double.NaN : number(one.substring(colon + 1));
      if (!(hectares >= 0 && hectares <= 1e6)) {
        throw new UsageProblem("usage.plan_land_text", one);
      }
      found.merge(one.substring(0, colon), hectares * M2_PER_HA, StrictMath::min);
    }
    return found;
  }

  private PlanPeriods periods(Study study, Horizon horizon) {
    Map<Integer, Double> budgets = budgets();
    List<Integer> years =
        periods != null
            ? years(periods, study.settings().year())
            : budgets.keySet().stream().toList();
    if (years.isEmpty() && due == null) {
      return PlanPeriods.ONE;
    }
    int base = study.catalogue().money().baseYear();
    int first = StrictMath.max(study.settings().year(), base);
    int last = base + horizon.years() - 1;
    for (int year : years) {
      if (year < first || year > last) {
        throw new UsageProblem("usage.plan_period", year, first, last);
      }
    }
    if (due != null && (years.isEmpty() || due > years.getLast())) {
      throw new UsageProblem("usage.plan_due", due);
    }
    return new PlanPeriods(years, byPeriod(years, budgets), due == null ? Integer.MIN_VALUE : due);
  }

  /// Budgets in the order of the periods; each period must have one where any has.
  private static List<Double> byPeriod(List<Integer> years, Map<Integer, Double> budgets) {
    for (int year : budgets.keySet()) {
      if (!years.contains(year)) {
        throw new UsageProblem("usage.plan_budget_year", year, text(years));
      }
    }
    for (int year : years) {
      if (!budgets.isEmpty() && !budgets.containsKey(year)) {
        throw new UsageProblem("usage.plan_budget_none", year);
      }
    }
    return budgets.isEmpty()
        ? List.of()
        : years.stream().map(y -> budgets.getOrDefault(y, 0.0)).toList();
  }

  private static String text(List<Integer> years) {
    return String.join(", ", years.stream().map(String::valueOf).toList());
  }

  private static List<Integer> years(String text, int from) {
    String[] parts = text.split("x", -1);
    List<Integer> years = new ArrayList<>();
    if (parts.length == 2) {
      int count = year(parts[0], text);
      int length = year(parts[1], text);
      for (int t = 0; t < StrictMath.min(count, MOST_PERIODS + 1); t++) {
        years.add(from + t * length);
      }
    } else {
      Arrays.stream(text.split(",", -1)).forEach(y -> years.add(year(y, text)));
    }
    boolean rises = true;
    for (int t = 1; t < years.size(); t++) {
      rises &= years.get(t) > years.get(t - 1);
    }
    if (!rises || years.isEmpty() || years.size() > MOST_PERIODS) {
      throw new UsageProblem("usage.plan_periods", text, MOST_PERIODS);
    }
    return years;
  }

  private static int year(String part, String text) {
    try {
      return Integer.parseInt(part.strip());
    } catch (NumberFormatException e) {
      throw new UsageProblem("usage.plan_periods", text, MOST_PERIODS);
    }
  }

  private Map<Integer, Double> budgets() {
    Map<Integer, Double> found = new TreeMap<>();
    if (budget == null || !isByPeriod()) {
      return found;
    }
    for (String one : budget.split(",", -1)) {
      String[] parts = one.split(":", -1);
      double year = parts.length == 2 ? number(parts[0]) : Double.NaN;
      if (year != StrictMath.rint(year) || found.containsKey((int) year)) {
        throw new UsageProblem("usage.plan_budget", budget);
      }
      found.put((int) year, million(parts[1]));
    }
    return found;
  }

  /// An amount in million US dollars, with an M after it or without.
  private double million(String text) {
    String digits = text.strip();
    double value = number(digits.endsWith("M") ? digits.substring(0, digits.length() - 1) : digits);
    if (!(value >= 0 && value <= 1e9)) {
      throw new UsageProblem("usage.plan_budget", budget == null ? text : budget);
    }
    return value * MILLION;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
