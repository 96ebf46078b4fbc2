package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Shape;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// Builder of seasons, nodes, reaches, lakes and the waters that join and leave.
public final class WaterBuilder {
  /// A link of length zero only joins two nodes; a metre changes no result.
  private static final double SHORTEST_KM = 0.001;

  private static final String UNDISTURBED = "undisturbed";
  private static final double[] MONTH_DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final Sheets sheets;
  private final Problems problems;
  private final List<Season> seasons;

  public WaterBuilder(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    seasons = sheets.rows(Schema.SEASONS).stream().map(WaterBuilder::season).toList();
  }

  public List<Season> seasons() {
    return seasons;
  }

  private static Season season(Row row) {
    List<Integer> months = row.months("months");
    double days = months.stream().mapToDouble(m -> MONTH_DAYS[m - 1]).sum();
    return new Season(
        row.text("season"), row.names(), months, days > 0 ? days : row.number("duration_d", 1));
  }

  public Study.Waterways build(Units units) {
    return new Study.Waterways(
        seasons, nodes(), reaches(), lakes(), flows(), waters(units), shapes());
  }

  private List<Shape> shapes() {
    return sheets.rows(Schema.SHAPES).stream()
        .map(r -> new Shape(r.text("place"), r.polygons("area"), r.provenance()))
        .sorted(Comparator.comparing(Shape::place))
        .toList();
  }

  private List<Node> nodes() {
    return sheets.rows(Schema.NODES).stream()
        .map(
            r ->
                new Node(
                    r.text("node"),
                    r.names(),
                    r.number("lon", 0),
                    r.number("lat", 0),
                    r.number("altitude_m", 0),
                    r.text("unit"),
                    r.provenance()))
        .sorted(Comparator.comparing(Node::id))
        .toList();
  }

  /// Rows of a seasonal table by object, one per season; a row for all seasons fills the gaps.
  private Map<String, List<Row>> bySeason(String file, String column) {
    Map<String, Map<String, Row>> rows = new HashMap<>();
    for (Row row : sheets.rows(file)) {
      rows.computeIfAbsent(row.text(column), k -> new HashMap<>()).put(row.text("season"), row);
    }
    Map<String, List<Row>> ordered = new HashMap<>();
    rows.forEach(
        (object, own) -> {
          List<Row> list = new ArrayList<>();
          for (Season season : seasons) {
            Row found = own.containsKey(season.id()) ? own.get(season.id()) : own.get("");
            if (found != null) {
              list.add(found);
            }
          }
          ordered.put(object, list);
        });
    return ordered;
  }

  private List<Reach> reaches() {
    Map<String, List<Row>> seasonal = bySeason(Schema.REACH_SEASONS, "reach");
    Map<String, List<double[]>> lines = new HashMap<>();
    sheets.rows(Schema.GEOMETRY).forEach(r -> lines.put(r.text("reach"), r.points("line")));
    return sheets.rows(Schema.REACHES).stream()
        .map(
            r ->
                new Reach(
                    r.text("reach"),
                    r.names(),
                    new Reach.Line(
                        r.text("from_node"),
                        r.text("to_node"),
                        StrictMath.max(r.number("length_km"), SHORTEST_KM),
                        lines.getOrDefault(r.text("reach"), List.of())),
                    r.flag("reverses"),
                    r.text("unit"),
                    section(r),
                    new Reach.Drainage(r.number("area_km2", 0), r.flag("minor_path")),
                    seasonal.getOrDefault(r.text("reach"), List.of()).stream()
                        .map(WaterBuilder::reachSeason)
                        .toList(),
                    r.text("rate_class"),
                    !r.has("delivers") || r.flag("delivers"),
                    r.provenance()))
        .sorted(Comparator.comparing(Reach::id))
        .toList();
  }

  private static Reach.Section section(Row row) {
    return new Reach.Section(
        row.optional("width_m"),
        row.optional("depth_m"),
        row.optional("section_discharge_m3_per_s"),
        row.optional("slope"),
        row.optional("manning_n"),
        row.optional("reaeration_per_d"));
  }

  private static Reach.Seasonal reachSeason(Row row) {
    return new Reach.Seasonal(
        row.number("discharge_m3_per_s"),
        row.optional("mean_absolute_discharge_m3_per_s"),
        row.optional("fraction"),
        row.optional("width_m"),
        row.optional("depth_m"),
        row.optional("velocity_m_per_s"),
        row.optional("travel_time_d"),
        row.optional("temperature_c"),
        row.optional("light_w_per_m2"),
        row.provenance());
  }

