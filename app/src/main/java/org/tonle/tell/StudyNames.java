package org.tonle.tell;

import java.util.HashMap;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.Study;

/// Study names in one language; an id if there is no name.
final class StudyNames {
  private final Words words;
  private final Map<String, Names> units = new HashMap<>();
  private final Map<String, Names> sources = new HashMap<>();
  private final Map<String, Names> seasons = new HashMap<>();

  StudyNames(Study study, Words words) {
    this.words = words;
    study.emissions().units().forEach(u -> units.put(u.id(), u.names()));
    sources.putAll(study.emissions().names());
    study.waterways().seasons().forEach(s -> seasons.put(s.id(), s.names()));
  }

  private String of(Map<String, Names> all, String id) {
    return shown(all.getOrDefault(id, Names.of("")), id);
  }

  private String shown(Names names, String id) {
    String name = names.in(words.language());
    return name.isEmpty() ? id : name;
  }

  String unit(String id) {
    return of(units, id);
  }

  /// Name and id; a reader needs the id to search the tables.
  String source(String id) {
    String name = brief(of(sources, id));
    return name.equals(id) ? id : name + words.text("compare.id", id);
  }

  /// Name of a season; of "" the whole year.
  String season(String id) {
    return id.isEmpty() ? words.text("compare.whole_year") : brief(of(seasons, id));
  }

  String place(Place place) {
    String name = shown(place.names(), place.id());
    return name.contains(place.id()) ? name : name + words.text("compare.id", place.id());
  }

  /// A name without its part in brackets.
  private static String brief(String name) {
    int bracket = name.indexOf(" (");
    int wide = name.indexOf('（');
    int first =
        bracket > 0 && wide > 0 ? StrictMath.min(bracket, wide) : StrictMath.max(bracket, wide);
    return first > 0 ? name.substring(0, first) : name;
  }
}
