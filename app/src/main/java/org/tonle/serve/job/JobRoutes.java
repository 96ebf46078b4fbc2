package org.tonle.serve.job;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonle.i18n.Words;
import org.tonle.problem.Nearest;
import org.tonle.serve.guard.AskedLanguage;
import org.tonle.serve.guard.ProblemReply;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.route.Body;
import org.tonle.serve.route.Json;
import org.tonle.serve.route.Query;
import org.tonle.serve.route.Served;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Job routes: long runs are ordered, watched and stopped.
public final class JobRoutes {
  /// Maker of a kind of work from its settings.
  public interface Maker extends BiFunction<Served, ObjectNode, QueuedJob.Work> {}

  private final Served served;
  private final JobQueue queue;
  private final Map<String, Maker> makers;

  /// @param makers of all kinds of work, by the kind
  public JobRoutes(Served served, JobQueue queue, Map<String, Maker> makers) {
    this.served = served;
    this.queue = queue;
    this.makers = new TreeMap<>(makers);
  }

  public void add(Context asked) {
    Query.of(asked);
    ObjectNode body = Body.of(asked, "kind", "who", "settings");
    String kind = Body.text(body, "kind", 20);
    Maker maker = makers.get(kind);
    if (maker == null) {
      throw RequestProblem.bad(
          "unknown_value",
          "kind",
          kind,
          Nearest.id(kind, makers.keySet()),
          String.join(", ", makers.keySet()));
    }
    JsonNode settings = body.path("settings");
    if (!settings.isMissingNode() && !settings.isObject()) {
      throw RequestProblem.bad("missing_parameter", "settings");
    }
    ObjectNode given = settings instanceof ObjectNode object ? object : Json.object();
    QueuedJob.Work work = RememberedWork.of(served, kind, given, maker.apply(served, given));
    QueuedJob job = queue.add(kind, Body.text(body, "who", 80), work);
    asked.status(202);
    Json.write(asked, json(job, AskedLanguage.of(asked)));
  }

  public void list(Context asked) {
    Query query = Query.of(asked);
    ObjectNode root = Json.object();
    ArrayNode list = root.putArray("jobs");
    for (QueuedJob job : queue.all()) {
      ObjectNode one = json(job, query.words());
      one.remove("answer");
      list.add(one);
    }
    Json.write(asked, root);
  }

  public void get(Context asked) {
    Query query = Query.of(asked);
    Json.write(asked, json(require(asked), query.words()));
  }

  public void stop(Context asked) {
    Query query = Query.of(asked);
    Body.of(asked);
    QueuedJob job = require(asked);
    queue.stop(job);
    Json.write(asked, json(job, query.words()));
  }

  private QueuedJob require(Context asked) {
    String id = asked.pathParam("id");
    return queue
        .find(id)
        .orElseThrow(
            () -> RequestProblem.missing("no_job", id.length() > 60 ? id.substring(0, 60) : id));
  }

  private static ObjectNode json(QueuedJob job, Words words) {
    ObjectNode root = job.json();
    @Nullable RequestProblem problem = job.problem();
    if (problem != null) {
      root.set("problem", ProblemReply.json(problem, words));
    }
    return root;
  }

  /// Refuses a watcher before its stream begins.
  public void before(Context asked) {
    Query.of(asked);
    require(asked);
    @Nullable String accept = asked.header("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      throw RequestProblem.bad("not_events");
    }
  }

  /// Sends every change of a job, and ends with the job.
  public void watch(SseClient client) {
    Context asked = client.ctx();
    QueuedJob job = require(asked);
    Words words = AskedLanguage.of(asked);
    client.keepAlive();
    Consumer<QueuedJob> listener =
        new Consumer<>() {
          @Override
          public synchronized void accept(QueuedJob of) {
            if (!client.terminated()) {
              client.sendEvent("job", json(of, words).toString());
              if (of.state().isOver()) {
                client.close();
              }
            }
          }
        };
    client.onClose(() -> job.leave(listener));
    job.listen(listener);
    listener.accept(job);
  }
}
