package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.ExactPercentile;
import org.tonle.assess.Place;
import org.tonle.draw.ReadingError;
import org.tonle.model.Constituent;
import org.tonle.run.Question;

/// Response of a concentration to every cause, in the central run and in every draw
/// (docs/theory/apportionment.md, Eqs. 1, 8–9): the affine answer to all loads at once.
///
/// All figures are in the constituent's unit. Parts add up to the total of the central run and of
/// every draw; draws are in single precision. [Responses] lends the draws and takes them back; an
/// [Apportionment] keeps the results.
public final class Response {
  private final Question question;
  private final Constituent constituent;
  private final double saturation;
  private final List<Cause> causes;
  private final double[] central;
  private final float[][] draws;
  private final int drawCount;
  private final @Nullable ReadingError reading;

  /// @param saturation saturation of oxygen at the place, in its unit; 0 for other constituents
  /// @param central parts of the central run, one for each cause
  /// @param draws parts of every draw, `[cause][draw]`
  /// @param reading how the concentration is read where limits bind it, or null if nothing moves it
  Response(
      Question question,
      Constituent constituent,
      double saturation,
      List<Cause> causes,
      double[] central,
      float[][] draws,
      int drawCount,
      @Nullable ReadingError reading) {
    this.reading = reading;
    this.question = question;
    this.constituent = constituent;
    this.saturation = saturation;
    this.causes = causes;
    this.central = central;
    this.draws = draws;
    this.drawCount = drawCount;
  }

  public Place place() {
    return question.place();
  }

  public String season() {
    return question.season();
  }

  public Constituent constituent() {
    return constituent;
  }

  /// Whether the parts are parts of the oxygen that is missing to saturation.
  public boolean isShortfall() {
    return constituent.isOxygen();
  }

  public double saturation() {
    return saturation;
  }

  public List<Cause> causes() {
    return causes;
  }

  /// What a cause adds in the central run.
  public double central(int cause) {
    return central[cause];
  }

  public double draw(int cause, int draw) {
    return draws[cause][draw];
  }

  public int drawCount() {
    return drawCount;
  }

  /// The concentration (for oxygen the shortfall) that is read as a limit in a draw: a model error
  /// moves limits, not parts.
  public double allowed(double limit, int draw) {
    if (reading == null || drawCount == 0) {
      return limit;
    }
    return isShortfall() ? reading.simulatedShortfall(limit, draw) : reading.simulated(limit, draw);
  }

  /// Whether a model error moves limits.
  public boolean isMoved() {
    return reading != null && drawCount > 0;
  }

  /// A simulated concentration (for oxygen shortfall) as it is read in a draw.
  public double read(double simulated, int draw) {
    if (reading == null || drawCount == 0) {
      return simulated;
    }
    return isShortfall() ? reading.readShortfall(simulated, draw) : reading.read(simulated, draw);
  }

  /// The concentration (for oxygen the shortfall) of every draw, without model errors.
  public double[] byDraw() {
    double[] sum = new double[drawCount];
    for (float[] one : draws) {
      for (int d = 0; d < drawCount; d++) {
        sum[d] += one[d];
      }
    }
    return sum;
  }

  /// Parts summed by group, the largest first, with exact percentiles over all draws.
  public List<Contribution> by(Function<Cause, String> key) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < causes.size(); i++) {
      members.computeIfAbsent(key.apply(causes.get(i)), k -> new ArrayList<>()).add(i);
    }
    double total = Arrays.stream(central).sum();
    List<Contribution> rows = new ArrayList<>();
    double[] drawn = new double[drawCount];
    members.forEach((k, group) -> rows.add(row(k, group, total, drawn)));
    rows.sort(
        Comparator.comparingDouble((Contribution c) -> -StrictMath.abs(c.central()))
            .thenComparing(Contribution::key));
    return rows;
  }

  private Contribution row(String key, List<Integer> group, double total, double[] drawn) {
    double sum = 0;
    for (int i : group) {
      sum += central[i];
    }
    double share = total != 0 ? sum / total : 0;
    if (drawCount == 0) {
      return new Contribution(key, sum, sum, sum, sum, sum, share);
    }
    Arrays.fill(drawn, 0);
    for (int i : group) {
      for (int d = 0; d < drawCount; d++) {
        drawn[d] += draws[i][d];
      }
    }
    double mean = Arrays.stream(drawn).sum() / drawCount;
    Arrays.sort(drawn);
    return new Contribution(
        key,
        sum,
        mean,
        ExactPercentile.of(drawn, 0.05),
        ExactPercentile.of(drawn, 0.50),
        ExactPercentile.of(drawn, 0.95),
        share);
  }

  /// The apportionment to keep: the parts of the central run, and the percentiles of every
  /// grouping.
  Apportionment kept(UnitTree units) {
    Map<Grouping, List<Contribution>> rows = new EnumMap<>(Grouping.class);
    for (Grouping grouping : Grouping.values()) {
      rows.put(grouping, List.copyOf(by(c -> grouping.key(c, units))));
    }
    Contribution all = causes.isEmpty() ? Contribution.NOTHING : by(c -> "").getFirst();
    return new Apportionment(
        question, constituent, saturation, causes, central, drawCount, all, rows);
  }
}