  private List<Lake> lakes() {
    Map<String, List<Row>> seasonal = bySeason(Schema.LAKE_SEASONS, "lake");
    return sheets.rows(Schema.LAKES).stream()
        .map(
            r ->
                new Lake(
                    r.text("lake"),
                    r.names(),
                    r.text("unit"),
                    seasonal.getOrDefault(r.text("lake"), List.of()).stream()
                        .map(WaterBuilder::lakeSeason)
                        .toList(),
                    r.provenance()))
        .sorted(Comparator.comparing(Lake::id))
        .toList();
  }

  private static Lake.Seasonal lakeSeason(Row row) {
    return new Lake.Seasonal(
        row.number("volume_start_km3"),
        row.number("volume_end_km3"),
        row.number("area_km2"),
        row.optional("level_volume_end_km3"),
        row.optional("temperature_c"),
        row.optional("light_w_per_m2"),
        row.optional("wind_m_per_s"),
        row.number("fringe_area_km2", 0),
        row.provenance());
  }

  private List<NodeFlow> flows() {
    Map<String, NodeFlow> flows = new TreeMap<>();
    collect(Schema.BOUNDARIES, "boundary", flows);
    collect(Schema.INFLOWS, "inflow", flows);
    collect(Schema.LOSSES, "loss", flows);
    collect(Schema.ABSTRACTIONS, "abstraction", flows);
    return List.copyOf(flows.values());
  }

  private void collect(String file, String column, Map<String, NodeFlow> flows) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : sheets.rows(file)) {
      rows.computeIfAbsent(row.text(column), k -> new ArrayList<>()).add(row);
    }
    rows.forEach((id, own) -> flows.put(file + "\t" + id, flow(file, id, own)));
  }

  private NodeFlow flow(String file, String id, List<Row> rows) {
    Row first = rows.getFirst();
    boolean isInflow = file.equals(Schema.INFLOWS) || file.equals(Schema.BOUNDARIES);
    boolean hasUnit = isInflow || file.equals(Schema.ABSTRACTIONS);
    Quality quality = Quality.MEASURED;
    for (Row row : rows) {
      quality = quality.weaker(row.provenance().quality());
      boolean isSame =
          row.text("node").equals(first.text("node"))
              && (!isInflow || row.text("water").equals(first.text("water")))
              && (!isInflow || row.text("group").equals(first.text("group")));
      if (!isSame) {
        problems.error(
            "rows_disagree", file, row.number(), "node", id, row.text("node"), first.text("node"));
      }
    }
    return new NodeFlow(
        id,
        first.text("node"),
        kind(file, first),
        isInflow ? first.text("water") : "",
        isInflow ? first.text("group") : "",
        hasUnit ? first.text("unit") : "",
        seasons.stream().map(s -> discharge(rows, s.id())).toList(),
        isInflow && isUndisturbed(file, id, rows),
        new Provenance(first.provenance().reference(), quality));
  }

  /// The mark holds for the flow in all seasons: its rows must agree.
  private boolean isUndisturbed(String file, String id, List<Row> rows) {
    boolean isMarked = rows.getFirst().flag(UNDISTURBED);
    for (Row row : rows) {
      if (row.flag(UNDISTURBED) != isMarked) {
        problems.error(
            "rows_disagree",
            file,
            row.number(),
            UNDISTURBED,
            id,
            row.flag(UNDISTURBED) ? "yes" : "no",
            isMarked ? "yes" : "no");
      }
    }
    return isMarked;
  }

  /// A season without a row has no such flow.
  private static double discharge(List<Row> rows, String season) {
    OptionalDouble found = OptionalDouble.empty();
    for (Row row : rows) {
      boolean isOwn = row.text("season").equals(season);
      if (isOwn || (row.text("season").isEmpty() && found.isEmpty())) {
        found = row.optional("discharge_m3_per_s");
      }
    }
    return found.orElse(0);
  }

  private static NodeFlow.Kind kind(String file, Row row) {
    return switch (file) {
      case Schema.BOUNDARIES -> NodeFlow.Kind.BOUNDARY;
      case Schema.ABSTRACTIONS -> NodeFlow.Kind.ABSTRACTION;
      case Schema.LOSSES ->
          row.text("kind").equals("evaporation") ? NodeFlow.Kind.EVAPORATION : NodeFlow.Kind.LOSS;
      default -> row.text("kind").equals("rain") ? NodeFlow.Kind.RAIN : NodeFlow.Kind.LOCAL_INFLOW;
    };
  }

  private List<Water> waters(Units units) {
    return sheets.rows(Schema.WATERS).stream()
        .map(
            r ->
                new Water(
                    r.text("water"),
                    r.text("season"),
                    r.text("constituent"),
                    units.concentration(r, r.number("value")),
                    r.provenance()))
        .sorted(
            Comparator.comparing(Water::water)
                .thenComparing(Water::constituent)
                .thenComparing(Water::season))
        .toList();
  }
}
