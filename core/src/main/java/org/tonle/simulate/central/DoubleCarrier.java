package org.tonle.simulate.central;

import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.LoadVectors;
import org.tonle.simulate.NodePlaces;
import org.tonle.simulate.ReachParts;
import org.tonle.simulate.course.Carrier;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.ReachStep;

/// Carrier of loads in double: the central run, whose balances close to rounding.
///
/// A vector has index `member * draws + draw`.
final class DoubleCarrier implements Carrier<double[]> {
  private final Network network;
  private final Kinetics kinetics;
  private final DrawVectors draws;
  private final LoadVectors loads;
  private final ReachStep step;
  private final GroupResult result;
  private final Recorder recorder;
  private final ReachParts<double[]> parts;
  private final NodePlaces nodePlaces;
  private final int count;
  private final int length;
  private final double[][] mass;
  private final double[][] nowhere;
  private final double[] none;
  private final double[] head;
  private final double[] along;
  private final double[] out;
  private final double[] worst;

  DoubleCarrier(
      Network network,
      Kinetics kinetics,
      LoadVectors loads,
      DrawVectors draws,
      NodePlaces nodePlaces,
      ReachParts<double[]> parts,
      Recorder recorder) {
    this.network = network;
    this.kinetics = kinetics;
    this.draws = draws;
    this.nodePlaces = nodePlaces;
    this.parts = parts;
    this.recorder = recorder;
    result = recorder.result();
    int members = kinetics.memberCount();
    count = draws.draws();
    length = members * count;
    this.loads = loads;
    step = new ReachStep(network, kinetics, draws);
    mass = new double[MassLine.values().length][length];
    nowhere = new double[MassLine.values().length][length];
    none = new double[length];
    head = new double[length];
    along = new double[length];
    out = new double[length];
    worst = new double[length];
  }

  /// Loads spread along reaches without water are stranded: a line of the balance.
  void strand() {
    for (int s = 0; s < network.seasonCount(); s++) {
      SeasonNetwork inSeason = network.seasons().get(s);
      for (int g = 0; g < network.segmentCount(); g++) {
        if (inSeason.flow().up()[g] < 0 && loads.isAlong(g)) {
          clear(along);
          loads.addAlong(s, g, along, mass, inSeason.duration_s());
          tally(MassLine.NOT_DELIVERED, along, inSeason.duration_s());
        }
      }
    }
  }

  @Override
  public double[] vector() {
    return new double[length];
  }

  @Override
  public void clear(double[] v) {
    java.util.Arrays.fill(v, 0);
  }

