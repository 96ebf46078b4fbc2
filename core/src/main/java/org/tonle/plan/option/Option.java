package org.tonle.plan.option;

import java.util.List;
import org.tonle.model.Scenario;
import org.tonle.scenario.DatedChange;

/// Option: one way to deal with the wastewater of a site, or of several that share a plant.
///
/// @param id unique, as a user names it: `SITE:WORKS`
/// @param sites sources that it decides on
/// @param changes what it changes in the study; none = everything stays as it is
/// @param works what is built, for its cost
public record Option(
    String id, Kind kind, List<String> sites, List<Scenario.Change> changes, Works works) {
  public Option {
    sites = List.copyOf(sites);
    changes = List.copyOf(changes);
  }

  /// Kinds of options, as docs/theory/plan.md, Eq. 23, lists them.
  public enum Kind {
    NOTHING,
    SLUDGE_SERVICE,
    ON_SITE,
    OWN_PLANT,
    SEWERS_AND_PLANT,
    SHARED_PLANT,
    UPGRADE,
    MOVED_OUTLET,
    PRE_TREATMENT;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Option that changes nothing at a site.
  public static Option nothing(String site) {
    return new Option(site + ":nothing", Kind.NOTHING, List.of(site), List.of(), Works.NONE);
  }

  /// The same option, there from a year on.
  public Option from(int year) {
    return new Option(
        id + ":" + year,
        kind,
        sites,
        changes.stream().map(c -> DatedChange.from(c, year)).toList(),
        works);
  }

  /// Source or plant whose ground its plant stands on; without a plant its first site.
  public String plantSite() {
    return changes.stream()
        .flatMap(c -> DatedChange.plant(c).stream())
        .findFirst()
        .orElse(sites.getFirst());
  }

  Option with(Works others) {
    return new Option(id, kind, sites, changes, others);
  }

  public boolean isNothing() {
    return kind == Kind.NOTHING;
  }
}
