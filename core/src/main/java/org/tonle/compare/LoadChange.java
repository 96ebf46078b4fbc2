package org.tonle.compare;

/// Load to the water that differs, mean of the year [t/a; of bacteria 10^12 counts/a].
///
/// @param of what it is summed over
/// @param id of the category, unit or source; "" in the total
public record LoadChange(
    Level of, String id, String constituent, double before_t_per_a, double after_t_per_a) {
  /// What loads are summed over.
  public enum Level {
    TOTAL,
    CATEGORY,
    UNIT,
    SOURCE;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public double difference_t_per_a() {
    return after_t_per_a - before_t_per_a;
  }
}
