package org.tonle.serve;

import io.javalin.config.RoutesConfig;
import org.tonle.serve.live.LiveChannel;
import org.tonle.serve.route.LeverRoute;
import org.tonle.serve.route.MapRoute;
import org.tonle.serve.route.SearchRoute;
import org.tonle.serve.route.Served;
import org.tonle.serve.route.StudyRoute;
import org.tonle.serve.route.WaterRoute;

/// Routes of the server, described in docs/reference/openapi.json.
final class Routes {
  private static final String API = "/api/v1";

  private Routes() {}

  static void add(RoutesConfig routes, Served served, LiveChannel live, PageFiles page) {
    routes.get(API + "/study", new StudyRoute(served.preparation())::get);
    routes.get(API + "/map", new MapRoute(served)::get);
    routes.get(API + "/water", new WaterRoute(served)::get);
    routes.get(API + "/search", new SearchRoute(served)::get);
    routes.get(API + "/levers", new LeverRoute(served)::get);
    routes.ws(API + "/live", live::configure);
    routes.get("/<path>", page::get);
    routes.get("/", page::get);
  }
}
