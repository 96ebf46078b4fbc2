package org.tonle.compare;

/// Load change: a load to the water that differs, mean of the year [t/a; bacteria 10^12 counts/a].
///
/// @param of level of the sum
/// @param id of the category, unit or source; "" in the total
public record LoadChange(
    Level of, String id, String constituent, double before_t_per_a, double after_t_per_a) {
  /// Level that loads are summed over.
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
