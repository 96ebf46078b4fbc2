package org.tonle.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionments;
import org.tonle.cause.Response;
import org.tonle.draw.Draws;
import org.tonle.fit.EnsembleRunner;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Posterior;
import org.tonle.model.Quality;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.run.PlaceDraws;
import org.tonle.run.Result;

/// Measure choice: everything that could be measured, with its draws: the uncertain inputs, and the
/// concentrations of breached places, receptors and stations in every season.
final class MeasureChoice {
  /// Number of samples behind a measured season's mean; an estimate.
  static final int SAMPLES = 12;

  private final Study study;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<LinearWorth.Noise> errors = new ArrayList<>();

  private record Key(Place.Kind kind, String place, String season, String constituent) {}

  private final Set<Key> known = new HashSet<>();
  private final int inputCount;

  MeasureChoice(Apportionments causes) {
    study = causes.result().study();
    Result result = causes.result();
    PlaceDraws runs = new PlaceDraws(result.instance(), result.options());
    TreeSet<String> broken = new TreeSet<>();
    causes.all().forEach(a -> broken.add(a.constituent().id()));
    List<PlaceDraws.Series> wanted = stations(runs.places().named, broken);
    PlaceDraws.Drawn kept = runs.simulate(study.evidence().posterior(), wanted);
    addInputs(kept.draws(), new InputEvidence(study, result.loads()));
    inputCount = measurements.size();
    int[] all = java.util.stream.IntStream.range(0, causes.all().size()).toArray();
    causes.responses().visit(all, (q, response) -> addBreach(response));
    for (int w = 0; w < wanted.size(); w++) {
      PlaceDraws.Series one = wanted.get(w);
      addPlace(
          runs.places().named.get(one.place()),
          study.waterways().seasons().get(one.season()),
          study.chemistry().constituents().get(one.constituent()),
          kept.values()[w]);
    }
  }

  /// Receptors, stations and other places that an observation names, in all seasons.
  private List<PlaceDraws.Series> stations(List<Place> places, Set<String> constituents) {
    Set<String> named = new HashSet<>();
    study.rules().receptors().forEach(r -> named.add(r.id()));
    study.evidence().observations().forEach(o -> named.add(o.place()));
    List<PlaceDraws.Series> wanted = new ArrayList<>();
    for (int p = 0; p < places.size(); p++) {
      for (int s = 0; named.contains(places.get(p).id()) && s < seasonCount(); s++) {
        for (int c = 0; c < study.chemistry().constituents().size(); c++) {
          if (constituents.contains(study.chemistry().constituents().get(c).id())) {
            wanted.add(new PlaceDraws.Series(p, s, c));
          }
        }
      }
    }
    return wanted;
  }

  private int seasonCount() {
    return study.waterways().seasons().size();
  }

  private void addInputs(Draws draws, InputEvidence evidence) {
    List<Posterior.Input> inputs = new ArrayList<>(draws.inputs());
    inputs.sort(
        java.util.Comparator.comparing(Posterior.Input::variable)
            .thenComparing(Posterior.Input::object));
    for (Posterior.Input input : inputs) {
      InputEvidence.Evidence behind = evidence.of(input);
      measurements.add(
          new Measurement(
              input.variable(),
              input.object(),
              Optional.empty(),
              "",
              "",
              behind.mark(),
              behind.references(),
              0));
      values.add(draws.normal(input));
      errors.add(LinearWorth.Noise.NONE);
    }
  }

  private void addBreach(Response one) {
    double[] drawn = one.byDraw();
    for (int d = 0; one.isShortfall() && d < drawn.length; d++) {
      drawn[d] = StrictMath.max(0, one.saturation() - drawn[d]);
    }
    Season season =
        study.waterways().seasons().stream()
            .filter(s -> s.id().equals(one.season()))
            .findFirst()
            .orElseThrow();
    addPlace(one.place(), season, one.constituent(), drawn);
  }

  /// Oxygen may be 0, so its value is divided by the mean; other constituents use the logarithm.
  private void addPlace(Place place, Season season, Constituent of, double[] drawn) {
    double mean = java.util.Arrays.stream(drawn).average().orElse(0);
    double least = java.util.Arrays.stream(drawn).min().orElse(0);
    Key key = new Key(place.kind(), place.id(), season.id(), of.id());
    if (!(mean > 0) || (!of.isOxygen() && !(least > 0)) || !known.add(key)) {
      return;
    }
    double[] value = new double[drawn.length];
    for (int d = 0; d < value.length; d++) {
      value[d] = of.isOxygen() ? drawn[d] / mean : StrictMath.log(drawn[d]);
    }
    List<Observation> seen =
        study.evidence().observations().stream()
            .filter(o -> o.place().equals(place.id()) && o.constituent().equals(of.id()))
            .filter(o -> o.use() != Observation.Use.LEAVE_OUT && isIn(season, o))
            .toList();
    Optional<Quality> mark =
        seen.stream().map(o -> o.provenance().quality()).min(java.util.Comparator.naturalOrder());
    LinearWorth.Noise error = error(of);
    values.add(value);
    errors.add(error);
    measurements.add(
        new Measurement(
            "",
            "",
            Optional.of(place),
            season.id(),
            of.id(),
            mark,
            InputEvidence.references(seen.stream().map(Observation::provenance)),
            StrictMath.hypot(error.own(), error.common())));
  }

  private static boolean isIn(Season season, Observation o) {
    return o.months().isEmpty()
        || season.months().isEmpty()
        || season.months().stream().anyMatch(o.months()::contains);
  }

  /// Two errors: the sampling error of the mean, independent by place, and the model error, shared
  /// by all places of a constituent and as large as the ensemble fit assumes.
  private static LinearWorth.Noise error(Constituent of) {
    double variance = StrictMath.log1p(of.sample_cv() * of.sample_cv()) / SAMPLES;
    return new LinearWorth.Noise(StrictMath.sqrt(variance), EnsembleRunner.MODEL_ERROR, of.id());
  }

  /// Measurements in this order: inputs by name, breaches, stations.
  List<Measurement> measurements() {
    return measurements;
  }

  int inputCount() {
    return inputCount;
  }

  /// Values of each measurement, `[measurement][draw]`: the standard-normal numbers of an input,
  /// the logarithm of a concentration, for oxygen its value over the mean.
  double[][] values() {
    return values.toArray(double[][]::new);
  }

  List<LinearWorth.Noise> errors() {
    return errors;
  }
}
