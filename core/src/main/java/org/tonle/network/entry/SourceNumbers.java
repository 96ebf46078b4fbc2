package org.tonle.network.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Numbers of the sources in the order of their ids, which is the order of their loads.
final class SourceNumbers {
  private final Map<String, Integer> numbers = new HashMap<>();

  private SourceNumbers(NavigableSet<String> ids) {
    ids.forEach(id -> numbers.put(id, numbers.size()));
  }

  static SourceNumbers of(Study study, Loads loads) {
    NavigableSet<String> ids = new TreeSet<>();
    study.emissions().sources().stream().map(Source::id).forEach(ids::add);
    loads.terms().stream().map(LoadTerm::source).forEach(ids::add);
    return new SourceNumbers(ids);
  }

  boolean isKnown(String source) {
    return numbers.containsKey(source);
  }

  int of(String source) {
    Integer number = numbers.get(source);
    if (number == null) {
      throw new IllegalArgumentException("No source " + source + ".");
    }
    return number;
  }

  int count() {
    return numbers.size();
  }
}
