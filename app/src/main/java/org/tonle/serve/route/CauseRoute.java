package org.tonle.serve.route;

import io.javalin.http.Context;
import org.tonle.run.Result;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.CauseAnswers;
import org.tonle.serve.held.PreparedStudy;

/// Cause route: who causes the concentration of a constituent at a place.
public final class CauseRoute {
  private final Served served;
  private final CauseAnswers causes;

  public CauseRoute(Served served, CauseAnswers causes) {
    this.served = served;
    this.causes = causes;
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "c", "s", "sc");
    PreparedStudy study = served.study();
    int place = PlaceRoute.place(study, asked.pathParam("place"));
    query.require("c");
    int constituent = query.constituent(study);
    Result result = served.scenarios().result(study, query.text("sc"));
    int season =
        query.season(study).orElseGet(() -> CauseAnswers.worstSeason(result, place, constituent));
    var found =
        causes
            .of(result, place, season, constituent)
            .orElseThrow(
                () -> RequestProblem.missing("not_judged", study.places().all().get(place).id()));
    Json.write(asked, PlaceRoute.causes(study, result, found, query.words()));
  }
}
