package org.tonle.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Text;
import org.tonle.model.Names;
import org.tonle.model.NodeFlow;
import org.tonle.model.Provenance;
import org.tonle.model.Reach;

/// The water of a random study: a network whose reaches flow down a height of the nodes that
/// changes with the season, and discharges that close at every node.
final class RandomWater {
  private final Dice dice;
  private final int seasons;
  private final int nodes;
  private final double[] share;
  private final List<int[]> ends = new ArrayList<>();
  private final double[] length_km;
  private final double[][] discharge;
  private final double[][] mean;
  private final List<Flow> flows = new ArrayList<>();
  private final List<Storage> lakes = new ArrayList<>();

  /// Water that joins or leaves at a node, and the concentrations it would bring.
  record Flow(NodeFlow.Kind kind, String node, double[] m3_per_s, double[] concentrations) {}

  record Storage(String node, double area_km2, double[] volumeEnd_km3) {
    /// Water that goes into storage in a season of `days` [m³/s].
    double rise_m3_per_s(int season, double days) {
      int n = volumeEnd_km3.length;
      double rise_km3 = volumeEnd_km3[season] - volumeEnd_km3[(season + n - 1) % n];
      return rise_km3 * 1e9 / (days * 86_400);
    }
  }

  RandomWater(Dice dice) {
    this.dice = dice;
    seasons = dice.from(1, 5);
    nodes = dice.from(4, 14);
    double[] weights = IntStream.range(0, seasons).mapToDouble(s -> dice.between(0.5, 2)).toArray();
    double sum = Arrays.stream(weights).sum();
    share = Arrays.stream(weights).map(w -> w / sum).toArray();
    for (int n = 1; n < nodes; n++) {
      ends.add(new int[] {dice.from(n > 3 ? n - 3 : 0, n), n});
      if (n > 2 && dice.happens(0.5)) {
        ends.add(new int[] {dice.from(0, n - 1), n});
      }
    }
    length_km = ends.stream().mapToDouble(e -> dice.between(1, 80)).toArray();
    discharge = new double[ends.size()][seasons];
    mean = new double[ends.size()][seasons];
    for (int n = 0; n < nodes; n++) {
      if (lakes.size() < 3 && dice.happens(0.25)) {
        lakes.add(storage(node(n)));
      }
    }
    double[][] heights = new double[nodes][seasons];
    for (int n = 0; n < nodes; n++) {
      boolean isRestless = dice.happens(0.35);
      for (int s = 0; s < seasons; s++) {
        heights[n][s] = -n + (isRestless ? dice.between(-2.5, 2.5) : 0);
      }
    }
    fill(heights);
  }

  private Storage storage(String node) {
    double large = dice.between(0.01, 0.2);
    boolean isConstant = dice.happens(0.3);
    double[] volumes = new double[seasons];
    for (int s = 0; s < seasons; s++) {
      volumes[s] = isConstant ? large : large * dice.between(0.1, 1);
    }
    return new Storage(node, dice.between(1, 30), volumes);
  }

  private void fill(double[][] heights) {
    for (int n = 0; n < nodes; n++) {
      Map<NodeFlow.Kind, double[]> own = new EnumMap<>(NodeFlow.Kind.class);
      for (NodeFlow.Kind kind : NodeFlow.Kind.values()) {
        own.put(kind, new double[seasons]);
      }
      ownFlows.add(own);
    }
    for (int s = 0; s < seasons; s++) {
      int season = s;
      List<Integer> order =
          IntStream.range(0, nodes)
              .boxed()
              .sorted(Comparator.comparingDouble(n -> -heights[n][season]))
              .toList();
      order.forEach(n -> node(n, season, heights));
    }
    for (int n = 0; n < nodes; n++) {
      for (NodeFlow.Kind kind : NodeFlow.Kind.values()) {
        double[] q = ownFlow(n, kind);
        if (Arrays.stream(q).anyMatch(x -> x > 0)) {
          double[] brought = {
            dice.between(0, 30),
            dice.between(0, 5),
            dice.between(0, 4),
            dice.between(0, 1),
            dice.between(0, 2),
            dice.between(4, 8)
          };
          flows.add(new Flow(kind, node(n), q, brought));
        }
      }
    }
  }

  private final List<Map<NodeFlow.Kind, double[]>> ownFlows = new ArrayList<>();

