package org.tonle.report.picture;

import java.util.HashMap;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture.Look;

/// Verdict map: what the required limits together say of every place, by season. Of several limits
/// the one that asks most of the reader decides: a breach that works can mend, then what is not
/// known, then what holds. What is not known has the colour of the likelier side, with gaps, if
/// more than two of three draws lie there.
public final class VerdictMap {
  /// Share of the draws on one side from which a limit that is not known has that side's colour.
  private static final double LIKELY = 2.0 / 3;

  /// Chance of a limit of which the model says nothing: no side is likely.
  private static final double UNTOLD = 0.5;

  private static final int MET = 2;
  private static final int BREACHED = 4;

  private final Page page;
  private final Map<String, State> states = new HashMap<>();

  /// What the limits say; the later, the more it asks.
  private enum State {
    MET,
    NOT_KNOWN,
    BREACHED
  }

  /// Places where a limit is broken that the listed sources do not mend.
  private final Map<String, Boolean> beyond = new HashMap<>();

  /// The smallest chance of meeting a limit among those not known.
  private final Map<String, Double> chances = new HashMap<>();

  public VerdictMap(Page page) {
    this.page = page;
    for (Verdict v : page.result.judged().verdicts()) {
      if (v.required()) {
        for (String season : page.seasons(v)) {
          take(Page.key(v.place()) + "\t" + season, v);
        }
      }
    }
  }

  private void take(String key, Verdict verdict) {
    switch (verdict.outcome()) {
      case BREACHED -> put(key, State.BREACHED);
      case NOT_KNOWN, NEEDS_MORE_DRAWS -> {
        put(key, State.NOT_KNOWN);
        chances.merge(key, verdict.probabilityOfMeeting(), Math::min);
      }
      case MODEL_NOT_VALID -> {
        put(key, State.NOT_KNOWN);
        chances.merge(key, UNTOLD, Math::min);
      }
      case MET -> put(key, State.MET);
      case BEYOND_SOURCES -> beyond.put(key, true);
      case NOT_JUDGED -> {}
    }
  }

  private void put(String key, State state) {
    states.merge(key, state, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  Look look(Place.Kind kind, String id, String season) {
    String key = kind + " " + id + "\t" + season;
    boolean isBeyond = beyond.containsKey(key);
    State state = states.get(key);
    if (state == null) {
      return isBeyond ? new Look(MET, true, true, page.say("verdict.beyond")) : Look.NOTHING;
    }
    return switch (state) {
      case MET ->
          new Look(MET, true, isBeyond, page.say(isBeyond ? "verdict.beyond" : "verdict.met"));
      case NOT_KNOWN -> unknown(chances.getOrDefault(key, Double.NaN), isBeyond);
      case BREACHED -> new Look(BREACHED, true, isBeyond, page.say("verdict.breached"));
    };
  }

  private Look unknown(double chance, boolean isBeyond) {
    if (chance > LIKELY) {
      return new Look(MET, false, isBeyond, page.say("verdict.likely_met"));
    }
    return chance < 1 - LIKELY
        ? new Look(BREACHED, false, isBeyond, page.say("verdict.likely_breached"))
        : new Look(0, true, isBeyond, page.say("cannot_say"));
  }
}
