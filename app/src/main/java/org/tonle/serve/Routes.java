package org.tonle.serve;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.tonle.serve.held.CauseAnswers;
import org.tonle.serve.held.DemandAnswers;
import org.tonle.serve.job.JobQueue;
import org.tonle.serve.job.JobRoutes;
import org.tonle.serve.job.RunWork;
import org.tonle.serve.live.LiveChannel;
import org.tonle.serve.ogc.FeatureRoutes;
import org.tonle.serve.plan.PlanRoute;
import org.tonle.serve.plan.PlanWork;
import org.tonle.serve.route.CauseRoute;
import org.tonle.serve.route.ChartRoute;
import org.tonle.serve.route.CompareRoute;
import org.tonle.serve.route.DemandRoute;
import org.tonle.serve.route.FitRoute;
import org.tonle.serve.route.Json;
import org.tonle.serve.route.LeverRoute;
import org.tonle.serve.route.LogRoutes;
import org.tonle.serve.route.MapRoute;
import org.tonle.serve.route.MoveRoutes;
import org.tonle.serve.route.PlaceRoute;
import org.tonle.serve.route.Query;
import org.tonle.serve.route.ScenarioRoutes;
import org.tonle.serve.route.SearchRoute;
import org.tonle.serve.route.Served;
import org.tonle.serve.route.SituationRoute;
import org.tonle.serve.route.StudyRoute;
import org.tonle.serve.route.TableRoutes;
import org.tonle.serve.route.WaterRoute;

/// Routes of the server, described in docs/reference/openapi.json.
final class Routes {
  private static final String API = "/api/v1";

  private Routes() {}

  static void add(
      RoutesConfig routes, Served served, JobQueue queue, LiveChannel live, PageFiles page) {
    routes.get(API + "/study", new StudyRoute(served.preparation())::get);
    routes.get(API + "/map", new MapRoute(served)::get);
    routes.get(API + "/water", new WaterRoute(served)::get);
    routes.get(API + "/search", new SearchRoute(served)::get);
    routes.get(API + "/levers", new LeverRoute(served)::get);
    CauseAnswers causes = new CauseAnswers(served.turnstile());
    DemandAnswers demands = new DemandAnswers(served.turnstile());
    routes.get(API + "/places/{id}", new PlaceRoute(served, causes)::get);
    routes.get(API + "/causes/{place}", new CauseRoute(served, causes)::get);
    routes.get(API + "/charts/{kind}", new ChartRoute(served, causes)::get);
    routes.get(API + "/situation", new SituationRoute(served)::get);
    routes.get(API + "/demand", new DemandRoute(served, demands)::get);
    routes.get(API + "/fit", new FitRoute(served)::get);
    routes.get(API + "/compare", new CompareRoute(served)::get);
    TableRoutes tables = new TableRoutes(served);
    routes.get(API + "/tables", tables::list);
    routes.get(API + "/tables/{name}", tables::get);
    routes.post(API + "/tables/{name}/edits", tables::edit);
    LogRoutes log = new LogRoutes(served);
    routes.get(API + "/log", log::log);
    routes.post(API + "/undo", log::undo);
    routes.post(API + "/redo", log::redo);
    routes.post(API + "/save", log::save);
    routes.get(API + "/outside", log::outside);
    routes.post(API + "/outside/{name}", log::settle);
    MoveRoutes moves = new MoveRoutes(served);
    routes.get(API + "/moves", moves::list);
    routes.post(API + "/moves", moves::add);
    routes.post(API + "/moves/undo", moves::undo);
    routes.post(API + "/moves/redo", moves::redo);
    ScenarioRoutes scenarios = new ScenarioRoutes(served);
    routes.get(API + "/scenarios", scenarios::list);
    routes.post(API + "/scenarios", scenarios::keep);
    routes.put(API + "/scenarios/{id}", scenarios::replace);
    routes.delete(API + "/scenarios/{id}", scenarios::forget);
    JobRoutes jobs = new JobRoutes(served, queue, Map.of("run", RunWork::of, "plan", PlanWork::of));
    routes.get(API + "/plan", new PlanRoute(served, queue)::get);
    routes.post(API + "/jobs", jobs::add);
    routes.get(API + "/jobs", jobs::list);
    routes.get(API + "/jobs/{id}", jobs::get);
    routes.before(API + "/jobs/{id}/events", jobs::before);
    routes.sse(API + "/jobs/{id}/events", jobs::watch);
    routes.post(API + "/jobs/{id}/stop", jobs::stop);
    byte[] description = description();
    routes.get(
        API + "/openapi.json",
        asked -> {
          Query.of(asked);
          Json.write(asked, description);
        });
    FeatureRoutes features = new FeatureRoutes(served, description, Clock.systemUTC());
    routes.get("/ogc", features::landing);
    routes.get("/ogc/conformance", features::conformance);
    routes.get("/ogc/api", features::api);
    routes.get("/ogc/collections", features::collections);
    routes.get("/ogc/collections/{id}", features::collection);
    routes.get("/ogc/collections/{id}/items", features::items);
    routes.get("/ogc/collections/{id}/items/{feature}", features::item);
    routes.ws(API + "/live", live::configure);
    routes.get("/<path>", page::get);
    routes.get("/", page::get);
  }

  private static byte[] description() {
    try (InputStream in =
        Objects.requireNonNull(Routes.class.getResourceAsStream("openapi.json"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
