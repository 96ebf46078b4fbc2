package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Comparator;
import org.tonle.assess.Comparison;
import org.tonle.assess.agreement.Agreements;
import org.tonle.run.Result;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fit route: measured beside simulated, the misses first, and how well they agree.
public final class FitRoute {
  private final Served served;

  public FitRoute(Served served) {
    this.served = served;
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "c", "sc");
    PreparedStudy study = served.study();
    int constituent = query.constituent(study);
    Result result = served.scenarios().result(study, query.text("sc"));
    String id = constituent < 0 ? "" : result.concentrations().constituents().get(constituent).id();
    ObjectNode root = Json.object();
    ArrayNode agreement = root.putArray("agreement");
    for (Agreements.Row row : result.agreement()) {
      if (id.isEmpty() || row.constituent().equals(id)) {
        ObjectNode one = agreement.addObject().put("constituent", row.constituent());
        one.put("use", row.use().name().toLowerCase(java.util.Locale.ROOT));
        one.put("grade", row.grade().name().toLowerCase(java.util.Locale.ROOT));
        one.set("measures", Json.of(row.agreement()));
      }
    }
    ArrayNode list = root.putArray("comparisons");
    result.comparisons().stream()
        .filter(c -> id.isEmpty() || c.observation().constituent().equals(id))
        .sorted(Comparator.comparing(Comparison::covered).thenComparingDouble(c -> -miss(c)))
        .forEach(c -> list.add(PlaceRoute.comparison(c)));
    Json.write(asked, root);
  }

  /// How far a measured value lies from the simulated one, as the logarithm of their ratio.
  private static double miss(Comparison c) {
    double ratio = c.observation().value() / c.simulated();
    return ratio > 0 && Double.isFinite(ratio) ? StrictMath.abs(StrictMath.log(ratio)) : 0;
  }
}
