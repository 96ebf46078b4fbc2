package org.tonle.load;

import org.tonle.model.Study;

/// Figures of a study that no scenario changes, found by their keys: built once, shared by all
/// loads that are computed from it.
public final class LoadTables {
  final Study study;
  final FactorTable factors;
  final Chain chain;
  final Measured measured;
  final SeasonFactors seasons;

  private LoadTables(Study study) {
    this.study = study;
    factors = new FactorTable(study.emissions().factors());
    chain = new Chain(study, factors);
    measured = new Measured(study);
    seasons = new SeasonFactors(study);
  }

  public static LoadTables of(Study study) {
    return new LoadTables(study);
  }
}
