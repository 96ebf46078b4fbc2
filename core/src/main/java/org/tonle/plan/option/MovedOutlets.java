package org.tonle.plan.option;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.convert.Convert;
import org.tonle.model.Entry;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Source;
import org.tonle.network.SeasonNetwork;
import org.tonle.run.Instance;

/// Outlets that towns' plants may be moved to: the nearest node whose water, where it is least,
/// carries several times what it does at today's outlet (docs/theory/plan.md, Eq. 23).
final class MovedOutlets {
  /// Longest pipe, as the crow flies.
  private static final double REACH_km = 10;

  /// Discharge over that of today's outlet from which moving is worth a pipe. Estimate.
  private static final double WORTH = 3;

  private final Map<String, String> countryOf;
  private final List<Refusal> refused;
  private final List<Node> nodes;
  private final Map<String, Integer> numberOfNode = new HashMap<>();
  private final Map<String, Integer> numberOfReach = new HashMap<>();
  private final Map<String, Reach> reaches = new HashMap<>();
  private final List<SeasonNetwork> seasons;

  /// @param countryOf country of each unit
  MovedOutlets(Instance instance, Map<String, String> countryOf, List<Refusal> refused) {
    this.countryOf = countryOf;
    this.refused = refused;
    nodes = instance.study().waterways().nodes();
    seasons = instance.network().seasons();
    for (int n = 0; n < nodes.size(); n++) {
      numberOfNode.put(nodes.get(n).id(), n);
    }
    for (Reach reach : instance.study().waterways().reaches()) {
      numberOfReach.put(reach.id(), numberOfReach.size());
      reaches.put(reach.id(), reach);
    }
  }

  /// Plants of a town with their outlet moved; none where no water nearby carries much more.
  List<Option> of(Source.Town town, TownOptions own, Candidates candidates) {
    Optional<Node> from = node(town.entry());
    if (from.isEmpty() || own.coverages().isEmpty() || !(own.people() > 0)) {
      return List.of();
    }
    double now = least_m3_per_s(town.entry());
    Source.Site site =
        town.site().equals(Source.Site.UNKNOWN)
            ? new Source.Site(from.get().lon_deg(), from.get().lat_deg())
            : town.site();
    Optional<Node> to =
        nodes.stream()
            .filter(n -> distance_km(site, n) <= REACH_km)
            .filter(n -> least_m3_per_s(Entry.atNode(n.id())) > WORTH * now)
            .min(
                Comparator.comparingDouble((Node n) -> distance_km(site, n))
                    .thenComparing(Node::id));
    String id = town.id() + ":moved";
    if (to.isEmpty()) {
      refused.add(new Refusal(town.id(), id, Refusal.Reason.NO_LARGER_WATER));
      return List.of();
    }
    String country = countryOf.getOrDefault(town.unit(), "");
    if (!countryOf.getOrDefault(to.get().unit(), country).equals(country)) {
      refused.add(new Refusal(town.id(), id, Refusal.Reason.OVER_A_BORDER));
      return List.of();
    }
    double km = SharedOptions.WINDING * distance_km(site, to.get());
    double rise_m = to.get().altitude_m() - from.get().altitude_m();
    return own.moved(candidates, to.get().id(), km, SharedOptions.lift_m(rise_m, km));
  }

  /// Node at which a town discharges, or the start of the reach that it does.
  private Optional<Node> node(Entry entry) {
    Reach reach = reaches.get(entry.how() == Entry.How.NODE ? "" : entry.id());
    Integer at = numberOfNode.get(reach == null ? entry.id() : reach.line().fromNode());
    return at == null ? Optional.empty() : Optional.of(nodes.get(at));
  }

  /// Discharge in the season with least water at a node or of a reach.
  private double least_m3_per_s(Entry at) {
    boolean isNode = at.how() == Entry.How.NODE;
    int n = (isNode ? numberOfNode : numberOfReach).getOrDefault(at.id(), 0);
    return seasons.stream()
        .mapToDouble(
            s -> isNode ? s.nodes().leaving_m3_per_s()[n] : s.reaches().discharge_m3_per_s()[n])
        .min()
        .orElse(0);
  }

  private static double distance_km(Source.Site one, Node other) {
    boolean isNowhere = one.lon_deg() == 0 && one.lat_deg() == 0;
    return isNowhere || (other.lon_deg() == 0 && other.lat_deg() == 0)
        ? Double.POSITIVE_INFINITY
        : Convert.distance_km(one.lon_deg(), one.lat_deg(), other.lon_deg(), other.lat_deg());
  }
}
