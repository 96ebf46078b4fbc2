package org.tonle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.tonle.bench.input.InputTorture;
import org.tonle.bench.input.Tally;

/// Bench of mistakes in the input: seeded mistakes of every family in clean studies. Each that
/// moves a figure must be told where it is ([InputTorture]).
public final class InputBench {
  private InputBench() {}

  /// @param studies folders of clean studies; most mistakes are made in the first
  public static Measurements run(List<Path> studies, int rounds, long seed, Watch watch)
      throws IOException {
    long start = System.nanoTime();
    Measurements.startHeap();
    Map<String, Tally> tallies =
        InputTorture.run(
            studies, rounds, seed, round -> watch.doing("bench.torturing", round, rounds));
    return measurements(tallies, rounds, (System.nanoTime() - start) * 1e-6);
  }

  private static Measurements measurements(Map<String, Tally> tallies, int rounds, double ms) {
    Map<String, Object> families = new LinkedHashMap<>();
    Map<String, Object> first = new LinkedHashMap<>();
    tallies.forEach(
        (family, tally) -> {
          families.put(family, figures(tally));
          for (int i = 0; i < tally.first().size(); i++) {
            first.put(family + " " + (i + 1), tally.first().get(i));
          }
        });
    return new Measurements()
        .put("job", "torture")
        .put("on", "input")
        .put("rounds", rounds)
        .put("milliseconds", ms)
        .put("ns_per_element", ms * 1e6 / StrictMath.max(1, rounds))
        .put("mutations", sum(tallies, Tally::mutations))
        .put("moved", sum(tallies, Tally::moved))
        .put("told", sum(tallies, Tally::told))
        .put("refused_elsewhere", sum(tallies, Tally::refused))
        .put("told_elsewhere", sum(tallies, Tally::elsewhere))
        .put("silent", sum(tallies, Tally::silent))
        .put("broken", sum(tallies, Tally::broken))
        .put("failures", sum(tallies, Tally::failures))
        .put("families", families)
        .put("first_failures", first)
        .putHeap();
  }

  private static Map<String, Object> figures(Tally tally) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("mutations", tally.mutations());
    figures.put("moved", tally.moved());
    figures.put("told", tally.told());
    figures.put("refused_elsewhere", tally.refused());
    figures.put("told_elsewhere", tally.elsewhere());
    figures.put("silent", tally.silent());
    figures.put("broken", tally.broken());
    return figures;
  }

  private static long sum(Map<String, Tally> tallies, ToIntFunction<Tally> of) {
    return tallies.values().stream().mapToInt(of).sum();
  }
}
