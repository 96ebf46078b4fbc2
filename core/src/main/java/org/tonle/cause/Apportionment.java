package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonle.assess.ExactPercentile;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;

/// Who causes the concentration of a place in a season (docs/theory/apportionment.md, Eqs. 1, 8–9).
///
/// All figures are in the constituent's unit. Parts add up to the total of the central run and of
/// every draw; draws are kept in single precision.
public final class Apportionment {
  private final Place place;
  private final String season;
  private final Constituent constituent;
  private final double saturation;
  private final List<Cause> causes;
  private final double[] central;
  private final float[][] draws;
  private final int drawCount;

  /// @param saturation of oxygen at the place, in its unit; 0 for all but oxygen
  /// @param central parts of the central run, one per cause
  /// @param draws the same in the draws, `[cause][draw]`
  public Apportionment(
      Place place,
      String season,
      Constituent constituent,
      double saturation,
      List<Cause> causes,
      double[] central,
      float[][] draws,
      int drawCount) {
    this.place = place;
    this.season = season;
    this.constituent = constituent;
    this.saturation = saturation;
    this.causes = List.copyOf(causes);
    this.central = central;
    this.draws = draws;
    this.drawCount = drawCount;
  }

  public Place place() {
    return place;
  }

  public String season() {
    return season;
  }

  public Constituent constituent() {
    return constituent;
  }

  /// Whether parts are of the oxygen missing to saturation.
  public boolean isShortfall() {
    return constituent.isOxygen();
  }

  public double saturation() {
    return saturation;
  }

  public List<Cause> causes() {
    return causes;
  }

  public double central(int cause) {
    return central[cause];
  }

  public double draw(int cause, int draw) {
    return draws[cause][draw];
  }

  public int drawCount() {
    return drawCount;
  }

  /// The concentration (for oxygen what is missing) of the central run.
  public double total() {
    return Arrays.stream(central).sum();
  }

  /// Everything as one row, keyed "".
  public Contribution all() {
    return rows(c -> "").getFirst();
  }

  /// Parts summed by group, the largest first.
  public List<Contribution> by(Grouping grouping, UnitTree units) {
    return rows(c -> grouping.key(c, units));
  }

  /// Share of the central total from other countries than `home`: over the border.
  public double transboundaryShare(UnitTree units, String home) {
    double abroad = 0;
    for (int i = 0; i < causes.size(); i++) {
      String country = units.country(causes.get(i).unit());
      abroad += country.isEmpty() || country.equals(home) ? 0 : central[i];
    }
    double total = total();
    return total != 0 ? abroad / total : 0;
  }

  private List<Contribution> rows(Function<Cause, String> key) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < causes.size(); i++) {
      members.computeIfAbsent(key.apply(causes.get(i)), k -> new ArrayList<>()).add(i);
    }
    double total = total();
    List<Contribution> rows = new ArrayList<>();
    members.forEach((k, group) -> rows.add(row(k, group, total)));
    rows.sort(
        Comparator.comparingDouble((Contribution c) -> -StrictMath.abs(c.central()))
            .thenComparing(Contribution::key));
    return rows;
  }

  private Contribution row(String key, List<Integer> group, double total) {
    double sum = 0;
    for (int i : group) {
      sum += central[i];
    }
    double share = total != 0 ? sum / total : 0;
    if (drawCount == 0) {
      return new Contribution(key, sum, sum, sum, sum, sum, share);
    }
    double[] drawn = new double[drawCount];
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
}
