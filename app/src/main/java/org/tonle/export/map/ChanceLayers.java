package org.tonle.export.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.export.map.GeoPackage.Layer;
import org.tonle.model.Season;
import org.tonle.run.Result;

/// Chance layers: the chance that a river, lake or node meets the required limit that it meets
/// least often, by season; limits of the year count in all seasons.
final class ChanceLayers {
  static final String RIVERS = "chance";
  static final String POINTS = "chance_at";

  private final Result result;
  private final MapLayers map;
  private final List<Season> seasons;
  private final Map<String, Integer> seasonOf = new HashMap<>();
  private final Map<Place, Verdict[]> hardest = new LinkedHashMap<>();

  ChanceLayers(Result result, MapLayers map) {
    this.result = result;
    this.map = map;
    seasons = result.study().waterways().seasons();
    seasons.forEach(s -> seasonOf.put(s.id(), seasonOf.size()));
    for (Verdict v : result.judged().verdicts()) {
      if (v.required() && v.isJudged()) {
        Verdict[] own = hardest.computeIfAbsent(v.place(), p -> new Verdict[seasons.size()]);
        for (int s = 0; s < own.length; s++) {
          boolean isMeant = v.isOfYear() || seasonOf.getOrDefault(v.season(), -1) == s;
          boolean isHarder =
              own[s] == null || v.probabilityOfMeeting() < own[s].probabilityOfMeeting();
          own[s] = isMeant && isHarder ? v : own[s];
        }
      }
    }
  }

  List<Layer> layers() {
    Layer points = layer(POINTS, "POINT", false);
    Layer rivers = layer(RIVERS, "LINESTRING", true);
    return points.rows().isEmpty() ? List.of(rivers) : List.of(rivers, points);
  }

  /// Name of the column with the chance in a season.
  static String chance(String season) {
    return "p_" + season;
  }

  private Layer layer(String name, String type, boolean isRiver) {
    List<Geometry> geometries = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    hardest.forEach(
        (place, own) -> {
          if ((place.kind() == Place.Kind.REACH) == isRiver) {
            geometries.add(map.shape(place));
            rows.add(row(place, own));
          }
        });
    List<String> columns = new ArrayList<>(MapLayers.HEAD);
    List<Boolean> isNumber = new ArrayList<>(List.of(false, false, false, false));
    for (Season season : seasons) {
      columns.addAll(List.of(chance(season.id()), "of_" + season.id()));
      isNumber.addAll(List.of(true, false));
    }
    return new Layer(
        name,
        "chance [%] of meeting the required limit that is met least often, and its constituent"
            + " (of_), per season; by "
            + result.study().settings().judging().mainStandard(),
        type,
        columns,
        isNumber,
        geometries,
        rows);
  }

  private static Object[] row(Place place, Verdict[] own) {
    List<Object> row = new ArrayList<>(MapLayers.head(place.id(), place.names()));
    for (Verdict v : own) {
      row.add(v == null ? Double.NaN : 100 * v.probabilityOfMeeting());
      row.add(v == null ? "" : v.constituent());
    }
    return row.toArray();
  }
}
