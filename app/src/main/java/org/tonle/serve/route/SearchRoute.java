package org.tonle.serve.route;

import io.javalin.http.Context;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.model.Names;
import org.tonle.model.Receptor;
import org.tonle.model.Source;
import org.tonle.serve.held.PlaceList;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.service.StudyPlaces;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Search route: places whose id or name in any of three scripts contains some words, Latin letters
/// with or without their accents.
public final class SearchRoute {
  private static final int MOST = 20;

  private final Served served;

  public SearchRoute(Served served) {
    this.served = served;
  }

  private record Found(String kind, String id, Names names, int place, int rank) {}

  public void get(Context asked) {
    Query query = Query.of(asked, "q");
    PreparedStudy study = served.study();
    String word = plain(query.require("q"));
    List<Found> found = new ArrayList<>();
    for (PlaceList.River river : study.places().rivers()) {
      add(found, "river", river.id(), river.names(), river.places().getFirst(), word);
    }
    Map<String, Integer> sources = sources(study);
    for (StudyPlaces.One one : new StudyPlaces(study.study()).matching("")) {
      int place =
          switch (one.kind()) {
            case REACH, LAKE, NODE, RECEPTOR -> study.places().find(one.id());
            case UNIT -> -1;
            default -> sources.getOrDefault(one.id(), -1);
          };
      if (one.kind() != StudyPlaces.Kind.NODE || place >= 0) {
        add(found, one.kind().id(), one.id(), one.names(), place, word);
      }
    }
    found.sort(Comparator.comparingInt(Found::rank));
    ArrayNode list = Json.array();
    String language = query.words().language();
    found.stream().limit(MOST).forEach(f -> list.add(json(f, language)));
    ObjectNode root = Json.object().put("count", found.size());
    root.set("found", list);
    if (found.isEmpty()) {
      root.put("nearest", new StudyPlaces(study.study()).nearest(query.require("q")));
    }
    Json.write(asked, root);
  }

  private static Map<String, Integer> sources(PreparedStudy study) {
    Map<String, Integer> found = new HashMap<>();
    for (Source source : study.study().emissions().sources()) {
      int place = study.places().of(source.entry());
      found.putIfAbsent(source.id(), place);
      if (source instanceof Source.Town town) {
        found.putIfAbsent(town.town(), place);
      }
    }
    for (Receptor receptor : study.study().rules().receptors()) {
      found.putIfAbsent(receptor.id(), study.places().find(receptor.id()));
    }
    return found;
  }

  /// Whole names first, then beginnings, then parts; rivers and towns before reaches.
  private static void add(
      List<Found> found, String kind, String id, Names names, int place, String word) {
    int best = 9;
    for (String name :
        Stream.of(id, names.en(), names.zh(), names.km()).filter(n -> !n.isEmpty()).toList()) {
      String text = plain(name);
      if (text.equals(word)) {
        best = StrictMath.min(best, 0);
      } else if (text.startsWith(word)) {
        best = StrictMath.min(best, 1);
      } else if (text.contains(word)) {
        best = StrictMath.min(best, 2);
      }
    }
    if (best < 9) {
      int after = kind.equals("reach") || kind.equals("node") ? 3 : 0;
      found.add(new Found(kind, id, names, place, best + after));
    }
  }

  /// Text in lower case without the accents of Latin letters; other scripts keep their signs.
  static String plain(String text) {
    String apart = Normalizer.normalize(text.strip(), Normalizer.Form.NFD);
    return apart.replaceAll("[\\u0300-\\u036f]", "").toLowerCase(Locale.ROOT);
  }

  private static ObjectNode json(Found one, String language) {
    ObjectNode node = Json.object().put("kind", one.kind()).put("id", one.id());
    node.put("name", one.names().in(language).isEmpty() ? one.id() : one.names().in(language));
    node.set("names", Json.names(one.names()));
    if (one.place() >= 0) {
      node.put("place", one.place());
    } else {
      node.putNull("place");
    }
    return node;
  }
}
