package org.tonle.law;

import java.util.List;
import org.tonle.model.Constituent;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.network.rates.OxygenSaturation;

/// The equation c' = A c + a [1/d, g/m³/d] of one linked group at one place, read off the reactions
/// row by row.
final class DenseReactions {
  final double[][] matrix;
  final double[] constant;
  private final List<String> group;

  private DenseReactions(List<String> group) {
    this.group = group;
    matrix = new double[group.size()][group.size()];
    constant = new double[group.size()];
  }

  static DenseReactions inReach(Study study, List<String> group, double depth_m, double t_c) {
    DenseReactions found = of(study, group, depth_m, t_c, false);
    found.bind(study);
    return found;
  }

  /// With what bed and fringe give, and losses that end at a residual.
  ///
  /// @param fringe share of the area that is flooded land
  static DenseReactions inLake(
      Study study, List<String> group, double depth_m, double t_c, double fringe) {
    DenseReactions found = of(study, group, depth_m, t_c, true);
    List<Reaction> rows = study.chemistry().reactions();
    for (Reaction row : rows) {
      int of = group.indexOf(row.constituent());
      double value = row.value() * StrictMath.pow(row.theta(), t_c - 20);
      if (of >= 0) {
        found.constant[of] +=
            switch (row.kind()) {
              case RELEASE -> value / depth_m;
              case FRINGE_RELEASE -> fringe * value / depth_m;
              case FRINGE_DEMAND -> -fringe * value / depth_m;
              default -> 0;
            };
        for (int m = 0; row.kind() == Reaction.Kind.RESIDUAL && m < group.size(); m++) {
          found.constant[m] -= found.matrix[m][of] * value;
        }
      }
    }
    found.bind(study);
    return found;
  }

  /// All is said of the free part F = P - a S so far; now of P: A becomes T A T⁻¹ with T = I + a
  /// e_P e_Sᵀ.
  private void bind(Study study) {
    for (Reaction row : study.chemistry().reactions()) {
      int carrier = group.indexOf(row.constituent());
      int bound = group.indexOf(row.product());
      if (row.kind() == Reaction.Kind.BINDING && carrier >= 0 && bound >= 0) {
        for (double[] of : matrix) {
          of[carrier] -= row.value() * of[bound];
        }
        for (int m = 0; m < group.size(); m++) {
          matrix[bound][m] += row.value() * matrix[carrier][m];
        }
        constant[bound] += row.value() * constant[carrier];
      }
    }
  }

  private static DenseReactions of(
      Study study, List<String> group, double depth_m, double t_c, boolean isLake) {
    DenseReactions found = new DenseReactions(group);
    List<Reaction> rows = study.chemistry().reactions();
    for (int i = 0; i < rows.size(); i++) {
      Reaction row = rows.get(i);
      int of = group.indexOf(row.constituent());
      boolean isFurtherProduct = i > 0 && rows.get(i - 1).id().equals(row.id());
      if (of >= 0) {
        double value = row.value() * StrictMath.pow(row.theta(), t_c - 20);
        found.add(row, of, value, depth_m, isFurtherProduct, replaced(study, row, isLake));
      }
    }
    double saturation = OxygenSaturation.mg_per_l(t_c, 0, 0);
    for (Reaction row : rows) {
      int of = group.indexOf(row.constituent());
      if (of >= 0 && row.kind() == Reaction.Kind.REAERATION) {
        double ka = row.value() * StrictMath.pow(row.theta(), t_c - 20);
        found.constant[of] += ka * saturation;
      }
    }
    return found;
  }

  /// In a lake, lake settling stands in place of settling and decay.
  private static boolean replaced(Study study, Reaction row, boolean isLake) {
    boolean isOwn = row.kind() == Reaction.Kind.LAKE_SETTLING;
    boolean hasOwn =
        study.chemistry().reactions().stream()
            .anyMatch(
                r ->
                    r.kind() == Reaction.Kind.LAKE_SETTLING
                        && r.constituent().equals(row.constituent()));
    return isOwn ? !isLake : isLake && hasOwn;
  }

  private void add(
      Reaction row,
      int of,
      double value,
      double depth_m,
      boolean isFurtherProduct,
      boolean isReplaced) {
    double k =
        switch (row.kind()) {
          case DECAY, REAERATION -> value;
          case SETTLING, UPTAKE, LAKE_SETTLING -> value / depth_m;
          default -> 0;
        };
    constant[of] +=
        switch (row.kind()) {
          case SEDIMENT_DEMAND -> -value / depth_m;
          case PHOTOSYNTHESIS -> value;
          case RESPIRATION -> -value;
          default -> 0;
        };
    if (isReplaced) {
      return;
    }
    if (!isFurtherProduct) {
      matrix[of][of] -= k;
    }
    int product = group.indexOf(row.product());
    if (product >= 0) {
      matrix[product][of] += row.yield() * k;
    }
  }

  /// Groups of constituents that are solved together.
  static List<List<String>> groups(Study study) {
    return study.chemistry().constituents().stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                c -> c.group().isEmpty() ? c.id() : c.group(),
                java.util.LinkedHashMap::new,
                java.util.stream.Collectors.mapping(
                    Constituent::id, java.util.stream.Collectors.toList())))
        .values()
        .stream()
        .toList();
  }
}
