package org.tonle.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.fit.Conditioning;
import org.tonle.load.LoadModel;
import org.tonle.load.Loads;
import org.tonle.model.Factor;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.KineticsBuilder;
import org.tonle.network.rates.Multipliers;
import org.tonle.scenario.Applied;
import org.tonle.simulate.reverse.CentralSweep;

/// FEATURE UNDER TEST: SPARROW as one configuration of the engine, against the published tutorial
/// model of the Upper Midwest (cases/sparrow-mrb3; U.S. Geological Survey, RSPARROW): 11,526
/// reaches, bifurcations, reservoirs, land-to-water delivery, transfer switch, conditioning. Its
/// program accumulates in single precision: 2e-6 is the best there is.
class SparrowForwardTest {
  @TempDir Path folder;

  private static Map<String, Double> residuals(
      Map<String, Map<String, Double>> published, Map<String, Double> loads) {
    Map<String, Double> found = new HashMap<>();
    published.forEach(
        (id, row) ->
            found.put(
                id,
                StrictMath.log(
                    row.getOrDefault("observed_kg_yr", 0.0) / loads.getOrDefault(id, 0.0))));
    return found;
  }

  private static double worst(
      Map<String, Map<String, Double>> published, String column, Map<String, Double> found) {
    double worst = 0;
    for (Map.Entry<String, Map<String, Double>> row : published.entrySet()) {
      double expected = row.getValue().getOrDefault(column, Double.NaN);
      double own = found.getOrDefault(row.getKey(), Double.NaN);
      worst = StrictMath.max(worst, StrictMath.abs(own - expected));
    }
    return worst;
  }

  // model, SSE of the simulated and of the conditioned run (performance.csv)
  @ParameterizedTest(name = "model {0}")
  @CsvSource({
    "4, 330.010747045198, 196.548374933107",
    "5, 215.76771147748, 150.231977938609",
    "6, 155.475282122414, 115.687340820003"
  })
  void residualsAtThePublishedEstimates(String model, double simulated, double conditioned)
      throws IOException {
    Study study = SparrowCase.study(SparrowCase.mrb3(), model, folder);
    Map<String, Map<String, Double>> published =
        SparrowCase.published("residuals-model" + model + ".csv");
    assertEquals(708, published.size());
    Map<String, Double> all = residuals(published, SparrowCase.loads(study));
    assertEquals(0, worst(published, "simulated_log_residual", all), 2e-6);
    assertEquals(simulated, squares(all), 5e-5 * simulated);
    Map<String, Double> own = residuals(published, SparrowCase.loads(Conditioning.of(study)));
    // the published ones belong to the optimiser's last step but one
    assertEquals(0, worst(published, "conditioned_log_residual", own), 0.01);
    assertEquals(conditioned, squares(own), 5e-5 * conditioned);
  }

  private static double squares(Map<String, Double> residuals) {
    return residuals.values().stream().mapToDouble(r -> r * r).sum();
  }

  @Test
  void loadsOfModel1() throws IOException {
    Study study = SparrowCase.study(SparrowCase.mrb3(), "1", folder);
    Map<String, Map<String, Double>> published =
        SparrowCase.published("loads-model1-published.csv");
    assertEquals(11526, published.size());
    // published loads are scaled up by the mean exponentiated error 1.338349
    assertEquals(
        List.of(),
        SparrowCase.mismatches(published, "total_kg_yr", SparrowCase.loads(study), 1.338349, 2e-6));
  }

  @Test
  @Tag("slow")
  void loadsOfModel5BySource() throws IOException {
    Study study = SparrowCase.study(SparrowCase.mrb3(), "5", folder);
    Map<String, Map<String, Double>> published = SparrowCase.published("loads-model5-run.csv");
    double bias = 1.123383;
    assertEquals(
        List.of(),
        SparrowCase.mismatches(published, "total_kg_yr", SparrowCase.loads(study), bias, 2e-6));
    for (String source : List.of("point", "ndep", "MANC_N", "FARM_N")) {
      assertEquals(
          List.of(),
          SparrowCase.mismatches(
              published,
              "total_from_" + source,
              SparrowCase.loads(only(study, source)),
              bias,
              2e-6),
          source);
    }
    assertEquals(
        List.of(),
        SparrowCase.mismatches(
            published,
            "conditioned_total_kg_yr",
            SparrowCase.loadsThatGoOn(Conditioning.of(study)),
            bias,
            2e-6));
  }

