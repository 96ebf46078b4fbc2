package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tonle.network.rates.OxygenSaturation;

/// FEATURE UNDER TEST: the oxygen sag below a discharge, along a reach and at its worst point.
/// Numbers: cases/do-sag/sp-*.json and n-chain.json (closed form, 60-digit arithmetic), tolerance
/// 1e-6; the case's rates hold at any temperature, the series is of the deficit C_s - C.
class F01_StreeterPhelps {
  private static final double[] DAYS = {0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 12};
  private static final double SATURATION = OxygenSaturation.mg_per_l(20, 0, 0);

  @Test
  void basic() {
    Sag sag = Sag.of(Map.of("kd", 0.3, "ka", 0.7), Map.of("BOD", 20.0), 1.0);
    sag.deficits(
        2.16375400416,
        3.04498639031,
        4.16007905715,
        4.66529378677,
        4.77981704623,
        4.38415490057,
        2.92418903431,
        1.30899920731,
        0.406707694171);
    sag.concentrations(
        "BOD",
        18.5548697266,
        17.2141595285,
        14.8163644136,
        12.7525630324,
        10.9762327219,
        8.13139319481,
        4.46260320297,
        1.81435906579,
        0.546474448946);
    sag.critical(1.94576247, 4.78126747);
  }

  // The textbook formula divides by ka - kd = 0; the limit is D = (kd L0 t + D0) e^{-kd t}.
  @Test
  void equalRates() {
    Sag sag = Sag.of(Map.of("kd", 0.5, "ka", 0.5), Map.of("BOD", 15.0), 0.5);
    sag.deficits(
        2.09593014364,
        3.30990332805,
        4.8522452777,
        5.55030699471,
        5.70213133816,
        5.13199368341,
        3.11922994771,
        1.10809615277,
        0.224327071988);
    sag.critical(1.93333333, 5.70523135);
  }

  @Test
  void settlingSedimentDemandAndNetPhotosynthesis() {
    Map<String, Double> rates =
        Map.of("kd", 0.35, "ks", 0.15, "ka", 0.9, "SOD", 1.5, "P", 0.4, "R", 1.1);
    Sag sag = Sag.of(rates, Map.of("BOD", 18.0), 2.0);
    sag.deficits(
        3.35627640045,
        4.28386425339,
        5.24829080627,
        5.48019905706,
        5.32976056092,
        4.61127894456,
        3.28268720009,
        2.44325482171,
        2.20538232135);
    sag.concentrations(
        "BOD",
        15.8849442465,
        14.0184140953,
        10.9175518748,
        8.50259794934,
        6.62182994109,
        4.01634288267,
        1.47752997523,
        0.329681499997,
        0.04461753918);
    sag.critical(1.49578269, 5.48021229);
  }

  @Test
  void distributedSource() {
    Sag sag = Sag.of(Map.of("kd", 0.25, "ka", 0.55, "Sd", 1.2), Map.of("BOD", 4.0), 0.3);
    sag.deficits(
        0.496496520704,
        0.670491697025,
        0.96153622352,
        1.1911034142,
        1.37297560697,
        1.63353740921,
        1.91313294651,
        2.07667583148,
        2.14697374962);
    sag.concentrations(
        "BOD",
        4.04846954975,
        4.09400247793,
        4.17695937354,
        4.25016857697,
        4.31477547223,
        4.42210675781,
        4.57079616251,
        4.69173177341,
        4.76017034531);
  }

  @Test
  void recoveryOnly() {
    Sag sag = Sag.of(Map.of("kd", 0.3, "ka", 1.1), Map.of("BOD", 0.0), 4.0);
    sag.deficits(
        3.0382884929,
        2.30779924152,
        1.33148433479,
        0.768199634483,
        0.443212633449,
        0.147532669605,
        0.0163470857539,
        0.000602932300382,
        7.40240479033e-06);
  }

