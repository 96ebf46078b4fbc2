package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.model.Provenance;
import org.tonle.model.Reference;
import org.tonle.model.Study;
import org.tonle.report.page.Page;

/// Map sources: the publications behind the places and outlines of a map, which a picture must name
/// because it may be copied without its report.
public final class MapSources {
  private static final int MOST = 5;

  private final Page page;
  private final Map<String, Integer> uses = new HashMap<>();

  public MapSources(Page page) {
    this.page = page;
    Study.Waterways water = page.result.study().waterways();
    water.shapes().forEach(s -> use(s.provenance()));
    water.nodes().forEach(n -> use(n.provenance()));
  }

  private void use(Provenance provenance) {
    for (String key : provenance.reference().split(";", -1)) {
      uses.merge(key.strip(), 1, Integer::sum);
    }
  }

  /// "Sources of places and outlines: GeoNames (CC BY 4.0), Natural Earth (public domain)"; "" if a
  /// study names no source.
  public String sentence() {
    List<Reference> known = new ArrayList<>(page.result.study().evidence().references());
    known.removeIf(r -> !uses.containsKey(r.key()));
    known.sort(
        Comparator.comparingInt((Reference r) -> -uses.getOrDefault(r.key(), 0))
            .thenComparing(Reference::key));
    Set<String> names = new LinkedHashSet<>();
    for (Reference r : known) {
      String by = r.publisher().isEmpty() ? r.title() : r.publisher();
      boolean isFree = !r.licence().isEmpty() && !r.licence().startsWith("not stated");
      names.add(isFree ? by + " (" + r.licence() + ")" : by);
    }
    List<String> first = names.stream().limit(MOST).toList();
    return first.isEmpty() ? "" : page.say("map.sources", String.join(page.say("list"), first));
  }
}