  private static Study only(Study study, String source) {
    List<Factor> factors =
        study.emissions().factors().stream()
            .map(
                f ->
                    f.key().equals(source)
                        ? f
                        : new Factor(f.kind(), f.key(), f.constituent(), 0, f.provenance()))
            .toList();
    Study.Emissions e = study.emissions();
    return study.with(
        study.waterways(),
        new Study.Emissions(
            e.units(),
            e.sources(),
            e.sanitation(),
            factors,
            e.effluents(),
            e.seasonFactors(),
            e.delivery()));
  }

  @Test
  void deliveredFractionIsOneReverseSweep() throws IOException {
    Study study = SparrowCase.study(SparrowCase.mrb3(), "5", folder);
    Loads loads = LoadModel.of(study, Applied.of(study, Scenario.BASELINE));
    NetworkBuilder builder = new NetworkBuilder(study, loads);
    Network network = builder.network();
    Kinetics kinetics =
        new KineticsBuilder(study, Applied.of(study, Scenario.BASELINE), network, new Multipliers())
            .build()
            .getFirst();
    CentralSweep.Passage passage = passage(network, kinetics);
    double[] weight = new double[network.nodeCount()];
    Set<String> targets = targets();
    Map<String, Integer> middle = new HashMap<>();
    int[] down = network.seasons().getFirst().flow().down();
    for (int s = 0; s < network.segmentCount(); s++) {
      String reach = study.waterways().reaches().get(network.segmentReach()[s]).id();
      boolean isEnd =
          s + 1 == network.segmentCount()
              || network.segmentReach()[s + 1] != network.segmentReach()[s];
      boolean delivers = study.waterways().reaches().get(network.segmentReach()[s]).delivers();
      if (isEnd && !delivers && targets.contains(reach.replaceFirst("-out$", ""))) {
        weight[down[s]] = 1;
      }
      middle.putIfAbsent(reach, down[s]);
    }
    double[] sensitivity = new double[network.nodeCount()];
    new CentralSweep(network, 0).reverse(passage, weight, sensitivity);
    Map<String, Double> found = new HashMap<>();
    middle.forEach((reach, node) -> found.put(reach, sensitivity[node]));
    Map<String, Map<String, Double>> published = SparrowCase.published("loads-model5-run.csv");
    assertEquals(List.of(), SparrowCase.mismatches(published, "delivery_fraction", found, 1, 2e-6));
  }

  /// Reaches whose load is what the model delivers: termination flags 1 and 3.
  private static Set<String> targets() throws IOException {
    ForeignTable table = ForeignTable.find(SparrowCase.mrb3(), "network.csv").orElseThrow();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if (Set.of("1", "3").contains(table.text(i, "termflag"))) {
        found.add(table.text(i, "waterid"));
      }
    }
    return found.stream().collect(Collectors.toSet());
  }

  private static CentralSweep.Passage passage(Network network, Kinetics kinetics) {
    double[] survival = new double[network.segmentCount()];
    double[] kept = new double[network.nodeCount()];
    for (int s = 0; s < survival.length; s++) {
      int reach = network.segmentReach()[s];
      double time_s =
          network.seasons().getFirst().reaches().travelTime_s()[reach] * network.lengthShare()[s];
      double rate = 0;
      for (int i = 0; i < kinetics.reactionCount(); i++) {
        rate += kinetics.reaches().rate_per_s()[i][reach];
      }
      survival[s] = StrictMath.exp(-rate * time_s);
    }
    java.util.Arrays.fill(kept, 1);
    for (int l = 0; l < network.lakeCount(); l++) {
      int node = network.lakeNode()[l];
      double velocity = 0;
      for (int i = 0; i < kinetics.reactionCount(); i++) {
        velocity += kinetics.lakes().velocity_m_per_s()[i][l];
      }
      double out = network.seasons().getFirst().nodes().leaving_m3_per_s()[node];
      kept[node] = out / (out + velocity * network.seasons().getFirst().lakes().area_m2()[l]);
    }
    return CentralSweep.Passage.of(survival, new double[survival.length], kept);
  }
}
