package org.tonle.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What was measured at a place.
///
/// @param station name of the station
/// @param place node, reach or lake it pairs with
/// @param date day of a single sample
/// @param months months it stands for; with a date, its month
/// @param statistic what the value is of
/// @param n number of samples
/// @param value in the constituent's unit
/// @param bound whether the value itself, or a limit of what the laboratory could see
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
