package org.tonle.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tonle.problem.Listing;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Settings that hold for the whole study.
///
/// @param year year for population and standards
/// @param conditioned whether a fit passes the observed load on from every station of the fit set
/// @param accepted problem codes that the study accepts knowingly, with the reason
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

  /// Judging of the water.
  ///
  /// @param date standards in force on this day
  /// @param confidence c: met if >= c, breached if <= 1 - c, else not known
  /// @param mainStandard standard whose classes come first, or ""
  /// @param safetyShare share of every capacity that is fixed for what is not known
  /// @param reserveShare share of it that is kept for later
  public record Judging(
      LocalDate date,
      double confidence,
      String mainStandard,
      double safetyShare,
      double reserveShare) {
    /// The same judging with another main standard.
    public Judging by(String other) {
      return new Judging(date, confidence, other, safetyShare, reserveShare);
    }
  }

  /// Sampling of the uncertain inputs.
  ///
  /// @param draws number of draws; 0 computes central values only
  /// @param dischargeExponent τ ~ Q^-exponent over the draws
  /// @param groupCorrelation correlation between the discharges of any two hydrological groups, as
  ///   ranks, 0 to 1
  public record Sampling(int draws, long seed, double dischargeExponent, double groupCorrelation) {}

  /// Routing of water through reaches and lakes.
  ///
  /// @param turningShare a reversing reach is turning if its |mean| discharge is under this share
  ///   of the mean |daily| discharge
  /// @param closureShare an open water balance of a node above this share is a warning
  /// @param lakeSteps steps into which a season is cut for lakes
  /// @param effluentsJoin whether stated effluents join the stated discharges; else these hold them
  ///   already
  /// @param maxLakesInCycle a component with more lakes than this is refused
  public record Routing(
      double turningShare,
      double closureShare,
      boolean effluentsJoin,
      int lakeSteps,
      int maxLakesInCycle) {}

  /// Ambient properties of the water, for reaches, lakes and seasons that state no values of their
  /// own.
  ///
  /// @param light_w_per_m2 mean solar radiation on the water
  /// @param salinity_g_per_kg for oxygen saturation
  /// @param tss_mg_per_l suspended solids that reduce the light in all water
  public record Ambient(
      double temperature_c, double light_w_per_m2, double salinity_g_per_kg, double tss_mg_per_l) {}

  /// The same settings with another judging.
  public Settings with(Judging other) {
    return new Settings(year, other, sampling, routing, ambient, conditioned, accepted);
  }

  /// Leaves accepted warnings out, makes accepted errors warnings, and adds a note with each
  /// reason.
  public List<Problem> accept(List<Problem> problems) {
    return accept(problems, p -> "");
  }

  /// The same, where the row of a problem has an id.
  public List<Problem> accept(List<Problem> problems, Function<Problem, String> idOf) {
    List<Problem> found = new ArrayList<>();
    for (Problem problem : problems) {
      boolean isAccepted = accepted.stream().anyMatch(a -> a.covers(problem, idOf));
      if (!isAccepted) {
        found.add(problem);
      } else if (problem.isError()) {
        found.add(problem.milder());
      }
    }
    for (Accepted one : accepted) {
      if (problems.stream().anyMatch(p -> one.covers(p, idOf))) {
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

  /// Acceptance of a kind of problem.
  ///
  /// @param file only those of this file; "" for all
  /// @param about only those of the row with this id, or that name it; "" for all
  public record Accepted(String code, String file, String about, String reason) {
    boolean covers(Problem problem, Function<Problem, String> idOf) {
      boolean isRest = about.isEmpty() && code.equals(Listing.cutOff(problem));
      if (!(code.equals(problem.code()) || isRest)
          || !(file.isEmpty() || file.equals(problem.file()))) {
        return false;
      }
      return about.isEmpty()
          || about.equals(idOf.apply(problem))
          || List.of(problem.found().split("[ :,()]+", -1)).contains(about);
    }
  }
}
