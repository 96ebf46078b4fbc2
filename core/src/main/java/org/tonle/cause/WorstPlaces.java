package org.tonle.cause;

import java.util.Set;
import org.tonle.assess.Place;

/// Worst places: those that exceed their limits most, of all that break one.
///
/// @param places places that are shown
/// @param breached number of all places that break a required limit
public record WorstPlaces(Set<Place> places, int breached) {
  /// Number of places that pages show by default.
  public static final int USUAL = 30;

  public WorstPlaces {
    places = Set.copyOf(places);
  }

  public boolean holds(Place place) {
    return places.contains(place);
  }

  /// Number of breached places that are not shown.
  public int left() {
    return breached - places.size();
  }
}
