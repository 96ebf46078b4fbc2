package org.tonle.export.map;

import java.util.List;
import java.util.Optional;
import org.tonle.cause.Apportionment;
import org.tonle.demand.Demand;
import org.tonle.run.Result;

/// Map findings: what a map can show of a run.
///
/// @param causes causes of the concentrations asked about; empty if none was asked about
/// @param demand load to cut, if it was asked for
public record MapFindings(Result result, List<Apportionment> causes, Optional<Demand> demand) {
  public MapFindings {
    causes = List.copyOf(causes);
  }
}
