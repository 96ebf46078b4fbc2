package org.tonle.demand;

import java.util.HashMap;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.run.Progress;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Demand check: a simulation of the cuts of a demand, to see whether they meet their limits.
///
/// @param asked number of bounds that the cuts should keep
/// @param met number of these bounds that the new run keeps at the demand's confidence
public record DemandCheck(int asked, int met) {
  /// Draws are kept in single precision, so one draw at the limit may fall on either side.
  private static final double ONE_DRAW = 1.5;

  public static DemandCheck of(Result before, Demand demand) {
    Result after =
        Runner.run(
                before.instance().under(DemandModel.cutScenario(before.scenario(), demand)),
                before.options(),
                Progress.NONE)
            .result()
            .orElseThrow(() -> new IllegalStateException("The cuts could not be simulated."));
    Map<Key, Double> probability = new HashMap<>();
    for (Verdict v : after.judged().verdicts()) {
      if (v.required()) {
        probability.merge(key(v), v.probabilityOfMeeting(), StrictMath::min);
      }
    }
    Allocation allocation = demand.allocation();
    double draw = before.options().draws() > 0 ? ONE_DRAW / before.options().draws() : 0;
    int asked = 0;
    int met = 0;
    for (int b = 0; b < allocation.bounds().size(); b++) {
      if (allocation.isAnswered(b)) {
        asked++;
        Bound bound = allocation.bounds().get(b);
        double found = probability.getOrDefault(key(bound.verdict()), 0.0);
        met += found >= allocation.keepable(b).aim() - draw ? 1 : 0;
      }
    }
    return new DemandCheck(asked, met);
  }

  private record Key(Place.Kind kind, String place, String season, String constituent) {}

  private static Key key(Verdict v) {
    return new Key(v.place().kind(), v.place().id(), v.season(), v.constituent());
  }
}
