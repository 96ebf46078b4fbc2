package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.model.Catalogue;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.TechnologyPrice;

/// Candidates of a study: technologies of its catalogue that have a price, each alone and with
/// disinfection after it, for plants of any size. At a size those are left out than which another
/// is not dearer and removes no less of what matters.
public final class Candidates {
  private final Study study;
  private final PriceBook book;
  private final Horizon horizon;
  private final Set<String> constituents;
  private final Terms terms;
  private final List<Rated> rated = new ArrayList<>();

  /// Terms on which technologies are chosen from.
  ///
  /// @param skill highest that there are people for
  /// @param isLandShort whether land counts beside money
  /// @param named technologies that are looked at even where another is better
  public record Terms(Technology.Skill skill, boolean isLandShort, Set<String> named) {
    public Terms {
      named = Set.copyOf(named);
    }
  }

  /// A technology with the shares that pass it.
  private record Rated(
      Candidate candidate, TechnologyPrice price, double[] passing, boolean isSkilled) {
    boolean isPossible(double capacity_m3_per_d) {
      return isSkilled && candidate.fits(capacity_m3_per_d);
    }
  }

  /// A rated technology with its present cost at a size.
  ///
  /// @param land_m2 that it takes, 0 where land does not count
  private record Priced(Rated rated, double cost_usd, double land_m2) {
    boolean isBeatenBy(Priced other) {
      double[] own = rated.passing;
      double[] others = other.rated.passing;
      boolean isSame = other.cost_usd == cost_usd && other.land_m2 == land_m2;
      for (int c = 0; c < own.length; c++) {
        if (others[c] > own[c]) {
          return false;
        }
        isSame &= others[c] == own[c];
      }
      String id = rated.candidate.technology();
      return other.cost_usd <= cost_usd
          && other.land_m2 <= land_m2
          && (!isSame || other.rated.candidate.technology().compareTo(id) < 0);
    }
  }

  /// @param constituents ids of those whose limits a plan is for
  public Candidates(
      Study study, PriceBook book, Horizon horizon, Set<String> constituents, Terms terms) {
    this.study = study;
    this.book = book;
    this.horizon = horizon;
    this.constituents = Set.copyOf(constituents);
    this.terms = terms;
    for (Technology technology : study.catalogue().technologies()) {
      for (Candidate.Use use : Candidate.Use.values()) {
        if (isFor(technology.kind(), use)) {
          rate(technology.id(), use);
          study.catalogue().technologies().stream()
              .filter(t -> t.kind() == Technology.Kind.DISINFECTION)
              .forEach(t -> rate(technology.id() + Catalogue.STEP + t.id(), use));
        }
      }
    }
  }

  private static boolean isFor(Technology.Kind kind, Candidate.Use use) {
    return switch (kind) {
      case DECENTRALISED, PRIMARY, POND, WETLAND -> use == Candidate.Use.TOWN;
      case SECONDARY, ADVANCED -> true;
      case INDUSTRIAL -> use == Candidate.Use.FACTORY;
      case ON_SITE, FAECAL_SLUDGE, TERTIARY, DISINFECTION, IN_RIVER, UNKNOWN -> false;
    };
  }

  private void rate(String id, Candidate.Use use) {
    Optional<TechnologyPrice> price = book.technology(id);
    Optional<Technology> technology = study.catalogue().technology(id);
    if (price.isEmpty() || technology.isEmpty()) {
      return;
    }
    double[] passing =
        study.chemistry().constituents().stream()
            .filter(c -> constituents.contains(c.id()))
            .mapToDouble(
                c -> technology.get().removal(c.id()).map(r -> 1 - r.typicalShare()).orElse(1.0))
            .toArray();
    if (Arrays.stream(passing).anyMatch(p -> p < 1)) {
      Technology.Capacity capacity = technology.get().capacity();
      Candidate candidate =
          new Candidate(id, use, capacity.least_m3_per_d(), capacity.most_m3_per_d());
      boolean isSkilled = technology.get().skill().compareTo(terms.skill()) <= 0;
      rated.add(new Rated(candidate, price.get(), passing, isSkilled));
    }
  }

  /// Those worth to consider for a plant of some size.
  List<Candidate> at(Candidate.Use use, double capacity_m3_per_d) {
    List<Priced> priced =
        rated.stream()
            .filter(r -> r.candidate.use() == use && r.isPossible(capacity_m3_per_d))
            .map(
                r ->
                    new Priced(
                        r,
                        cost_usd(r.price, capacity_m3_per_d),
                        terms.isLandShort() ? r.price.land_m2(capacity_m3_per_d) : 0))
            .toList();
    return priced.stream()
        .filter(
            p ->
                terms.named().contains(p.rated.candidate.technology())
                    || priced.stream().noneMatch(p::isBeatenBy))
        .map(p -> p.rated.candidate)
        .toList();
  }

  /// Those that are not built for a plant of some size, or that nobody can run.
  List<Candidate> notAt(Candidate.Use use, double capacity_m3_per_d) {
    return rated.stream()
        .filter(r -> r.candidate.use() == use && !r.isPossible(capacity_m3_per_d))
        .map(Rated::candidate)
        .toList();
  }

  /// Steps that disinfect what a technology leaves, as one technology each with it, where both have
  /// prices and are built in that size.
  List<String> disinfected(String technology, double capacity_m3_per_d) {
    return study.catalogue().technologies().stream()
        .filter(
            t ->
                t.kind() == Technology.Kind.DISINFECTION && t.skill().compareTo(terms.skill()) <= 0)
        .filter(t -> t.capacity().holds(capacity_m3_per_d))
        .map(t -> technology + Catalogue.STEP + t.id())
        .filter(this::isPriced)
        .toList();
  }

  boolean isPriced(String technology) {
    return book.technology(technology).isPresent()
        && study.catalogue().technology(technology).isPresent();
  }

  /// Whether a technology removes nutrients beyond secondary treatment.
  boolean isAdvanced(String technology) {
    return study
        .catalogue()
        .technology(technology)
        .filter(t -> t.kind() == Technology.Kind.ADVANCED)
        .isPresent();
  }

  /// Share of the time that a plant of some size treats as designed.
  double reliabilityShare(double capacity_m3_per_d) {
    return study.catalogue().sizes().reliabilityShare(capacity_m3_per_d);
  }

  /// Present cost of a plant with its land.
  private double cost_usd(TechnologyPrice price, double capacity_m3_per_d) {
    Works works = Works.plant(price.technology().id(), capacity_m3_per_d, capacity_m3_per_d, 0, 0);
    return OptionCost.of(works, book, study.catalogue().sizes(), "")
        .present(0, horizon)
        .total_usd();
  }
}
