package org.tonle.export;

import java.util.Locale;
import org.tonle.demand.Demand;
import org.tonle.i18n.Words;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.model.Quality;
import org.tonle.model.Study;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Measure JSON: what to measure first, and the marks that the demands rest on.
final class MeasureJson {
  private MeasureJson() {}

  /// Adds `measure[]` (question, first[]) and `rests[]` (as demand_marks.csv).
  static void put(ObjectNode root, Study study, Demand demand, MeasuringWorth worth, Words words) {
    MeasureNames names = new MeasureNames(study);
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
