package org.tonle.serve.live;

import org.tonle.run.Pull;
import org.tonle.serve.held.LoadToCut;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Live settlement: what takes longer than a lever's step and follows when the lever rests: the
/// load still to cut.
final class LiveSettled {
  private LiveSettled() {}

  static ObjectNode json(LiveQuestion question, PreparedStudy study, Pull pull) {
    ObjectNode root = new JsonMapper().createObjectNode();
    root.put("n", question.number()).put("settled", true);
    root.put("version", study.version());
    String constituent =
        question.view().isOfAll()
            ? ""
            : study.study().chemistry().constituents().get(question.view().constituent()).id();
    ArrayNode list = root.putArray("toCut");
    for (LoadToCut.Row row : study.toCut().under(pull)) {
      list.addObject()
          .put("constituent", row.constituent())
          .put("before_t_per_a", row.before_t_per_a())
          .put("after_t_per_a", row.after_t_per_a());
      if (row.constituent().equals(constituent)) {
        root.put("toCutBefore_t_per_a", row.before_t_per_a());
        root.put("toCutAfter_t_per_a", row.after_t_per_a());
      }
    }
    return root.put("isPartial", study.toCut().isMore(pull));
  }
}