  @Test
  void nitrogenChain() {
    Map<String, Double> rates = Map.of("kd", 0.3, "ka", 0.8, "khn", 0.2, "kn", 0.6);
    Map<String, Double> initial = Map.of("BOD", 12.0, "orgN", 2.5, "NH4", 3.0, "NO3", 0.4);
    Sag sag = Sag.of(rates, initial, 1.2);
    sag.deficits(
        3.53140577475,
        5.20628509679,
        7.13496313105,
        7.82333000232,
        7.79833399716,
        6.78923707478,
        4.24860481205,
        1.94462942636,
        0.730451315257);
    sag.concentrations(
        "orgN",
        2.37807356125,
        2.26209354509,
        2.04682688269,
        1.8520455517,
        1.67580011509,
        1.37202909024,
        0.919698602929,
        0.504741294987,
        0.226794883224);
    sag.concentrations(
        "NH4",
        2.69527573937,
        2.42747865874,
        1.98383380451,
        1.6375196804,
        1.36498992839,
        0.975287599505,
        0.546976671108,
        0.266772704829,
        0.114703966776);
    sag.concentrations(
        "NO3",
        0.826650699378,
        1.21042779617,
        1.86933931279,
        2.4104347679,
        2.85920995652,
        3.55268331026,
        4.43332472596,
        5.12848600018,
        5.55850115);
    sag.critical(1.71378041, 7.87726364);
  }

  /// Runs one case: rates by the names of the case files, initial concentrations and deficit.
  private record Sag(Map<String, Double> rates, Map<String, Double> initial, double deficit) {
    private static final double Q_M3_PER_S = 10;
    private static final double DEPTH_M = 1.2;

    static Sag of(Map<String, Double> rates, Map<String, Double> initial, double deficit) {
      return new Sag(rates, new TreeMap<>(initial), deficit);
    }

    private double rate(String name) {
      return rates.getOrDefault(name, 0.0);
    }

    /// A reach with a travel time of `days`.
    private Answer after(double days) {
      River river =
          River.of("A -> B  10 km  %s d  10 m3/s  1.2 m deep".formatted(days))
              .linked("BOD", "orgN", "NH4", "NO3", "DO");
      Object[] pairs = {
        "BOD", initial.getOrDefault("BOD", 0.0),
        "orgN", initial.getOrDefault("orgN", 0.0),
        "NH4", initial.getOrDefault("NH4", 0.0),
        "NO3", initial.getOrDefault("NO3", 0.0),
        "DO", SATURATION - deficit
      };
      river.boundary("A", Q_M3_PER_S, pairs);
      // Sd mg/L/d over the whole way, in g/s
      river.load(River.uniform("A-B"), "BOD", rate("Sd") * days * Q_M3_PER_S);
      return SagChemistry.add(river, rates, DEPTH_M).run();
    }

    void deficits(double... expected) {
      for (int i = 0; i < DAYS.length; i++) {
        near(expected[i], SATURATION - after(DAYS[i]).end("A-B", "DO"), "deficit", DAYS[i]);
      }
    }

    void concentrations(String constituent, double... expected) {
      for (int i = 0; i < DAYS.length; i++) {
        near(expected[i], after(DAYS[i]).end("A-B", constituent), constituent, DAYS[i]);
      }
    }

    private static void near(double expected, double found, String what, double days) {
      assertEquals(expected, found, 1e-6 + 1e-6 * expected, "%s at %s d".formatted(what, days));
    }

    /// A reach that ends a thousandth of a day before the critical time is worst at its end, one
    /// that goes on as long after it is not; over the whole way the worst is the critical deficit.
    void critical(double days, double expected) {
      assertEquals(expected, SATURATION - after(12).worst("A-B", "DO"), 1e-6);
      Answer before = after(days - 1e-3);
      assertEquals(before.end("A-B", "DO"), before.worst("A-B", "DO"), 1e-12);
      Answer beyond = after(days + 1e-3);
      assertTrue(beyond.worst("A-B", "DO") < beyond.end("A-B", "DO") - 1e-8);
    }
  }
}