  /// Lets the node's water of one season join, leave, stay and flow on.
  private void node(int n, int s, double[][] heights) {
    double in = 0;
    List<Integer> below = new ArrayList<>();
    for (int r = 0; r < ends.size(); r++) {
      int[] e = ends.get(r);
      boolean isForward = heights[e[0]][s] > heights[e[1]][s];
      if ((isForward ? e[1] : e[0]) == n) {
        in += StrictMath.abs(discharge[r][s]);
      } else if ((isForward ? e[0] : e[1]) == n) {
        below.add(r);
      }
    }
    boolean isHead = in == 0;
    in += isHead && dice.happens(0.85) ? add(n, s, NodeFlow.Kind.BOUNDARY, 1, 50) : 0;
    in += dice.happens(0.2) ? add(n, s, NodeFlow.Kind.LOCAL_INFLOW, 0.1, 8) : 0;
    in += dice.happens(0.1) ? add(n, s, NodeFlow.Kind.RAIN, 0.1, 2) : 0;
    double left = in;
    left -= dice.happens(0.2) ? take(n, s, NodeFlow.Kind.ABSTRACTION, in) : 0;
    left -= dice.happens(0.2) ? take(n, s, NodeFlow.Kind.LOSS, in) : 0;
    left -= dice.happens(0.2) ? take(n, s, NodeFlow.Kind.EVAPORATION, in) : 0;
    Storage lake = lakeAt(n);
    if (lake != null) {
      left -= lake.rise_m3_per_s(s, 365.25 * share[s]);
      if (left < 0.5) {
        double more = 0.5 - left + dice.between(0, 5);
        ownFlow(n, NodeFlow.Kind.RAIN)[s] += more;
        left += more;
      }
      if (below.isEmpty()) {
        ownFlow(n, NodeFlow.Kind.LOSS)[s] += left;
      }
    }
    flowOn(n, s, left, below);
  }

  private double[] ownFlow(int n, NodeFlow.Kind kind) {
    return Objects.requireNonNull(ownFlows.get(n).get(kind));
  }

  private double add(int n, int s, NodeFlow.Kind kind, double low, double high) {
    double q = dice.between(low, high);
    ownFlow(n, kind)[s] += q;
    return q;
  }

  private double take(int n, int s, NodeFlow.Kind kind, double in) {
    double q = in * dice.between(0, 0.25);
    ownFlow(n, kind)[s] += q;
    return q;
  }

  private void flowOn(int n, int s, double left, List<Integer> below) {
    double[] weights = new double[below.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean isDry = i > 0 && dice.happens(0.15);
      weights[i] = isDry ? 0 : dice.between(0.1, 1);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      int r = below.get(i);
      double q = left * weights[i] / sum;
      discharge[r][s] = ends.get(r)[0] == n ? q : -q;
      mean[r][s] = dice.happens(0.2) ? 20 * q : q;
    }
  }

  private @Nullable Storage lakeAt(int n) {
    return lakes.stream().filter(l -> l.node().equals(node(n))).findFirst().orElse(null);
  }

  static String node(int n) {
    return Text.format("n%02d", n);
  }

  String reach(int r) {
    return Text.format("r%02d", r);
  }

  int seasons() {
    return seasons;
  }

  int nodeCount() {
    return nodes;
  }

  int reachCount() {
    return ends.size();
  }

  double length_km(int r) {
    return length_km[r];
  }

  double share(int s) {
    return share[s];
  }

  List<Flow> flows() {
    return flows;
  }

  List<Storage> lakes() {
    return lakes;
  }

  /// The reaches. Only those that ever flow backwards have a mean of |daily| discharge, and may be
  /// turning.
  List<Reach> reaches() {
    Dice own = new Dice(nodes * 1_000L + ends.size());
    Dice delivery = new Dice(nodes * 1_000L + ends.size() + 1);
    List<Reach> reaches = new ArrayList<>();
    for (int r = 0; r < ends.size(); r++) {
      double[] time_d = some(own, 0.05, 2.5);
      double[] depth_m = some(own, 0.4, 6);
      double[] temperature_c = some(own, 18, 33);
      boolean reverses = Arrays.stream(discharge[r]).anyMatch(q -> q < 0);
      List<Reach.Seasonal> seasonal = new ArrayList<>();
      for (int s = 0; s < seasons; s++) {
        seasonal.add(
            new Reach.Seasonal(
                discharge[r][s],
                reverses ? OptionalDouble.of(mean[r][s]) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(depth_m[s]),
                OptionalDouble.empty(),
                OptionalDouble.of(time_d[s]),
                OptionalDouble.of(temperature_c[s]),
                OptionalDouble.empty(),
                Provenance.NONE));
      }
      reaches.add(reach(r, reverses, seasonal, !delivery.happens(0.06)));
    }
    return reaches;
  }

  private Reach reach(int r, boolean reverses, List<Reach.Seasonal> seasonal, boolean delivers) {
    int[] e = ends.get(r);
    return new Reach(
        reach(r),
        Names.of(reach(r)),
        new Reach.Line(node(e[0]), node(e[1]), length_km[r], List.of()),
        reverses,
        "",
        Reach.Section.NONE,
        Reach.Drainage.UNKNOWN,
        seasonal,
        "",
        delivers,
        Provenance.NONE);
  }

  private double[] some(Dice own, double low, double high) {
    return IntStream.range(0, seasons).mapToDouble(s -> own.between(low, high)).toArray();
  }
}
