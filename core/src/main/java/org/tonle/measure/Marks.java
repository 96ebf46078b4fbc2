package org.tonle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.model.Quality;

/// Marks of a figure: the part that rests on figures of each mark, in the order of the marks.
public record Marks(List<Double> part) {
  /// A computed figure has the weakest mark that holds over this share of it.
  private static final double COUNTS = 0.1;

  public static final Marks NONE = of(new double[Quality.values().length]);

  public Marks {
    part = List.copyOf(part);
  }

  private static Marks of(double[] part) {
    return new Marks(Arrays.stream(part).boxed().toList());
  }

  /// A figure with one mark only.
  public static Marks of(Quality quality, double part) {
    return NONE.plus(quality, part);
  }

  public Marks plus(Quality quality, double more) {
    double[] sum = part.stream().mapToDouble(p -> p).toArray();
    sum[quality.ordinal()] += more;
    return of(sum);
  }

  /// The sum with the marks of another figure times a factor.
  public Marks plus(Marks other, double times) {
    List<Double> sum = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      sum.add(part.get(i) + times * other.part.get(i));
    }
    return new Marks(sum);
  }

  public double total() {
    return part.stream().mapToDouble(p -> p).sum();
  }

  /// Share of a mark in the whole figure; 0 if the figure is empty.
  public double share(Quality quality) {
    double total = total();
    return total > 0 ? part.get(quality.ordinal()) / total : 0;
  }

  /// The weakest mark that holds over a tenth; the strongest if the figure is empty.
  public Quality mark() {
    Quality weakest = Quality.MEASURED;
    for (Quality quality : Quality.values()) {
      weakest = share(quality) > COUNTS ? weakest.weaker(quality) : weakest;
    }
    return weakest;
  }
}
