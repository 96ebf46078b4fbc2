package org.tonle.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// What a study decides once.
///
/// @param year the year whose people and standards are meant
/// @param conditioned whether a fit lets the observed load go on from every station of the fit set
/// @param accepted problem codes the study takes knowingly, with the reason
public record Settings(
    int year,
    Judging judging,
    Sampling sampling,
    Routing routing,
    Ambient ambient,
    boolean conditioned,
    List<Accepted> accepted) {
  public Settings {
    accepted = List.copyOf(accepted);
  }

  /// How water is judged.
  ///
  /// @param date standards in force on this day
  /// @param confidence c: met if >= c, breached if <= 1 - c, else not known
  /// @param mainStandard standard whose classes stand first, or ""
  public record Judging(LocalDate date, double confidence, String mainStandard) {}

  /// How uncertainty is drawn.
  ///
  /// @param draws number of draws; 0 computes central values only
  /// @param dischargeExponent τ ~ Q^-exponent over the draws
  public record Sampling(int draws, long seed, double dischargeExponent) {}

  /// How water is led through reaches and lakes.
  ///
  /// @param turningShare under this share of the mean |daily| discharge a reversing reach is
  ///   turning
  /// @param closureShare open water balance of a node above it is a warning
  /// @param lakeSteps steps a season is cut into for lakes
  /// @param maxLakesInCycle lakes in one component above this number are refused
  public record Routing(
      double turningShare, double closureShare, int lakeSteps, int maxLakesInCycle) {}

  /// Properties of the water where reach, lake and season state none of their own.
  ///
  /// @param light_w_per_m2 mean solar radiation on the water
  /// @param salinity_g_per_kg for oxygen saturation
  /// @param tss_mg_per_l suspended solids that dim the light where none are simulated
  public record Ambient(
      double temperature_c, double light_w_per_m2, double salinity_g_per_kg, double tss_mg_per_l) {}

  /// Problems with those that the study accepts made one step milder, and a note of each reason.
  public List<Problem> accept(List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    for (Problem problem : problems) {
      boolean isAccepted = accepted.stream().anyMatch(a -> a.code().equals(problem.code()));
      found.add(isAccepted ? problem.milder() : problem);
    }
    for (Accepted one : accepted) {
      if (problems.stream().anyMatch(p -> p.code().equals(one.code()))) {
        found.add(
            new Problem(
                Severity.NOTE,
                "accepted",
                "study.toml",
                0,
                "accept",
                one.code(),
                one.reason(),
                ""));
      }
    }
    return found;
  }

  public record Accepted(String code, String reason) {}
}
