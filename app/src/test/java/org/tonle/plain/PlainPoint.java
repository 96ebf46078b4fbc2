package org.tonle.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;

/// Point at which a limit is judged: the worst of a reach in the year of all loads, a lake, a node.
final class PlainPoint {
  private final PlainModel model;
  private final PlainRivers rivers;
  private final int season;
  private final int member;
  private final int piece;
  private final boolean isTied;
  private final double part;
  private final int lake;
  private final int node;
  private final Map<Integer, Double> perLoad = new HashMap<>();

  private PlainPoint(
      PlainModel model,
      PlainRivers rivers,
      int season,
      int member,
      PlainReading.Worst worst,
      int node) {
    this.model = model;
    this.rivers = rivers;
    this.season = season;
    this.member = member;
    piece = worst.piece();
    isTied = worst.isTied();
    part = worst.part();
    this.node = node;
    lake = node < 0 ? -1 : model.network.lakeAt(node);
  }

  static PlainPoint of(
      PlainModel model,
      PlainRivers rivers,
      PlainRivers.Year all,
      PlainDailyLoad.Judged judged,
      int member) {
    PlainReading.Worst nowhere = new PlainReading.Worst(-1, 0, 0, false);
    int s = judged.season();
    if (!judged.kind().equals("reach")) {
      return new PlainPoint(
          model, rivers, s, member, nowhere, model.network.placeOf(judged.place()));
    }
    PlainReading reading = new PlainReading(model, rivers, all, member);
    return new PlainPoint(model, rivers, s, member, reading.worst(judged.place(), s), -1);
  }

  /// Whether two pieces meet at it, of either of which it may be the point.
  boolean isTied() {
    return isTied;
  }

  int season() {
    return season;
  }

  /// Concentration in the constituent's unit, below 0 too.
  double concentration(PlainRivers.Year year) {
    Constituent of = rivers.members.get(member);
    return inWater(year) / (PlainModel.unit(of) * PlainModel.ultimate(of));
  }

  private double inWater(PlainRivers.Year year) {
    if (lake >= 0) {
      return year.mean()[season][lake][member];
    }
    if (node >= 0) {
      return year.arriving()[season][node][member] / model.waters.get(season).leaving(node);
    }
    double[] head = year.head()[season][piece];
    double[] along = year.inputs().along()[season][piece];
    double[] load = rivers.piece(season, piece).at(part, head, along, year.inputs().hasGains());
    return load[member] / rivers.piece(season, piece).discharge();
  }

  /// What 1 g/s (count/s) adds that enters where the water enters the piece; of a lake all year.
  double perLoad() {
    Constituent of = rivers.members.get(member);
    double perUnit = PlainModel.unit(of);
    if (lake >= 0) {
      return perLoadOfLake(member) / perUnit;
    }
    if (node >= 0) {
      return 1 / model.waters.get(season).leaving(node) / perUnit;
    }
    double[] head = new double[rivers.members.size()];
    head[member] = 1;
    double[] load = rivers.piece(season, piece).at(part, head, new double[head.length], false);
    return load[member] / rivers.piece(season, piece).discharge() / perUnit;
  }

  private double perLoadOfLake(int of) {
    return perLoad.computeIfAbsent(of, this::runOne);
  }

  private double runOne(int of) {
    PlainRivers.Inputs one = rivers.nothing(false);
    for (int s = 0; s < model.waters.size(); s++) {
      one.point()[s][node][of] = 1;
    }
    return rivers.run(one).mean()[season][lake][of];
  }

  /// Load of a member that arrives where the water enters the piece, and along it down to the point
  /// [g/s]; of a lake the load that would hold its concentration, if it came all year.
  double arriving(PlainRivers.Year year, int load) {
    if (lake >= 0) {
      return year.mean()[season][lake][load] / perLoadOfLake(load);
    }
    if (node >= 0) {
      return year.arriving()[season][node][load];
    }
    return year.head()[season][piece][load] + part * year.inputs().along()[season][piece][load];
  }

  double saturation() {
    PlainWater water = model.waters.get(season);
    if (lake >= 0) {
      for (Lake one : model.study.waterways().lakes()) {
        if (model.network.node(one.id()) == node) {
          return rivers.rates.saturation(water, one);
        }
      }
    }
    List<PlainNetwork.Piece> pieces = model.network.pieces;
    int found = piece;
    for (int p = pieces.size() - 1; p >= 0 && node >= 0; p--) {
      found = water.up[p] == node || water.down[p] == node ? p : found;
    }
    return rivers.rates.saturation(water, pieces.get(found).reach());
  }
}
