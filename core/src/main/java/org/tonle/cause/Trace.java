package org.tonle.cause;

import java.util.List;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.NodeFlow;
import org.tonle.run.Question;

/// Trace of one concentration of the central run back to every load and every water behind it
/// (docs/theory/apportionment.md, Eqs. 1–6). All parts add up to the total.
///
/// Concentrations are in the constituent's unit; of oxygen they are what is missing to saturation.
/// Loads are in kg/d as people read them, a BOD as 5-day; of bacteria in 10^9 counts/d.
///
/// @param total concentration, of oxygen the shortfall
/// @param saturation of oxygen at the place; 0 for other constituents
/// @param dilution_m3_per_s flow that 1 kg/d is diluted in at the place: the discharge of a reach
///   or node; of a lake the flow that would dilute a steady load as its water does; NaN if unknown
/// @param loads loads that add to the concentration, the largest first
/// @param waters waters that join and add to it, the largest first
/// @param natural part of oxygen's saturation, air, bed and light, or of a lake's bed
public record Trace(
    Question question,
    Constituent constituent,
    double total,
    double saturation,
    double dilution_m3_per_s,
    List<Load> loads,
    List<Joining> waters,
    double natural) {
  public Trace {
    loads = List.copyOf(loads);
    waters = List.copyOf(waters);
  }

  /// Load that adds to the concentration.
  ///
  /// @param entering_kg_per_d what it puts into the water: in the seasons whose water is at the
  ///   place, each counted as much as it is felt there
  /// @param way what becomes of it on the way
  /// @param added what it adds
  public record Load(LoadTerm term, double entering_kg_per_d, Way way, double added) {
    public double arriving_kg_per_d() {
      return entering_kg_per_d * way.arriving();
    }
  }

  /// Way of a load through the water. The shares add up to 1.
  ///
  /// @param arriving share that is at the place; above 1 where a lake gives back in this season
  ///   what it kept in others
  /// @param elsewhere share that other branches, intakes and losses of water take; negative where a
  ///   lake gives back
  /// @param inLakes share that is lost in lakes
  /// @param settled share that settles or is taken up along rivers
  /// @param decayed share that decays along rivers
  public record Way(
      double arriving, double elsewhere, double inLakes, double settled, double decayed) {}

  /// Water that joins and adds to the concentration.
  public record Joining(NodeFlow flow, double entering_kg_per_d, double added) {}
}
