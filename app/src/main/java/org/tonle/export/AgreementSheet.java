package org.tonle.export;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonle.assess.agreement.Agreement;
import org.tonle.assess.agreement.Agreements;
import org.tonle.model.Constituent;
import org.tonle.run.Result;

/// Agreement sheet: all measures of agreement by constituent and set (docs/theory/fit.md, Eqs.
/// 8–14).
final class AgreementSheet {
  private final Result result;

  AgreementSheet(Result result) {
    this.result = result;
  }

  ResultSheet sheet() {
    ResultSheet sheet =
        new ResultSheet(
            "fit.csv",
            "agreement of the central run with the measurements, by constituent; observations for"
                + " fitting and for checking apart",
            "constituent",
            "unit",
            "set",
            "pairs",
            "others",
            "bias",
            "rmse",
            "r2",
            "nse",
            "kge",
            "pbias_percent",
            "log_rmse",
            "coverage90",
            "grade");
    Map<String, String> units =
        result.study().chemistry().constituents().stream()
            .collect(Collectors.toMap(Constituent::id, c -> c.unit().symbol()));
    for (Agreements.Row row : result.agreement()) {
      Agreement a = row.agreement();
      sheet.add(
          row.constituent(),
          units.getOrDefault(row.constituent(), ""),
          row.use().name().toLowerCase(Locale.ROOT),
          a.count(),
          row.bounds(),
          a.bias(),
          a.rmse(),
          a.r2(),
          a.nse(),
          a.kge(),
          a.percentBias(),
          a.logRmse(),
          a.covered(),
          row.grade().name().toLowerCase(Locale.ROOT));
    }
    return sheet;
  }
}
