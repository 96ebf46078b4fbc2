package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.export.Summary;
import org.tonle.i18n.ProblemJson;
import org.tonle.i18n.Words;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.serve.held.JudgingStandards;
import org.tonle.serve.held.Preparation;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Study route: what the study is, what may be asked of it, and whether it is ready.
public final class StudyRoute {
  private final Preparation preparation;

  public StudyRoute(Preparation preparation) {
    this.preparation = preparation;
  }

  public void get(Context asked) {
    Query query = Query.of(asked);
    ObjectNode root = Json.object();
    Preparation.State state = preparation.state();
    root.put("state", state.id());
    root.put("tonle", Summary.version());
    root.set("languages", Json.of(Words.LANGUAGES));
    Optional<PreparedStudy> found = preparation.find();
    root.put("folder", String.valueOf(preparation.folder().getFileName()));
    found.ifPresent(s -> about(root, s));
    var problems =
        state == Preparation.State.PREPARING
            ? List.<org.tonle.problem.Problem>of()
            : preparation.problems();
    ObjectNode said = ProblemJson.of(problems, query.words());
    root.set("problems", said.get("problems"));
    root.set("errors", said.get("errors"));
    root.set("warnings", said.get("warnings"));
    Json.write(asked, root);
  }

  private static void about(ObjectNode root, PreparedStudy study) {
    root.put("id", study.study().id());
    root.set("names", Json.names(study.study().title()));
    root.put("year", study.study().settings().year());
    root.put("date", study.study().settings().judging().date().toString());
    root.put("draws", study.result().options().draws());
    root.put("confidence", study.study().settings().judging().confidence());
    root.put("version", study.version());
    root.put("kernel", study.result().kernel());
    root.put("placeCount", study.places().all().size());
    ArrayNode seasons = root.putArray("seasons");
    for (Season season : study.study().waterways().seasons()) {
      ObjectNode one = seasons.addObject().put("id", season.id());
      one.set("names", Json.names(season.names()));
      one.put("days", season.duration_d());
      one.set("months", Json.of(season.months()));
    }
    ArrayNode constituents = root.putArray("constituents");
    for (Constituent c : study.study().chemistry().constituents()) {
      ObjectNode one = constituents.addObject().put("id", c.id());
      one.set("names", Json.names(c.names()));
      one.put("unit", c.unit().symbol());
      one.put("isBacteria", c.unit().counts());
      one.put("isOxygen", c.isOxygen());
    }
    ArrayNode standards = root.putArray("standards");
    study.standards().all().forEach(s -> standards.add(standard(s, study)));
    root.set("statistics", Json.of(Arrays.stream(Statistic.values()).map(Statistic::id).toList()));
    root.set(
        "outcomes",
        Json.of(Arrays.stream(Verdict.Outcome.values()).map(Verdict.Outcome::id).toList()));
  }

  private static ObjectNode standard(JudgingStandards.One of, PreparedStudy study) {
    ObjectNode one = Json.object().put("id", of.id());
    one.set("names", Json.names(of.names()));
    one.put("isMain", of.isMain());
    ArrayNode classes = one.putArray("classes");
    of.classes().forEach((rank, name) -> classes.addObject().put("rank", rank).put("name", name));
    one.set(
        "constituents",
        Json.of(
            study.study().rules().limits().stream()
                .filter(l -> l.standard().equals(of.id()))
                .map(l -> l.constituent())
                .distinct()
                .toList()));
    return one;
  }
}
