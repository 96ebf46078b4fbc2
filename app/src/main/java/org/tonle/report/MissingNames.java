package org.tonle.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Source;
import org.tonle.report.page.Page;

/// Missing names: those that a study does not give in the reader's language. A page shows them in
/// Latin letters and says so.
public final class MissingNames {
  private final Page page;

  public MissingNames(Page page) {
    this.page = page;
  }

  /// "88 of 102 towns and 40 of 115 rivers have no name in …"; "" if none is missing.
  public String sentence() {
    if (page.words.language().equals("en")) {
      return "";
    }
    List<Source> sources = page.result.study().emissions().sources();
    Map<String, Names> byTown = new TreeMap<>();
    for (Source source : sources) {
      if (source instanceof Source.Town town) {
        byTown.put(town.town(), town.townNames());
      }
    }
    List<Names> towns = List.copyOf(byTown.values());
    List<Names> facilities =
        sources.stream()
            .filter(s -> s instanceof Source.Plant || s instanceof Source.Discharger)
            .map(Source::names)
            .toList();
    List<Names> waters =
        Stream.concat(
                page.result.study().waterways().reaches().stream().map(Reach::names),
                page.result.study().waterways().nodes().stream().map(Node::names))
            .toList();
    long missing = missing(towns) + missing(facilities) + missing(waters);
    return missing == 0
        ? ""
        : page.say(
            "names.missing",
            missing(towns),
            towns.size(),
            missing(waters),
            waters.size(),
            missing(facilities),
            facilities.size());
  }

  private long missing(List<Names> all) {
    boolean isChinese = page.words.language().equals("zh");
    return all.stream()
        .filter(n -> !n.en().isEmpty() && (isChinese ? n.zh() : n.km()).isEmpty())
        .count();
  }
}
