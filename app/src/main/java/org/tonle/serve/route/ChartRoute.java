package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.List;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionment;
import org.tonle.explain.AddedPlaces;
import org.tonle.explain.AskedSource;
import org.tonle.problem.Nearest;
import org.tonle.report.chart.CauseChart;
import org.tonle.report.chart.DownstreamChart;
import org.tonle.report.chart.Layout;
import org.tonle.report.chart.LoadFlowChart;
import org.tonle.report.chart.YearChart;
import org.tonle.report.page.Page;
import org.tonle.report.profile.ProfileLayouts;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.CauseAnswers;
import org.tonle.serve.held.PreparedStudy;

/// Chart route: the layouts that reports draw, for any place, constituent and season.
public final class ChartRoute {
  private static final List<String> KINDS =
      List.of("year", "profile", "causes", "flows", "downstream");

  private final Served served;
  private final CauseAnswers causes;

  public ChartRoute(Served served, CauseAnswers causes) {
    this.served = served;
    this.causes = causes;
  }

  public void get(Context asked) {
    String kind = asked.pathParam("kind");
    if (!KINDS.contains(kind)) {
      throw RequestProblem.missing(
          "no_chart", Query.shown(kind), Nearest.id(kind, KINDS), String.join(", ", KINDS));
    }
    Query query = Query.of(asked, "at", "c", "s", "sc", "std", "w");
    PreparedStudy study = served.study();
    query.require("c");
    String scenario = query.text("sc");
    Page page =
        served.scenarios().scenario(study, scenario).isEmpty()
            ? study.page(query.words())
            : new Page(served.scenarios().result(study, scenario), query.words());
    query.standard(study);
    int width = query.integer("w", 720, 260, 2000);
    Json.write(asked, Json.of(layout(kind, query, study, page, width)));
  }

  private Layout layout(String kind, Query query, PreparedStudy study, Page page, double width) {
    int constituent = query.constituent(study);
    String law = query.text("std");
    return switch (kind) {
      case "flows" -> flows(page, constituent, width);
      case "downstream" -> downstream(query, study, page, constituent, width);
      default -> {
        int place = PlaceRoute.place(study, query.require("at"));
        int season =
            query
                .season(study)
                .orElseGet(() -> CauseAnswers.worstSeason(page.result, place, constituent));
        yield switch (kind) {
          case "year" -> new YearChart(page, place, constituent, law, width).layout();
          case "causes" -> causes(page, place, season, constituent, law, width);
          default -> profile(page, place, season, constituent, law, width);
        };
      }
    };
  }

  private static Layout flows(Page page, int constituent, double width) {
    LoadFlowChart chart =
        new LoadFlowChart(
            page, page.result.concentrations().constituents().get(constituent), width);
    if (chart.isEmpty()) {
      throw RequestProblem.missing("no_loads");
    }
    return chart.layout();
  }

  private Layout downstream(
      Query query, PreparedStudy study, Page page, int constituent, double width) {
    String id = query.require("at");
    AskedSource source =
        AskedSource.named(page.result.instance(), id).stream()
            .findFirst()
            .orElseThrow(() -> RequestProblem.missing("no_source", Query.shown(id)));
    return served
        .turnstile()
        .pass(
            () -> {
              int season =
                  query
                      .season(study)
                      .orElseGet(
                          () -> new AddedPlaces(page.result, source).worstSeason(constituent));
              return DownstreamChart.of(page, source, season, constituent, width);
            });
  }

  private Layout causes(
      Page page, int place, int season, int constituent, String law, double width) {
    Apportionment of =
        causes
            .of(page.result, place, season, constituent)
            .orElseThrow(() -> notJudged(page, place));
    double allowed =
        CauseAnswers.limit(page.result, place, season, constituent, law)
            .map(v -> of.isShortfall() ? of.saturation() - v.limitOfMean() : v.limitOfMean())
            .orElse(Double.NaN);
    return new CauseChart(page, of, allowed, width).layout();
  }

  private static Layout profile(
      Page page, int place, int season, int constituent, String law, double width) {
    Place at = page.result.concentrations().places().get(place);
    return ProfileLayouts.through(page, at, season, constituent, law, width)
        .orElseThrow(() -> RequestProblem.missing("no_river", at.id()));
  }

  private static RequestProblem notJudged(Page page, int place) {
    return RequestProblem.missing(
        "not_judged", page.result.concentrations().places().get(place).id());
  }
}
