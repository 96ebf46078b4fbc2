package org.tonle.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Response group: a linked group whose concentrations are asked about, with its sweeps and the
/// parts that are asked for.
final class ResponseGroup {
  /// Blocks of draws per thread, so that no thread waits long for another.
  private static final int BLOCKS = 4;

  private final CauseIndex index;
  private final Sweep.Maker ways;
  final List<ResponsePart> parts = new ArrayList<>();

  ResponseGroup(CauseIndex index, Sweep.Maker ways) {
    this.index = index;
    this.ways = ways;
  }

  /// Keeps the central run of every part.
  void central() {
    if (parts.isEmpty()) {
      return;
    }
    Sweep sweep = ways.central();
    sweep.turn(0);
    double[] found = new double[index.causes.size() + 1];
    double[] shares = new double[found.length];
    for (ResponsePart part : parts) {
      part.contributions(sweep, found, shares);
      part.keep(found, index.causes);
    }
  }

  /// Tasks that fill buffers of some parts with all draws.
  List<Callable<Boolean>> tasks(Map<ResponsePart, float[][]> buffers, int draws, int threads) {
    List<ResponsePart> own = parts.stream().filter(buffers::containsKey).toList();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    int block = StrictMath.max(1, draws / (BLOCKS * threads));
    for (int from = 0; !own.isEmpty() && from < draws; from += block) {
      int start = from;
      int end = StrictMath.min(from + block, draws);
      tasks.add(() -> fill(own, buffers, start, end));
    }
    return tasks;
  }

  private boolean fill(
      List<ResponsePart> own, Map<ResponsePart, float[][]> buffers, int from, int to) {
    Sweep sweep = ways.drawn();
    double[] found = new double[index.causes.size() + 1];
    double[] shares = new double[found.length];
    for (int d = from; d < to; d++) {
      sweep.turn(d);
      for (ResponsePart part : own) {
        part.contributions(sweep, found, shares);
        float[][] buffer = buffers.get(part);
        if (buffer != null) {
          part.put(found, buffer, d);
        }
      }
    }
    return true;
  }
}
