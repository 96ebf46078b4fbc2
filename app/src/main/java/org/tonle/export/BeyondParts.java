package org.tonle.export;

import java.util.Locale;
import org.tonle.assess.Verdict;
import org.tonle.cause.BackgroundParts;
import org.tonle.cause.UnitTree;
import org.tonle.run.Result;

/// Beyond parts: of a breach that no listed source causes, what comes from the land and what from
/// upstream; nothing of any other verdict.
public final class BeyondParts {
  private final BackgroundParts parts;
  private final UnitTree units;

  public BeyondParts(Result result) {
    parts = new BackgroundParts(result);
    units = new UnitTree(result.study().emissions().units());
  }

  private static boolean isBeyond(Verdict v) {
    return v.outcome() == Verdict.Outcome.BEYOND_SOURCES;
  }

  /// "natural", "land", "upstream" or "together"; "" of any other verdict.
  public String origin(Verdict v) {
    return isBeyond(v) ? parts.of(v).origin(parts.allowed(v)).name().toLowerCase(Locale.ROOT) : "";
  }

  /// In the constituent's unit; for oxygen of what is missing to saturation.
  public double land(Verdict v) {
    return isBeyond(v) ? parts.of(v).land() : Double.NaN;
  }

  public double upstream(Verdict v) {
    return isBeyond(v) ? parts.of(v).allUpstream() : Double.NaN;
  }

  /// Some of the two others: what water brings that the study marks as undisturbed.
  public double undisturbed(Verdict v) {
    return isBeyond(v) ? parts.of(v).undisturbed() : Double.NaN;
  }

  /// Country from which most comes; "" if nothing comes from upstream or the study names none.
  public String country(Verdict v) {
    return isBeyond(v) ? units.country(parts.of(v).mostUpstream()) : "";
  }
}
