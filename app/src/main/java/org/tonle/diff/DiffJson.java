package org.tonle.diff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonle.store.InputsFile;
import org.tonle.store.RunFacts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of the difference of two results.
public final class DiffJson {
  private DiffJson() {}

  public static ObjectNode of(ResultDiff diff, Optional<Attribution> attribution) {
    ObjectNode root = new JsonMapper().createObjectNode();
    root.put("verdict", diff.verdict().name().toLowerCase(Locale.ROOT));
    add(root.putArray("parts"), diff.parts());
    add(root.putObject("before"), diff.before());
    add(root.putObject("after"), diff.after());
    root.put("rowsKept", diff.areInputsKnown() && !diff.areRowsMissing());
    ArrayNode differences = root.putArray("differences");
    for (Difference d : diff.differences()) {
      add(differences.addObject(), d.part())
          .put("row", d.row())
          .put("key", d.key())
          .put("column", d.column())
          .put("before", d.before())
          .put("after", d.after());
    }
    moved(root.putObject("moved"), diff.moved());
    attribution.ifPresent(a -> add(root.putObject("attribution"), a));
    return root;
  }

  private static ObjectNode add(ObjectNode one, Part part) {
    return one.put("kind", part.kind().id()).put("file", part.file());
  }

  private static void add(ArrayNode list, List<Part> parts) {
    parts.forEach(p -> add(list.addObject(), p));
  }

  private static void add(ObjectNode one, ResultFiles files) {
    RunFacts run = files.run();
    one.put("study", run.study())
        .put("studyHash", files.inputs().map(InputsFile.Stored::studyHash).orElse(""))
        .put("version", run.version())
        .put("scenario", run.scenario())
        .put("draws", run.draws())
        .put("seed", run.seed())
        .put("breaches", files.summary().path("breaches").asLong(0));
  }

  private static void moved(ObjectNode root, MovedNumbers moved) {
    root.put("count", moved.count());
    ArrayNode tables = root.putArray("tables");
    for (MovedNumbers.OfTable table : moved.tables()) {
      tables
          .addObject()
          .put("file", table.file())
          .put("moved", table.moved())
          .put("rowsGone", table.gone())
          .put("rowsNew", table.come());
    }
    ArrayNode largest = root.putArray("largest");
    for (MovedNumber one : moved.largest()) {
      ObjectNode node =
          largest
              .addObject()
              .put("file", one.file())
              .put("key", one.key())
              .put("column", one.column())
              .put("before", one.before())
              .put("after", one.after());
      if (Double.isFinite(one.change())) {
        node.put("change", one.change());
      } else {
        node.putNull("change");
      }
    }
  }

  private static void add(ObjectNode root, Attribution attribution) {
    ArrayNode figures = root.putArray("figures");
    for (Attribution.Figure figure : attribution.figures()) {
      figures
          .addObject()
          .put("kind", figure.kind())
          .put("of", figure.of())
          .put("before", figure.before())
          .put("after", figure.after());
    }
    ArrayNode steps = root.putArray("steps");
    for (Attribution.Step step : attribution.steps()) {
      ObjectNode node = steps.addObject();
      add(node.putArray("parts"), step.parts());
      ArrayNode changes = node.putArray("changes");
      ArrayNode shares = node.putArray("shares");
      for (int f = 0; f < attribution.figures().size(); f++) {
        changes.add(step.changes().get(f));
        double share = attribution.share(step, f);
        if (Double.isFinite(share)) {
          shares.add(share);
        } else {
          shares.addNull();
        }
      }
    }
  }
}
