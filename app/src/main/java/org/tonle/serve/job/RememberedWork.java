package org.tonle.serve.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.tonle.disk.FileHash;
import org.tonle.disk.ProgramPlace;
import org.tonle.run.Options;
import org.tonle.serve.draft.KeptAnswers;
import org.tonle.serve.draft.KeptScenario;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.route.Served;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Remembered work: a long run whose answer is kept under the hash of all that it depends on: the
/// program, the tables with their edits, the levers and the settings. Asked again, it is found, not
/// computed, also after a restart.
final class RememberedWork {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// States of a plan in which more time would find no better one.
  private static final List<String> FINAL = List.of("proven", "impossible", "nothing_to_do");

  private static final String PROGRAM = program();

  private RememberedWork() {}

  /// @param settings of the work, as they were asked for
  static QueuedJob.Work of(
      Served served, String kind, ObjectNode settings, QueuedJob.Work computed) {
    KeptAnswers kept = served.preparation().draft().answers();
    String hash = hash(served, kind, settings);
    return job -> {
      Optional<ObjectNode> known = find(kept, hash);
      if (known.isPresent()) {
        return known.get().put("isFoundAgain", true);
      }
      ObjectNode answer = computed.run(job);
      if (!job.isStopped() && isFinal(answer)) {
        keep(kept, hash, answer);
      }
      return answer;
    };
  }

  private static Optional<ObjectNode> find(KeptAnswers kept, String hash) {
    try {
      return kept.find(hash).map(text -> (ObjectNode) MAPPER.readTree(text));
    } catch (IOException e) {
      return Optional.empty(); // a store that cannot be read only costs the time of computing
    }
  }

  private static void keep(KeptAnswers kept, String hash, ObjectNode answer) {
    try {
      kept.keep(hash, answer.toString());
    } catch (IOException e) {
      return; // a full disk must not cost the answer
    }
  }

  /// Whether the same question has the same answer; a search that ran out of time may find a better
  /// one.
  private static boolean isFinal(ObjectNode answer) {
    return !answer.has("status") || FINAL.contains(answer.get("status").asString(""));
  }

  private static String hash(Served served, String kind, ObjectNode settings) {
    PreparedStudy study = served.study();
    Options options = study.baseline().options();
    Map<String, JsonNode> sorted = new TreeMap<>();
    settings.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
    String all =
        String.join(
            "\n",
            PROGRAM,
            kind,
            study.version(),
            study.result().scenario().id(),
            options.draws() + " " + options.seed(),
            sorted.toString(),
            levers(served, sorted));
    try {
      byte[] text = all.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Levers of a scenario that people kept, which may be replaced under its id; those of the study
  /// lie in its tables.
  private static String levers(Served served, Map<String, JsonNode> settings) {
    JsonNode id = settings.get("sc");
    if (id == null || !id.isString()) {
      return "";
    }
    try {
      return served
          .preparation()
          .draft()
          .scenarios()
          .find(id.asString())
          .map(KeptScenario::changes)
          .orElse("");
    } catch (IOException e) {
      return UUID.randomUUID().toString(); // no hash of what is not known
    }
  }

  /// Hash of the program's jar; classes that lie open may change while they run, so their answers
  /// are found again only by the same run of the program.
  private static String program() {
    try {
      Path place = ProgramPlace.find();
      return Files.isRegularFile(place) ? FileHash.of(place) : UUID.randomUUID().toString();
    } catch (IOException e) {
      return UUID.randomUUID().toString();
    }
  }
}
