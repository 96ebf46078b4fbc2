package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonle.assess.Verdict;
import org.tonle.model.Quality;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Plan;
import org.tonle.plan.trade.Prices;

/// Prices of standards: what the plan saves if all limits of a constituent, a unit or a place are
/// given up (docs/theory/plan.md, Eq. 14). Neighbouring places hide one another: that of a unit may
/// be large where none of its places has one.
///
/// @param prices the dearest first
/// @param unverifiedLimits what is saved if all limits are given up whose figure is an estimate or
///   was not checked
/// @param unverifiedCosts_usd part of the plan's cost at prices that are estimates or were not
///   checked
/// @param isComplete whether time sufficed for all
public record StandardPrices(
    List<Price> prices, Saving unverifiedLimits, double unverifiedCosts_usd, boolean isComplete) {
  public StandardPrices {
    prices = List.copyOf(prices);
  }

  /// What limits are grouped by.
  public enum By {
    CONSTITUENT,
    UNIT,
    PLACE;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Saving of a plan without some limits: at least what was found, at most what the bound leaves.
  public record Saving(double saved_usd, double most_usd) {
    static final Saving NONE = new Saving(0, 0);
  }

  /// Price of a group of limits.
  ///
  /// @param id of the constituent, unit or place
  /// @param rows limits of the model
  public record Price(By by, String id, int[] rows, Saving saving) {}

  /// The prices of a plan. Groups are tried in the order constituents, units, places with least to
  /// spare; a place of a unit that saves nothing saves nothing.
  static StandardPrices of(LeastPlan least, Allotment time) {
    Prices solver = new Prices(least.program(), least.question(), least.plan());
    List<OptionRow> rows = least.model().rows();
    int[] unsure =
        Arrays.stream(least.question().rows())
            .filter(r -> isUnverified(rows.get(r).verdict().limit().provenance().quality()))
            .toArray();
    List<Price> groups = groups(least);
    int left = groups.size() + 1;
    Saving unverified = saving(solver, unsure, time, left);
    List<Price> found = new ArrayList<>();
    Map<String, Double> ofUnit = new LinkedHashMap<>();
    boolean isComplete = true;
    for (Price group : groups) {
      left--;
      String unit = rows.get(group.rows[0]).question().place().unit();
      boolean isFree = group.by == By.PLACE && ofUnit.getOrDefault(unit, 1.0) <= 0;
      if (!isFree && time.isOver()) {
        isComplete = false;
        continue;
      }
      Saving saving = isFree ? Saving.NONE : saving(solver, group.rows, time, left);
      if (group.by == By.UNIT) {
        ofUnit.put(unit, saving.most_usd);
      }
      found.add(new Price(group.by, group.id, group.rows, saving));
    }
    found.sort(
        Comparator.comparing(Price::by)
            .thenComparingDouble(p -> -p.saving.saved_usd)
            .thenComparing(Price::id));
    return new StandardPrices(found, unverified, unverifiedCosts_usd(least), isComplete);
  }

  private static Saving saving(Prices solver, int[] rows, Allotment time, int left) {
    if (rows.length == 0) {
      return Saving.NONE;
    }
    Prices.Price price = solver.of(rows, time.oneOf(left));
    return new Saving(
        StrictMath.max(0, price.saved()),
        StrictMath.max(0, StrictMath.max(price.saved(), price.most())));
  }

  private static List<Price> groups(LeastPlan least) {
    List<Price> groups = new ArrayList<>(groups(least, By.CONSTITUENT, v -> v.constituent()));
    groups.addAll(groups(least, By.UNIT, v -> v.place().unit()));
    List<Price> places = new ArrayList<>(groups(least, By.PLACE, v -> v.place().id()));
    places.sort(Comparator.comparingInt(p -> spare(least, p.rows)));
    groups.addAll(places);
    return groups;
  }

  private static List<Price> groups(LeastPlan least, By by, Function<Verdict, String> name) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int r : least.question().rows()) {
      String id = name.apply(least.model().rows().get(r).verdict());
      rows.computeIfAbsent(id, k -> new ArrayList<>()).add(r);
    }
    return rows.entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .map(e -> new Price(by, e.getKey(), array(e.getValue()), Saving.NONE))
        .toList();
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Fewest draws that a plan has to spare at some limits.
  private static int spare(LeastPlan least, int[] rows) {
    Plan plan = least.plan();
    return Arrays.stream(rows).map(r -> plan.held()[r] - least.needed(r)).min().orElse(0);
  }

  private static boolean isUnverified(Quality quality) {
    return quality.compareTo(Quality.DERIVED) > 0;
  }

  /// Both parts are priced apart, since the parts of a work share one life.
  private static double unverifiedCosts_usd(LeastPlan least) {
    PlanModel model = least.model();
    PriceBook book = PriceBook.of(model.baseline().instance().study().catalogue());
    PriceBook unsure =
        book.times(
            t -> t.isVerified() ? 0 : 1,
            i -> isUnverified(i.price().provenance().quality()) ? 1 : 0);
    PriceBook sure =
        book.times(
            t -> t.isVerified() ? 1 : 0,
            i -> isUnverified(i.price().provenance().quality()) ? 0 : 1);
    double unverified = least.plan().sum(model.cost_usd(unsure));
    double verified = least.plan().sum(model.cost_usd(sure));
    double all = unverified + verified;
    return all > 0 ? least.cost_usd() * unverified / all : 0;
  }
}
