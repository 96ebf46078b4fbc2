package org.tonle.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;

/// Total maximum daily loads (docs/theory/demand.md, Eqs. 1–3, 12): every outlet is let run alone
/// through the whole year, once.
final class PlainDailyLoad {
  private static final double TOO_LITTLE = 0.01;

  private final PlainModel model;
  private final Map<PlainRivers, List<Alone>> alone = new HashMap<>();
  private final Map<PlainRivers, PlainRivers.Year> together = new HashMap<>();

  /// Cause of a load: a source, in one category, of one constituent.
  private record Cause(String source, String category, String unit, String constituent) {}

  /// Outlet of a cause: all of it that enters at one place.
  ///
  /// @param piece part of a reach along which it is spread, or -1
  private record Outlet(Cause cause, Entry entry, int piece) {}

  /// Year in which one outlet alone lets its load in.
  private record Alone(Outlet outlet, double[] load, PlainRivers.Year year) {}

  /// Place at which a limit is judged.
  ///
  /// @param kind as results name it: reach, lake, node
  record Judged(String kind, String place, int season, String constituent, double limitOfMean) {}

  /// Loads of one constituent [kg/d; of bacteria 10⁹ counts/d].
  ///
  /// @param isTied whether the loads as delivered may be those of either of two pieces
  record Row(double daily, double dailyAtSource, double used, double usedAtSource, boolean isTied) {
    static final Row NOTHING = new Row(0, 0, 0, 0, false);
  }

  PlainDailyLoad(PlainModel model) {
    this.model = model;
    for (PlainRivers rivers : model.groups.values()) {
      together.put(rivers, rivers.run(model.all(rivers)));
      Map<Outlet, List<PlainLoad>> outlets = new LinkedHashMap<>();
      for (PlainLoad load : model.loads.all()) {
        if (PlainModel.member(rivers, load.constituent()) >= 0) {
          for (int piece : model.piecesOf(load.entry())) {
            outlets.computeIfAbsent(outlet(load, piece), k -> new ArrayList<>()).add(load);
          }
        }
      }
      List<Alone> found = new ArrayList<>();
      outlets.forEach((outlet, loads) -> found.add(alone(rivers, outlet, loads)));
      alone.put(rivers, found);
    }
  }

  private static Outlet outlet(PlainLoad load, int piece) {
    String category = load.category().id();
    Cause cause = new Cause(load.source(), category, load.unit(), load.constituent());
    return new Outlet(cause, load.entry(), piece);
  }

  private Alone alone(PlainRivers rivers, Outlet outlet, List<PlainLoad> loads) {
    PlainRivers.Inputs inputs = rivers.nothing(false);
    double[] sum = new double[model.waters.size()];
    int piece = outlet.piece();
    double share = piece < 0 ? 1 : model.network.pieces.get(piece).share();
    for (PlainLoad load : loads) {
      model.sources(rivers, inputs, load::equals, piece);
      for (int s = 0; s < sum.length; s++) {
        sum[s] += share * load.toWater()[s];
      }
    }
    return new Alone(outlet, sum, rivers.run(inputs));
  }

  /// Rows by constituent of the load.
  Map<String, Row> of(Judged judged) {
    PlainRivers rivers = rivers(judged.constituent());
    int member = PlainModel.member(rivers, judged.constituent());
    Constituent of = rivers.members.get(member);
    PlainPoint point = PlainPoint.of(model, rivers, together(rivers), judged, member);
    double limit = judged.limitOfMean();
    if (of.isOxygen()) {
      limit = point.saturation() - limit;
    }
    Map<Cause, Double> parts = new LinkedHashMap<>();
    for (Alone one : alone.getOrDefault(rivers, List.of())) {
      double part = point.concentration(one.year());
      parts.merge(one.outlet().cause(), of.isOxygen() ? -part : part, Double::sum);
    }
    parts.values().removeIf(a -> !(a > 0));
    spare(parts, TOO_LITTLE * limit);
    double all = point.concentration(together(rivers));
    double total = of.isOxygen() ? point.saturation() - all : all;
    double sum = parts.values().stream().mapToDouble(a -> a).sum();
    double room = StrictMath.max(0, limit - (total - sum));
    if (parts.isEmpty() && !of.isOxygen()) {
      double perDay = PlainFigures.DAY_S / (of.unit().counts() ? 1e9 : 1e3);
      double daily = room / point.perLoad() * perDay;
      return Map.of(of.id(), new Row(daily, daily, 0, 0, point.isTied()));
    }
    return rows(rivers, point, parts, room / sum, of);
  }

  private PlainRivers.Year together(PlainRivers rivers) {
    PlainRivers.Year year = together.get(rivers);
    if (year == null) {
      throw new IllegalArgumentException();
    }
    return year;
  }

  private PlainRivers rivers(String constituent) {
    return model.groups.values().stream()
        .filter(r -> PlainModel.member(r, constituent) >= 0)
        .findFirst()
        .orElseThrow();
  }

  /// Leaves the smallest causes out, as long as all of them together stay below a number.
  private static void spare(Map<Cause, Double> parts, double most) {
    double sum = 0;
    List<Map.Entry<Cause, Double>> rising = new ArrayList<>(parts.entrySet());
    rising.sort(Comparator.comparingDouble(Map.Entry::getValue));
    for (Map.Entry<Cause, Double> part : rising) {
      sum += part.getValue();
      if (sum > most) {
        return;
      }
      parts.remove(part.getKey());
    }
  }

  private Map<String, Row> rows(
      PlainRivers rivers, PlainPoint point, Map<Cause, Double> parts, double k, Constituent of) {
    Map<String, double[]> loads = new TreeMap<>();
    for (Alone one : alone.getOrDefault(rivers, List.of())) {
      Cause cause = one.outlet().cause();
      if (parts.containsKey(cause)) {
        double[] sums = loads.computeIfAbsent(cause.constituent(), c -> new double[2]);
        int load = PlainModel.member(rivers, cause.constituent());
        Constituent own = rivers.members.get(load);
        double perDay = PlainFigures.DAY_S / (own.unit().counts() ? 1e9 : 1e3);
        double part = point.concentration(one.year());
        double delivered =
            of.isOxygen()
                ? point.arriving(one.year(), load) / PlainModel.ultimate(own)
                : part / point.perLoad() / PlainModel.ultimate(of) * PlainModel.ultimate(of);
        sums[0] += delivered * perDay;
        sums[1] += part != 0 ? one.load()[point.season()] * perDay : 0;
      }
    }
    Map<String, Row> rows = new TreeMap<>();
    loads.forEach((c, l) -> rows.put(c, new Row(k * l[0], k * l[1], l[0], l[1], point.isTied())));
    return rows;
  }
}
