package org.tonle.export;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonle.model.Constituent;
import org.tonle.model.EffluentLimit;
import org.tonle.model.Limit;
import org.tonle.model.Provenance;
import org.tonle.model.Reference;
import org.tonle.model.Study;

/// Law names: titles of the laws that set limits, and units of what they limit.
public final class LawNames {
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, Constituent> constituents = new HashMap<>();
  private final Map<String, String> laws = new HashMap<>();
  private final Study study;

  public LawNames(Study study) {
    this.study = study;
    for (Reference reference : study.evidence().references()) {
      titles.put(reference.key(), reference.title());
    }
    study.chemistry().constituents().forEach(c -> constituents.put(c.id(), c));
  }

  /// Title of the law that sets a limit, or the id of its standard.
  String of(Limit limit) {
    return law(limit.standard());
  }

  /// Name of a law, else the title of the publication that a standard's limits are from; of
  /// several, the first by key: the others are copies of it, such as `cn_gb3838_code` of
  /// `cn_gb3838`.
  private String law(String standard) {
    return named(standard, "en").orElseGet(() -> laws.computeIfAbsent(standard, this::published));
  }

  /// Name of a law that the study gives it.
  private Optional<String> named(String standard, String language) {
    return study.rules().laws().stream()
        .filter(l -> l.standard().equals(standard))
        .map(l -> l.names().in(language))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private String published(String id) {
    return study.rules().limits().stream()
        .filter(l -> l.standard().equals(id))
        .map(Limit::provenance)
        .filter(p -> !p.reference().isEmpty())
        .min(Comparator.comparing(Provenance::reference))
        .map(p -> title(p.reference(), id))
        .orElse(id);
  }

  String of(EffluentLimit limit) {
    return title(limit.provenance().reference(), limit.effluentClass());
  }

  /// Name of the study's main standard, or its title or id; "" if it has none.
  public String main(String language) {
    String id = study.settings().judging().mainStandard();
    return id.isEmpty() ? "" : named(id, language).orElseGet(() -> law(id));
  }

  private String title(String references, String id) {
    String found =
        Arrays.stream(references.split(";"))
            .map(key -> titles.get(key.strip()))
            .filter(Objects::nonNull)
            .filter(title -> !title.isEmpty())
            .collect(Collectors.joining("; "));
    return found.isEmpty() ? id : found;
  }

  String unit(String constituent) {
    Constituent of = constituents.get(constituent);
    return of == null ? "" : of.unit().symbol();
  }

  boolean counts(String constituent) {
    Constituent of = constituents.get(constituent);
    return of != null && of.unit().counts();
  }

  String unitOfLoad(String constituent) {
    return counts(constituent) ? "10^12 counts/a" : "t/a";
  }
}
