package org.tonle.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.Category;
import org.tonle.model.Factor;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Input evidence: the quality of the figures behind an uncertain input today, and their sources.
final class InputEvidence {
  /// Largest number of references to name.
  private static final int MOST = 3;

  private final Study study;
  private final List<LoadTerm> terms;
  private final Map<String, Double> total = new HashMap<>();
  private final Map<String, String> townOf = new HashMap<>();

  /// Evidence behind one input.
  ///
  /// @param mark weakest mark; empty if there is no figure behind the input
  record Evidence(Optional<Quality> mark, List<String> references) {}

  InputEvidence(Study study, Loads loads) {
    this.study = study;
    terms = loads.terms();
    terms.forEach(t -> total.merge(t.constituent(), delivered(t), Double::sum));
    for (Source source : study.emissions().sources()) {
      if (source instanceof Source.Town town) {
        townOf.put(town.id(), town.town());
      }
    }
  }

  Evidence of(Posterior.Input input) {
    String object = input.object();
    int slash = object.lastIndexOf('/');
    String unit = object.substring(0, StrictMath.max(0, slash));
    String subject = object.substring(slash + 1);
    return switch (input.variable()) {
      case "load/study" -> load(t -> t.category().id().equals(object), factors(object));
      case "load/unit" ->
          load(
              t -> t.unit().equals(unit) && t.category().id().equals(subject),
              sources(s -> s.unit().equals(unit)));
      case "load/individual" ->
          load(t -> isOf(object, t.source()), sources(s -> isOf(object, s.id())));
      case "passing" ->
          figures(
              study.emissions().factors().stream()
                  .filter(f -> f.kind() == Factor.Kind.PASSING && f.key().equals(object))
                  .map(Factor::provenance));
      case "retention" ->
          figures(
              study.emissions().factors().stream()
                  .filter(f -> f.kind() == Factor.Kind.RETENTION)
                  .map(Factor::provenance));
      case "concentration" ->
          figures(
              study.waterways().waters().stream()
                  .filter(w -> w.water().equals(object))
                  .map(w -> w.provenance()));
      case "discharge" ->
          figures(
              study.waterways().flows().stream()
                  .filter(f -> f.group().equals(object))
                  .map(f -> f.provenance()));
      case "discharge/shared" ->
          figures(
              study.waterways().flows().stream()
                  .filter(f -> !f.group().isEmpty())
                  .map(f -> f.provenance()));
      case "rate" -> rate(object);
      case "rate/unit" -> rate(subject);
      default -> new Evidence(Optional.empty(), List.of());
    };
  }

  /// Whether an input is of a source: its own, or of the town that it is a sewershed of.
  private boolean isOf(String object, String source) {
    return object.equals(townOf.getOrDefault(source, source));
  }

  private Evidence rate(String reaction) {
    return figures(
        Stream.concat(
            study.chemistry().reactions().stream()
                .filter(r -> r.id().equals(reaction))
                .map(r -> r.provenance()),
            study.chemistry().rates().stream()
                .filter(r -> r.reaction().equals(reaction))
                .map(r -> r.provenance())));
  }

  /// Evidence of figures that all have the same weight.
  private static Evidence figures(Stream<Provenance> behind) {
    List<Provenance> all = behind.toList();
    Marks marks = Marks.NONE;
    for (Provenance one : all) {
      marks = marks.plus(one.quality(), 1);
    }
    Optional<Quality> mark = all.isEmpty() ? Optional.empty() : Optional.of(marks.mark());
    return new Evidence(mark, references(all.stream()));
  }

  /// Evidence of loads; each has the weight of its share in the whole load of its constituent.
  private Evidence load(Predicate<LoadTerm> isMeant, Stream<Provenance> behind) {
    Marks marks = Marks.NONE;
    for (LoadTerm term : terms) {
      double all = total.getOrDefault(term.constituent(), 0.0);
      if (isMeant.test(term) && all > 0) {
        marks = marks.plus(term.quality(), delivered(term) / all);
      }
    }
    Optional<Quality> mark = marks.total() > 0 ? Optional.of(marks.mark()) : Optional.empty();
    return new Evidence(mark, references(behind));
  }

  private static double delivered(LoadTerm term) {
    return term.generated_g_per_s() - term.removed_g_per_s() - term.retained_g_per_s();
  }

  private Stream<Provenance> sources(Predicate<Source> isMeant) {
    return study.emissions().sources().stream().filter(isMeant).map(Source::provenance);
  }

  private Stream<Provenance> factors(String category) {
    Set<Factor.Kind> meant = kinds(category);
    return study.emissions().factors().stream()
        .filter(f -> meant.contains(f.kind()))
        .map(Factor::provenance);
  }

  private static Set<Factor.Kind> kinds(String category) {
    if (category.equals(Category.LIVESTOCK.id())) {
      return EnumSet.of(Factor.Kind.PER_HEAD, Factor.Kind.DELIVERY);
    }
    if (category.equals(Category.LAND.id())) {
      return EnumSet.of(Factor.Kind.EXPORT, Factor.Kind.INPUT, Factor.Kind.RUNOFF);
    }
    if (category.equals(Category.SEWERED.id()) || category.equals(Category.ON_SITE.id())) {
      return EnumSet.of(Factor.Kind.PER_PERSON, Factor.Kind.RETENTION);
    }
    return EnumSet.of(Factor.Kind.PER_EMPLOYEE, Factor.Kind.PER_TONNE, Factor.Kind.CONCENTRATION);
  }

  /// The references named most often.
  static List<String> references(Stream<Provenance> behind) {
    Map<String, Integer> uses = new HashMap<>();
    behind.forEach(
        p -> {
          for (String key : p.reference().split(";", -1)) {
            if (!key.isBlank()) {
              uses.merge(key.strip(), 1, Integer::sum);
            }
          }
        });
    List<String> keys = new ArrayList<>(uses.keySet());
    keys.sort(
        Comparator.comparingInt((String k) -> -uses.getOrDefault(k, 0))
            .thenComparing(Comparator.naturalOrder()));
    return keys.subList(0, StrictMath.min(MOST, keys.size()));
  }
}
