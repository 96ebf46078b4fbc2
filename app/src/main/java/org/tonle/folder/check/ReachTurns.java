package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Turns of reaches: the smallest set of reaches to turn so that no reach runs uphill and no water
/// ends where two reaches meet or where a river enters.
///
/// Reaches that run uphill must be turned. For the others, turning a reach takes a way out from its
/// upper node and gives one to its lower node; so ends without a way out are supplied from
/// bifurcations with the fewest turned reaches ([WaysOut]): first those that water enters, then
/// those where reaches meet, except for one outlet that every river keeps. If that would close a
/// circle, only the uphill reaches are proposed.
final class ReachTurns {
  private static final int MOST_NAMED = 200;

  private final List<Row> rows;
  private final List<String> names;
  private final int[] from;
  private final int[] to;
  private final boolean[] isKept;
  private final boolean[] isDrain;
  private final boolean[] isHead;

  private ReachTurns(Sheets sheets) {
    rows =
        sheets.rows(Schema.REACHES).stream()
            .filter(r -> r.has("from_node") && r.has("to_node"))
            .toList();
    Set<String> ids = new TreeSet<>();
    rows.forEach(r -> ids.addAll(List.of(r.text("from_node"), r.text("to_node"))));
    names = List.copyOf(ids);
    Map<String, Integer> index = new HashMap<>();
    names.forEach(n -> index.put(n, index.size()));
    from = rows.stream().mapToInt(r -> index.getOrDefault(r.text("from_node"), 0)).toArray();
    to = rows.stream().mapToInt(r -> index.getOrDefault(r.text("to_node"), 0)).toArray();
    isKept = new boolean[rows.size()];
    isDrain = marked(List.of(sheets.ids(Schema.LAKES), nodes(sheets, Schema.LOSSES)));
    isHead = marked(List.of(nodes(sheets, Schema.BOUNDARIES), nodes(sheets, Schema.INFLOWS)));
  }

  private static Set<String> nodes(Sheets sheets, String file) {
    Set<String> found = new HashSet<>();
    sheets.rows(file).forEach(r -> found.add(r.text("node")));
    return found;
  }

  private boolean[] marked(List<Set<String>> sets) {
    boolean[] marked = new boolean[names.size()];
    for (int n = 0; n < marked.length; n++) {
      String name = names.get(n);
      marked[n] = sets.stream().anyMatch(s -> s.contains(name));
    }
    return marked;
  }

  /// Proposes reaches to turn, if any.
  static void check(Sheets sheets, Problems problems) {
    new ReachTurns(sheets).run(sheets, problems);
  }

  private void run(Sheets sheets, Problems problems) {
    int before = outlets().size();
    int[] drawnFrom = from.clone();
    turnUphill(sheets);
    int[] downFrom = from.clone();
    int[] downTo = to.clone();
    int ordered = ordered();
    WaysOut ways = new WaysOut(names.size(), from, to, isKept);
    int[] in = new int[names.size()];
    Arrays.stream(to).forEach(n -> in[n]++);
    supply(ways, n -> isHead[n]);
    supply(ways, n -> in[n] > 1);
    if (ordered() < ordered) {
      System.arraycopy(downFrom, 0, from, 0, from.length);
      System.arraycopy(downTo, 0, to, 0, to.length);
    }
    List<String> turned = new ArrayList<>();
    int first = 0;
    for (int r = rows.size() - 1; r >= 0; r--) {
      if (from[r] != drawnFrom[r]) {
        turned.add(rows.get(r).text("reach"));
        first = rows.get(r).number();
      }
    }
    if (!turned.isEmpty()) {
      problems.warn(
          "reaches_to_turn",
          Schema.REACHES,
          first,
          "from_node",
          Integer.toString(turned.size()),
          before + " → " + outlets().size(),
          named(turned.reversed()));
    }
  }

  private static String named(List<String> reaches) {
    int more = reaches.size() - MOST_NAMED;
    String named =
        String.join(", ", reaches.subList(0, StrictMath.min(reaches.size(), MOST_NAMED)));
    return more > 0 ? named + " … (+" + more + ")" : named;
  }

  /// Turns the reaches that run uphill, and fixes those that altitudes or the study itself settle.
  private void turnUphill(Sheets sheets) {
    Map<String, Double> altitude = new HashMap<>();
    sheets.rows(Schema.NODES).forEach(r -> altitude.put(r.text("node"), r.number("altitude_m")));
    for (int r = 0; r < rows.size(); r++) {
      double drop =
          altitude.getOrDefault(names.get(from[r]), Double.NaN)
              - altitude.getOrDefault(names.get(to[r]), Double.NaN);
      boolean turnsRound = rows.get(r).flag("reverses");
      if (drop < 0 && !turnsRound) {
        int upper = from[r];
        from[r] = to[r];
        to[r] = upper;
      }
      isKept[r] = turnsRound || (!Double.isNaN(drop) && drop != 0) || from[r] == to[r];
    }
  }

  /// Nodes where reaches end and that no reach leaves.
  private List<Integer> outlets() {
    int[] in = new int[names.size()];
    boolean[] leaves = isDrain.clone();
    for (int r = 0; r < rows.size(); r++) {
      in[to[r]]++;
      leaves[from[r]] = true;
      leaves[to[r]] |= rows.get(r).flag("reverses");
    }
    List<Integer> outlets = new ArrayList<>();
    for (int n = 0; n < in.length; n++) {
      if (in[n] > 0 && !leaves[n]) {
        outlets.add(n);
      }
    }
    return outlets;
  }

  /// Gives implausible outlets a way out, river by river; one outlet must be left.
  private void supply(WaysOut ways, IntPredicate isOdd) {
    Map<String, String> river = new HashMap<>();
    for (int r = 0; r < rows.size(); r++) {
      String upper = ConnectedNodes.root(river, names.get(from[r]));
      river.put(upper, ConnectedNodes.root(river, names.get(to[r])));
    }
    Map<String, List<Integer>> outlets = new TreeMap<>();
    for (int n : outlets()) {
      outlets
          .computeIfAbsent(ConnectedNodes.root(river, names.get(n)), k -> new ArrayList<>())
          .add(n);
    }
    for (List<Integer> own : outlets.values()) {
      ways.supply(own.stream().filter(isOdd::test).toList(), own.size() - 1);
    }
  }

  /// Number of nodes that are neither in a circle nor below one.
  private int ordered() {
    int[] in = new int[names.size()];
    Arrays.stream(to).forEach(n -> in[n]++);
    int[] start = WaysOut.starts(names.size(), from);
    int[] by = WaysOut.byNode(start, from);
    int[] queue = new int[names.size()];
    int end = 0;
    for (int n = 0; n < in.length; n++) {
      if (in[n] == 0) {
        queue[end++] = n;
      }
    }
    for (int at = 0; at < end; at++) {
      for (int i = start[queue[at]]; i < start[queue[at] + 1]; i++) {
        if (--in[to[by[i]]] == 0) {
          queue[end++] = to[by[i]];
        }
      }
    }
    return end;
  }
}
