package org.tonle.export;

import java.util.Locale;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.cause.UnitTree;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Apportionments as JSON.
public final class CauseJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private CauseJson() {}

  /// JSON with `study`, `scenario`, `draws`, `by` and `receptors[]`, each with its total and
  /// contributions.
  public static ObjectNode of(Answers findings, Grouping grouping, Words words) {
    Result result = findings.result();
    CauseNames names = new CauseNames(result.study());
    UnitTree units = new UnitTree(result.study().emissions().units());
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", result.study().id());
    root.put("scenario", result.scenario().id());
    root.put("draws", result.options().draws());
    root.put("by", grouping.id());
    ArrayNode receptors = root.putArray("receptors");
    for (Apportionment one : findings.causes().all()) {
      ObjectNode node = receptors.addObject();
      node.put("kind", one.place().kind().name().toLowerCase(Locale.ROOT));
      node.put("place", one.place().id());
      node.put("season", one.season());
      node.put("constituent", one.constituent().id());
      node.put("unit", one.constituent().unit().symbol());
      node.put("of", one.isShortfall() ? "shortfall" : "concentration");
      figures(node.putObject("total"), one.all());
      String home = units.home(one.place());
      if (!home.isEmpty()) {
        node.put("overBorderShare", one.transboundaryShare(units, home));
      }
      ArrayNode list = node.putArray("contributions");
      for (Contribution part : one.by(grouping)) {
        ObjectNode row = list.addObject();
        row.put("key", part.key());
        row.put("name", names.of(grouping, part.key(), words));
        figures(row, part);
        row.put("share", part.share());
      }
    }
    return root;
  }

  private static void figures(ObjectNode node, Contribution part) {
    node.put("central", part.central());
    node.put("mean", part.mean());
    node.put("p5", part.p5());
    node.put("p50", part.p50());
    node.put("p95", part.p95());
  }
}
