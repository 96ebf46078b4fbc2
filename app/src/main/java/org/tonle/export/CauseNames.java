package org.tonle.export;

import java.util.HashMap;
import java.util.Map;
import org.tonle.cause.Cause;
import org.tonle.cause.Grouping;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.NodeFlow;
import org.tonle.model.Study;
import org.tonle.model.Unit;

/// Cause names: names of the groups of causes.
public final class CauseNames {
  private final Map<String, Names> sources = new HashMap<>();
  private final Map<String, Names> units = new HashMap<>();

  public CauseNames(Study study) {
    Map<String, Names> nodes = new HashMap<>();
    study.waterways().nodes().forEach(n -> nodes.put(n.id(), n.names()));
    for (NodeFlow flow : study.waterways().flows()) {
      sources.put(flow.id(), nodes.getOrDefault(flow.node(), Names.of("")));
    }
    sources.putAll(study.emissions().names());
    for (Unit unit : study.emissions().units()) {
      units.put(unit.id(), unit.names());
    }
  }

  /// The name of a group, or its id if it has none.
  public String of(Grouping grouping, String key, Words words) {
    if (key.equals(Cause.NATURE.category()) || grouping == Grouping.CATEGORY) {
      return words.text("report.category." + key);
    }
    if (key.isEmpty()) {
      return words.text("report.no_unit");
    }
    Names names = (grouping == Grouping.SOURCE ? sources : units).getOrDefault(key, Names.of(""));
    String name = names.in(words.language());
    return name.isEmpty() ? key : name;
  }

  /// The English name of a source, "" if it has none.
  String english(String source) {
    return sources.getOrDefault(source, Names.of("")).en();
  }

  public String unit(String id, Words words) {
    return of(Grouping.UNIT, id, words);
  }

  public String source(String id, Words words) {
    return of(Grouping.SOURCE, id, words);
  }
}
