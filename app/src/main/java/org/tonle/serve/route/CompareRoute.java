package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.List;
import org.tonle.compare.Contrast;
import org.tonle.compare.ContrastBuilder;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.Move;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.run.Baseline;
import org.tonle.run.Session;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.tell.ContrastWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Compare route: every lever in which two scenarios differ, what each does alone, and what moves.
public final class CompareRoute {
  private static final int MOST_MOVES = 400;

  private final Served served;

  public CompareRoute(Served served) {
    this.served = served;
  }

  public void get(Context asked) {
    Query query = Query.of(asked, "a", "b");
    PreparedStudy study = served.study();
    String a = query.text("a");
    String b = query.require("b");
    Scenario before = served.scenarios().scenario(study, a).orElse(study.result().scenario());
    Scenario after = served.scenarios().scenario(study, b).orElse(study.result().scenario());
    if (before.equals(after)) {
      throw RequestProblem.bad("same_scenario");
    }
    ContrastBuilder.Outcome outcome = served.turnstile().pass(() -> contrast(study, before, after));
    if (outcome.contrast().isEmpty()) {
      throw RequestProblem.of(outcome.problems().stream().filter(Problem::isError).toList());
    }
    Json.write(
        asked,
        json(outcome.contrast().get(), new ContrastWords(outcome.contrast().get(), query.words())));
  }

  private ContrastBuilder.Outcome contrast(PreparedStudy study, Scenario a, Scenario b) {
    if (a.equals(study.result().scenario())) {
      return new ContrastBuilder(study.session(), false).contrast(b);
    }
    var pool = served.preparation().pool();
    var changed = served.scenarios().pull(study, a).instance();
    Baseline other = Baseline.of(changed, study.baseline().options(), pool);
    return new ContrastBuilder(Session.on(other, pool), false).contrast(b);
  }

  private static ObjectNode json(Contrast found, ContrastWords words) {
    ObjectNode root = Json.object();
    root.put("title", words.title());
    root.put("a", found.before().scenario().id()).put("b", found.after().scenario().id());
    root.put("isNothing", found.isNothing());
    ArrayNode levers = root.putArray("levers");
    for (LeverEffect effect : found.levers()) {
      levers.add(lever(effect, words));
    }
    List<Move> visible = found.visible();
    root.put("moveCount", visible.size());
    ArrayNode moves = root.putArray("moves");
    visible.stream()
        .limit(MOST_MOVES)
        .forEach(
            m ->
                moves
                    .addObject()
                    .put("place", m.place().id())
                    .put("season", m.season().id())
                    .put("constituent", m.constituent().id())
                    .put("difference", words.difference(m))
                    .put("better", words.better(m)));
    root.put("morePeopleToPlants", found.morePeopleToPlants());
    root.put("morePeopleSafe", found.morePeopleSafe());
    ArrayNode verdicts = root.putArray("verdicts");
    found.verdicts().stream()
        .filter(v -> v.after().required() && v.before().outcome() != v.after().outcome())
        .forEach(
            v ->
                verdicts
                    .addObject()
                    .put("place", v.after().place().id())
                    .put("season", v.after().season())
                    .put("constituent", v.after().constituent())
                    .put("before", v.before().outcome().id())
                    .put("after", v.after().outcome().id()));
    return root;
  }

  /// One lever with its effect alone, or the reasons why it has none.
  private static ObjectNode lever(LeverEffect effect, ContrastWords words) {
    ObjectNode one = Json.object().put("name", words.lever(effect.lever()));
    one.put("settings", words.settings(effect.lever()));
    ArrayNode list = one.putArray("changes");
    effect
        .lever()
        .settings()
        .forEach(
            x ->
                list.addObject()
                    .put("quantity", words.quantity(x))
                    .put("a", words.value(x, x.before()))
                    .put("b", words.value(x, x.after())));
    one.put("isNothing", effect.isNothing()).put("isRefused", !effect.refused().isEmpty());
    one.put("reaches", effect.reaches()).put("lakes", effect.lakes());
    one.put("met", effect.met()).put("breached", effect.breached());
    one.put("peopleToPlants", effect.people().toPlants());
    one.put("peopleSafe", effect.people().safelyManaged());
    ArrayNode why = one.putArray("why");
    effect.why().forEach(r -> why.add(r.kind().id()));
    return one;
  }
}
