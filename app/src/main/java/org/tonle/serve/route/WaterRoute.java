package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Statistic;
import org.tonle.i18n.Words;
import org.tonle.model.Limit;
import org.tonle.report.page.Figures;
import org.tonle.run.Result;
import org.tonle.serve.held.BaselineWater;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.held.ViewedWater;
import org.tonle.serve.held.WaterView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Water route: values, classes and chances of all places, by constituent and standard.
public final class WaterRoute {
  private final Served served;

  public WaterRoute(Served served) {
    this.served = served;
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "c", "std", "st", "sc");
    PreparedStudy study = served.study();
    WaterView view = query.view(study);
    String scenario = query.text("sc");
    boolean isBaseline = served.scenarios().scenario(study, scenario).isEmpty();
    if (isBaseline) {
      String key = "water " + view;
      Json.write(asked, study.kept(key, () -> Json.bytes(json(study, view, study.result(), true))));
    } else {
      Json.write(asked, json(study, view, served.scenarios().result(study, scenario), false));
    }
  }

  private static ObjectNode json(
      PreparedStudy study, WaterView view, Result result, boolean isBaseline) {
    ViewedWater water = isBaseline ? study.water().in(view) : BaselineWater.viewed(result, view);
    ObjectNode root = Json.object();
    for (Statistic one : Statistic.values()) {
      if (!view.isOfAll() && one != Statistic.SD) {
        root.set(one.id(), Json.numbers(water.values(one, result.concentrations())));
      }
    }
    root.set("classRank", Json.numbers(water.classRank));
    root.set("classSure", Json.numbers(water.classSure));
    root.set("chanceOver", Json.numbers(water.chanceOver));
    root.set("outcome", Json.numbers(water.outcome));
    root.set("breaks", breaks(study, view));
    return root;
  }

  /// Limits of the classes, as the standard states them and as they bind a season's mean: samples
  /// scatter about it, so that a limit on 95 % of them asks for a lower mean.
  private static ArrayNode breaks(PreparedStudy study, WaterView view) {
    ArrayNode all = Json.array();
    if (view.isOfAll()) {
      return all;
    }
    String constituent = study.study().chemistry().constituents().get(view.constituent()).id();
    TreeMap<Integer, Limit> limits = new TreeMap<>();
    for (Limit limit : study.study().rules().limits()) {
      if (limit.standard().equals(view.standard()) && limit.constituent().equals(constituent)) {
        limits.putIfAbsent(limit.rank(), limit);
      }
    }
    limits.forEach(
        (rank, limit) ->
            all.addObject()
                .put("rank", rank)
                .put("class", limit.className())
                .put("limit", limit.value())
                .put("statistic", limit.statistic().name().toLowerCase(java.util.Locale.ROOT))
                .put("isMinimum", limit.statistic().isMinimum()));
    all.forEach(one -> mean(study, view, (ObjectNode) one, limits));
    return all;
  }

  private static void mean(
      PreparedStudy study, WaterView view, ObjectNode to, Map<Integer, Limit> limits) {
    String constituent = study.study().chemistry().constituents().get(view.constituent()).id();
    int rank = to.get("rank").asInt();
    study.result().judged().verdicts().stream()
        .filter(v -> v.constituent().equals(constituent) && v.limitOfMean() > 0)
        .filter(v -> v.limit().standard().equals(view.standard()) && v.limit().rank() == rank)
        .findFirst()
        .ifPresent(v -> to.put("limitOfMean", v.limitOfMean()));
    Limit limit = limits.get(rank);
    if (limit != null && to.has("limitOfMean")) {
      ObjectNode reading = to.putObject("reading");
      for (String language : Words.LANGUAGES) {
        reading.put(
            language,
            Words.in(language)
                .text(
                    "serve.limit_reading",
                    Figures.given(limit.value()),
                    Figures.two(to.get("limitOfMean").asDouble())));
      }
    }
  }
}
