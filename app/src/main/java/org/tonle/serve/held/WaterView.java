package org.tonle.serve.held;

import org.tonle.assess.Statistic;

/// Water view: what a map shows of the water.
///
/// @param constituent number of a constituent; -1 = all of them together
/// @param standard id of the standard to judge by, "" if the study has none
/// @param statistic of the values
public record WaterView(int constituent, String standard, Statistic statistic) {
  public boolean isOfAll() {
    return constituent < 0;
  }
}
