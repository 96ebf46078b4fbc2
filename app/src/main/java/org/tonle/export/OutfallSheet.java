package org.tonle.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.convert.Convert;
import org.tonle.demand.EffluentVerdict;
import org.tonle.i18n.Words;
import org.tonle.load.LoadTerm;
import org.tonle.load.Outfall;
import org.tonle.model.Constituent;
import org.tonle.run.Result;

/// Outfall sheet: effluents of plants and factories, judged by their own standard.
final class OutfallSheet {
  static final String FILE = "outfalls.csv";

  private final Result result;
  private final CauseNames names;
  private final Map<String, Constituent> constituents = new HashMap<>();
  private final Map<Outfall, EffluentVerdict> verdicts = new HashMap<>();

  OutfallSheet(Result result) {
    this.result = result;
    names = new CauseNames(result.study());
    result.study().chemistry().constituents().forEach(c -> constituents.put(c.id(), c));
    EffluentVerdict.of(result).forEach(v -> verdicts.put(v.outfall(), v));
  }

  ResultSheet sheet() {
    ResultSheet sheet =
        new ResultSheet(
            FILE,
            "effluents of plants and factories, judged by their own standard; concentration in the"
                + " constituent's unit",
            "source",
            "name",
            "constituent",
            "wastewater_m3_per_d",
            "concentration",
            "unit_of_concentration",
            "effluent_class",
            "statistic",
            "limit",
            "limit_of_mean",
            "probability_of_meeting",
            "outcome",
            "assumed",
            "met");
    for (Outfall outfall : result.loads().outfalls()) {
      Constituent c = constituents.get(outfall.constituent());
      EffluentVerdict verdict = verdicts.get(outfall);
      sheet.add(
          outfall.source(),
          names.english(outfall.source()),
          outfall.constituent(),
          outfall.wastewater_m3_per_d(),
          outfall.concentration(),
          c == null ? "" : c.unit().symbol(),
          outfall.limit().map(l -> l.effluentClass()).orElse(""),
          outfall.limit().map(l -> l.statistic().name().toLowerCase(Locale.ROOT)).orElse(""),
          outfall.limit().map(l -> l.value()).orElse(Double.NaN),
          verdict == null ? Double.NaN : verdict.limitOfMean(),
          verdict == null ? Double.NaN : verdict.probabilityOfMeeting(),
          verdict == null ? "" : verdict.outcome().id(),
          verdict == null ? "" : verdict.isAssumed() ? "yes" : "no",
          verdict == null ? "" : verdict.met());
    }
    return sheet;
  }

  /// Of every row what a letter says in words: names, who, the band, the law and the load to cut.
  Stream<Object[]> words(LawNames laws) {
    Map<String, String> categories = new HashMap<>();
    for (LoadTerm term : result.loads().terms()) {
      categories.putIfAbsent(term.source(), term.category().id());
    }
    return result.loads().outfalls().stream()
        .map(
            outfall -> {
              EffluentVerdict verdict = verdicts.get(outfall);
              return new Object[] {
                names.source(outfall.source(), Words.in("zh")),
                names.source(outfall.source(), Words.in("km")),
                categories.getOrDefault(outfall.source(), "sewered"),
                verdict == null ? Double.NaN : verdict.band().p5(),
                verdict == null ? Double.NaN : verdict.band().p95(),
                outfall.limit().map(laws::of).orElse(""),
                verdict == null ? Double.NaN : cut_kg_per_d(verdict)
              };
            });
  }

  /// The load above the limit as it binds the mean; 0 where it is kept.
  private double cut_kg_per_d(EffluentVerdict verdict) {
    Outfall outfall = verdict.outfall();
    Constituent of = constituents.get(outfall.constituent());
    if (of == null || verdict.limit().statistic().isMinimum()) {
      return Double.NaN;
    }
    double over = StrictMath.max(0, outfall.concentration() - verdict.limitOfMean());
    double g_per_s =
        of.unit().toKernel(over)
            * Convert.cubicMetresPerSecondFromPerDay(outfall.wastewater_m3_per_d());
    double kg_per_d =
        Convert.kilogramsPerDayFromTonnesPerYear(Convert.tonnesPerYearFromGramsPerSecond(g_per_s));
    return of.unit().counts() ? kg_per_d / 1e6 : kg_per_d;
  }
}
