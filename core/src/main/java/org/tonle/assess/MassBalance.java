package org.tonle.assess;

import java.util.List;
import org.tonle.simulate.course.MassLine;

/// Mass balance of one constituent over the year, by line [t/a; 10^12 counts/a for bacteria].
///
/// @param error |in - out| / in of the central run
/// @param drawError the same ratio, worst over the draws
public record MassBalance(
    String constituent, List<Double> tonnes_per_a, double error, double drawError) {
  public MassBalance {
    tonnes_per_a = List.copyOf(tonnes_per_a);
  }

  public double value(MassLine line) {
    return tonnes_per_a.get(line.ordinal());
  }
}
