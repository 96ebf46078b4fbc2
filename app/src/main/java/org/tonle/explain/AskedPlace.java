package org.tonle.explain;

import java.util.ArrayList;
import java.util.List;
import org.tonle.assess.Place;
import org.tonle.run.Result;

/// Asked place: the waters that a word names, by id or else by a name in any script.
public final class AskedPlace {
  private AskedPlace() {}

  /// Places with this id; if none has it, those with this name. Reaches come first, then lakes,
  /// receptors and stations, then other nodes.
  public static List<Place> named(Result result, String word) {
    List<Place> all = all(result);
    List<Place> byId = all.stream().filter(p -> p.id().equals(word)).limit(1).toList();
    return byId.isEmpty()
        ? all.stream().filter(p -> SaidName.isNamed(p.names(), word)).toList()
        : byId;
  }

  /// Places that people call so: the reaches of a river, or a name without what stands in brackets.
  public static List<Place> said(Result result, String word) {
    return all(result).stream().filter(p -> SaidName.isSaid(p.names(), p.id(), word)).toList();
  }

  private static List<Place> all(Result result) {
    List<Place> all = new ArrayList<>(result.concentrations().places());
    result.study().waterways().nodes().stream()
        .map(n -> new Place(Place.Kind.NODE, n.id(), n.names(), n.unit()))
        .filter(n -> all.stream().noneMatch(p -> p.kind() == n.kind() && p.id().equals(n.id())))
        .forEach(all::add);
    return all;
  }
}
