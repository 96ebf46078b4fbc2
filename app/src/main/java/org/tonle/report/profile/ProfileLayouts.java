package org.tonle.report.profile;

import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.report.chart.Layout;
import org.tonle.report.page.Page;

/// Profile layouts: the long profile through any place, as the report draws those of its worst
/// rivers.
public final class ProfileLayouts {
  private ProfileLayouts() {}

  /// The profile of a constituent in a season along the river through a place; empty for a river of
  /// one reach.
  ///
  /// @param standard that sets the limits, "" = the main one
  public static Optional<Layout> through(
      Page page, Place place, int season, int constituent, String standard, double width) {
    Profiles profiles = new Profiles(page);
    Stem stem = profiles.stems().through(profiles.water(place));
    if (stem.stretches().size() < 2) {
      return Optional.empty();
    }
    River river = new River(page, new Required(page.result, standard), stem, season, constituent);
    return Optional.of(
        new ProfileChart(river, profiles.turned(river), profiles.stems(), width).layout());
  }
}
