package org.tonle.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tonle.model.Names;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Nearest;

/// Study places by kind; a user may name them by id or by a name in any script.
public final class StudyPlaces {
  private final List<One> all = new ArrayList<>();

  public enum Kind {
    TOWN,
    SEWERSHED,
    PLANT,
    FACTORY,
    PARK,
    REACH,
    LAKE,
    NODE,
    RECEPTOR,
    UNIT;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record One(Kind kind, String id, Names names, String unit) {
    private Stream<String> words() {
      return Stream.of(id, names.en(), names.zh(), names.km()).filter(w -> !w.isEmpty());
    }

    private boolean holds(String word) {
      return words().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(word));
    }
  }

  public StudyPlaces(Study study) {
    for (Source source : study.emissions().sources()) {
      switch (source) {
        case Source.Town town -> town(town);
        case Source.Plant plant -> add(Kind.PLANT, plant);
        case Source.Industry factory -> add(Kind.FACTORY, factory);
        case Source.Park park -> add(Kind.PARK, park);
        case Source.Livestock herd -> {}
        case Source.Land land -> {}
      }
    }
    study
        .waterways()
        .reaches()
        .forEach(r -> all.add(new One(Kind.REACH, r.id(), r.names(), r.unit())));
    study
        .waterways()
        .lakes()
        .forEach(l -> all.add(new One(Kind.LAKE, l.id(), l.names(), l.unit())));
    study
        .waterways()
        .nodes()
        .forEach(n -> all.add(new One(Kind.NODE, n.id(), n.names(), n.unit())));
    study.rules().receptors().forEach(r -> all.add(new One(Kind.RECEPTOR, r.id(), r.names(), "")));
    study
        .emissions()
        .units()
        .forEach(u -> all.add(new One(Kind.UNIT, u.id(), u.names(), u.parent())));
    all.sort(java.util.Comparator.comparing(One::kind).thenComparing(One::id));
  }

  /// A town, and a sewershed where the town is divided into several.
  private void town(Source.Town town) {
    if (town.sewershed().isPresent()) {
      add(Kind.SEWERSHED, town);
    }
    One whole = new One(Kind.TOWN, town.town(), town.townNames(), town.unit());
    if (!all.contains(whole)) {
      all.add(whole);
    }
  }

  private void add(Kind kind, Source source) {
    all.add(new One(kind, source.id(), source.names(), source.unit()));
  }

  /// Places whose id or name in any language contains the word, ignoring case; all for "".
  public List<One> matching(String word) {
    String low = word.strip().toLowerCase(Locale.ROOT);
    return all.stream().filter(p -> low.isEmpty() || p.holds(low)).toList();
  }

  /// The id of the place whose id or name is most similar to a word, or "".
  public String nearest(String word) {
    Map<String, String> idOf = new TreeMap<>();
    all.forEach(p -> p.words().forEach(w -> idOf.putIfAbsent(w, p.id())));
    return idOf.getOrDefault(Nearest.id(word.strip(), idOf.keySet()), "");
  }
}
