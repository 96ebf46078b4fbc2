package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Catalogue;
import org.tonle.model.Sanitation;
import org.tonle.model.Sanitation.Path;
import org.tonle.model.Source;
import org.tonle.plan.cost.CostDraws;
import org.tonle.plan.cost.PriceBook;
import org.tonle.scenario.Applied;

/// Costs of levers: what it costs to move each from where it stands to the end of its range, by the
/// prices and the spread that a plan has (docs/theory/cost.md, Eq. 15).
public final class LeverCosts {
  private static final int DRAWS = 200;
  private static final long SEED = 1;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final Applied applied;
  private final Catalogue catalogue;
  private final PriceBook book;
  private final List<PriceBook> drawn = new ArrayList<>();

  /// Why a lever has no cost.
  public enum Reason {
    /// No works are named that would do it.
    NO_WORKS,
    /// Nobody builds it: water, weather, rates.
    NATURE,
    /// Time passes by itself.
    TIME,
    /// The catalogue has no price of it.
    NOT_PRICED,
    /// The lever is at its end.
    AT_END;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Cost of a lever.
  ///
  /// @param capital_usd from its present value to `to`, with 90 % of the draws of costs from
  ///   `low_usd` to `high_usd`
  /// @param running_usd_per_a what running costs more by then
  /// @param to value that the lever is moved to
  public record Cost(
      double capital_usd, double low_usd, double high_usd, double running_usd_per_a, double to) {}

  /// What a lever costs, or why it has no cost.
  public sealed interface Answer {}

  public record Known(Cost cost) implements Answer {}

  public record Unknown(Reason reason) implements Answer {}

  private LeverCosts(Applied applied) {
    this.applied = applied;
    catalogue = applied.study().catalogue();
    book = PriceBook.of(catalogue);
    CostDraws draws = CostDraws.of(catalogue, SEED, DRAWS);
    for (int d = 0; d < DRAWS; d++) {
      int draw = d;
      drawn.add(
          book.times(t -> draws.technology(t.technology().id(), draw), i -> draws.item(i, draw)));
    }
  }

  public static LeverCosts of(Applied applied) {
    return new LeverCosts(applied);
  }

  /// Cost of bringing all people of a sewershed to a sanitation path. Of a path with a plant it is
  /// the collection alone; the plant is a lever of its own.
  public Answer sanitation(Source.Town town, Path path) {
    Map<Path, Double> shares = new EnumMap<>(Path.class);
    for (Sanitation row : applied.sanitation(town.id())) {
      shares.merge(row.path(), row.share(), Double::sum);
    }
    double left = 1 - shares.getOrDefault(path, 0.0);
    double people = applied.people(town);
    return switch (path) {
      case SEWER_PLANT, SEWER -> {
        double sewered = share(shares, Path.SEWER_PLANT) + share(shares, Path.SEWER);
        yield moved(works(people * StrictMath.max(0, 1 - sewered), 0, 0), town.unit());
      }
      case SEPTIC_EMPTIED ->
          moved(
              works(
                  0, people * left, people * StrictMath.max(0, left - share(shares, Path.SEPTIC))),
              town.unit());
      case SEPTIC ->
          moved(
              works(0, 0, people * StrictMath.max(0, left - share(shares, Path.SEPTIC_EMPTIED))),
              town.unit());
      case PIT -> new Unknown(Reason.NOT_PRICED);
      case NONE -> new Unknown(Reason.NO_WORKS);
    };
  }

  private static double share(Map<Path, Double> shares, Path path) {
    return shares.getOrDefault(path, 0.0);
  }

  private static Works works(double newlySewered, double emptied, double newTanks) {
    return new Works("", 0, 0, 0, newlySewered, emptied, newTanks, 0, 0, 0, Works.Existing.NONE);
  }

  private Answer moved(Works works, String unit) {
    return answer(Works.NONE, works, unit, 1);
  }

  /// Cost of building a plant that does not stand yet, or of making one that stands as large again.
  public Answer plant(Source.Plant plant) {
    double capacity = plant.capacity_m3_per_d();
    boolean isPriced =
        !plant.technology().isEmpty() && book.technology(plant.technology()).isPresent();
    if (!isPriced || !(capacity > 0) || Double.isInfinite(capacity)) {
      return new Unknown(Reason.NOT_PRICED);
    }
    Works one = Works.plant(plant.technology(), capacity, capacity, 0, 0);
    if (plant.status() != Source.Plant.Status.OPERATING) {
      return answer(Works.NONE, one, plant.unit(), capacity);
    }
    Works two = Works.plant(plant.technology(), 2 * capacity, 2 * capacity, 0, 0);
    return answer(one, two, plant.unit(), 2 * capacity);
  }

  /// Cost of a new plant of a technology, of a size within what it is built for.
  public Answer technology(String id, double capacity_m3_per_d) {
    if (book.technology(id).isEmpty()) {
      return new Unknown(Reason.NOT_PRICED);
    }
    double capacity =
        catalogue
            .technology(id)
            .map(
                t ->
                    StrictMath.clamp(
                        capacity_m3_per_d,
                        t.capacity().least_m3_per_d(),
                        StrictMath.max(
                            t.capacity().least_m3_per_d(), t.capacity().most_m3_per_d())))
            .orElse(capacity_m3_per_d);
    return answer(Works.NONE, Works.plant(id, capacity, capacity, 0, 0), "", capacity);
  }

  private Answer answer(Works before, Works after, String unit, double to) {
    double[] capital = capital(book, before, after, unit);
    if (!(capital[0] > 0 || capital[1] > 0)) {
      return new Unknown(isNothing(after) ? Reason.AT_END : Reason.NOT_PRICED);
    }
    double[] costs =
        drawn.stream().mapToDouble(b -> capital(b, before, after, unit)[0]).sorted().toArray();
    return new Known(new Cost(capital[0], costs[index(LOW)], costs[index(HIGH)], capital[1], to));
  }

  private static boolean isNothing(Works works) {
    return Arrays.stream(
            new double[] {
              works.newlySewered_people(), works.emptied_people(), works.newTanks_people()
            })
        .allMatch(n -> n <= 0);
  }

  private static int index(double share) {
    return (int) StrictMath.min(DRAWS - 1, StrictMath.floor(share * DRAWS));
  }

  /// Capital and yearly running cost of going from some works to others.
  private double[] capital(PriceBook prices, Works before, Works after, String unit) {
    OptionCost was = OptionCost.of(before, prices, catalogue.sizes(), unit);
    OptionCost is = OptionCost.of(after, prices, catalogue.sizes(), unit);
    return new double[] {
      is.capital_usd() - was.capital_usd(), is.running_usd_per_a() - was.running_usd_per_a()
    };
  }
}
