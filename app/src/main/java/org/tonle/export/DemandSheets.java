package org.tonle.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.demand.Robustness;
import org.tonle.i18n.Words;
import org.tonle.run.Result;

/// Demand sheets: the load to cut by unit and source, by place, and as a list of permits.
final class DemandSheets {
  static final String DEMAND = "demand.csv";
  static final String CAPACITY = "capacity.csv";
  static final String PERMITS = "permits.csv";
  private static final Words ENGLISH = Words.in("en");

  private final Result result;
  private final Demand demand;
  private final Optional<Robustness> robustness;
  private final CauseNames names;

  DemandSheets(Result result, Demand demand, Optional<Robustness> robustness) {
    this.result = result;
    this.demand = demand;
    this.robustness = robustness;
    names = new CauseNames(result.study());
  }

  List<ResultSheet> sheets() {
    return List.of(demand(), capacity(), permits());
  }

  private static String low(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private ResultSheet demand() {
    ResultSheet sheet =
        new ResultSheet(
            DEMAND,
            "load to cut, by constituent: in total, by unit and by source; BOD as 5-day;"
                + " bacteria in 10^12 counts a year",
            "level",
            "unit",
            "source",
            "name",
            "category",
            "constituent",
            "now_t_per_a",
            "allowed_t_per_a",
            "cut_t_per_a",
            "cut_p5_t_per_a",
            "cut_p95_t_per_a",
            "reduction_rate",
            "rule",
            "confidence",
            "design_flow",
            "people_equivalent",
            "wastewater_m3_per_d",
            "treat_m3_per_d",
            "binding_place",
            "binding_season",
            "binding_constituent",
            "robust",
            "cut_one_log_less_t_per_a",
            "cut_one_log_more_t_per_a");
    for (DemandRow row : DemandRow.of(demand)) {
      Bound binding = row.binding() < 0 ? null : demand.allocation().bounds().get(row.binding());
      Optional<Robustness.Part> part = robustness.flatMap(row::in);
      sheet.add(
          low(row.level()),
          row.unit(),
          row.source(),
          name(row),
          row.category(),
          row.constituent(),
          row.now_t_per_a(),
          row.now_t_per_a() - row.cut_t_per_a(),
          row.cut_t_per_a(),
          row.cutLow_t_per_a(),
          row.cutHigh_t_per_a(),
          row.reductionRate(),
          demand.allocation().rule().id(),
          demand.allocation().confidence(),
          demand.designFlow(),
          row.peopleEquivalent(),
          row.wastewater_m3_per_d(),
          row.treat_m3_per_d(),
          binding == null ? "" : binding.of().place().id(),
          binding == null ? "" : binding.of().season(),
          binding == null ? "" : binding.of().constituent().id(),
          part.map(r -> r.isRobust() ? "yes" : "no").orElse(""),
          part.map(Robustness.Part::less_t_per_a).orElse(Double.NaN),
          part.map(Robustness.Part::more_t_per_a).orElse(Double.NaN));
    }
    return sheet;
  }

  private String name(DemandRow row) {
    return switch (row.level()) {
      case TOTAL -> "";
      case UNIT -> names.unit(row.unit(), ENGLISH);
      case SOURCE -> names.source(row.source(), ENGLISH);
    };
  }

  private ResultSheet capacity() {
    ResultSheet sheet =
        new ResultSheet(
            CAPACITY,
            "total maximum daily load of the listed sources at every required limit, of the season:"
                + " as delivered where the water enters the place, and at the sources; what is used"
                + " and left; BOD as 5-day, bacteria in 10^9 counts a day",
            "kind",
            "place",
            "season",
            "constituent",
            "standard",
            "class",
            "limit_of_mean",
            "unit_of_concentration",
            "not_from_sources",
            "over_border_share",
            "probability_now",
            "probability_after",
            "status",
            "load_constituent",
            "daily_load_kg_per_d",
            "daily_load_at_source_kg_per_d",
            "arriving_share",
            "used_kg_per_d",
            "used_at_source_kg_per_d",
            "left_kg_per_d",
            "fixed_margin_kg_per_d",
            "reserve_kg_per_d",
            "new_source_kg_per_d",
            "allowed_kg_per_d",
            "point_allocation_kg_per_d",
            "diffuse_allocation_kg_per_d",
            "margin_of_safety_kg_per_d",
            "excess_p5_kg_per_d",
            "excess_p50_kg_per_d",
            "excess_p95_kg_per_d");
    for (Demand.Capacity capacity : demand.capacities()) {
      add(sheet, capacity);
    }
    return sheet;
  }

  private void add(ResultSheet sheet, Demand.Capacity c) {
    Bound bound = c.bound();
    Place place = bound.of().place();
    boolean isAsked = c.number() >= 0;
    sheet.add(
        low(place.kind()),
        place.id(),
        bound.of().season(),
        bound.of().constituent().id(),
        bound.verdict().limit().standard(),
        bound.verdict().limit().className(),
        bound.verdict().limitOfMean(),
        bound.of().constituent().unit().symbol(),
        bound.restCentral(),
        c.transboundaryShare().orElse(Double.NaN),
        bound.verdict().probabilityOfMeeting(),
        isAsked ? demand.allocation().probabilityAfter(c.number()) : Double.NaN,
        isAsked ? low(demand.allocation().status(c.number())) : low(bound.verdict().outcome()),
        c.constituent(),
        c.daily_kg_per_d(),
        c.dailyAtSource_kg_per_d(),
        c.arrivingShare(),
        c.used_kg_per_d(),
        c.usedAtSource_kg_per_d(),
        c.left_kg_per_d(),
        c.margin_kg_per_d(),
        c.reserve_kg_per_d(),
        c.newSource_kg_per_d(),
        c.allowed_kg_per_d(),
        c.pointAllocation_kg_per_d(),
        c.diffuseAllocation_kg_per_d(),
        c.marginOfSafety_kg_per_d(),
        c.excess().p5() * c.used_kg_per_d(),
        c.excess().p50() * c.used_kg_per_d(),
        c.excess().p95() * c.used_kg_per_d());
  }

  private ResultSheet permits() {
    ResultSheet sheet =
        new ResultSheet(
            PERMITS,
            "load that each source that adds to a breach may discharge, by control unit;"
                + " bacteria in 10^9 counts a day",
            "unit",
            "unit_name",
            "source",
            "name",
            "category",
            "constituent",
            "wastewater_m3_per_d",
            "now_kg_per_d",
            "allowed_kg_per_d",
            "concentration_now",
            "concentration_allowed",
            "unit_of_concentration",
            "binding_place",
            "binding_season");
    for (Permit permit : Permit.of(result, demand)) {
      Bound bound = demand.allocation().bounds().get(permit.binding());
      sheet.add(
          permit.cause().unit(),
          names.unit(permit.cause().unit(), ENGLISH),
          permit.cause().id(),
          names.source(permit.cause().id(), ENGLISH),
          permit.cause().category(),
          permit.of().id(),
          permit.wastewater_m3_per_d(),
          permit.now_kg_per_d(),
          permit.allowed_kg_per_d(),
          permit.concentrationNow(),
          permit.concentrationAllowed(),
          permit.of().unit().symbol(),
          bound.of().place().id(),
          bound.of().season());
    }
    return sheet;
  }
}
