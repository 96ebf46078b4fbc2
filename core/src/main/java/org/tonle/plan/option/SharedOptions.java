package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.convert.Convert;
import org.tonle.model.Node;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;

/// Options that sites share: one plant for several towns, with trunk sewers to the outlet of one of
/// them (docs/theory/plan.md, Eq. 23).
///
/// Clusters grow from single towns, each time by the nearest town within reach.
final class SharedOptions {
  /// Longest trunk sewer between neighbours in a cluster.
  static final double REACH_km = 15;

  /// Length of a sewer over the straight line. Estimate.
  static final double WINDING = 1.3;

  private static final int MOST_TOWNS = 4;

  /// Trunks follow the roads; without altitudes this much is lifted per km. Estimate.
  private static final double LIFT_m_per_km = 1;

  private final List<Member> members;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, String> countryOf;
  private final List<Refusal> refused;
  private final List<Option> found = new ArrayList<>();

  /// Member of a cluster: a town with the share of its people that a shared plant would serve.
  record Member(Source.Town town, TownOptions options, double coverage, double people) {
    double wastewater_m3_per_d() {
      return coverage * people * town.wastewater_l_per_d() / 1000;
    }

    double newlySewered_people() {
      return StrictMath.max(0, coverage - options.sewered()) * people;
    }
  }

  /// @param members of which clusters are made
  /// @param countryOf country of each unit
  SharedOptions(
      List<Member> members,
      List<Node> nodes,
      Map<String, String> countryOf,
      List<Refusal> refused) {
    this.members = members;
    this.countryOf = countryOf;
    this.refused = refused;
    nodes.forEach(n -> this.nodes.put(n.id(), n));
  }

  List<Option> of(Candidates candidates) {
    Set<Set<String>> known = new java.util.HashSet<>();
    for (Member start : members) {
      List<Member> cluster = new ArrayList<>(List.of(start));
      while (cluster.size() < MOST_TOWNS) {
        Member next = nearest(cluster);
        if (next == null) {
          break;
        }
        cluster.add(next);
        Set<String> ids = new TreeSet<>();
        cluster.forEach(m -> ids.add(m.town.id()));
        if (known.add(ids)) {
          options(cluster, candidates);
        }
      }
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable Member nearest(List<Member> cluster) {
    return members.stream()
        .filter(m -> !cluster.contains(m) && distance_km(cluster, m) <= REACH_km)
        .min(
            Comparator.comparingDouble((Member m) -> distance_km(cluster, m))
                .thenComparing(m -> m.town.id()))
        .orElse(null);
  }

  private static double distance_km(List<Member> cluster, Member to) {
    return cluster.stream()
        .mapToDouble(m -> distance_km(m.town, to.town))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double distance_km(Source.Town one, Source.Town other) {
    if (one.site().equals(Source.Site.UNKNOWN) || other.site().equals(Source.Site.UNKNOWN)) {
      return Double.POSITIVE_INFINITY;
    }
    return Convert.distance_km(one.lon_deg(), one.lat_deg(), other.lon_deg(), other.lat_deg());
  }

  /// Options of one cluster: every candidate at the outlet of every member.
  private void options(List<Member> cluster, Candidates candidates) {
    for (Member outlet : cluster) {
      String ids = String.join("+", cluster.stream().map(m -> m.town.id()).sorted().toList());
      String place = ids + "@" + outlet.town.id();
      if (cluster.stream().anyMatch(m -> !country(m).equals(country(outlet)))) {
        refused.add(new Refusal(outlet.town.id(), place, Refusal.Reason.OVER_A_BORDER));
        continue;
      }
      double treated = cluster.stream().mapToDouble(Member::wastewater_m3_per_d).sum();
      for (Candidate candidate : candidates.at(Candidate.Use.TOWN, Works.capacityFor(treated))) {
        option(cluster, outlet, place, candidate, candidates);
      }
    }
  }

  private String country(Member member) {
    return countryOf.getOrDefault(member.town.unit(), "");
  }

  private void option(
      List<Member> cluster,
      Member outlet,
      String place,
      Candidate candidate,
      Candidates candidates) {
    double treated = cluster.stream().mapToDouble(Member::wastewater_m3_per_d).sum();
    double capacity = Works.capacityFor(treated);
    List<Change> changes = new ArrayList<>();
    double trunk_km = 0;
    double carried = 0;
    double lifted = 0;
    double sewered = 0;
    double served = 0;
    for (Member member : cluster) {
      changes.addAll(member.options.changes(member.options.sewered(member.coverage)));
      served += member.coverage * member.people;
      sewered += member.newlySewered_people();
      if (!member.equals(outlet)) {
        double km = WINDING * distance_km(member.town, outlet.town);
        trunk_km += km;
        carried += km * member.wastewater_m3_per_d();
        lifted += lift_m(member, outlet, km) * member.wastewater_m3_per_d();
      }
    }
    List<String> sites = cluster.stream().map(m -> m.town.id()).sorted().toList();
    changes.add(
        new Change.Build(
            outlet.town.id(),
            candidate.technology(),
            OptionalDouble.of(capacity),
            "",
            sites.stream().filter(s -> !s.equals(outlet.town.id())).toList(),
            candidates.reliabilityShare(capacity),
            OptionalInt.empty()));
    double flow = trunk_km > 0 ? carried / trunk_km : 0;
    Works works =
        Works.plant(candidate.technology(), capacity, treated, served, sewered)
            .withTrunk(trunk_km, flow, flow > 0 ? lifted / flow : 0);
    found.add(
        new Option(
            place + ":" + candidate.technology(), Option.Kind.SHARED_PLANT, sites, changes, works));
  }

  /// Height that a member's wastewater is pumped: what the altitudes say, at least a little on the
  /// way.
  private double lift_m(Member member, Member outlet, double km) {
    return lift_m(altitude_m(outlet) - altitude_m(member), km);
  }

  static double lift_m(double rise_m, double km) {
    double flat = LIFT_m_per_km * km;
    return StrictMath.max(flat, rise_m + flat);
  }

  private double altitude_m(Member member) {
    Node node = nodes.get(member.town.entry().id());
    return node == null ? 0 : node.altitude_m();
  }
}
