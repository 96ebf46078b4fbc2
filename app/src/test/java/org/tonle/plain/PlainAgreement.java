package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionments;
import org.tonle.convert.Text;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.load.LoadTerm;
import org.tonle.load.Outfall;
import org.tonle.model.Constituent;
import org.tonle.run.Result;

/// Agreement of a plain model with a run of Tonle, figure by figure.
final class PlainAgreement {
  private static final double NEAR = 1e-9;
  private static final double FLOOR = 1e-12;
  private static final int SHOWN = 4;

  private final Map<String, Integer> differing = new TreeMap<>();
  private final Map<String, Integer> compared = new TreeMap<>();
  private final List<String> first = new ArrayList<>();

  /// Compares one figure.
  ///
  /// @param kind of figure, by which differences are counted
  void see(String kind, String where, double run, double plain) {
    compared.merge(kind, 1, Integer::sum);
    boolean isSame = StrictMath.abs(run - plain) <= NEAR * StrictMath.abs(run) + FLOOR;
    if (!isSame && differing.merge(kind, 1, Integer::sum) <= SHOWN) {
      first.add(Text.format("%s %s: run %s, plain %s", kind, where, run, plain));
    }
  }

  /// The first differences of each kind; empty if there is none.
  String differences() {
    return differing.isEmpty() ? "" : differing + "\n" + String.join("\n", first);
  }

  /// Number of figures of a kind that were compared.
  int count(String kind) {
    return compared.getOrDefault(kind, 0);
  }

  void all(String study, PlainModel model, Result result) {
    loads(study, model, result);
    outfalls(study, model, result);
    water(study, model, result);
    Concentrations found = result.concentrations();
    for (PlainRivers rivers : model.groups.values()) {
      PlainRivers.Year year = rivers.run(model.all(rivers));
      for (int c = 0; c < found.constituents().size(); c++) {
        int member = PlainModel.member(rivers, found.constituents().get(c).id());
        if (member >= 0) {
          concentrations(study, new PlainReading(model, rivers, year, member), found, c);
        }
      }
    }
  }

  void loads(String study, PlainModel model, Result result) {
    Map<String, PlainLoad> plain = new HashMap<>();
    for (PlainLoad load : model.loads.all()) {
      see("load stated twice", study + load.key(), 0, plain.containsKey(load.key()) ? 1 : 0);
      plain.put(load.key(), load);
    }
    for (LoadTerm term : result.loads().terms()) {
      String key =
          term.source()
              + "|"
              + term.path()
              + "|"
              + term.constituent()
              + "|"
              + term.category().id()
              + "|"
              + term.entry();
      PlainLoad load = plain.remove(key);
      String where = study + " " + key;
      see("load made", where, term.generated_g_per_s(), load == null ? 0 : load.made());
      see("load removed", where, term.removed_g_per_s(), load == null ? 0 : load.removed());
      see("load retained", where, term.retained_g_per_s(), load == null ? 0 : load.retained());
      for (int s = 0; s < term.delivered_g_per_s().size(); s++) {
        double own = load == null ? 0 : load.toWater()[s];
        see("load to the water", where, term.delivered_g_per_s().get(s), own);
      }
    }
    plain.keySet().forEach(k -> see("load that the run has not", study + " " + k, 0, 1));
  }

  private void outfalls(String study, PlainModel model, Result result) {
    PlainOutfalls plain = new PlainOutfalls(model);
    for (Outfall outfall : result.loads().outfalls()) {
      String where = study + " " + outfall.source() + " " + outfall.constituent();
      double water = plain.water_m3_per_d(outfall.source());
      see("water of an outfall", where, outfall.wastewater_m3_per_d(), water);
      double own = plain.concentration(outfall.source(), outfall.constituent());
      see("effluent", where, outfall.concentration(), own);
    }
  }

  void water(String study, PlainModel model, Result result) {
    for (Hydraulics h : result.hydraulics()) {
      int r = model.network.reachIndex(h.reach());
      PlainWater water = model.waters.get(model.season(h.season()));
      String where = study + " " + h.reach() + " " + h.season();
      see("discharge", where, StrictMath.abs(h.discharge_m3_per_s()), water.discharge[r]);
      if (water.discharge[r] > 0) {
        PlainChannel channel = water.channel[r];
        see("depth", where, h.depth_m(), channel.depth_m());
        see("velocity", where, h.velocity_m_per_s(), channel.velocity_m_per_s());
        see("travel time", where, h.travelTime_d(), channel.time_s() / PlainFigures.DAY_S);
      }
    }
  }

  /// Total maximum daily loads of every required limit, and the limits themselves.
  void dailyLoads(String study, PlainModel model, Result result) {
    PlainDailyLoad plain = new PlainDailyLoad(model);
    Demand demand =
        DemandModel.of(
            Apportionments.ofBreaches(result),
            Rule.EQUAL_PERCENTAGE,
            result.study().settings().judging().confidence(),
            "");
    for (Demand.Capacity c : demand.capacities()) {
      Verdict verdict = c.bound().verdict();
      String constituent = c.bound().of().constituent().id();
      if (Double.isNaN(c.daily_kg_per_d()) || c.bound().allowed() <= 0) {
        continue;
      }
      if (verdict.limit().scope().isPlain()) {
        double own = PlainLimit.ofMean(verdict.limit(), c.bound().of().constituent());
        see("limit of the mean", study + " " + verdict, verdict.limitOfMean(), own);
      }
      PlainDailyLoad.Judged judged =
          new PlainDailyLoad.Judged(
              verdict.place().kind().name().toLowerCase(Locale.ROOT),
              verdict.place().id(),
              model.season(verdict.season()),
              constituent,
              verdict.limitOfMean());
      String where =
          study
              + " "
              + verdict.place().id()
              + " "
              + verdict.season()
              + " "
              + constituent
              + " of "
              + c.constituent();
      PlainDailyLoad.Row row =
          plain.of(judged).getOrDefault(c.constituent(), PlainDailyLoad.Row.NOTHING);
      if (!row.isTied()) {
        see("load that arrives", where, c.used_kg_per_d(), row.used());
        see("daily load", where, c.daily_kg_per_d(), row.daily());
      }
      see("load at the sources", where, c.usedAtSource_kg_per_d(), row.usedAtSource());
      see("daily load at the sources", where, c.dailyAtSource_kg_per_d(), row.dailyAtSource());
    }
  }

  private void concentrations(String study, PlainReading reading, Concentrations found, int c) {
    Constituent of = found.constituents().get(c);
    for (int p = 0; p < found.places().size(); p++) {
      Place place = found.places().get(p);
      for (int s = 0; s < found.seasons().size(); s++) {
        String where = study + " " + place.id() + " " + s + " " + of.id();
        double central = found.value(Statistic.CENTRAL, p, s, c);
        switch (place.kind()) {
          case REACH -> {
            see("head of a reach", where, found.head(p, s, c), reading.head(place.id(), s));
            see("end of a reach", where, found.end(p, s, c), reading.end(place.id(), s));
            see("worst of a reach", where, central, reading.worstShown(place.id(), s));
          }
          case LAKE -> {
            see("mean of a lake", where, central, reading.lake(place.id(), s));
            see("end of a lake", where, found.lakeEnd(p, s, c), reading.lakeEnd(place.id(), s));
          }
          case NODE -> see("node", where, central, reading.node(place.id(), s));
        }
      }
    }
  }
}
