package org.tonle.planning;

import org.tonle.model.Study;
import org.tonle.plan.answer.PlanRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans side by side as JSON: `compared[]`, `sites[]` and `limits[]` where they differ.
public final class ContrastJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ContrastJson() {}

  public static ObjectNode of(Study study, PlanContrast contrast, PlanRequest request) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", study.id());
    root.put("confidence", request.confidence());
    root.put("limitCount", contrast.limits());
    ArrayNode compared = root.putArray("compared");
    for (PlanContrast.Side side : contrast.sides()) {
      ObjectNode node = compared.addObject();
      node.put("name", side.name());
      PlanJson.put(node, "cost_usd", side.cost_usd());
      PlanJson.put(node, "gap", side.gap());
      node.put("works", side.works());
      PlanJson.put(node, "energy_kwh_per_a", side.energy_kwh_per_a());
      PlanJson.put(node, "land_m2", side.land_m2());
      node.put("held", side.held());
    }
    ArrayNode sites = root.putArray("sites");
    for (PlanContrast.Site site : contrast.sites()) {
      ObjectNode node = sites.addObject();
      node.put("site", site.id());
      ArrayNode works = node.putArray("works");
      site.works().forEach(works::add);
    }
    ArrayNode limits = root.putArray("limits");
    for (PlanContrast.Held held : contrast.held()) {
      ObjectNode node = limits.addObject();
      node.put("place", held.aim().question().place().id());
      node.put("season", held.aim().question().season());
      node.put("constituent", held.aim().question().constituent());
      node.put("aim", held.aim().share());
      ArrayNode after = node.putArray("after");
      held.shares().forEach(s -> after.add(s));
      ArrayNode holds = node.putArray("holds");
      held.holds().forEach(h -> holds.add(h));
    }
    return root;
  }
}
