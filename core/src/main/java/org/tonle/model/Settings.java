package org.tonle.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// What a study decides once.
///
/// @param year the year whose people and standards are meant
/// @param date standards in force on this day
/// @param confidence c: met if >= c, breached if <= 1 - c, else not known
/// @param turningShare under this share of the mean |daily| discharge a reversing reach is turning
/// @param closureShare open water balance of a node above it is a warning
/// @param dischargeExponent τ ~ Q^-exponent over the draws
/// @param lakeSteps steps a season is cut into for lakes
/// @param maxLakesInCycle lakes in one component above this number are refused
/// @param salinity_g_per_kg for oxygen saturation
/// @param tss_mg_per_l suspended solids that dim the light where none are simulated
/// @param conditioned whether a fit lets the observed load go on from every station of the fit set
/// @param accepted problem codes the study takes knowingly, with the reason
public record Settings(
    int year,
    LocalDate date,
    double confidence,
    int draws,
    long seed,
    double turningShare,
    double closureShare,
    double dischargeExponent,
    int lakeSteps,
    int maxLakesInCycle,
    double temperature_c,
    double light_w_per_m2,
    double salinity_g_per_kg,
    double tss_mg_per_l,
    String mainStandard,
    boolean conditioned,
    List<Accepted> accepted) {
  public Settings {
    accepted = List.copyOf(accepted);
  }

  /// Settings of a study whose fits simulate all loads.
  public Settings(
      int year,
      LocalDate date,
      double confidence,
      int draws,
      long seed,
      double turningShare,
      double closureShare,
      double dischargeExponent,
      int lakeSteps,
      int maxLakesInCycle,
      double temperature_c,
      double light_w_per_m2,
      double salinity_g_per_kg,
      double tss_mg_per_l,
      String mainStandard,
      List<Accepted> accepted) {
    this(
        year,
        date,
        confidence,
        draws,
        seed,
        turningShare,
        closureShare,
        dischargeExponent,
        lakeSteps,
        maxLakesInCycle,
        temperature_c,
        light_w_per_m2,
        salinity_g_per_kg,
        tss_mg_per_l,
        mainStandard,
        false,
        accepted);
  }

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
