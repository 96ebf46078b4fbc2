package org.tonle.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.problem.Problem;

/// Reader of the tables of a SPARROW model by its mapping.
final class SparrowReader {
  private final Path folder;
  private final SparrowMapping mapping;
  private final List<Problem> problems = new ArrayList<>();

  SparrowReader(Path folder, SparrowMapping mapping) {
    this.folder = folder;
    this.mapping = mapping;
  }

  List<Problem> problems() {
    return problems;
  }

  /// The model; empty if `problems` holds the reason.
  ///
  /// @param wanted number or name of the model, if the tables hold several
  Optional<SparrowModel> read(String wanted) throws IOException {
    return mapping.text("layout").equals("dss") ? readDss() : readByModel(wanted);
  }

  private Optional<ForeignTable> table(String what) throws IOException {
    Optional<ForeignTable> found = ForeignTable.find(folder, mapping.file(what));
    if (found.isEmpty()) {
      problems.add(Problem.error("missing_file", mapping.file(what), 0, "", what, "", ""));
    }
    return found;
  }

  // ---- one table of reaches, parameters by model

  private Optional<SparrowModel> readByModel(String wanted) throws IOException {
    Optional<ForeignTable> network = table("network");
    Optional<ForeignTable> design = table("design");
    Optional<ForeignTable> parameters = table("parameters");
    if (network.isEmpty() || design.isEmpty() || parameters.isEmpty()) {
      return Optional.empty();
    }
    ForeignTable of = parameters.get();
    List<Integer> rows = new ArrayList<>();
    List<String> models = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      String name = of.text(i, "model");
      if (!models.contains(name)) {
        models.add(name);
      }
      if (name.equals(wanted) || name.equals("Model" + wanted)) {
        rows.add(i);
      }
    }
    if (rows.isEmpty()) {
      problems.add(
          Problem.error(
              "unknown_model", of.file(), 0, "model", String.join(" | ", models), wanted, ""));
      return Optional.empty();
    }
    return Optional.of(byModel(wanted, network.get(), design.get(), of, rows));
  }

  private SparrowModel byModel(
      String wanted,
      ForeignTable network,
      ForeignTable design,
      ForeignTable parameters,
      List<Integer> rows) {
    List<SparrowModel.Source> sources = new ArrayList<>();
    List<SparrowModel.Stream> streams = new ArrayList<>();
    List<SparrowModel.Variable> variables = new ArrayList<>();
    List<SparrowModel.Fitted> fitted = new ArrayList<>();
    Optional<SparrowModel.Stream> reservoir = Optional.empty();
    List<String> names = rows.stream().map(i -> parameters.text(i, "parameter")).toList();
    for (int i : rows) {
      String name = parameters.text(i, "parameter");
      double value = parameters.number(i, "published_estimate");
      String kind = parameters.text(i, "type");
      switch (kind) {
        case "SOURCE" -> sources.add(new SparrowModel.Source(name, sourceKind(name), value));
        case "STRM" -> streams.add(new SparrowModel.Stream(name, value));
        case "RESV" -> reservoir = Optional.of(new SparrowModel.Stream(name, value));
        default ->
            variables.add(new SparrowModel.Variable(name, value, actsOn(design, name, names)));
      }
      fitted.add(
          new SparrowModel.Fitted(
              name,
              kind,
              parameters.number(i, "initial"),
              parameters.number(i, "min"),
              parameters.number(i, "max")));
    }
    List<SparrowModel.Reach> reaches = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      reaches.add(reach(network, i, sources, variables, streams, reservoir));
    }
    String model = wanted.replaceFirst("^Model", "");
    return new SparrowModel(
        mapping.text("id") + "-model" + model,
        mapping.text("title") + ", model " + model,
        mapping.text("reference"),
        mapping.text("constituent"),
        reaches,
        sources,
        streams,
        reservoir,
        variables,
        fitted);
  }

  private SparrowModel.Source.Kind sourceKind(String name) {
    return switch (mapping.sources().getOrDefault(name, "area")) {
      case "mass" -> SparrowModel.Source.Kind.MASS;
      case "point" -> SparrowModel.Source.Kind.POINT;
      default -> SparrowModel.Source.Kind.AREA;
    };
  }

  private static List<String> actsOn(ForeignTable design, String variable, List<String> used) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < design.size(); i++) {
      String source = design.text(i, design.columns().getFirst());
      if (design.number(i, variable) == 1 && used.contains(source)) {
        found.add(source);
      }
    }
    return found;
  }

  private SparrowModel.Reach reach(
      ForeignTable network,
      int i,
      List<SparrowModel.Source> sources,
      List<SparrowModel.Variable> variables,
      List<SparrowModel.Stream> streams,
      Optional<SparrowModel.Stream> reservoir) {
    double time = 0;
    String streamClass = "";
    for (SparrowModel.Stream stream : streams) {
      double own = network.number(i, stream.name());
      if (own > 0 && time > 0) {
        problems.add(
            Problem.error(
                "two_stream_classes",
                network.file(),
                i + 2,
                stream.name(),
                "",
                network.text(i, mapping.column("reach")),
                ""));
      }
      streamClass = own > 0 ? stream.name() : streamClass;
      time = own > 0 ? own : time;
    }
    double observed = number(network, i, mapping.column("observed"), 0);
    String name = network.text(i, mapping.column("name"));
    String unit = network.text(i, mapping.column("unit"));
    return new SparrowModel.Reach(
        i + 2,
        network.text(i, mapping.column("reach")),
        name,
        network.text(i, mapping.column("from")),
        network.text(i, mapping.column("to")),
        number(network, i, mapping.column("fraction"), 1),
        number(network, i, mapping.column("transfer"), 1) != 0,
        number(network, i, mapping.column("discharge"), Double.NaN)
            * mapping.number("discharge_unit_m3_per_s", 1),
        time,
        streamClass,
        Double.NaN,
        reservoir.isPresent() ? number(network, i, reservoir.get().name(), 0) : 0,
        unit.isEmpty() ? "" : "HUC " + unit,
        number(network, i, mapping.column("lon"), 0),
        number(network, i, mapping.column("lat"), 0),
        observed > 0 ? observed : Double.NaN,
        name,
        sources.stream().mapToDouble(s -> number(network, i, s.name(), 0)).toArray(),
        variables.stream().mapToDouble(v -> number(network, i, v.name(), 0)).toArray());
  }

  /// The cell's number; `otherwise` for an empty cell; text is a problem.
  private double number(ForeignTable table, int row, String column, double otherwise) {
    double found = table.number(row, column);
    if (!Double.isNaN(found)) {
      return found;
    }
    if (!table.text(row, column).isEmpty() || Double.isNaN(otherwise)) {
      problems.add(
          Problem.error(
              "not_a_number", table.file(), row + 2, column, "", table.text(row, column), ""));
    }
    return otherwise;
  }

  // ---- coefficients and delivery per reach

  private Optional<SparrowModel> readDss() throws IOException {
    List<Optional<ForeignTable>> tables = new ArrayList<>();
    for (String what : List.of("network", "attributes", "sources", "coefficients", "sites")) {
      tables.add(table(what));
    }
    return tables.stream().allMatch(Optional::isPresent)
        ? Optional.of(dss(tables.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  private SparrowModel dss(List<ForeignTable> tables) {
    ForeignTable network = tables.get(0);
    ForeignTable coefficients = tables.get(3);
    List<Map<String, Integer>> rows = tables.stream().map(this::index).toList();
    double error = mapping.number("mean_exponentiated_error", 1);
    List<String> names = List.copyOf(mapping.sources().keySet());
    double[] middle = new double[names.size()];
    boolean[] varies = new boolean[names.size()];
    for (int k = 0; k < middle.length; k++) {
      String column = mapping.entries("coefficients").getOrDefault(names.get(k), "");
      double[] logs =
          rows.get(3).values().stream()
              .mapToDouble(i -> StrictMath.log(coefficients.number(i, column)))
              .sorted()
              .toArray();
      varies[k] = logs[logs.length - 1] - logs[0] > 1e-12;
      middle[k] = StrictMath.exp(java.util.Arrays.stream(logs).average().orElse(0));
    }
    List<SparrowModel.Source> sources = new ArrayList<>();
    List<SparrowModel.Variable> variables = new ArrayList<>();
    for (int k = 0; k < middle.length; k++) {
      String name = names.get(k);
      sources.add(new SparrowModel.Source(name, sourceKind(name), middle[k] / error));
      if (varies[k]) {
        variables.add(new SparrowModel.Variable("land to water, " + name, 1, List.of(name)));
      }
    }
    List<SparrowModel.Reach> reaches = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      dssReach(tables, rows, i, names, varies).ifPresent(reaches::add);
    }
    return new SparrowModel(
        mapping.text("id"),
        mapping.text("title"),
        mapping.text("reference"),
        mapping.text("constituent"),
        reaches,
        sources,
        List.of(new SparrowModel.Stream("instream", 0)),
        Optional.of(new SparrowModel.Stream("reservoir", 1)),
        variables,
        sources.stream()
            .map(s -> new SparrowModel.Fitted(s.name(), "SOURCE", s.coefficient(), 0, 1e6))
            .toList());
  }

  /// Rows by reach; in an iterated table the rows of iteration 0, the point estimate.
  private Map<String, Integer> index(ForeignTable table) {
    String iteration = mapping.column("iteration");
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < table.size(); i++) {
      if (!table.has(iteration) || table.number(i, iteration) == 0) {
        found.putIfAbsent(table.text(i, mapping.column("reach")), i);
      }
    }
    return found;
  }

  private Optional<SparrowModel.Reach> dssReach(
      List<ForeignTable> tables,
      List<Map<String, Integer>> rows,
      int i,
      List<String> names,
      boolean[] varies) {
    ForeignTable network = tables.get(0);
    String id = network.text(i, mapping.column("reach"));
    int[] at = new int[tables.size()];
    for (int t = 0; t < at.length; t++) {
      Integer row = t == 0 ? Integer.valueOf(i) : rows.get(t).get(id);
      if (row == null && t < 4) {
        problems.add(
            Problem.error(
                "unknown_reference",
                network.file(),
                i + 2,
                mapping.column("reach"),
                tables.get(t).file(),
                id,
                ""));
        return Optional.empty();
      }
      at[t] = row == null ? -1 : row;
    }
    ForeignTable attributes = tables.get(1);
    double delivery = number(tables.get(3), at[3], mapping.column("delivery"), 1);
    boolean isStream = number(attributes, at[1], mapping.column("type"), 0) == 0;
    double time = number(attributes, at[1], mapping.column("travel_time"), 0);
    double decay = isStream ? -2 * StrictMath.log(delivery) : 0;
    double[] amount = names.stream().mapToDouble(n -> number(tables.get(2), at[2], n, 0)).toArray();
    List<Double> traits = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      String column = mapping.entries("coefficients").getOrDefault(names.get(k), "");
      if (varies[k]) {
        traits.add(StrictMath.log(tables.get(3).number(at[3], column)));
      }
    }
    ForeignTable sites = tables.get(4);
    String unit = attributes.text(at[1], mapping.column("unit"));
    return Optional.of(
        new SparrowModel.Reach(
            i + 2,
            id,
            attributes.text(at[1], mapping.column("name")),
            network.text(i, mapping.column("from")),
            network.text(i, mapping.column("to")),
            number(network, i, mapping.column("fraction"), 1),
            number(network, i, mapping.column("transfer"), 1) != 0,
            number(attributes, at[1], mapping.column("discharge"), Double.NaN)
                * mapping.number("discharge_unit_m3_per_s", 1),
            decay > 0 && !(time > 0) ? 1 : time,
            "",
            decay > 0 ? decay / (time > 0 ? time : 1) : 0,
            isStream ? 0 : 1 / delivery - 1,
            unit.isEmpty() ? "" : "HUC " + unit,
            0,
            0,
            at[4] < 0 ? Double.NaN : number(sites, at[4], mapping.column("observed"), Double.NaN),
            at[4] < 0 ? "" : sites.text(at[4], mapping.column("station")),
            amount,
            traits.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
