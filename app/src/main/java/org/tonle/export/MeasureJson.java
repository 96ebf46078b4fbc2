package org.tonle.export;

import java.util.Locale;
import org.tonle.demand.Demand;
import org.tonle.i18n.Words;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.measure.Unmeasured;
import org.tonle.model.Quality;
import org.tonle.model.Study;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Measure JSON: what to measure first, and the marks that the demands rest on.
public final class MeasureJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private MeasureJson() {}

  /// JSON with `study`, `scenario`, `draws`, and what `put` adds.
  public static ObjectNode of(Answers findings, Words words) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", findings.result().study().id());
    root.put("scenario", findings.result().scenario().id());
    root.put("draws", findings.result().options().draws());
    put(
        root,
        findings.result().study(),
        findings.demand().orElseThrow(),
        findings.worth().orElseThrow(),
        words);
    return root;
  }

  /// Adds `unmeasured[]` (constituent, limits, places), `measure[]` (question, first[]) and
  /// `rests[]` (as demand_marks.csv).
  public static void put(
      ObjectNode root, Study study, Demand demand, MeasuringWorth worth, Words words) {
    MeasureNames names = new MeasureNames(study);
    ArrayNode never = root.putArray("unmeasured");
    for (Unmeasured one : worth.unmeasured()) {
      ObjectNode node = never.addObject();
      node.put("constituent", one.constituent());
      node.put("water", one.isLake() ? "lake" : "river");
      node.put("limits", one.limits());
      ArrayNode places = node.putArray("places");
      one.places().forEach(p -> places.add(p.id()));
      node.put("sentence", names.sentence(one, words));
    }
    ArrayNode questions = root.putArray("measure");
    for (MeasuringWorth.Answer answer : worth.answers()) {
      ObjectNode question = questions.addObject();
      question.put("question", low(answer.question()));
      question.put("inputFloor", worth.inputFloor());
      question.put("placeFloor", worth.placeFloor());
      ArrayNode first = question.putArray("first");
      for (MeasuringWorth.First one : answer.first()) {
        Measurement of = worth.measurements().get(one.measurement());
        ObjectNode node = first.addObject();
        node.put("variable", of.variable());
        node.put("object", of.object());
        node.put("what", names.what(of, words));
        node.put("where", names.where(of, words));
        of.place().ifPresent(p -> node.put("place", p.id()));
        node.put("season", of.season());
        node.put("constituent", of.constituent());
        node.put("mark", of.mark().map(MeasureJson::low).orElse(""));
        node.put("share", one.share());
        node.put("gain", one.gain());
        node.put("left", one.left());
        node.put("narrows", answer.narrowed(one).constituent());
        node.put("narrowing", one.narrowing());
      }
    }
    ArrayNode rests = root.putArray("rests");
    for (RestRow row : RestRow.of(demand, worth)) {
      ObjectNode node = rests.addObject();
      node.put("level", row.isTotal() ? "total" : "unit");
      node.put("unit", row.unit());
      node.put("constituent", row.constituent());
      for (Quality quality : Quality.values()) {
        node.put(low(quality), row.marks().share(quality));
      }
    }
  }

  private static String low(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
