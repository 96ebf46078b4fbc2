package org.tonle.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.convert.Convert;
import org.tonle.convert.Text;
import org.tonle.text.CsvText;

/// Study of one season that is written from a SPARROW model (docs/theory/fit.md).
///
/// A reach is a reach; a reservoir is a lake at its end, a station a node at its end, and a short
/// reach without travel time leads on from there. Sources are land (and factories, for point
/// sources) that enter at the middle; land-to-water delivery, decay by class and settling have
/// their own tables. Water that the model does not mention joins or evaporates so that the balance
/// closes.
final class SparrowStudy {
  /// Assumed velocity, for lengths that the tables do not give.
  private static final double VELOCITY_M_PER_S = 0.3;

  /// Residence time of reservoirs; no result of a steady year depends on it.
  private static final double RESIDENCE_D = 30;

  private static final double SHORT_KM = 0.001;
  private static final String REFERENCE = "SPARROW";

  private final SparrowModel model;
  private final List<SparrowMapping.Tolerated> tolerated;
  private final Set<String> closing = new HashSet<>();

  /// @param closing reaches whose load is cut so that it does not circulate
  SparrowStudy(
      SparrowModel model,
      List<SparrowMapping.Tolerated> tolerated,
      List<SparrowModel.Reach> closing) {
    this.model = model;
    this.tolerated = tolerated;
    closing.forEach(r -> this.closing.add(r.id()));
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("study.toml"), settings(), StandardCharsets.UTF_8);
    CsvText seasons = new CsvText("season", "name", "months");
    seasons.row("year", "the year", "1-12");
    seasons.write(folder, "seasons.csv");
    CsvText references = new CsvText("reference", "title");
    references.row(REFERENCE, model.reference());
    references.write(folder, "references.csv");
    units(folder);
    network(folder);
    water(folder);
    chemistry(folder);
    sources(folder);
    observations(folder);
    parameters(folder);
  }

  private String settings() {
    StringBuilder text = new StringBuilder();
    text.append(Text.format("id = \"%s\"\ntitle = \"%s\"\n", model.id(), model.title()));
    text.append("year = 2002\ndraws = 200\n\n");
    text.append("[fit]\n# The observed load goes on from every station, not the simulated one.\n");
    text.append("conditioned = true\n");
    for (SparrowMapping.Tolerated one : tolerated) {
      if (!one.code().equals("cycle_in_network")) {
        text.append(
            Text.format(
                "\n[[accept]]\ncode = \"%s\"\nreason = \"%s\"\n", one.code(), one.reason()));
      }
    }
    return text.toString();
  }

  private void units(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    model.reaches().forEach(r -> names.add(r.unit()));
    names.remove("");
    CsvText units = new CsvText("unit", "name", "kind");
    names.forEach(n -> units.row(n, n, "hydrologic unit"));
    units.write(folder, "units.csv");
  }

  // ---- nodes and reaches

  private boolean isLake(SparrowModel.Reach reach) {
    return reach.areaPerDischarge_a_per_m() > 0;
  }

  private static boolean isGauged(SparrowModel.Reach reach) {
    return !Double.isNaN(reach.observed_kg_per_a());
  }

  /// Node between a reach and the short reach below it; "" if there is no such node.
  private String between(SparrowModel.Reach reach) {
    return isLake(reach) ? reach.id() + "-lake" : isGauged(reach) ? reach.id() + "-gauge" : "";
  }

  private void network(Path folder) throws IOException {
    CsvText nodes = new CsvText("node", "name", "lon", "lat", "unit");
    CsvText reaches =
        new CsvText(
            "reach",
            "name",
            "from_node",
            "to_node",
            "length_km",
            "unit",
            "rate_class",
            "delivers",
            "reference",
            "quality",
            "note");
    CsvText seasons =
        new CsvText("reach", "discharge_m3_per_s", "fraction", "travel_time_d", "reference");
    Map<String, SparrowModel.Reach> named = new TreeMap<>();
    for (SparrowModel.Reach r : model.reaches()) {
      named.putIfAbsent(r.from(), r);
    }
    model.reaches().forEach(r -> named.putIfAbsent(r.to(), r));
    named.forEach((node, r) -> nodes.row(node, "", place(r.lon()), place(r.lat()), r.unit()));
    for (SparrowModel.Reach r : model.reaches()) {
      String middle = between(r);
      String to = middle.isEmpty() ? r.to() : middle;
      boolean goesOn = r.transfers() && !closing.contains(r.id());
      String note =
          closing.contains(r.id()) ? "closes a circle: its load is kept from going round" : "";
      double length_km = VELOCITY_M_PER_S * Convert.secondsFromDays(r.travelTime_d()) / 1000;
      reaches.row(
          r.id(),
          r.name(),
          r.from(),
          to,
          StrictMath.max(SHORT_KM, length_km),
          r.unit(),
          r.streamClass(),
          goesOn || !middle.isEmpty() ? "" : "no",
          "",
          "estimate",
          note.isEmpty() ? "length from the travel time at 0.3 m/s" : note);
      String fraction = r.fraction() == 1 && isAlone(r) ? "" : Double.toString(r.fraction());
      seasons.row(r.id(), r.discharge_m3_per_s(), fraction, r.travelTime_d(), REFERENCE);
      if (!middle.isEmpty()) {
        nodes.row(middle, r.station(), place(r.lon()), place(r.lat()), r.unit());
        String out = r.id() + "-out";
        reaches.row(
            out,
            r.name(),
            middle,
            r.to(),
            SHORT_KM,
            r.unit(),
            "",
            goesOn ? "" : "no",
            "",
            "estimate",
            "leads on from a reservoir or station");
        seasons.row(out, r.discharge_m3_per_s(), "", 0, REFERENCE);
      }
    }
    nodes.write(folder, "nodes.csv");
    reaches.write(folder, "reaches.csv");
    seasons.write(folder, "reach_seasons.csv");
  }

  private final Map<String, Integer> leavingCount = new TreeMap<>();

  private boolean isAlone(SparrowModel.Reach reach) {
    if (leavingCount.isEmpty()) {
      model.reaches().forEach(r -> leavingCount.merge(r.from(), 1, Integer::sum));
    }
    return leavingCount.getOrDefault(reach.from(), 0) == 1;
  }

  private static String place(double degrees) {
    return degrees == 0 ? "" : Double.toString(degrees);
  }

  private void water(Path folder) throws IOException {
    Map<String, Double> balance = new TreeMap<>();
    Set<String> left = new HashSet<>();
    for (SparrowModel.Reach r : model.reaches()) {
      balance.merge(r.from(), r.discharge_m3_per_s(), Double::sum);
      balance.merge(r.to(), -r.discharge_m3_per_s(), Double::sum);
      left.add(r.from());
    }
    CsvText inflows = new CsvText("inflow", "node", "kind", "discharge_m3_per_s", "water");
    CsvText losses = new CsvText("loss", "node", "kind", "discharge_m3_per_s");
    balance.forEach(
        (node, joins) -> {
          if (left.contains(node) && joins > 1e-9) {
            inflows.row("joins " + node, node, "local", joins, "land water");
          } else if (left.contains(node) && joins < -1e-9) {
            losses.row("evaporates " + node, node, "evaporation", -joins);
          }
        });
    inflows.write(folder, "inflows.csv");
    losses.write(folder, "losses.csv");
    CsvText waters = new CsvText("water", "constituent", "value", "unit", "note");
    waters.row("land water", model.constituent(), 0, "mg/L", "its load is that of the sources");
    waters.write(folder, "waters.csv");
    CsvText lakes = new CsvText("lake", "unit");
    CsvText storage =
        new CsvText("lake", "volume_start_km3", "volume_end_km3", "area_km2", "quality", "note");
    for (SparrowModel.Reach r : model.reaches()) {
      if (isLake(r)) {
        double year_m3 = r.discharge_m3_per_s() * Convert.secondsFromDays(365.25);
        double volume_km3 = r.discharge_m3_per_s() * Convert.secondsFromDays(RESIDENCE_D) / 1e9;
        lakes.row(between(r), r.unit());
        storage.row(
            between(r),
            volume_km3,
            volume_km3,
            r.areaPerDischarge_a_per_m() * year_m3 / 1e6,
            "derived",
            "area = areal load x yearly discharge; volume of 30 days, on which nothing depends");
      }
    }
    lakes.write(folder, "lakes.csv");
    storage.write(folder, "lake_seasons.csv");
  }

  // ---- constituents and sources

  private void chemistry(Path folder) throws IOException {
    String carried = model.constituent();
    CsvText constituents = new CsvText("constituent");
    constituents.row(carried);
    constituents.write(folder, "constituents.csv");
    CsvText reactions =
        new CsvText("reaction", "constituent", "kind", "value", "unit", "reference", "quality");
    CsvText rates =
        new CsvText("reaction", "place", "reach_class", "value", "unit", "reference", "quality");
    for (SparrowModel.Stream s : model.streams()) {
      reactions.row(s.name(), carried, "decay", 0, "1/d", REFERENCE, "published");
      if (s.value() > 0) {
        rates.row(s.name(), "", s.name(), s.value(), "1/d", REFERENCE, "published");
      }
    }
    for (SparrowModel.Reach r : model.reaches()) {
      if (r.rate_per_d() > 0) {
        rates.row(
            model.streams().getFirst().name(),
            r.id(),
            "",
            r.rate_per_d(),
            "1/d",
            REFERENCE,
            "derived");
      }
    }
    double settling = model.reservoir().map(SparrowModel.Stream::value).orElse(0.0);
    reactions.row(settlingId(), carried, "lake_settling", settling, "m/a", REFERENCE, "published");
    reactions.write(folder, "reactions.csv");
    rates.write(folder, "rates.csv");
  }

  /// The reservoir's own name; without reservoirs the built-in settling, switched off.
  private String settlingId() {
    return "tn_lake_settling";
  }

  private void sources(Path folder) throws IOException {
    CsvText land =
        new CsvText(
            "land",
            "unit",
            "reach",
            "where",
            "land_use",
            "area_km2",
            "input_t_per_a",
            "reference",
            "quality");
    CsvText factories =
        new CsvText(
            "industry",
            "unit",
            "reach",
            "where",
            "sector",
            "production_t_per_d",
            "reference",
            "quality");
    for (SparrowModel.Reach r : model.reaches()) {
      for (int k = 0; k < model.sources().size(); k++) {
        SparrowModel.Source source = model.sources().get(k);
        String id = r.id() + ":" + source.name();
        double amount = r.amount()[k];
        if (amount == 0) {
          continue;
        }
        switch (source.kind()) {
          case AREA ->
              land.row(
                  id,
                  r.unit(),
                  r.id(),
                  "middle",
                  source.name(),
                  amount,
                  "",
                  REFERENCE,
                  "published");
          case MASS ->
              land.row(
                  id,
                  r.unit(),
                  r.id(),
                  "middle",
                  source.name(),
                  "",
                  amount / 1000,
                  REFERENCE,
                  "published");
          case POINT ->
              factories.row(
                  id,
                  r.unit(),
                  r.id(),
                  "middle",
                  source.name(),
                  amount / 365.25 / 1000,
                  REFERENCE,
                  "published");
        }
      }
    }
    land.write(folder, "land.csv");
    factories.write(folder, "industry.csv");
    CsvText factors =
        new CsvText("kind", "key", "constituent", "value", "unit", "reference", "quality");
    for (SparrowModel.Source s : model.sources()) {
      String kind =
          switch (s.kind()) {
            case AREA -> "export";
            case MASS -> "input";
            case POINT -> "per_tonne";
          };
      factors.row(
          kind, s.name(), model.constituent(), s.coefficient(), unit(s), REFERENCE, "published");
    }
    factors.write(folder, "factors.csv");
    delivery(folder);
  }

  private static String unit(SparrowModel.Source source) {
    return source.kind() == SparrowModel.Source.Kind.AREA ? "kg/km2/a" : "t/t";
  }

  private void delivery(Path folder) throws IOException {
    CsvText variables = new CsvText("place", "variable", "value", "reference", "quality");
    for (SparrowModel.Reach r : model.reaches()) {
      for (int v = 0; v < model.variables().size(); v++) {
        variables.row(
            r.id(), model.variables().get(v).name(), r.trait()[v], REFERENCE, "published");
      }
    }
    variables.write(folder, "delivery_variables.csv");
    CsvText terms = new CsvText("land_use", "variable", "coefficient", "reference", "quality");
    for (SparrowModel.Variable v : model.variables()) {
      v.sources().forEach(s -> terms.row(s, v.name(), v.coefficient(), REFERENCE, "published"));
    }
    terms.write(folder, "delivery.csv");
  }

  // ---- observations and parameters of the fit

  private void observations(Path folder) throws IOException {
    CsvText observations =
        new CsvText(
            "station",
            "place",
            "months",
            "constituent",
            "statistic",
            "n",
            "value",
            "unit",
            "use",
            "reference",
            "quality",
            "note");
    for (SparrowModel.Reach r : model.reaches()) {
      if (isGauged(r)) {
        double load_g_per_s = Convert.gramsPerSecondFromGramsPerYear(r.observed_kg_per_a() * 1000);
        observations.row(
            r.station().isEmpty() ? r.id() : r.station(),
            between(r),
            "1-12",
            model.constituent(),
            "mean",
            1,
            load_g_per_s / r.discharge_m3_per_s(),
            "mg/L",
            "fit",
            REFERENCE,
            "published",
            Text.format("load of %s kg/a over the mean discharge", r.observed_kg_per_a()));
      }
    }
    observations.write(folder, "observations.csv");
  }

  private void parameters(Path folder) throws IOException {
    CsvText parameters =
        new CsvText(
            "parameter",
            "kind",
            "scope",
            "constituent",
            "start",
            "low",
            "high",
            "unit",
            "reference");
    for (SparrowModel.Fitted f : model.parameters()) {
      String kind =
          switch (f.kind()) {
            case "SOURCE" -> "factor";
            case "DELIVF" -> "delivery";
            default -> "rate";
          };
      String scope = f.kind().equals("RESV") ? settlingId() : f.name();
      String unit =
          switch (f.kind()) {
            case "SOURCE" ->
                model.sources().stream()
                    .filter(s -> s.name().equals(f.name()))
                    .map(SparrowStudy::unit)
                    .findFirst()
                    .orElse("");
            case "STRM" -> "1/d";
            case "RESV" -> "m/a";
            default -> "";
          };
      parameters.row(
          f.name(),
          kind,
          scope,
          model.constituent(),
          f.start(),
          f.low(),
          f.high(),
          unit,
          REFERENCE);
    }
    parameters.write(folder, "parameters.csv");
  }
}
