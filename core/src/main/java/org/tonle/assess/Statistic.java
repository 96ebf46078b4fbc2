package org.tonle.assess;

/// Statistic over the draws, or of the central run.
public enum Statistic {
  CENTRAL,
  MEAN,
  SD,
  P5,
  P25,
  P50,
  P75,
  P95;

  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
