package org.tonle.service;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.WrittenChanges;
import org.tonle.i18n.ProblemText;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Answer;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Pull;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;
import org.tonle.scenario.ScenarioCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Held study: a prepared study that answers lines of JSON with lines of JSON. It answers changes
/// with the difference they make, `?` with the levers, and anything else with its problems.
public final class HeldStudy implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String EXAMPLE =
      "{\"set_plant\": [{\"plant\": \"WP\", \"status\": \"closed\"}]}";

  private final Scenario before;
  private final ScenarioCheck check;
  private final Words words;
  private final ForkJoinPool pool;
  private final Instance instance;
  private final List<Problem> problems;
  private final @Nullable Session session;

  private HeldStudy(Study study, Scenario before, Options options, Words words) {
    this.before = before;
    this.words = words;
    check = ScenarioCheck.of(study);
    pool = new ForkJoinPool(options.threads());
    instance = Instance.of(Applied.of(study, before));
    if (instance.isWrong()) {
      problems = instance.problems();
      session = null;
      return;
    }
    Baseline baseline = Baseline.of(instance, options, pool);
    problems = baseline.problems();
    session = baseline.result().isPresent() ? Session.on(baseline, pool) : null;
  }

  /// Prepares a study under the scenario that its levers start from.
  public static HeldStudy of(Study study, Scenario before, Options options, Words words) {
    return new HeldStudy(study, before, options, words);
  }

  /// Errors that keep it from answering; empty if it is ready.
  public List<Problem> problems() {
    return session == null ? problems : List.of();
  }

  /// The answer to a line; for a line that cannot be read, the answer says why.
  public ObjectNode answer(String line) {
    long start = System.nanoTime();
    ObjectNode answer = line.strip().equals("?") ? levers() : pulled(line);
    answer.put("ms", (System.nanoTime() - start) * 1e-6);
    return answer;
  }

  private ObjectNode levers() {
    ObjectNode root = MAPPER.createObjectNode();
    root.set("levers", LeverList.of(instance.applied(), words));
    return root;
  }

  private ObjectNode pulled(String line) {
    JsonNode read;
    try {
      read = MAPPER.readTree(line);
    } catch (JacksonException e) {
      return refused(List.of(Problem.error("not_json", "", 0, "", EXAMPLE, line.strip(), "")));
    }
    WrittenChanges changes = WrittenChanges.of(read, before, check);
    if (changes.scenario().isEmpty()) {
      return refused(changes.problems());
    }
    Scenario asked = changes.scenario().get();
    if (session == null) {
      return refused(problems);
    }
    return switch (session.pull(asked, Cancel.NEVER)) {
      case Answer.Refused refusal -> refused(refusal.problems());
      case Pull pull -> {
        ObjectNode root = PullJson.of(pull);
        put(root, pull.problems());
        yield root;
      }
    };
  }

  private ObjectNode refused(List<Problem> found) {
    ObjectNode root = MAPPER.createObjectNode();
    put(root, found);
    return root;
  }

  private void put(ObjectNode root, List<Problem> found) {
    if (found.isEmpty()) {
      return;
    }
    ProblemText text = new ProblemText(words);
    ArrayNode list = root.putArray("problems");
    for (Problem problem : found) {
      list.addObject()
          .put("severity", problem.severity().name().toLowerCase(java.util.Locale.ROOT))
          .put("code", problem.code())
          .put("column", problem.column())
          .put("expected", problem.expected())
          .put("found", problem.found())
          .put("hint", problem.hint())
          .put("text", String.join(" ", text.lines(List.of(problem))));
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
