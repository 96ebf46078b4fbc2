package org.tonle.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonle.model.Limit;
import org.tonle.run.Result;
import org.tonle.sample.AmbientWater;
import org.tonle.sample.FigureRange;
import org.tonle.sample.MeasuredRow;
import org.tonle.sample.MeasuredWater;
import org.tonle.sample.Trend;

/// Measured sheet: what the samples alone say of every limit, and the share of good water bodies
/// (docs/theory/measured.md).
final class MeasuredSheet {
  static final String MEASURED = "measured.csv";
  static final String AMBIENT = "sdg_6_3_2.csv";

  private MeasuredSheet() {}

  static List<ResultSheet> sheets(Result result) {
    List<MeasuredRow> rows = MeasuredWater.of(result);
    return List.of(measured(rows), ambient(rows));
  }

  private static ResultSheet measured(List<MeasuredRow> rows) {
    ResultSheet sheet =
        new ResultSheet(
            MEASURED,
            "what was measured, by station, constituent and year, against the limits of the place: the"
                + " statistic that the law asks for, the verdict of the samples alone, that of the"
                + " model beside it, and the trend. A row without year holds all years, or a"
                + " published summary of its months. It is not part of the hash",
            "station",
            "kind",
            "place",
            "constituent",
            "unit",
            "year",
            "months",
            "seasons",
            "n",
            "n_bounds",
            "statistic",
            "read_as",
            "value",
            "value_least",
            "value_most",
            "standard",
            "class",
            "limit",
            "required",
            "verdict",
            "sure",
            "share_beyond",
            "share_beyond_least",
            "share_beyond_most",
            "model",
            "agrees",
            "trend",
            "trend_per_year",
            "trend_p",
            "trend_years",
            "headline",
            "quality");
    rows.forEach(r -> sheet.add(row(r)));
    return sheet;
  }

  private static Object[] row(MeasuredRow row) {
    Optional<MeasuredRow.Limited> limited = row.limited();
    Optional<Limit> limit = limited.map(MeasuredRow.Limited::limit);
    Optional<FigureRange> beyond = limited.map(MeasuredRow.Limited::shareBeyond);
    FigureRange figure = row.figure();
    Optional<Trend> trend = row.trend();
    return new Object[] {
      row.station().name(),
      low(row.station().place().kind()),
      row.station().place().id(),
      row.station().constituent().id(),
      row.station().constituent().unit().symbol(),
      row.span().year(),
      row.span().months().stream().map(m -> Integer.toString(m)).collect(Collectors.joining(" ")),
      String.join(" + ", row.span().seasons()),
      row.count().n(),
      row.count().bounds(),
      limit.map(l -> low(l.statistic())).orElse("mean"),
      limit.map(l -> reading(l.statistic())).orElse("mean"),
      figure.value(),
      figure.low(),
      figure.high(),
      limit.map(Limit::standard).orElse(""),
      limit.map(Limit::className).orElse(""),
      limited.map(MeasuredRow.Limited::value).orElse(Double.NaN),
      limited.map(l -> yes(l.required())).orElse(""),
      limited.map(l -> l.verdict().id()).orElse(""),
      limited.flatMap(MeasuredRow.Limited::isSure).map(MeasuredSheet::yes).orElse(""),
      beyond.map(FigureRange::value).orElse(Double.NaN),
      beyond.map(FigureRange::low).orElse(Double.NaN),
      beyond.map(FigureRange::high).orElse(Double.NaN),
      limited.map(l -> l.model().id()).orElse(""),
      row.agrees().map(MeasuredSheet::yes).orElse(""),
      trend.map(Trend::direction).orElse(""),
      trend.map(Trend::slope).orElse(Double.NaN),
      trend.map(Trend::p).orElse(Double.NaN),
      trend.map(t -> Integer.toString(t.years())).orElse(""),
      row.headline(),
      low(row.station().worst())
    };
  }

  /// What a law's word is read as: P95 for max.
  private static String reading(Limit.Statistic statistic) {
    double p = statistic.percentile();
    return Double.isNaN(p) ? low(statistic) : "p" + StrictMath.round(100 * p);
  }

  private static ResultSheet ambient(List<MeasuredRow> rows) {
    ResultSheet sheet =
        new ResultSheet(
            AMBIENT,
            "water bodies by the method of SDG indicator 6.3.2, level 1: good if at least 80 % of the"
                + " samples meet the limits of the study's main standard. With groups missing, it is"
                + " a part of the indicator. It is not part of the hash",
            "kind",
            "place",
            "stations",
            "n",
            "groups",
            "groups_missing",
            "share_good_least",
            "share_good_most",
            "quality_of_water");
    for (AmbientWater water : AmbientWater.of(rows)) {
      sheet.add(
          low(water.place().kind()),
          water.place().id(),
          water.stations(),
          water.n(),
          words(water.groups()),
          words(water.missing()),
          water.share().low(),
          water.share().high(),
          water.quality().id());
    }
    return sheet;
  }

  private static String words(java.util.Set<? extends Enum<?>> groups) {
    return groups.stream()
        .sorted(java.util.Comparator.comparingInt(Enum::ordinal))
        .map(MeasuredSheet::low)
        .collect(Collectors.joining(" "));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
