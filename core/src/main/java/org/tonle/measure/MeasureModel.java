package org.tonle.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Demand;

/// Measure model: from a demand and its draws to the worth of measurements
/// (docs/theory/measuring.md).
public final class MeasureModel {
  /// Number of measurements to make first.
  private static final int FIRST = 10;

  /// Number of measurements reported for each aim, besides those to make first.
  private static final int TOLD = 20;

  private final MeasureChoice choice;
  private final Demand demand;
  private final int draws;
  private final double inputFloor;
  private final double placeFloor;

  private MeasureModel(Apportionments causes, Demand demand) {
    this.demand = demand;
    draws = causes.result().options().draws();
    choice = new MeasureChoice(causes);
    inputFloor = VarianceShares.floor(draws, choice.inputCount());
    placeFloor = LinearWorth.floor(draws, choice.measurements().size());
  }

  /// Worth of measurements for a demand; without draws only the marks that it rests on.
  public static MeasuringWorth of(Apportionments causes, Demand demand) {
    MarkIndex marks = new MarkIndex(causes.result().study(), causes.result().loads());
    List<Marks> rests = demand.allocation().bounds().stream().map(marks::of).toList();
    List<Unmeasured> unmeasured = Unmeasured.of(causes.result().study(), demand);
    if (causes.result().options().draws() == 0 || rests.isEmpty()) {
      return new MeasuringWorth(unmeasured, List.of(), List.of(), rests, 1, 1);
    }
    MeasureModel model = new MeasureModel(causes, demand);
    return new MeasuringWorth(
        unmeasured,
        model.choice.measurements(),
        model.answers(),
        rests,
        model.inputFloor,
        model.placeFloor);
  }

  private List<MeasuringWorth.Answer> answers() {
    List<MeasuringWorth.Answer> answers = new ArrayList<>();
    for (MeasuringWorth.Question question : MeasuringWorth.Question.values()) {
      DemandDraws aims =
          switch (question) {
            case DEMAND -> DemandDraws.ofDemand(demand);
            case BEYOND -> DemandDraws.beyond(demand);
          };
      if (!aims.places().isEmpty() || !aims.constituents().isEmpty()) {
        answers.add(answer(question, aims));
      }
    }
    return answers;
  }

  private MeasuringWorth.Answer answer(MeasuringWorth.Question question, DemandDraws aims) {
    List<DemandDraws.Drawn> single = new ArrayList<>(aims.constituents());
    single.addAll(aims.places());
    double[][] outputs = single.stream().map(DemandDraws.Drawn::values).toArray(double[][]::new);
    double[] weights = single.stream().mapToDouble(one -> one.aim().weight()).toArray();
    LinearWorth linear = new LinearWorth(choice.values(), choice.errors(), outputs, weights);
    double[][] share = shares(outputs, linear);
    double[] together = new double[share.length];
    for (int m = 0; m < share.length; m++) {
      together[m] = mean(share[m], weights);
    }
    List<MeasuringWorth.First> first = new ArrayList<>();
    for (LinearWorth.Pick pick : linear.first(FIRST)) {
      double[] own = share[pick.candidate()];
      int narrows = narrows(own, weights, aims.constituents().size());
      first.add(
          new MeasuringWorth.First(
              pick.candidate(),
              together[pick.candidate()],
              pick.gain(),
              pick.left(),
              narrows + 1,
              own[narrows]));
    }
    List<MeasuringWorth.Aim> told = new ArrayList<>();
    told.add(new MeasuringWorth.Aim(-1, "", 1, Double.NaN, Double.NaN, Double.NaN));
    single.forEach(one -> told.add(one.aim()));
    List<MeasuringWorth.Share> shares = new ArrayList<>(largest(0, m -> together[m]));
    for (int o = 0; o < outputs.length; o++) {
      int output = o;
      shares.addAll(largest(o + 1, m -> share[m][output]));
    }
    return new MeasuringWorth.Answer(question, told, shares, first);
  }

  private static double mean(double[] share, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int o = 0; o < weights.length; o++) {
      sum += weights[o] * share[o];
      all += weights[o];
    }
    return all > 0 ? sum / all : 0;
  }

  private List<MeasuringWorth.Share> largest(int aim, IntToDoubleFunction share) {
    return IntStream.range(0, choice.measurements().size())
        .filter(m -> share.applyAsDouble(m) > 0)
        .mapToObj(m -> new MeasuringWorth.Share(aim, m, share.applyAsDouble(m)))
        .sorted(
            Comparator.comparingDouble((MeasuringWorth.Share s) -> -s.share())
                .thenComparingInt(MeasuringWorth.Share::measurement))
        .limit(TOLD)
        .toList();
  }

  /// The constituent whose figure a measurement narrows most; if there is none, the place.
  private static int narrows(double[] share, double[] weights, int constituents) {
    int best = 0;
    for (int o = 1; o < constituents; o++) {
      best = share[o] > share[best] ? o : best;
    }
    if (share[best] > 0) {
      return best;
    }
    for (int o = constituents; o < share.length; o++) {
      best = weights[o] * share[o] > weights[best] * share[best] ? o : best;
    }
    return best;
  }

  /// Share of each output's variance by measurement, 0 if it could be chance. For an input, r² is a
  /// share too, that of its straight line; it may exceed chance where the whole share does not.
  private double[][] shares(double[][] outputs, LinearWorth linear) {
    double[][] share = new double[choice.measurements().size()][outputs.length];
    for (int m = 0; m < share.length; m++) {
      for (int o = 0; o < outputs.length; o++) {
        share[m][o] = linear.alone(m, o);
      }
      if (choice.measurements().get(m).isInput()) {
        VarianceShares input = new VarianceShares(choice.values()[m]);
        for (int o = 0; o < outputs.length; o++) {
          double found = input.of(outputs[o]);
          share[m][o] = StrictMath.max(share[m][o], found > inputFloor ? found : 0);
        }
      }
    }
    return share;
  }
}
