package org.tonle.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tonle.problem.Problem;

/// Checks of a SPARROW network: the shares of a node sum to 1, and no reaches form a circle.
final class SparrowChecks {
  private static final double NEAR = 1e-6;

  private final SparrowModel model;
  private final String file;

  /// @param file name of the network's table
  SparrowChecks(SparrowModel model, String file) {
    this.model = model;
    this.file = file;
  }

  List<Problem> find() {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<SparrowModel.Reach>> leaving = new TreeMap<>();
    for (SparrowModel.Reach reach : model.reaches()) {
      leaving.computeIfAbsent(reach.from(), n -> new ArrayList<>()).add(reach);
    }
    leaving.forEach(
        (node, reaches) -> {
          double sum = reaches.stream().mapToDouble(SparrowModel.Reach::fraction).sum();
          if (StrictMath.abs(sum - 1) > NEAR) {
            problems.add(
                Problem.error(
                    "fractions_do_not_sum",
                    file,
                    reaches.getFirst().row(),
                    "fraction",
                    "1",
                    node + ": " + StrictMath.rint(sum * 1e6) / 1e6,
                    String.join(", ", reaches.stream().map(SparrowModel.Reach::id).toList())));
          }
        });
    for (SparrowModel.Reach reach : closing()) {
      problems.add(
          Problem.error(
              "cycle_in_network",
              file,
              reach.row(),
              "",
              "",
              reach.from() + " -> " + reach.to() + " (" + reach.id() + ")",
              "year"));
    }
    return problems;
  }

  /// Reaches that close a circle: cutting their load breaks all circles. Found by repeatedly
  /// removing reaches without inflow, until only circles and the reaches below them are left.
  List<SparrowModel.Reach> closing() {
    Map<String, List<SparrowModel.Reach>> leaving = new HashMap<>();
    Map<String, Integer> in = new HashMap<>();
    List<SparrowModel.Reach> closing = new ArrayList<>();
    for (SparrowModel.Reach reach : model.reaches()) {
      if (reach.transfers()) {
        leaving.computeIfAbsent(reach.from(), n -> new ArrayList<>()).add(reach);
        in.merge(reach.to(), 1, Integer::sum);
      }
    }
    Set<String> done = new HashSet<>();
    Deque<String> free = new ArrayDeque<>();
    for (SparrowModel.Reach reach : model.reaches()) {
      for (String node : List.of(reach.from(), reach.to())) {
        if (in.getOrDefault(node, 0) == 0 && done.add(node)) {
          free.add(node);
        }
      }
    }
    Set<SparrowModel.Reach> cut = new HashSet<>();
    while (true) {
      while (!free.isEmpty()) {
        for (SparrowModel.Reach reach : leaving.getOrDefault(free.remove(), List.of())) {
          if (!cut.contains(reach)
              && in.merge(reach.to(), -1, Integer::sum) == 0
              && done.add(reach.to())) {
            free.add(reach.to());
          }
        }
      }
      SparrowModel.Reach next = onCircle(leaving, done, cut);
      if (next == null) {
        return closing;
      }
      closing.add(next);
      cut.add(next);
      if (in.merge(next.to(), -1, Integer::sum) == 0 && done.add(next.to())) {
        free.add(next.to());
      }
    }
  }

  /// A reach that leads back to its own start, among nodes not done; null if there is no such
  /// reach.
  private static SparrowModel.@Nullable Reach onCircle(
      Map<String, List<SparrowModel.Reach>> leaving,
      Set<String> done,
      Set<SparrowModel.Reach> cut) {
    List<String> nodes = leaving.keySet().stream().filter(n -> !done.contains(n)).sorted().toList();
    for (String start : nodes) {
      for (SparrowModel.Reach first : leaving.getOrDefault(start, List.of())) {
        if (!cut.contains(first) && leadsTo(first.to(), start, leaving, cut)) {
          return first;
        }
      }
    }
    return null;
  }

  private static boolean leadsTo(
      String from,
      String goal,
      Map<String, List<SparrowModel.Reach>> leaving,
      Set<SparrowModel.Reach> cut) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String node = open.remove();
      if (node.equals(goal)) {
        return true;
      }
      for (SparrowModel.Reach reach : leaving.getOrDefault(node, List.of())) {
        if (!cut.contains(reach) && seen.add(reach.to())) {
          open.add(reach.to());
        }
      }
    }
    return false;
  }
}
