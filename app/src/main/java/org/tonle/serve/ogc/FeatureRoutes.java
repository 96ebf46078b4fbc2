package org.tonle.serve.ogc;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.problem.Nearest;
import org.tonle.run.Result;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.route.Json;
import org.tonle.serve.route.Query;
import org.tonle.serve.route.Served;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Feature routes after OGC 17-069r4 (core, GeoJSON, OpenAPI 3.0), so that QGIS connects to the
/// running server.
public final class FeatureRoutes {
  private static final String JSON = "application/json";
  private static final String GEOJSON = "application/geo+json";
  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  private static final String WGS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final int USUAL = 1000;
  private static final int MOST = 10_000;
  private static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson");

  private final Served served;
  private final byte[] description;
  private final Clock clock;

  /// @param description OpenAPI text of all routes
  public FeatureRoutes(Served served, byte[] description, Clock clock) {
    this.served = served;
    this.description = description;
    this.clock = clock;
  }

  private static Query query(Context asked, String... known) {
    String[] all = java.util.Arrays.copyOf(known, known.length + 1);
    all[known.length] = "f";
    Query query = Query.of(asked, all);
    query.oneOf("f", List.of("json"));
    return query;
  }

  /// An address of this service, with the token of programs that keep no cookies.
  private static String url(Context asked, String path, String... parameters) {
    StringBuilder url = new StringBuilder("http://" + asked.header("Host") + "/ogc" + path);
    String sign = "?";
    for (String parameter : parameters) {
      url.append(sign).append(parameter);
      sign = "&";
    }
    @Nullable String token = asked.queryParam("token");
    if (token != null) {
      url.append(sign).append("token=").append(URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
    return url.toString();
  }

  private static void link(ArrayNode to, String rel, String type, String title, String url) {
    to.addObject().put("href", url).put("rel", rel).put("type", type).put("title", title);
  }

  public void landing(Context asked) {
    query(asked);
    PreparedStudy study = served.study();
    ObjectNode root = Json.object().put("title", study.study().title().en());
    root.put("description", "A study of Tonle: " + study.study().id());
    ArrayNode links = root.putArray("links");
    link(links, "self", JSON, "This page", url(asked, ""));
    link(links, "service-desc", OPENAPI, "Description of the service", url(asked, "/api"));
    link(links, "conformance", JSON, "Conformance", url(asked, "/conformance"));
    link(links, "data", JSON, "Collections", url(asked, "/collections"));
    Json.write(asked, root);
  }

  public void conformance(Context asked) {
    query(asked);
    ObjectNode root = Json.object();
    root.set("conformsTo", Json.of(CONFORMANCE));
    Json.write(asked, root);
  }

  public void api(Context asked) {
    query(asked);
    asked.contentType(OPENAPI).result(description);
  }

  public void collections(Context asked) {
    query(asked);
    PreparedStudy study = served.study();
    ObjectNode root = Json.object();
    ArrayNode links = root.putArray("links");
    link(links, "self", JSON, "Collections", url(asked, "/collections"));
    ArrayNode list = root.putArray("collections");
    for (FeatureCollection one : FeatureCollection.values()) {
      list.add(collection(asked, study, one));
    }
    Json.write(asked, root);
  }

  public void collection(Context asked) {
    query(asked);
    Json.write(asked, collection(asked, served.study(), named(asked)));
  }

  private static FeatureCollection named(Context asked) {
    String id = asked.pathParam("id");
    return FeatureCollection.find(id)
        .orElseThrow(
            () ->
                RequestProblem.missing(
                    "no_collection",
                    id.length() > 60 ? id.substring(0, 60) : id,
                    Nearest.id(id, FeatureCollection.ids()),
                    String.join(", ", FeatureCollection.ids())));
  }

  private static ObjectNode collection(Context asked, PreparedStudy study, FeatureCollection of) {
    ObjectNode root = Json.object().put("id", of.id()).put("title", of.title());
    root.put("description", of.meaning()).put("itemType", "feature");
    double[] box = {180, 90, -180, -90};
    for (var place : study.places().all()) {
      double[] at = study.places().point(place);
      box[0] = StrictMath.min(box[0], at[0]);
      box[1] = StrictMath.min(box[1], at[1]);
      box[2] = StrictMath.max(box[2], at[0]);
      box[3] = StrictMath.max(box[3], at[1]);
    }
    ObjectNode spatial = root.putObject("extent").putObject("spatial");
    spatial.putArray("bbox").add(Json.of(box));
    spatial.put("crs", WGS84);
    root.putArray("crs").add(WGS84);
    ArrayNode links = root.putArray("links");
    String own = "/collections/" + of.id();
    link(links, "self", JSON, of.title(), url(asked, own));
    link(links, "items", GEOJSON, "Features", url(asked, own + "/items"));
    return root;
  }

  public void items(Context asked) {
    Query query = query(asked, "limit", "offset", "bbox", "sc");
    FeatureCollection of = named(asked);
    PreparedStudy study = served.study();
    int limit = query.integer("limit", USUAL, 1, MOST);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    Optional<double[]> box = query.find("bbox").map(FeatureRoutes::box);
    List<Features.Feature> all =
        features(study, query, of).stream()
            .filter(f -> box.isEmpty() || f.touches(box.get()))
            .toList();
    List<Features.Feature> page = all.stream().skip(offset).limit(limit).toList();
    ObjectNode root = Json.object().put("type", "FeatureCollection");
    root.put("timeStamp", Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
    root.put("numberMatched", all.size()).put("numberReturned", page.size());
    ArrayNode links = root.putArray("links");
    String own = "/collections/" + of.id();
    link(links, "self", GEOJSON, of.title(), page(asked, own, query, limit, offset));
    link(links, "collection", JSON, of.title(), url(asked, own));
    if (offset + (long) limit < all.size()) {
      link(links, "next", GEOJSON, "next", page(asked, own, query, limit, offset + limit));
    }
    ArrayNode features = root.putArray("features");
    page.forEach(f -> features.add(f.json()));
    asked.contentType(GEOJSON).result(Json.bytes(root));
  }

  private static String page(Context asked, String own, Query query, int limit, int offset) {
    List<String> parameters = new java.util.ArrayList<>();
    parameters.add("limit=" + limit);
    parameters.add("offset=" + offset);
    for (String kept : List.of("bbox", "sc")) {
      query
          .find(kept)
          .ifPresent(
              v -> parameters.add(kept + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)));
    }
    return url(asked, own + "/items", parameters.toArray(String[]::new));
  }

  private static double[] box(String text) {
    String[] parts = text.split(",", -1);
    double[] box = new double[4];
    boolean isFlat = parts.length == 4;
    try {
      for (int i = 0; isFlat && i < 4; i++) {
        box[i] = Double.parseDouble(parts[i].strip());
        isFlat = Double.isFinite(box[i]);
      }
    } catch (NumberFormatException e) {
      isFlat = false;
    }
    if (!isFlat || box[0] > box[2] || box[1] > box[3]) {
      throw RequestProblem.bad("not_a_box", "bbox");
    }
    return box;
  }

  public void item(Context asked) {
    Query query = query(asked, "sc");
    FeatureCollection of = named(asked);
    PreparedStudy study = served.study();
    String id = asked.pathParam("feature");
    ObjectNode found =
        features(study, query, of).stream()
            .filter(f -> f.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    RequestProblem.missing("no_place", id.length() > 60 ? id.substring(0, 60) : id))
            .json()
            .deepCopy();
    ArrayNode links = found.putArray("links");
    String own = "/collections/" + of.id();
    link(links, "collection", JSON, of.title(), url(asked, own));
    asked.contentType(GEOJSON).result(Json.bytes(found));
  }

  private List<Features.Feature> features(PreparedStudy study, Query query, FeatureCollection of) {
    Result result = served.scenarios().result(study, query.text("sc"));
    return new Features(study, result).of(of);
  }
}
