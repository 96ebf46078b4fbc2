package org.tonle.plan.option;

/// Refusal: an option that is not possible at a site, and why.
///
/// @param site source that it would be for
/// @param option id that it would have
public record Refusal(String site, String option, Reason reason) {
  public enum Reason {
    /// The plant would be smaller than the technology is built in.
    TOO_SMALL,
    /// The plant would be larger than the technology is built in.
    TOO_LARGE,
    /// Nobody lives there, or no wastewater leaves.
    NO_WASTEWATER,
    /// The volume of the wastewater is not known.
    VOLUME_NOT_KNOWN,
    /// Its load is a measured effluent, which no option changes.
    MEASURED,
    /// Its own outlet lies inside a reach where nothing enters today.
    NO_OUTFALL_YET,
    /// The plant would take more land than there is.
    NO_LAND,
    /// Running it asks for more skill than there is.
    NO_SKILL,
    /// The technology of the plant that is there has no price, or is not known.
    NO_PRICE,
    /// No water within reach carries much more than where it discharges today.
    NO_LARGER_WATER,
    /// The shared outlet lies in another country.
    OVER_A_BORDER;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Refusal of a plant of a size that a candidate is not built in, or that nobody can run.
  static Refusal of(String site, String option, Candidate candidate, double capacity_m3_per_d) {
    if (candidate.fits(capacity_m3_per_d)) {
      return new Refusal(site, option, Reason.NO_SKILL);
    }
    boolean isSmall = capacity_m3_per_d < candidate.least_m3_per_d();
    return new Refusal(site, option, isSmall ? Reason.TOO_SMALL : Reason.TOO_LARGE);
  }
}
