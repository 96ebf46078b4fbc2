package org.tonle.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;

/// Built plants of a scenario, plants that it changes, and the sewersheds that a built plant
/// serves.
final class BuiltPlants {
  private final StudyIndex index;
  private final Map<String, Source> sources;
  private final Map<String, String> plantOfSewershed = new HashMap<>();
  private final Map<String, Double> reliability = new HashMap<>();

  /// @param sources filled here with the sources that the scenario changes
  BuiltPlants(StudyIndex index, Map<String, Source> sources) {
    this.index = index;
    this.sources = sources;
  }

  /// Id of the plant that a build makes: the site's own id if the site is a plant or new.
  static String plantId(StudyIndex index, Change.Build build) {
    boolean isOther =
        index.isDivided(build.site())
            || index.source(build.site()).filter(s -> !(s instanceof Source.Plant)).isPresent();
    return isOther ? build.site() + "-plant" : build.site();
  }

  /// Sewersheds whose sewers a build leads to its plant: those it serves and those of its site; a
  /// town means all of its own.
  static List<String> sewersheds(StudyIndex index, Change.Build build) {
    return Stream.concat(build.serves().stream(), Stream.of(build.site()))
        .flatMap(id -> index.meant(id).stream())
        .filter(id -> index.source(id).orElse(null) instanceof Source.Town)
        .toList();
  }

  void set(Change.SetPlant set) {
    if (index.source(set.plant()).orElse(null) instanceof Source.Plant plant) {
      sources.put(
          plant.id(),
          with(plant, plant.entry(), set.status(), set.capacity_m3_per_d(), set.technology()));
    }
  }

  void build(Change.Build build) {
    String id = plantId(index, build);
    if (build.reliabilityShare() < 1) {
      reliability.put(id, build.reliabilityShare());
    }
    String site = index.meant(build.site()).getFirst();
    Source now = sources.getOrDefault(site, index.source(site).orElse(null));
    Entry entry = !build.node().isEmpty() || now == null ? Entry.atNode(build.node()) : now.entry();
    if (now instanceof Source.Plant plant) {
      OptionalDouble capacity = build.capacity_m3_per_d();
      sources.put(
          id, with(plant, entry, Source.Plant.Status.OPERATING, capacity, build.technology()));
    } else {
      sources.put(id, plant(id, build, entry, now == null ? unit(entry) : now.unit()));
    }
    if (now instanceof Source.Discharger one) {
      sources.put(one.id(), one.sendingTo(id));
    }
    sewersheds(index, build).forEach(sewershed -> plantOfSewershed.put(sewershed, id));
  }

  private String unit(Entry entry) {
    return index.node(entry.id()).map(Node::unit).orElse("");
  }

  /// Sewersheds whose sewers a build leads to its plant, each with that plant.
  Map<String, String> plantOfSewershed() {
    return plantOfSewershed;
  }

  /// Share of the time that built plants treat as designed, where it is not all.
  Map<String, Double> reliability() {
    return reliability;
  }

  /// Rows with their sewers led to the plant that is built for them.
  static List<Sanitation> served(List<Sanitation> rows, String plant) {
    return rows.stream()
        .map(
            r ->
                r.path().category() == Sanitation.Path.SEWER.category()
                    ? new Sanitation(
                        r.sewershed(),
                        Sanitation.Path.SEWER_PLANT,
                        r.share(),
                        plant,
                        r.entry(),
                        r.retention(),
                        r.provenance(),
                        r.keeping())
                    : r)
        .toList();
  }

  private Source.Plant plant(String id, Change.Build build, Entry entry, String unit) {
    Node at = index.node(entry.id()).orElse(null);
    return new Source.Plant(
        id,
        Names.of(id),
        unit,
        entry,
        Source.Plant.Status.OPERATING,
        build.capacity_m3_per_d().orElse(Double.POSITIVE_INFINITY),
        build.technology(),
        List.of(),
        "",
        at == null ? Source.Site.UNKNOWN : new Source.Site(at.lon_deg(), at.lat_deg()),
        Double.POSITIVE_INFINITY,
        Provenance.NONE);
  }

  private static Source.Plant with(
      Source.Plant plant,
      Entry entry,
      Source.Plant.Status status,
      OptionalDouble capacity_m3_per_d,
      String technology) {
    return new Source.Plant(
        plant.id(),
        plant.names(),
        plant.unit(),
        entry,
        status,
        capacity_m3_per_d.orElse(plant.capacity_m3_per_d()),
        technology.isEmpty() ? plant.technology() : technology,
        plant.overflow(),
        plant.effluentClass(),
        plant.site(),
        plant.sludgeCapacity_people(),
        plant.provenance());
  }
}
