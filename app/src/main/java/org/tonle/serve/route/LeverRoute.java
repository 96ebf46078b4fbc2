package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.Source;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.service.LeverList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lever route: what may be changed, where it stands and how far it goes. The fields of a lever are
/// those of a change in a scenario file.
public final class LeverRoute {
  private final Served served;

  public LeverRoute(Served served) {
    this.served = served;
  }

  public void get(Context asked) {
    Words words = Query.of(asked).words();
    PreparedStudy study = served.study();
    String key = "levers " + words.language();
    Json.write(asked, study.kept(key, () -> Json.bytes(json(study, words))));
  }

  private static ObjectNode json(PreparedStudy study, Words words) {
    ArrayNode levers = LeverList.of(study.baseline().instance().applied(), words);
    Map<String, Names> names = study.study().emissions().names();
    study.study().emissions().units().forEach(u -> names.putIfAbsent(u.id(), u.names()));
    Map<String, Source> sources = new HashMap<>();
    study.study().emissions().sources().forEach(s -> sources.put(s.id(), s));
    for (JsonNode one : levers) {
      ObjectNode lever = (ObjectNode) one;
      String id = subject(lever);
      Source source = sources.get(id);
      lever.put("group", group(lever, source));
      lever.set(
          "names",
          isOfAll(lever) ? ofCategory(lever) : Json.names(names.getOrDefault(id, Names.of(id))));
      if (source != null) {
        lever.put("unit", source.unit());
        lever.put("place", study.places().of(source.entry()));
      }
    }
    ObjectNode root = Json.object();
    root.set("levers", levers);
    ObjectNode technologies = root.putObject("technologyNames");
    study
        .study()
        .catalogue()
        .technologies()
        .forEach(t -> technologies.set(t.id(), Json.names(t.names())));
    return root;
  }

  /// Whether a lever acts on all herds, or all land, of the study.
  private static boolean isOfAll(ObjectNode lever) {
    return lever.has("category") && lever.get("unit").asString().isEmpty();
  }

  private static ObjectNode ofCategory(ObjectNode lever) {
    String key = "report.category." + lever.get("category").asString();
    ObjectNode names = Json.object();
    Words.LANGUAGES.forEach(l -> names.put(l, Words.in(l).text(key)));
    return names;
  }

  /// Id of what a lever acts on.
  private static String subject(ObjectNode lever) {
    for (String key : new String[] {"sewershed", "plant", "source", "town", "unit"}) {
      if (lever.has(key)) {
        return lever.get(key).asString();
      }
    }
    return "";
  }

  private static String group(ObjectNode lever, @Nullable Source source) {
    if (lever.has("category")) {
      return lever.get("category").asString();
    }
    if (source instanceof Source.Livestock) {
      return "livestock";
    }
    if (source instanceof Source.Land) {
      return "land";
    }
    return switch (lever.get("lever").asString()) {
      case "set_sanitation" -> "town";
      case "set_plant", "build" -> "plant";
      case "scale_load" -> "factory";
      case "set_discharge" -> "climate";
      case "year" -> "year";
      default -> "rate";
    };
  }
}
