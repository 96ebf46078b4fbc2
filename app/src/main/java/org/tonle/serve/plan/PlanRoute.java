package org.tonle.serve.plan;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.export.plan.PlanReader;
import org.tonle.export.plan.SavedPlan;
import org.tonle.i18n.Words;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.plan.PlanChapter;
import org.tonle.report.plan.PlanLayouts;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.job.JobQueue;
import org.tonle.serve.job.QueuedJob;
import org.tonle.serve.route.Json;
import org.tonle.serve.route.Query;
import org.tonle.serve.route.Served;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plan route: the latest plan that was found, in the words of the report.
public final class PlanRoute {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final double WIDTH = 720;

  private final Served served;
  private final JobQueue queue;

  public PlanRoute(Served served, JobQueue queue) {
    this.served = served;
    this.queue = queue;
  }

  public void get(Context asked) {
    Query query = Query.of(asked);
    PreparedStudy study = served.study();
    Optional<ObjectNode> latest =
        queue.all().stream()
            .filter(j -> j.kind().equals("plan") && j.state() == QueuedJob.State.DONE)
            .findFirst()
            .map(QueuedJob::json);
    ObjectNode root = Json.object();
    if (latest.isEmpty()) {
      root.put("empty", query.words().text("serve.no_plan"));
    } else {
      ObjectNode job = latest.get();
      root.put("job", job.get("id").asString());
      root.set("answer", job.get("answer"));
      told(study, job.get("answer").toString(), query.words()).ifPresent(root::setAll);
    }
    Json.write(asked, root);
  }

  /// A plan as the report tells it: `sections` of words and tables, and `layouts`.
  private static Optional<ObjectNode> told(PreparedStudy study, String answer, Words words) {
    Optional<SavedPlan> plan = PlanReader.read(answer, "");
    return plan.map(
        p -> {
          Page page = study.page(words);
          Html html = new Html();
          new PlanChapter(page, new MapPicture(page), p).write(html);
          ObjectNode root = Json.object();
          root.set("sections", ChapterSections.of(html.toString()));
          root.set("layouts", Json.of(PlanLayouts.of(page, p, WIDTH)));
          root.set("points", points(page, answer));
          return root;
        });
  }

  /// The points of the curve, each as a plan of its own: its works and its payments by year.
  private static ArrayNode points(Page page, String answer) {
    ArrayNode points = Json.object().putArray("points");
    JsonNode plan = MAPPER.readTree(answer);
    for (JsonNode point : plan.path("curve")) {
      ObjectNode node = points.addObject();
      node.setAll(Map.of("cost_usd", point.path("cost_usd"), "river_km", point.path("river_km")));
      node.set("changes", point.path("changes"));
      ObjectNode alone = ((ObjectNode) plan.deepCopy()).remove(List.of("curve", "alternatives"));
      alone.set("works", point.path("works"));
      alone.set("cashFlow", point.path("cashFlow"));
      PlanReader.read(alone.toString(), "")
          .ifPresent(
              one -> {
                Html html = new Html();
                PlanLayouts.works(page, one, html);
                node.set("sections", ChapterSections.of(html.toString()));
                PlanLayouts.cash(page, one, WIDTH).ifPresent(l -> node.set("cash", Json.of(l)));
              });
    }
    return points;
  }
}
