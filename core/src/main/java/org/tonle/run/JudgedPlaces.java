package org.tonle.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.JudgedWater;
import org.tonle.assess.Judgement;
import org.tonle.assess.LimitTable;
import org.tonle.assess.Place;
import org.tonle.convert.Tie;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;
import org.tonle.model.Limit;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Receptor;
import org.tonle.model.Study;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.NodePlaces;
import org.tonle.simulate.Places;
import org.tonle.simulate.ThresholdList;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.YearLimit;

/// Judged places of a study, which have results, and the limits that their draws are counted
/// against.
///
/// The places are all reaches, all lakes, the receptors, and the nodes that an observation or check
/// names, in this order.
public final class JudgedPlaces {
  public final List<Place> named = new ArrayList<>();
  final Places places;
  final JudgedWater water;
  final Judgement judgement;
  private final Study study;
  private final NodePlaces nodes;
  private final int[] nodeLake;
  private final List<Kinetics> groups;

  /// @param rise_c warming of all water by a climate
  JudgedPlaces(Study study, double rise_c, NetworkBuilder builder, List<Kinetics> groups) {
    this.study = study;
    this.groups = groups;
    List<Reach> reaches = study.waterways().reaches();
    List<Lake> lakes = study.waterways().lakes();
    for (Reach reach : reaches) {
      named.add(new Place(Place.Kind.REACH, reach.id(), reach.names(), reach.unit()));
    }
    for (Lake lake : lakes) {
      named.add(new Place(Place.Kind.LAKE, lake.id(), lake.names(), lake.unit()));
    }
    List<Integer> nodes = new ArrayList<>();
    for (Receptor receptor : study.rules().receptors()) {
      named.add(new Place(Place.Kind.NODE, receptor.id(), receptor.names(), ""));
      nodes.add(builder.nodeOf(receptor.place()));
    }
    TreeSet<String> wanted = new TreeSet<>();
    study.evidence().observations().forEach(o -> wanted.add(o.place()));
    study.evidence().checks().forEach(c -> wanted.add(c.place()));
    lakes.forEach(l -> wanted.remove(l.id()));
    List<Node> all = study.waterways().nodes();
    for (int n = 0; n < all.size(); n++) {
      Node node = all.get(n);
      if (wanted.contains(node.id())) {
        named.add(new Place(Place.Kind.NODE, node.id(), node.names(), node.unit()));
        nodes.add(n);
      }
    }
    places =
        new Places(
            reaches.size(), lakes.size(), nodes.stream().mapToInt(Integer::intValue).toArray());
    this.nodes = new NodePlaces(places);
    nodeLake = builder.network().nodeLake();
    water = new JudgedWater(study, rise_c, builder, groups, places);
    judgement = new Judgement(study, named, water);
  }

  /// The limits of the places and the classes designated to them.
  public Judgement judgement() {
    return judgement;
  }

  /// Whether a place has the water of a lake.
  public boolean isLake(int place) {
    return nodes.isLake(place, nodeLake);
  }

  /// Indices of all places.
  int[] all() {
    int[] all = new int[named.size()];
    Arrays.setAll(all, p -> p);
    return all;
  }

  /// Limits of one group as they bind the mean, in kernel units, in the order of `Judgement`: the
  /// last figures that meet them.
  ///
  /// @param difference that counts as none, of [Tie]
  Thresholds thresholds(int group, double difference) {
    Kinetics kinetics = groups.get(group);
    ThresholdList list = new ThresholdList(study.waterways().seasons().size());
    int[] start = new int[named.size() * kinetics.memberCount() + 1];
    for (int p = 0; p < named.size(); p++) {
      for (int m = 0; m < kinetics.memberCount(); m++) {
        start[p * kinetics.memberCount() + m] = list.size();
        int c = kinetics.constituents()[m];
        Constituent constituent = study.chemistry().constituents().get(c);
        for (Limit limit : judgement.limits(p, c)) {
          list.add(
              values(limit, constituent, p, difference),
              limit.statistic().isMinimum(),
              limit.scope().isOfYear() ? year(limit, constituent, p) : null);
        }
      }
    }
    start[start.length - 1] = list.size();
    return list.thresholds(start);
  }

  /// Last figures that meet a limit: one if it is the same in all seasons.
  private double[] values(Limit limit, Constituent of, int place, double difference) {
    LimitTable table = judgement.table();
    int seasons = limit.scope().isPlain() ? 1 : study.waterways().seasons().size();
    double[] values = new double[seasons];
    for (int s = 0; s < seasons; s++) {
      double at =
          limit.scope().isOfYear()
              ? table.value(limit, place, s)
              : table.limitOfMean(limit, place, s);
      double kernel = ConcentrationScale.toKernel(of, at);
      values[s] = Tie.last(kernel, limit.statistic().isMinimum(), difference);
    }
    return values;
  }

  private YearLimit year(Limit limit, Constituent of, int place) {
    double[] weight_d = new double[study.waterways().seasons().size()];
    Arrays.setAll(weight_d, s -> judgement.table().weight(limit, place, s));
    Limit.Statistic statistic = limit.statistic();
    YearLimit.Kind kind =
        switch (statistic) {
          case MEAN -> YearLimit.Kind.MEAN;
          case GEOMETRIC_MEAN -> YearLimit.Kind.GEOMETRIC_MEAN;
          default -> YearLimit.Kind.PERCENTILE;
        };
    double cv = of.sample_cv();
    return new YearLimit(
        kind,
        of.isOxygen() ? cv : StrictMath.sqrt(StrictMath.log1p(cv * cv)),
        of.isOxygen(),
        statistic.percentile(),
        statistic.isMinimum(),
        weight_d);
  }
}
