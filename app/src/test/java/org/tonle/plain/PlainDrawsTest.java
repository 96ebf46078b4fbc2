package org.tonle.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.convert.Text;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Constituent;
import org.tonle.model.ModelError;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// LAW: draws are what docs/theory/uncertainty.md says. 20,000 draws of the tutorial study by
/// another generator, each computed by the plain program as a study of its own, have the means and
/// percentiles of Tonle's draws within 3 % of the figure or of the band: of discharges, and of
/// concentrations in rivers and in the lake, into which the draws of loads, of what passes tanks
/// and plants, of retention, rates, waters and model errors go.
///
/// It does not hold them for the oxygen group, for spreads of retention by other scopes than a key,
/// and for depths and travel times that a study states.
class PlainDrawsTest {
  private static final int DRAWS = 20_000;
  private static final int TONLES_DRAWS = 10_000;
  private static final double NEAR = 0.03;

  /// Three standard errors of the share of draws below the 5th or 95th percentile of both samples.
  private static final double RANK = 0.008;

  private static final List<String> CARRIED = List.of("TN", "TP", "FC");
  private static final List<String> PLACES = List.of("MID", "CHANNEL", "TAIL", "LAKE");

  private final Map<String, double[]> simulated = new TreeMap<>();
  private final Map<String, double[]> read = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private int compared;

  @Test
  void haveTheMarginalsOfAnotherGenerator() {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    PlainDraws draws = new PlainDraws(new PlainModel(study), CARRIED, 7);
    for (int d = 0; d < DRAWS; d++) {
      draw(draws, d);
    }
    Result result =
        Runner.run(study, Scenario.BASELINE, new Options(TONLES_DRAWS, 1, 2))
            .result()
            .orElseThrow();
    concentrations(result.concentrations());
    discharges(result);
    assertEquals(List.of(), differences);
    assertTrue(compared > 100, compared + " figures");
  }

  private void draw(PlainDraws draws, int d) {
    PlainDraws.Drawn drawn = draws.next();
    PlainModel model = new PlainModel(drawn.study(), drawn.multiplier());
    for (int s = 0; s < model.waters.size(); s++) {
      for (String reach : PLACES.subList(0, PLACES.size() - 1)) {
        double q = model.waters.get(s).discharge[model.network.reachIndex(reach)];
        put(simulated, key(reach, s, "discharge"), d, q);
      }
    }
    for (PlainRivers rivers : model.groups.values()) {
      PlainReading reading = new PlainReading(model, rivers, rivers.run(model.all(rivers)), 0);
      Constituent of = rivers.members.getFirst();
      for (String place : PLACES) {
        boolean isLake = place.equals("LAKE");
        double ln =
            modelError(model.study, of.id(), isLake)
                * draws.normal("model error", of.id() + isLake);
        for (int s = 0; s < model.waters.size(); s++) {
          double c = isLake ? reading.lake(place, s) : reading.worstShown(place, s);
          put(simulated, key(place, s, of.id()), d, c);
          put(read, key(place, s, of.id()), d, c * StrictMath.exp(ln));
        }
      }
    }
  }

  private static double modelError(Study study, String constituent, boolean isLake) {
    double found = 0;
    for (ModelError error : study.evidence().modelErrors()) {
      boolean isMeant =
          switch (error.water()) {
            case ALL -> found == 0;
            case LAKE -> isLake;
            case RIVER -> !isLake;
          };
      found = error.constituent().equals(constituent) && isMeant ? error.spread() : found;
    }
    return found;
  }

  private static String key(String place, int season, String what) {
    return place + " " + season + " " + what;
  }

  private static void put(Map<String, double[]> into, String key, int d, double value) {
    into.computeIfAbsent(key, k -> new double[DRAWS])[d] = value;
  }

  private void concentrations(Concentrations found) {
    for (String place : PLACES) {
      int p = found.indexOf(place.equals("LAKE") ? Place.Kind.LAKE : Place.Kind.REACH, place);
      for (int c = 0; c < found.constituents().size(); c++) {
        String of = found.constituents().get(c).id();
        for (int s = 0; s < found.seasons().size() && CARRIED.contains(of); s++) {
          String key = key(place, s, of);
          double mean = found.value(Statistic.MEAN, p, s, c);
          if (mean > 0.001) {
            near(key + " mean", mean, mean(simulated.getOrDefault(key, new double[1])), 0);
            double[] own = read.getOrDefault(key, new double[1]);
            double low = found.value(Statistic.P5, p, s, c);
            double high = found.value(Statistic.P95, p, s, c);
            percentile(key, own, 0.05, low, high - low);
            percentile(key, own, 0.50, found.value(Statistic.P50, p, s, c), high - low);
            percentile(key, own, 0.95, high, high - low);
          }
        }
      }
    }
  }

  private void discharges(Result result) {
    List<String> seasons = result.concentrations().seasons().stream().map(s -> s.id()).toList();
    for (Hydraulics h : result.hydraulics()) {
      double[] own = simulated.get(key(h.reach(), seasons.indexOf(h.season()), "discharge"));
      if (own != null) {
        double one = StrictMath.abs(h.discharge5_m3_per_s());
        double other = StrictMath.abs(h.discharge95_m3_per_s());
        double low = StrictMath.min(one, other);
        double high = StrictMath.max(one, other);
        String key = h.reach() + " " + h.season() + " discharge";
        percentile(key, own, 0.05, low, high - low);
        percentile(key, own, 0.95, high, high - low);
      }
    }
  }

  private void near(String what, double tonle, double plain, double band) {
    compared++;
    double most = NEAR * StrictMath.max(StrictMath.abs(tonle), band);
    if (!(StrictMath.abs(tonle - plain) <= most)) {
      differences.add(Text.format("%s: Tonle %s, plain %s", what, tonle, plain));
    }
  }

  /// In the tail of a wide band a percentile is itself uncertain: there as many draws must lie
  /// below Tonle's as should.
  private void percentile(String what, double[] own, double share, double tonle, double band) {
    double below = Arrays.stream(own).filter(x -> x < tonle).count() / (double) own.length;
    if (StrictMath.abs(below - share) > RANK) {
      near(what + " " + share, tonle, percentile(own, share), band);
    } else {
      compared++;
    }
  }

  private static double mean(double[] of) {
    return Arrays.stream(of).average().orElse(Double.NaN);
  }

  private static double percentile(double[] of, double share) {
    double[] sorted = of.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = StrictMath.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
