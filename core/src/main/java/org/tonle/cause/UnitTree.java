package org.tonle.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.model.Unit;

/// Unit tree: the units of a study and the larger units that contain them.
public final class UnitTree {
  private static final String COUNTRY = "country";

  private final Map<String, Unit> units = new HashMap<>();

  public UnitTree(List<Unit> all) {
    all.forEach(u -> units.put(u.id(), u));
  }

  /// The country of a place. For a place without a unit it is the only country that contains other
  /// units, else "".
  public String home(Place place) {
    String own = country(place.unit());
    if (!own.isEmpty()) {
      return own;
    }
    List<String> countries =
        units.values().stream()
            .filter(u -> !u.parent().isEmpty())
            .map(u -> country(u.id()))
            .filter(c -> !c.isEmpty())
            .distinct()
            .toList();
    return countries.size() == 1 ? countries.getFirst() : "";
  }

  /// The country of a unit: itself or its ancestor of kind country; "" if there is none.
  public String country(String unit) {
    String at = unit;
    for (int depth = 0; depth <= units.size(); depth++) {
      Unit found = units.get(at);
      if (found == null) {
        return "";
      }
      if (found.kind().equals(COUNTRY)) {
        return at;
      }
      at = found.parent();
    }
    return "";
  }
}
