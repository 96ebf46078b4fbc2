package org.tonle.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tonle.convert.Text;
import org.tonle.model.Constituent;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.Observation;
import org.tonle.model.Provenance;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Conditioning of a study: the load observed at a site continues downstream in place of the
/// simulated one (docs/theory/fit.md, Eq. 7).
///
/// The site's water runs through a reach that does not deliver; a source named after the station
/// puts the observed load in below it. Sites are the places of the fit set where every constituent
/// of the study was observed in every season; where several stations share a place, the mean of
/// their logs is used.
public final class Conditioning {
  private static final double SHORT_KM = 0.001;

  private final Study study;
  private final List<Node> nodes;
  private final List<Reach> reaches = new ArrayList<>();
  private final List<Source> sources;
  private final List<Effluent> effluents;

  private Conditioning(Study study) {
    this.study = study;
    nodes = new ArrayList<>(study.waterways().nodes());
    sources = new ArrayList<>(study.emissions().sources());
    effluents = new ArrayList<>(study.emissions().effluents());
  }

  /// The conditioned study.
  public static Study of(Study study) {
    return new Conditioning(study).build();
  }

  private Study build() {
    Map<String, List<Observation>> sites = new TreeMap<>();
    for (Observation o : study.evidence().observations()) {
      boolean isExact = o.bound() == Observation.Bound.EXACT && o.value() > 0;
      if (o.use() == Observation.Use.FIT && isExact) {
        sites.computeIfAbsent(o.place(), p -> new ArrayList<>()).add(o);
      }
    }
    sites.values().removeIf(observations -> !isWhole(observations));
    Map<String, List<Reach>> leaving = new TreeMap<>();
    for (Reach reach : study.waterways().reaches()) {
      if (sites.containsKey(reach.line().fromNode())) {
        leaving.computeIfAbsent(reach.line().fromNode(), n -> new ArrayList<>()).add(reach);
        reaches.add(from(reach, below(reach.line().fromNode())));
      } else if (sites.containsKey(reach.id()) && reach.delivers()) {
        reaches.add(reach.withoutDelivery());
        observed(sites.getOrDefault(reach.id(), List.of()), reach.line().toNode(), List.of(reach));
      } else {
        reaches.add(reach);
      }
    }
    leaving.forEach((node, own) -> site(node, sites.getOrDefault(node, List.of()), own));
    return conditioned();
  }

  private Study conditioned() {
    Study.Waterways water = study.waterways();
    Study.Emissions old = study.emissions();
    return study.with(
        new Study.Waterways(
            water.seasons(),
            nodes.stream().sorted(Comparator.comparing(Node::id)).toList(),
            reaches.stream().sorted(Comparator.comparing(Reach::id)).toList(),
            water.lakes(),
            water.flows(),
            water.waters(),
            water.shapes()),
        new Study.Emissions(
            old.units(),
            sources.stream().sorted(Comparator.comparing(Source::id)).toList(),
            old.sanitation(),
            old.factors(),
            effluents,
            old.seasonFactors(),
            old.delivery()));
  }

  /// Whether every constituent was observed in every season.
  private boolean isWhole(List<Observation> observations) {
    for (Constituent c : study.chemistry().constituents()) {
      for (Season s : study.waterways().seasons()) {
        if (mean(observations, c, s).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private static OptionalDouble mean(List<Observation> observations, Constituent c, Season season) {
    OptionalDouble log =
        observations.stream()
            .filter(o -> o.constituent().equals(c.id()))
            .filter(o -> o.months().isEmpty() || o.months().containsAll(season.months()))
            .mapToDouble(o -> StrictMath.log(o.value()))
            .average();
    return log.isPresent()
        ? OptionalDouble.of(StrictMath.exp(log.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static String below(String site) {
    return site + " (observed)";
  }

  private static Reach from(Reach reach, String node) {
    return new Reach(
        reach.id(),
        reach.names(),
        new Reach.Line(
            node, reach.line().toNode(), reach.line().length_km(), reach.line().points()),
        reach.reverses(),
        reach.unit(),
        reach.section(),
        reach.drainage(),
        reach.seasons(),
        reach.rateClass(),
        reach.delivers(),
        reach.provenance());
  }

  private void site(String id, List<Observation> observations, List<Reach> leaving) {
    Node above =
        study.waterways().nodes().stream()
            .filter(n -> n.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(Text.format("No node %s.", id)));
    nodes.add(
        new Node(
            below(id),
            above.names(),
            above.lon_deg(),
            above.lat_deg(),
            above.altitude_m(),
            above.unit(),
            above.provenance()));
    List<Reach.Seasonal> seasons = new ArrayList<>();
    for (int s = 0; s < study.waterways().seasons().size(); s++) {
      seasons.add(passing(discharge(leaving, s), leaving.getFirst().seasons().get(s)));
    }
    reaches.add(
        new Reach(
            id + " (site)",
            above.names(),
            new Reach.Line(id, below(id), SHORT_KM, List.of()),
            false,
            above.unit(),
            Reach.Section.NONE,
            Reach.Drainage.UNKNOWN,
            seasons,
            "",
            false,
            Provenance.NONE));
    observed(observations, below(id), leaving);
  }

  private static Reach.Seasonal passing(double discharge_m3_per_s, Reach.Seasonal like) {
    return new Reach.Seasonal(
        discharge_m3_per_s,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(0),
        like.temperature_c(),
        like.light_w_per_m2(),
        Provenance.NONE);
  }

  private static double discharge(List<Reach> reaches, int season) {
    return reaches.stream()
        .mapToDouble(r -> StrictMath.abs(r.seasons().get(season).discharge_m3_per_s()))
        .sum();
  }

  /// Adds a source with the observed load at a node.
  private void observed(List<Observation> observations, String node, List<Reach> leaving) {
    Observation first = observations.getFirst();
    String id = first.station() + " @ " + first.place();
    sources.add(
        new Source.Industry(
            id,
            Names.of(first.station()),
            leaving.getFirst().unit(),
            Entry.atNode(node),
            "observed",
            Source.Activity.UNKNOWN,
            "",
            "",
            0,
            0,
            first.provenance()));
    for (Constituent c : study.chemistry().constituents()) {
      for (int s = 0; s < study.waterways().seasons().size(); s++) {
        Season season = study.waterways().seasons().get(s);
        double value = mean(observations, c, season).orElse(0);
        effluents.add(
            new Effluent(
                id,
                season.id(),
                c.id(),
                OptionalDouble.empty(),
                OptionalDouble.of(c.unit().toKernel(value) * discharge(leaving, s)),
                first.provenance()));
      }
    }
  }
}
