package org.tonle.plain;

import java.util.List;
import org.tonle.model.Constituent;

/// Reading of one constituent in a year: concentrations as they are shown, in its own unit.
final class PlainReading {
  private final PlainModel model;
  private final PlainRivers rivers;
  private final PlainRivers.Year year;
  private final int member;
  private final Constituent of;

  PlainReading(PlainModel model, PlainRivers rivers, PlainRivers.Year year, int member) {
    this.model = model;
    this.rivers = rivers;
    this.year = year;
    this.member = member;
    of = rivers.members.get(member);
  }

  /// Point of a reach where a constituent is worst.
  ///
  /// @param piece of the reach; -1 where no water flows
  /// @param part of the piece's way
  /// @param carried concentration, of oxygen also below 0
  /// @param isTied whether it is where two pieces meet
  record Worst(int piece, double part, double carried, boolean isTied) {}

  /// Concentration as shown: oxygen never below 0.
  private double shown(double load, double water) {
    return shown(carried(load, water));
  }

  private double shown(double carried) {
    return of.isOxygen() ? StrictMath.max(0, carried) : carried;
  }

  private double carried(double load, double water) {
    return load / water / (PlainModel.unit(of) * PlainModel.ultimate(of));
  }

  double head(String reach, int s) {
    List<Integer> pieces = pieces(reach, s);
    return pieces.isEmpty() ? 0 : shown(at(pieces.getFirst(), 0, s));
  }

  double end(String reach, int s) {
    List<Integer> pieces = pieces(reach, s);
    return pieces.isEmpty() ? 0 : shown(at(pieces.getLast(), 1, s));
  }

  double worstShown(String reach, int s) {
    return shown(worst(reach, s).carried());
  }

  /// The highest end of a reach's pieces; of oxygen the lowest point anywhere.
  Worst worst(String reach, int s) {
    Worst worst = new Worst(-1, 0, 0, false);
    for (int p : pieces(reach, s)) {
      double[] parts = {0, 1};
      if (of.isOxygen()) {
        double[] head = year.head()[s][p];
        parts = new double[] {rivers.piece(s, p).lowest(member, head, year.inputs().along()[s][p])};
      }
      for (double part : parts) {
        double c = at(p, part, s);
        boolean isWorse = of.isOxygen() ? c < worst.carried : c > worst.carried;
        boolean isTied =
            worst.piece >= 0
                && worst.piece != p
                && StrictMath.abs(c - worst.carried) <= 1e-9 * StrictMath.abs(c);
        if (worst.piece < 0 || (isWorse && !isTied)) {
          worst = new Worst(p, part, c, false);
        } else if (isTied) {
          worst = new Worst(worst.piece, worst.part, worst.carried, true);
        }
      }
    }
    return worst;
  }

  private double at(int piece, double part, int s) {
    double[] head = year.head()[s][piece];
    double[] along = year.inputs().along()[s][piece];
    double[] load = rivers.piece(s, piece).at(part, head, along, year.inputs().hasGains());
    return carried(load[member], rivers.piece(s, piece).discharge());
  }

  private List<Integer> pieces(String reach, int s) {
    return rivers.downstream(s, model.network.reachIndex(reach));
  }

  double lake(String id, int s) {
    return shown(year.mean()[s][model.network.lakeAt(model.network.node(id))][member], 1);
  }

  double lakeEnd(String id, int s) {
    int lake = model.network.lakeAt(model.network.node(id));
    return shown(year.mass()[s][lake][member], rivers.lakeEnd_m3(s, lake));
  }

  /// Water of a node, a lake's where the node is one.
  double node(String place, int s) {
    int n = model.network.placeOf(place);
    int lake = model.network.lakeAt(n);
    double q = model.waters.get(s).leaving(n);
    if (lake >= 0) {
      return shown(year.mean()[s][lake][member], 1);
    }
    return q > 0 ? shown(year.arriving()[s][n][member], q) : 0;
  }
}
