package org.tonle.network.rates;

import java.util.Arrays;

/// Kinetics of one linked group: the rates that a kernel needs to solve x' = A x + s.
///
/// Members are ordered so that a product comes after the members it is made of (A is lower
/// triangular).
///
/// @param constituents constituent of each member, as an index into the study's list
/// @param oxygen member that is oxygen, or -1
/// @param reactant member that each reaction consumes
/// @param product members that it produces, one array per reaction
/// @param yield mass of product per mass taken; negative consumes
/// @param aerates whether a reaction is reaeration: it drives oxygen to saturation
/// @param spares whether a reaction takes nothing of its reactant: it only gives products
/// @param reaches rates in reaches
/// @param lakes rates in lakes
public record Kinetics(
    int[] constituents,
    int oxygen,
    int[] reactant,
    int[][] product,
    double[][] yield,
    boolean[] aerates,
    boolean[] spares,
    ReachRates reaches,
    LakeRates lakes) {

  /// Rates in reaches.
  ///
  /// @param rate_per_s `[reaction][season * reaches + reach]`
  /// @param vector vector of draws that multiplies a reaction, `[reaction][reach]`, or -1
  /// @param saturation_g_per_m3 of oxygen, `season * reaches + reach`
  /// @param source_g_per_m3_s oxygen produced less oxygen used by sediment, light and respiration,
  ///   same index
  /// @param flowExponent power of drawn over central discharge that a rate follows by depth and
  ///   velocity, `[reaction][season * reaches + reach]`
  public record ReachRates(
      double[][] rate_per_s,
      int[][] vector,
      double[] saturation_g_per_m3,
      double[] source_g_per_m3_s,
      double[][] flowExponent) {
    boolean isSame(ReachRates other) {
      return Arrays.deepEquals(rate_per_s, other.rate_per_s)
          && Arrays.deepEquals(flowExponent, other.flowExponent)
          && Arrays.deepEquals(vector, other.vector)
          && Arrays.equals(saturation_g_per_m3, other.saturation_g_per_m3)
          && Arrays.equals(source_g_per_m3_s, other.source_g_per_m3_s);
    }
  }

  /// Rates in lakes.
  ///
  /// @param rate_per_s `[reaction][season * lakes + lake]`
  /// @param velocity_m_per_s to be divided by the current depth, same index
  /// @param vector vector of draws that multiplies a reaction, `[reaction][lake]`, or -1
  /// @param saturation_g_per_m3 of oxygen, `season * lakes + lake`
  /// @param source_g_per_m2_s of oxygen by the bed, same index
  /// @param source_g_per_m3_s of oxygen by light and respiration, same index
  /// @param gains_g_per_s what the bed and the fringe give, whatever is in the water
  /// @param residuals_g_per_m3 concentrations at which losses end
  public record LakeRates(
      double[][] rate_per_s,
      double[][] velocity_m_per_s,
      int[][] vector,
      double[] saturation_g_per_m3,
      double[] source_g_per_m2_s,
      double[] source_g_per_m3_s,
      Constants gains_g_per_s,
      Constants residuals_g_per_m3) {
    boolean isSame(LakeRates other) {
      return Arrays.deepEquals(rate_per_s, other.rate_per_s)
          && Arrays.deepEquals(velocity_m_per_s, other.velocity_m_per_s)
          && Arrays.deepEquals(vector, other.vector)
          && Arrays.equals(saturation_g_per_m3, other.saturation_g_per_m3)
          && Arrays.equals(source_g_per_m2_s, other.source_g_per_m2_s)
          && Arrays.equals(source_g_per_m3_s, other.source_g_per_m3_s)
          && gains_g_per_s.isSame(other.gains_g_per_s)
          && residuals_g_per_m3.isSame(other.residuals_g_per_m3);
    }
  }

  /// Constants of lakes that no load changes.
  ///
  /// @param member member that each concerns
  /// @param value `[constant][season * lakes + lake]`
  /// @param vector vector of draws that multiplies it, `[constant][lake]`
  public record Constants(int[] member, double[][] value, int[][] vector) {
    public static final Constants NONE = new Constants(new int[0], new double[0][], new int[0][]);

    public int count() {
      return member.length;
    }

    boolean isSame(Constants other) {
      return Arrays.equals(member, other.member)
          && Arrays.deepEquals(value, other.value)
          && Arrays.deepEquals(vector, other.vector);
    }
  }

  /// Whether all rates equal those of `other`.
  public boolean isSame(Kinetics other) {
    return Arrays.equals(constituents, other.constituents)
        && Arrays.equals(reactant, other.reactant)
        && Arrays.deepEquals(product, other.product)
        && Arrays.deepEquals(yield, other.yield)
        && Arrays.equals(aerates, other.aerates)
        && Arrays.equals(spares, other.spares)
        && reaches.isSame(other.reaches)
        && lakes.isSame(other.lakes);
  }

  public int memberCount() {
    return constituents.length;
  }

  public int reactionCount() {
    return reactant.length;
  }
}
