package org.tonle.cause;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.run.Question;

/// Apportionment of the concentration of a place in a season to its causes
/// (docs/theory/apportionment.md, Eqs. 1, 8–9): the parts of the central run, and the percentiles
/// of every group of causes over the draws. The draws themselves belong to a [Response] and are not
/// kept.
///
/// All figures are in the constituent's unit. Parts add up to the total of the central run.
public final class Apportionment {
  private final Question question;
  private final Constituent constituent;
  private final double saturation;
  private final List<Cause> causes;
  private final double[] central;
  private final int drawCount;
  private final Contribution all;
  private final Map<Grouping, List<Contribution>> rows;

  Apportionment(
      Question question,
      Constituent constituent,
      double saturation,
      List<Cause> causes,
      double[] central,
      int drawCount,
      Contribution all,
      Map<Grouping, List<Contribution>> rows) {
    this.question = question;
    this.constituent = constituent;
    this.saturation = saturation;
    this.causes = causes;
    this.central = central;
    this.drawCount = drawCount;
    this.all = all;
    this.rows = new EnumMap<>(rows);
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

  /// Saturation of oxygen at the place; 0 for other constituents.
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

  public int drawCount() {
    return drawCount;
  }

  /// The concentration (for oxygen the shortfall) of the central run.
  public double total() {
    return Arrays.stream(central).sum();
  }

  /// The total as one row, with the key "".
  public Contribution all() {
    return all;
  }

  /// Parts summed by group, the largest first.
  public List<Contribution> by(Grouping grouping) {
    return rows.getOrDefault(grouping, List.of());
  }

  /// Share of the central total that comes from countries other than `home`.
  public double transboundaryShare(UnitTree units, String home) {
    double abroad = 0;
    for (int i = 0; i < causes.size(); i++) {
      String country = units.country(causes.get(i).unit());
      abroad += country.isEmpty() || country.equals(home) ? 0 : central[i];
    }
    double total = total();
    return total != 0 ? abroad / total : 0;
  }
}