  @Override
  public void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, length);
  }

  @Override
  public void add(double[] from, double[] to) {
    for (int i = 0; i < length; i++) {
      to[i] += from[i];
    }
  }

  @Override
  public void addOwn(int season, int node, boolean sets, double[] load) {
    if (sets) {
      clear(load);
    }
    loads.addAtNode(season, node, load, mass, network.seasons().get(season).duration_s());
  }

  @Override
  public void pass(int season, int node, double[] load) {
    SeasonNetwork inSeason = network.seasons().get(season);
    SeasonNetwork.Flow flow = inSeason.flow();
    double seconds = inSeason.duration_s();
    double leaving = inSeason.nodes().leaving_m3_per_s()[node];
    if (leaving <= 0) {
      tally(MassLine.NOT_DELIVERED, load, seconds);
      return;
    }
    tally(MassLine.OUT, load, flow.outShare()[node] * seconds);
    tally(MassLine.ABSTRACTION, load, flow.abstractionShare()[node] * seconds);
    tally(MassLine.LOSS, load, flow.lossShare()[node] * seconds);
    double created = flow.created(node);
    if (StrictMath.abs(created) > 1e-12) {
      tally(MassLine.CREATED, load, created * seconds);
    }
    for (int place : nodePlaces.of(node)) {
      concentration(load, season, node, leaving, out);
      recorder.record(season, place, out, out, out);
    }
  }

  @Override
  public void carry(int season, int segment, double[] load, How how, boolean adds, double[] tail) {
    SeasonNetwork inSeason = network.seasons().get(season);
    double fraction = inSeason.flow().fraction()[segment];
    for (int i = 0; i < length; i++) {
      head[i] = load[i] * fraction;
    }
    double[] spread = none;
    if (how.isForced() && loads.isAlong(segment)) {
      spread = along;
      clear(along);
      double[][] lines = how == How.RECORDED ? mass : nowhere;
      loads.addAlong(season, segment, along, lines, inSeason.duration_s());
    }
    step.run(season, segment, head, spread, how.isForced(), 0, count, out, worst);
    if (how == How.RECORDED) {
      tally(MassLine.REMOVED, head, inSeason.duration_s());
      tally(MassLine.REMOVED, spread, inSeason.duration_s());
      tally(MassLine.REMOVED, out, -inSeason.duration_s());
      record(season, segment);
    }
    if (adds) {
      add(out, tail);
    } else {
      copy(out, tail);
    }
  }

  /// Collects the segments of a reach and records the reach at its last segment.
  private void record(int season, int segment) {
    SeasonNetwork inSeason = network.seasons().get(season);
    int reach = network.segmentReach()[segment];
    int upper = inSeason.flow().up()[segment];
    double q = inSeason.reaches().discharge_m3_per_s()[reach];
    int oxygen = kinetics.oxygen();
    if (parts.isWhole(reach)) {
      if (oxygen >= 0 && count == 1) {
        result.lowestShare[result.at(season, reach)] = step.lowestShare();
      }
      finishReach(season, reach, upper, q, head, worst);
      return;
    }
    ReachParts.Part<double[]> part = parts.at(season, reach);
    boolean isLowest = part == null || (oxygen >= 0 && worst[oxygen] < part.worst()[oxygen]);
    if (isLowest && oxygen >= 0 && count == 1) {
      result.lowestShare[result.at(season, reach)] =
          parts.before(season, segment) + network.lengthShare()[segment] * step.lowestShare();
    }
    if (part == null) {
      part = new ReachParts.Part<>(head.clone(), worst.clone());
      parts.put(season, reach, part);
    } else {
      for (int i = 0; i < length; i++) {
        boolean isLow = i / count == kinetics.oxygen();
        double so = part.worst()[i];
        part.worst()[i] = isLow ? StrictMath.min(so, worst[i]) : StrictMath.max(so, worst[i]);
      }
    }
    if (parts.isLast(season, segment)) {
      finishReach(season, reach, upper, q, part.head(), part.worst());
      parts.put(season, reach, null);
    }
  }

  private void finishReach(
      int season, int reach, int upper, double q, double[] begun, double[] lowest) {
    recorder.record(
        season,
        reach,
        concentration(begun, season, upper, q, new double[length]),
        concentration(out, season, upper, q, new double[length]),
        concentration(lowest, season, upper, q, new double[length]));
  }

  private double[] concentration(
      double[] load, int season, int node, double q_m3_per_s, double[] found) {
    SeasonNetwork inSeason = network.seasons().get(season);
    double[] factor = draws.flowFactor(season, inSeason.nodes().flowClass()[node]);
    for (int start = 0; start < length; start += count) {
      for (int d = 0; d < count; d++) {
        found[start + d] = load[start + d] / (q_m3_per_s * factor[d]);
      }
    }
    return found;
  }

  @Override
  public double[] toDouble(double[] load) {
    return load.clone();
  }

  @Override
  public void fromDouble(double[] load, double[] to) {
    copy(load, to);
  }

  @Override
  public void recordLake(
      int season, int place, int node, double[] concentration, double[] massAtEnd) {
    recorder.record(season, place, concentration, concentration, concentration);
    if (network.seasons().get(season).nodes().leaving_m3_per_s()[node] <= 0) {
      for (int at : nodePlaces.of(node)) {
        recorder.record(season, at, concentration, concentration, concentration);
      }
    }
    if (count == 1) {
      int lake = place - network.reachCount();
      double volume_m3 = network.seasons().get(season).lakes().volumeEnd_m3()[lake];
      double[] found = new double[length];
      for (int i = 0; i < length; i++) {
        found[i] = volume_m3 > 0 ? massAtEnd[i] / volume_m3 : Double.NaN;
      }
      result.lakeEnd[result.at(season, place)] = found;
    }
  }

  @Override
  public void tally(MassLine line, double[] load, double factor) {
    double[] to = mass[line.ordinal()];
    for (int i = 0; i < length; i++) {
      to[i] += load[i] * factor;
    }
  }

  @Override
  public boolean tallies() {
    return true;
  }

  @Override
  public void finish() {
    for (int line = 0; line < mass.length; line++) {
      for (int i = 0; i < length; i++) {
        result.mass[line][i] += mass[line][i];
      }
    }
  }
}
