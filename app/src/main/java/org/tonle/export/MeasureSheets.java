package org.tonle.export;

import java.util.List;
import java.util.Locale;
import org.tonle.assess.Place;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.i18n.Words;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.measure.Unmeasured;
import org.tonle.model.Quality;
import org.tonle.run.Result;

/// Measure sheets: the worth of further measurements, and the marks that every demand rests on.
final class MeasureSheets {
  static final String MEASURE = "measure.csv";
  static final String MARKS = "demand_marks.csv";
  private static final Words ENGLISH = Words.in("en");

  private final Demand demand;
  private final MeasuringWorth worth;
  private final CauseNames units;
  private final MeasureNames names;

  MeasureSheets(Result result, Demand demand, MeasuringWorth worth) {
    this.demand = demand;
    this.worth = worth;
    units = new CauseNames(result.study());
    names = new MeasureNames(result.study());
  }

  List<ResultSheet> sheets() {
    return List.of(measure(), marks());
  }

  private static String low(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private ResultSheet measure() {
    ResultSheet sheet =
        new ResultSheet(
            MEASURE,
            "share of the variance of a demand that each measurement would remove: overall, by"
                + " constituent, and by the place that decides; only shares above chance. First come"
                + " the places where a constituent breaks a limit that no sample was ever taken"
                + " for",
            "question",
            "aim",
            "aim_place",
            "aim_season",
            "constituent",
            "weight",
            "p5",
            "p50",
            "p95",
            "order",
            "variable",
            "object",
            "what",
            "where",
            "measured_kind",
            "measured_place",
            "measured_season",
            "measured_constituent",
            "mark",
            "references",
            "error",
            "share",
            "gain",
            "left",
            "floor");
    worth.unmeasured().forEach(u -> add(sheet, u));
    for (MeasuringWorth.Answer answer : worth.answers()) {
      for (int i = 0; i < answer.first().size(); i++) {
        MeasuringWorth.First first = answer.first().get(i);
        MeasuringWorth.Share share =
            new MeasuringWorth.Share(0, first.measurement(), first.share());
        add(sheet, answer, share, i + 1, first.gain(), first.left());
      }
      for (MeasuringWorth.Share share : answer.shares()) {
        boolean isTold =
            share.aim() == 0
                && answer.first().stream().anyMatch(f -> f.measurement() == share.measurement());
        if (!isTold) {
          add(sheet, answer, share, Double.NaN, Double.NaN, Double.NaN);
        }
      }
    }
    return sheet;
  }

  /// One row per place, before all shares: what was never sampled has none.
  private static void add(ResultSheet sheet, Unmeasured of) {
    double none = Double.NaN;
    for (Place place : of.places()) {
      sheet.add(
          "unmeasured",
          "place",
          place.id(),
          "",
          of.constituent(),
          none,
          none,
          none,
          none,
          none,
          "place",
          "",
          of.constituent(),
          place.names().in("en"),
          low(place.kind()),
          place.id(),
          "",
          of.constituent(),
          "",
          "",
          none,
          none,
          none,
          none,
          none);
    }
  }

  private void add(
      ResultSheet sheet,
      MeasuringWorth.Answer answer,
      MeasuringWorth.Share share,
      double order,
      double gain,
      double left) {
    MeasuringWorth.Aim aim = answer.aims().get(share.aim());
    Measurement of = worth.measurements().get(share.measurement());
    Bound bound = aim.bound() < 0 ? null : demand.allocation().bounds().get(aim.bound());
    String word = share.aim() == 0 ? "all" : bound == null ? "constituent" : "place";
    sheet.add(
        low(answer.question()),
        word,
        bound == null ? "" : bound.of().place().id(),
        bound == null ? "" : bound.of().season(),
        aim.constituent(),
        aim.weight(),
        aim.p5(),
        aim.p50(),
        aim.p95(),
        order,
        of.variable(),
        of.object(),
        names.what(of, ENGLISH),
        names.where(of, ENGLISH),
        of.place().map(p -> low(p.kind())).orElse(""),
        of.place().map(p -> p.id()).orElse(""),
        of.season(),
        of.constituent(),
        of.mark().map(MeasureSheets::low).orElse(""),
        String.join(";", of.references()),
        of.error(),
        share.share(),
        gain,
        left,
        of.isInput() ? worth.inputFloor() : worth.placeFloor());
  }

  private ResultSheet marks() {
    ResultSheet sheet =
        new ResultSheet(
            MARKS,
            "figures that each demand rests on: shares of the concentrations that ask for the cut, by the"
                + " weakest mark of the figures behind each contribution",
            "level",
            "unit",
            "name",
            "constituent",
            "cut_t_per_a",
            "measured",
            "published",
            "derived",
            "estimate",
            "unverified");
    for (RestRow row : RestRow.of(demand, worth)) {
      sheet.add(
          row.isTotal() ? "total" : "unit",
          row.unit(),
          row.isTotal() ? "" : units.unit(row.unit(), ENGLISH),
          row.constituent(),
          row.cut_t_per_a(),
          row.marks().share(Quality.MEASURED),
          row.marks().share(Quality.PUBLISHED),
          row.marks().share(Quality.DERIVED),
          row.marks().share(Quality.ESTIMATE),
          row.marks().share(Quality.UNVERIFIED));
    }
    return sheet;
  }
}
