package org.tonle.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Observation of a constituent at a place.
///
/// @param station name of the station
/// @param place node, reach or lake that it is compared with
/// @param date day of a single sample
/// @param months months that it represents; with a date, the month of that date
/// @param statistic statistic of the samples that the value is
/// @param n number of samples
/// @param value in the constituent's unit
/// @param bound whether the value is measured, or a detection limit of the laboratory
/// @param use whether to fit, to check or to leave out
public record Observation(
    String station,
    String place,
    Optional<LocalDate> date,
    List<Integer> months,
    String constituent,
    Statistic statistic,
    int n,
    double value,
    Bound bound,
    Use use,
    String note,
    Provenance provenance) {
  public Observation {
    months = List.copyOf(months);
  }

  public enum Statistic {
    SAMPLE,
    MEAN,
    MEDIAN,
    MIN,
    MAX,
    P10,
    P90
  }

  public enum Bound {
    EXACT,
    BELOW,
    ABOVE
  }

  public enum Use {
    FIT,
    CHECK,
    LEAVE_OUT
  }
}
