package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.load.Loads;
import org.tonle.load.service.Service;
import org.tonle.model.Unit;
import org.tonle.run.Result;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Situation route: who is served how, what becomes of excreta and wastewater, and SDG 6.3.1.
public final class SituationRoute {
  private final Served served;

  public SituationRoute(Served served) {
    this.served = served;
  }

  /// People and their wastewater, summed.
  private static final class Sum {
    private double people;
    private double safe;
    private double safeByPath;
    private double wastewater_m3_per_d;
    private double treated_m3_per_d;

    private void add(Service of) {
      people += of.people();
      safe += of.strictlySafe().total();
      safeByPath += of.safelyManaged();
      wastewater_m3_per_d += of.wastewater_m3_per_d();
      treated_m3_per_d += of.treated_m3_per_d();
    }

    private void put(ObjectNode to) {
      to.put("people", people);
      to.put("safelyManaged", safe);
      to.put("safelyManagedByPath", safeByPath);
      to.put("wastewater_m3_per_d", wastewater_m3_per_d);
      to.put("treated_m3_per_d", treated_m3_per_d);
    }
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "sc");
    PreparedStudy study = served.study();
    Result result = served.scenarios().result(study, query.text("sc"));
    Loads loads = result.loads();
    ObjectNode root = Json.object();
    Sum all = new Sum();
    Map<String, Sum> paths = new TreeMap<>();
    Map<String, Sum> units = new TreeMap<>();
    for (Service one : loads.services()) {
      all.add(one);
      paths.computeIfAbsent(one.path().id(), k -> new Sum()).add(one);
      units.computeIfAbsent(one.unit(), k -> new Sum()).add(one);
    }
    all.put(root.putObject("total"));
    root.put("safelyManagedShare", all.people > 0 ? all.safe / all.people : 0);
    root.put("wastewaterSafelyTreatedShare", loads.wastewaterSafelyTreatedShare());
    ArrayNode byPath = root.putArray("paths");
    paths.forEach((id, sum) -> sum.put(named(byPath.addObject(), "path", id, query)));
    ArrayNode byUnit = root.putArray("units");
    Map<String, Unit> names = new TreeMap<>();
    study.study().emissions().units().forEach(u -> names.put(u.id(), u));
    units.forEach(
        (id, sum) -> {
          ObjectNode one = byUnit.addObject().put("unit", id);
          Unit unit = names.get(id);
          if (unit != null) {
            one.set("names", Json.names(unit.names()));
          }
          sum.put(one);
        });
    ArrayNode outfalls = root.putArray("outfalls");
    loads
        .outfalls()
        .forEach(
            o ->
                outfalls
                    .addObject()
                    .put("source", o.source())
                    .put("constituent", o.constituent())
                    .put("wastewater_m3_per_d", o.wastewater_m3_per_d())
                    .put("concentration", o.concentration()));
    Json.write(asked, root);
  }

  private static ObjectNode named(ObjectNode to, String key, String id, Query query) {
    to.put(key, id);
    String word = "report.path." + id;
    return to.put("name", query.words().has(word) ? query.words().text(word) : id);
  }
}
