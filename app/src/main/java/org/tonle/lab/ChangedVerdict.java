package org.tonle.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;
import org.tonle.sample.MeasuredRow;
import org.tonle.sample.MeasuredVerdict;
import org.tonle.sample.MeasuredWater;

/// Changed verdict: what measurements alone say of a limit, before and after new samples.
///
/// @param before empty where nothing was measured
public record ChangedVerdict(
    String station,
    String constituent,
    String standard,
    Optional<MeasuredVerdict> before,
    MeasuredVerdict after) {

  private record Key(
      String station, String place, String constituent, String standard, List<Integer> months) {}

  /// Changes of the verdicts that speak for their stations, by the standards that bind them.
  public static List<ChangedVerdict> between(Study before, Study after) {
    Map<Key, MeasuredVerdict> old = verdicts(before);
    List<ChangedVerdict> changes = new ArrayList<>();
    verdicts(after)
        .forEach(
            (key, verdict) -> {
              Optional<MeasuredVerdict> was = Optional.ofNullable(old.get(key));
              if (was.isEmpty() || was.get() != verdict) {
                changes.add(
                    new ChangedVerdict(key.station, key.constituent, key.standard, was, verdict));
              }
            });
    return changes;
  }

  private static Map<Key, MeasuredVerdict> verdicts(Study study) {
    Map<Key, MeasuredVerdict> found = new LinkedHashMap<>();
    Runner.run(study, Scenario.BASELINE, Options.of(0, 1))
        .result()
        .map(MeasuredWater::of)
        .orElse(List.of())
        .stream()
        .filter(r -> r.headline() && r.isRequired())
        .forEach(r -> found.merge(key(r), verdict(r), ChangedVerdict::worse));
    return found;
  }

  private static MeasuredVerdict worse(MeasuredVerdict a, MeasuredVerdict b) {
    return a == MeasuredVerdict.BREACHED || b == MeasuredVerdict.BREACHED
        ? MeasuredVerdict.BREACHED
        : a == b ? a : MeasuredVerdict.NOT_KNOWN;
  }

  private static MeasuredVerdict verdict(MeasuredRow row) {
    return row.limited().orElseThrow().verdict();
  }

  private static Key key(MeasuredRow row) {
    return new Key(
        row.station().name(),
        row.station().place().id(),
        row.station().constituent().id(),
        row.limited().orElseThrow().limit().standard(),
        row.span().months());
  }
}
