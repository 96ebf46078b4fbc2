package org.tonle.tell;

import org.tonle.demand.Robustness;
import org.tonle.i18n.Words;

/// Words on what depends on how much tanks and pits retain.
public final class RobustWords {
  private RobustWords() {}

  /// How many verdicts and units stay the same one log either way.
  public static String sentence(Robustness of, Words words) {
    Robustness.Verdicts verdicts = of.verdicts();
    return words.text(
        "report.demand.robust.sentence",
        verdicts.robust(),
        verdicts.judged(),
        verdicts.robustBacteria(),
        verdicts.bacteria(),
        of.units(true).size(),
        of.units(false).size());
  }
}
