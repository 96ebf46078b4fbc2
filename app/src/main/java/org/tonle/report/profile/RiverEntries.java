package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.cause.Cause;
import org.tonle.explain.LoadChain;
import org.tonle.load.LoadTerm;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Reach;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// River entries: what enters a river of a profile from its banks: the outfalls with their loads,
/// and the rivers that join or leave.
final class RiverEntries {
  private final River river;
  private final Stems stems;
  private final Page page;
  private final List<Outfall> outfalls;
  private final List<Tributary> tributaries;

  RiverEntries(River river, Stems stems) {
    this.river = river;
    this.stems = stems;
    page = river.page;
    outfalls = findOutfalls();
    tributaries = findTributaries();
  }

  /// Constituent of the loads: of an oxygen profile the BOD that uses it.
  Constituent of() {
    return river.of.isOxygen()
        ? page.constituents().stream()
            .filter(c -> c.bottleRate_per_d() > 0)
            .findFirst()
            .orElse(river.of)
        : river.of;
  }

  /// Load as it is written.
  String load(Outfall one) {
    String figure = Figures.with(Figures.two(one.load_kg_per_d()), LoadChain.unit(of()));
    return river.of.isOxygen() ? of().id() + " " + figure : figure;
  }

  /// Outfalls of one source at one position.
  ///
  /// @param at position along the drawing
  /// @param load_kg_per_d of the season; of bacteria 10^9 counts/d
  record Outfall(String name, Category category, double at, double load_kg_per_d) {}

  /// River that joins, or leaves.
  ///
  /// @param discharge_m3_per_s of the season
  /// @param joins whether its water comes in the season, or goes
  record Tributary(String name, double at, double discharge_m3_per_s, boolean joins) {}

  /// Outfalls along the river, the largest first.
  List<Outfall> outfalls() {
    return outfalls;
  }

  /// Rivers that join or leave, the largest first.
  List<Tributary> tributaries() {
    return tributaries;
  }

  private List<Outfall> findOutfalls() {
    Map<String, Double> nodes = river.stem.nodes();
    Map<String, Stem.Stretch> reaches = new HashMap<>();
    river.stem.stretches().stream()
        .filter(one -> !one.isLake())
        .forEach(one -> reaches.put(one.place().id(), one));
    Constituent of = of();
    Map<String, Outfall> found = new LinkedHashMap<>();
    for (LoadTerm term : page.result.loads().terms()) {
      double load = LoadChain.perDay(of, term.delivered_g_per_s().get(river.seasonNumber()));
      if (term.constituent().equals(of.id()) && load > 0) {
        position(term.entry(), nodes, reaches)
            .ifPresent(
                at -> {
                  Outfall one = new Outfall(name(term), term.category(), at, load);
                  found.merge(one.name + "\t" + at, one, RiverEntries::sum);
                });
      }
    }
    List<Outfall> all = new ArrayList<>(found.values());
    all.sort(
        Comparator.comparingDouble((Outfall o) -> -o.load_kg_per_d).thenComparing(Outfall::name));
    return all;
  }

  private static Outfall sum(Outfall one, Outfall other) {
    double sum = one.load_kg_per_d + other.load_kg_per_d;
    Outfall larger = one.load_kg_per_d >= other.load_kg_per_d ? one : other;
    return new Outfall(one.name, larger.category, one.at, sum);
  }

  private String name(LoadTerm term) {
    Cause cause =
        new Cause(
            Cause.Kind.SOURCE,
            term.source(),
            term.category().id(),
            term.unit(),
            term.constituent());
    return Page.brief(page.source(cause));
  }

  private static Optional<Double> position(
      Entry entry, Map<String, Double> nodes, Map<String, Stem.Stretch> reaches) {
    if (entry.how() == Entry.How.NODE) {
      return Optional.ofNullable(nodes.get(entry.id()));
    }
    Stem.Stretch own = reaches.get(entry.id());
    if (own == null) {
      return Optional.empty();
    }
    double middle = (own.start() + own.end()) / 2;
    return Optional.of(entry.how() == Entry.How.POINT ? own.start() + entry.position_km() : middle);
  }

  private List<Tributary> findTributaries() {
    Set<String> own = new HashSet<>();
    Set<String> names = new HashSet<>();
    river.stem.stretches().forEach(one -> own.add(one.place().id()));
    river.stem.stretches().forEach(one -> names.add(one.river()));
    Map<String, Double> flow = new HashMap<>();
    for (Hydraulics h : page.result.hydraulics()) {
      if (h.season().equals(river.season.id())) {
        flow.put(h.reach(), h.discharge_m3_per_s());
      }
    }
    List<Tributary> all = new ArrayList<>();
    river
        .stem
        .nodes()
        .forEach(
            (node, at) -> {
              add(stems.above(node), own, at, flow, true, all);
              add(stems.below(node), own, at, flow, false, all);
            });
    all.sort(
        Comparator.comparingDouble((Tributary t) -> -t.discharge_m3_per_s)
            .thenComparing(Tributary::name));
    return all;
  }

  private void add(
      List<Reach> reaches,
      Set<String> own,
      double at,
      Map<String, Double> flow,
      boolean joins,
      List<Tributary> all) {
    for (Reach reach : reaches) {
      double discharge = flow.getOrDefault(reach.id(), 0.0);
      if (!own.contains(reach.id()) && discharge != 0) {
        Concentrations found = page.result.concentrations();
        int index = found.indexOf(org.tonle.assess.Place.Kind.REACH, reach.id());
        String name = stems.river(found.places().get(index));
        all.add(new Tributary(name, at, StrictMath.abs(discharge), joins == discharge > 0));
      }
    }
  }
}
