package org.tonle.simulate.draws;

import java.util.Map;
import java.util.TreeMap;
import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.LoadVectors;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.step.DrawVectors;

/// Incoming mass of the balance, and loads stranded along dry reaches: sums of loads times their
/// vectors, in double, without following any water.
final class IncomingMass {
  private final Network network;
  private final LoadEntries entries;
  private final DrawVectors draws;
  private final Map<Term, Double> weight_g = new TreeMap<>();

  IncomingMass(Network network, LoadEntries entries, DrawVectors draws) {
    this.network = network;
    this.entries = entries;
    this.draws = draws;
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int i = 0; i < entries.count(); i++) {
        collect(s, i);
      }
    }
  }

  /// Term of loads with the same vectors; the season matters only where discharge varies by it.
  private record Term(MassLine line, int member, int season, int source, int passing, int group)
      implements Comparable<Term> {
    @Override
    public int compareTo(Term o) {
      int by = line.compareTo(o.line);
      by = by != 0 ? by : Integer.compare(member, o.member);
      by = by != 0 ? by : Integer.compare(season, o.season);
      by = by != 0 ? by : Integer.compare(source, o.source);
      by = by != 0 ? by : Integer.compare(passing, o.passing);
      return by != 0 ? by : Integer.compare(group, o.group);
    }
  }

  private void collect(int s, int i) {
    double load = entries.load_g_per_s()[s * entries.count() + i];
    if (load == 0) {
      return;
    }
    double mass = load * network.seasons().get(s).duration_s();
    weight_g.merge(term(LoadVectors.line(entries.line()[i]), s, i), mass, Double::sum);
    int segment = entries.segment()[i];
    if (segment >= 0 && network.seasons().get(s).flow().up()[segment] < 0) {
      weight_g.merge(term(MassLine.NOT_DELIVERED, s, i), mass, Double::sum);
    }
  }

  private Term term(MassLine line, int s, int i) {
    int group = entries.flowGroup()[i];
    return new Term(
        line,
        entries.member()[i],
        group < 0 ? 0 : s,
        entries.source()[i],
        entries.passing()[i],
        group);
  }

  /// Adds the lines to `mass`, `[line][member * draws + draw]`.
  void tally(double[][] mass) {
    int count = draws.draws();
    double[] one = new double[count];
    java.util.Arrays.fill(one, 1);
    for (Map.Entry<Term, Double> entry : weight_g.entrySet()) {
      Term term = entry.getKey();
      double weight = entry.getValue();
      double[] a = term.source < 0 ? one : draws.multiplier()[term.source];
      double[] b = term.passing < 0 ? one : draws.multiplier()[term.passing];
      double[] c = term.group < 0 ? one : draws.groupFactor()[term.season][term.group];
      double[] line = mass[term.line.ordinal()];
      for (int d = 0; d < count; d++) {
        line[term.member * count + d] += weight * a[d] * b[d] * c[d];
      }
    }
  }
}
