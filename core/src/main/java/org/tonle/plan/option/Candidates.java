package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.model.Constituent;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.TechnologyPrice;

/// Candidates of a study: technologies of its catalogue that have a price, each alone and with
/// disinfection after it. Left out are those than which another is never dearer, at no size, and
/// removes no less of anything.
public final class Candidates {
  /// Plants at which costs are compared [m³/d].
  private static final double[] SIZES_m3_per_d = {20, 100, 500, 2_000, 10_000, 50_000, 300_000};

  private final Study study;
  private final PriceBook book;
  private final Horizon horizon;

  private Candidates(Study study, PriceBook book, Horizon horizon) {
    this.study = study;
    this.book = book;
    this.horizon = horizon;
  }

  public static List<Candidate> of(Study study, PriceBook book, Horizon horizon) {
    Candidates all = new Candidates(study, book, horizon);
    List<Candidate> found = new ArrayList<>(all.of(Candidate.Use.TOWN));
    found.addAll(all.of(Candidate.Use.FACTORY));
    return found;
  }

  /// A technology with what it passes and costs.
  private record Rated(Technology technology, double[] passing, double[] cost_usd) {
    boolean isBeatenBy(Rated other) {
      boolean isSame = true;
      for (int c = 0; c < passing.length; c++) {
        if (other.passing[c] > passing[c]) {
          return false;
        }
        isSame &= other.passing[c] == passing[c];
      }
      for (int i = 0; i < cost_usd.length; i++) {
        if (other.cost_usd[i] > cost_usd[i]) {
          return false;
        }
        isSame &= other.cost_usd[i] == cost_usd[i];
      }
      return !isSame || other.technology.id().compareTo(technology.id()) < 0;
    }
  }

  private List<Candidate> of(Candidate.Use use) {
    List<Rated> rated = new ArrayList<>();
    for (Technology technology : study.catalogue().technologies()) {
      if (isFor(technology.kind(), use)) {
        rate(technology.id()).ifPresent(rated::add);
        for (Technology step : study.catalogue().technologies()) {
          if (step.kind() == Technology.Kind.DISINFECTION) {
            rate(technology.id() + "+" + step.id()).ifPresent(rated::add);
          }
        }
      }
    }
    return rated.stream()
        .filter(r -> rated.stream().noneMatch(o -> o != r && r.isBeatenBy(o)))
        .map(
            r ->
                new Candidate(
                    r.technology.id(),
                    use,
                    r.technology.capacity().least_m3_per_d(),
                    r.technology.capacity().most_m3_per_d()))
        .toList();
  }

  private static boolean isFor(Technology.Kind kind, Candidate.Use use) {
    return switch (kind) {
      case DECENTRALISED, PRIMARY, POND, WETLAND -> use == Candidate.Use.TOWN;
      case SECONDARY, ADVANCED -> true;
      case INDUSTRIAL -> use == Candidate.Use.FACTORY;
      case ON_SITE, FAECAL_SLUDGE, TERTIARY, DISINFECTION, IN_RIVER, UNKNOWN -> false;
    };
  }

  private Optional<Rated> rate(String id) {
    Optional<TechnologyPrice> price = book.technology(id);
    Optional<Technology> technology = study.catalogue().technology(id);
    if (price.isEmpty() || technology.isEmpty()) {
      return Optional.empty();
    }
    List<Constituent> constituents = study.chemistry().constituents();
    double[] passing = new double[constituents.size()];
    boolean removes = false;
    for (int c = 0; c < passing.length; c++) {
      passing[c] =
          technology
              .get()
              .removal(constituents.get(c).id())
              .map(r -> 1 - r.typicalShare())
              .orElse(1.0);
      removes |= passing[c] < 1;
    }
    double[] cost = new double[SIZES_m3_per_d.length];
    for (int i = 0; i < cost.length; i++) {
      cost[i] = cost_usd(price.get(), SIZES_m3_per_d[i]);
    }
    return removes ? Optional.of(new Rated(technology.get(), passing, cost)) : Optional.empty();
  }

  /// Present cost of a plant with its land; infinite beyond its range of sizes.
  private double cost_usd(TechnologyPrice price, double capacity_m3_per_d) {
    if (!price.technology().capacity().holds(capacity_m3_per_d)) {
      return Double.POSITIVE_INFINITY;
    }
    Works works =
        Works.plant(price.technology().id(), capacity_m3_per_d, capacity_m3_per_d, 0, 0);
    return OptionCost.of(works, book, study.catalogue().sizes(), "")
        .present(0, horizon)
        .total_usd();
  }
}
