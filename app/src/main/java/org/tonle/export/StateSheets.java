package org.tonle.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tonle.assess.CheckOutcome;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.MassBalance;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.demand.LimitCapacity;
import org.tonle.model.Constituent;
import org.tonle.model.LimitScope;
import org.tonle.model.Observation;
import org.tonle.model.Reference;
import org.tonle.run.Result;
import org.tonle.simulate.course.MassLine;

/// State sheets: flows, concentrations, verdicts, classes, balances, comparisons, references.
final class StateSheets {
  private final Result result;
  private final Map<String, String> units = new HashMap<>();

  StateSheets(Result result) {
    this.result = result;
    for (Constituent of : result.study().chemistry().constituents()) {
      units.put(of.id(), of.unit().symbol());
    }
  }

  List<ResultSheet> sheets() {
    return List.of(
        reaches(),
        concentrations(),
        new OxygenSheet(result).sheet(),
        new LakeSheet(result).sheet(),
        verdicts(),
        limits(),
        classes(),
        massBalance(),
        waterBalance(),
        observed(),
        new AgreementSheet(result).sheet(),
        checks(),
        references());
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private ResultSheet reaches() {
    ResultSheet sheet =
        new ResultSheet(
            "reaches.csv",
            "flow of every reach in every season; discharge with the 5th and 95th percentiles over"
                + " the draws",
            "reach",
            "season",
            "state",
            "discharge_m3_per_s",
            "discharge_p5_m3_per_s",
            "discharge_p95_m3_per_s",
            "velocity_m_per_s",
            "depth_m",
            "travel_time_d",
            "temperature_c",
            "reaeration_per_d",
            "upstream_area_km2");
    return sheet.of(
        () ->
            result.hydraulics().stream()
                .map(
                    h ->
                        new Object[] {
                          h.reach(),
                          h.season(),
                          low(h.state()),
                          h.discharge_m3_per_s(),
                          h.discharge5_m3_per_s(),
                          h.discharge95_m3_per_s(),
                          h.velocity_m_per_s(),
                          h.depth_m(),
                          h.travelTime_d(),
                          h.temperature_c(),
                          h.reaeration_per_d(),
                          h.upstreamArea_km2()
                        }));
  }

  private ResultSheet concentrations() {
    ResultSheet sheet =
        new ResultSheet(
            "concentrations.csv",
            "concentration at the worst point of every place, season and constituent: central run, and"
                + " mean, standard deviation and percentiles over the draws; head and end of the"
                + " central run; no figures where a place is dry",
            "kind",
            "place",
            "season",
            "constituent",
            "unit",
            "judged",
            "central",
            "mean",
            "sd",
            "p5",
            "p25",
            "p50",
            "p75",
            "p95",
            "head",
            "end",
            "anoxic");
    Concentrations found = result.concentrations();
    int constituents = found.constituents().size();
    int rows = found.places().size() * found.seasons().size() * constituents;
    return sheet.of(
        () ->
            IntStream.range(0, rows)
                .mapToObj(
                    i -> {
                      int at = i / constituents;
                      int seasons = found.seasons().size();
                      return concentration(at / seasons, at % seasons, i % constituents);
                    }));
  }

  private Object[] concentration(int p, int s, int c) {
    Concentrations found = result.concentrations();
    Constituent of = found.constituents().get(c);
    Object[] row = new Object[17];
    row[0] = low(found.places().get(p).kind());
    row[1] = found.places().get(p).id();
    row[2] = found.seasons().get(s).id();
    row[3] = of.id();
    row[4] = of.unit().symbol();
    row[5] = found.isJudged(p, s);
    boolean hasWater = found.state(p, s) != FlowState.DRY;
    for (Statistic statistic : Statistic.values()) {
      row[6 + statistic.ordinal()] = hasWater ? found.value(statistic, p, s, c) : Double.NaN;
    }
    row[14] = hasWater ? found.head(p, s, c) : Double.NaN;
    row[15] = hasWater ? found.end(p, s, c) : Double.NaN;
    row[16] = of.isOxygen() && found.isAnoxic(p, s);
    return row;
  }

  private ResultSheet verdicts() {
    ResultSheet sheet =
        new ResultSheet(
            "verdicts.csv",
            "whether a place meets a limit in a season, or in the year (season empty); the limit in"
                + " limit_unit, and as it binds the mean of the season, of the year as if all its"
                + " seasons had one mean; the share of draws that meet it",
            "kind",
            "place",
            "season",
            "constituent",
            "standard",
            "class",
            "statistic",
            "period",
            "condition",
            "limit",
            "limit_unit",
            "limit_of_mean",
            "required",
            "probability_of_meeting",
            "probability_without_sources",
            "outcome",
            "central_only",
            "model_error_assumed",
            "origin",
            "from_land",
            "from_upstream",
            "upstream_country",
            "quality_of_limit",
            "from_undisturbed");
    BeyondParts beyond = new BeyondParts(result);
    return sheet.of(
        () ->
            result.judged().verdicts().stream()
                .map(
                    v ->
                        new Object[] {
                          low(v.place().kind()),
                          v.place().id(),
                          v.season(),
                          v.constituent(),
                          v.limit().standard(),
                          v.limit().className(),
                          low(v.limit().statistic()),
                          low(v.limit().scope().period()),
                          v.limit().scope().text(),
                          v.limit().value(),
                          limitUnit(v),
                          v.limitOfMean(),
                          v.required(),
                          v.probabilityOfMeeting(),
                          v.probabilityWithout(),
                          v.outcome().id(),
                          result.options().draws() == 0,
                          result.isModelErrorAssumed(v),
                          beyond.origin(v),
                          beyond.land(v),
                          beyond.upstream(v),
                          beyond.country(v),
                          low(v.limit().provenance().quality()),
                          beyond.undisturbed(v)
                        }));
  }

  private String limitUnit(Verdict v) {
    return v.limit().scope().basis() == LimitScope.Basis.SATURATION
        ? "% of saturation"
        : units.getOrDefault(v.constituent(), "");
  }

  private ResultSheet classes() {
    ResultSheet sheet =
        new ResultSheet(
            "classes.csv",
            "class of every place and season by every standard; rows without a constituent hold the"
                + " class over all of them. An empty class is worse than the last",
            "standard",
            "kind",
            "place",
            "season",
            "constituent",
            "rank",
            "class",
            "agreement");
    return sheet.of(
        () ->
            result.judged().classes().stream()
                .map(
                    w ->
                        new Object[] {
                          w.standard(),
                          low(w.place().kind()),
                          w.place().id(),
                          w.season(),
                          w.constituent(),
                          w.rank(),
                          w.className(),
                          w.agreement()
                        }));
  }

  private ResultSheet limits() {
    return new ResultSheet(
            "limits.csv",
            "capacity at every limit that a place must meet, kept or broken: concentration times"
                + " the water that passes; in kg/d, a BOD as 5-day, bacteria in 10^9 counts/d;"
                + " oxygen has none",
            "kind",
            "place",
            "season",
            "constituent",
            "standard",
            "class",
            "statistic",
            "limit_of_mean",
            "central",
            "probability_of_meeting",
            "water_m3_per_s",
            "capacity_kg_per_d",
            "used_kg_per_d",
            "left_kg_per_d",
            "margin_of_safety_kg_per_d",
            "reserve_kg_per_d",
            "new_source_kg_per_d")
        .of(() -> LimitCapacity.of(result).stream().map(StateSheets::row));
  }

  private static Object[] row(LimitCapacity room) {
    Verdict v = room.verdict();
    return new Object[] {
      low(v.place().kind()),
      v.place().id(),
      v.season(),
      v.constituent(),
      v.limit().standard(),
      v.limit().className(),
      low(v.limit().statistic()),
      v.limitOfMean(),
      room.central(),
      v.probabilityOfMeeting(),
      room.water_m3_per_s(),
      room.capacity_kg_per_d(),
      room.used_kg_per_d(),
      room.left_kg_per_d(),
      room.margin_kg_per_d(),
      room.reserve_kg_per_d(),
      room.newSource_kg_per_d()
    };
  }

  private ResultSheet massBalance() {
    ResultSheet sheet =
        new ResultSheet(
            "mass_balance.csv",
            "mass balance of the year by line [t/a; bacteria 10^12 counts]; relative error of the central"
                + " run and the worst draw",
            "constituent",
            "boundary",
            "sources",
            "local_inflow",
            "rain",
            "created",
            "out",
            "abstraction",
            "loss",
            "removed",
            "not_delivered",
            "storage_change",
            "error",
            "error_of_draws");
    for (MassBalance balance : result.balances().mass()) {
      Object[] row = new Object[14];
      row[0] = balance.constituent();
      for (MassLine line : MassLine.values()) {
        row[1 + line.ordinal()] = balance.value(line);
      }
      row[12] = balance.error();
      row[13] = balance.drawError();
      sheet.add(row);
    }
    return sheet;
  }

  private ResultSheet waterBalance() {
    ResultSheet sheet =
        new ResultSheet(
            "water_balance.csv",
            "water balance of every node and season [m³/s]; closure is the part that is left open",
            "node",
            "season",
            "rivers_in_m3_per_s",
            "joins_m3_per_s",
            "rivers_out_m3_per_s",
            "leaves_m3_per_s",
            "storage_m3_per_s",
            "closure_m3_per_s");
    return sheet.of(
        () ->
            result.balances().water().stream()
                .map(
                    w ->
                        new Object[] {
                          w.node(),
                          w.season(),
                          w.riversIn_m3_per_s(),
                          w.joins_m3_per_s(),
                          w.riversOut_m3_per_s(),
                          w.leaves_m3_per_s(),
                          w.storage_m3_per_s(),
                          w.closure_m3_per_s()
                        }));
  }

  private ResultSheet observed() {
    ResultSheet sheet =
        new ResultSheet(
            "observed.csv",
            "measured and simulated values, and whether the 90 % band covers the measured value",
            "station",
            "kind",
            "place",
            "seasons",
            "constituent",
            "statistic",
            "bound",
            "observed",
            "central",
            "p5",
            "p50",
            "p95",
            "band_low",
            "band_high",
            "covered",
            "circular",
            "n",
            "reference",
            "quality");
    for (Comparison c : result.comparisons()) {
      Observation o = c.observation();
      sheet.add(
          o.station(),
          low(c.place().kind()),
          c.place().id(),
          c.seasons(),
          o.constituent(),
          low(o.statistic()),
          low(o.bound()),
          o.value(),
          c.central(),
          c.p5(),
          c.p50(),
          c.p95(),
          c.low(),
          c.high(),
          c.covered(),
          c.circular(),
          o.n(),
          o.provenance().reference(),
          low(o.provenance().quality()));
    }
    return sheet;
  }

  private ResultSheet checks() {
    ResultSheet sheet =
        new ResultSheet(
            "checks.csv",
            "results that the study expects, and the values found",
            "place",
            "season",
            "constituent",
            "low",
            "high",
            "value",
            "passed",
            "note");
    for (CheckOutcome c : result.checks()) {
      sheet.add(
          c.check().place(),
          c.check().season(),
          c.check().constituent(),
          c.check().low(),
          c.check().high(),
          c.value(),
          c.passed(),
          c.check().note());
    }
    return sheet;
  }

  private ResultSheet references() {
    ResultSheet sheet =
        new ResultSheet(
            "references.csv",
            "publications that the figures rest on",
            "reference",
            "title",
            "publisher",
            "year",
            "url",
            "licence");
    for (Reference r : result.study().evidence().references()) {
      sheet.add(r.key(), r.title(), r.publisher(), r.year(), r.url(), r.licence());
    }
    return sheet;
  }
}
