package org.tonle.load;

import org.tonle.model.Study;

/// Tables of a study from which loads are computed and that no scenario changes: built once, shared
/// by all scenarios.
public final class LoadTables {
  final Study study;
  final FactorTable factors;
  final Measured measured;
  final SeasonFactors seasons;
  final Chain chain;
  final LandLoads land;

  private LoadTables(Study study) {
    this.study = study;
    factors = new FactorTable(study.emissions().factors(), study.catalogue());
    measured = new Measured(study);
    seasons = new SeasonFactors(study, factors);
    chain = new Chain(study, factors);
    land = new LandLoads(study, factors, seasons);
  }

  public static LoadTables of(Study study) {
    return new LoadTables(study);
  }
}
