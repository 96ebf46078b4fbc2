package org.tonle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;
import org.tonle.run.Result;

/// Lake sheet: the state of every lake at the end of each season (docs/theory/lakes.md, Eq. 5).
final class LakeSheet {
  private final Result result;

  LakeSheet(Result result) {
    this.result = result;
  }

  ResultSheet sheet() {
    return new ResultSheet(
            "lakes.csv",
            "state of every lake at the end of each season, central run: its volume and its"
                + " concentrations then, beside their mean over the season; the state at a season's start"
                + " is that at the end of the season before",
            "lake",
            "season",
            "volume_km3",
            "constituent",
            "unit",
            "at_end",
            "mean_of_season")
        .of(this::rows);
  }

  private Stream<Object[]> rows() {
    Concentrations found = result.concentrations();
    List<Lake> lakes = result.study().waterways().lakes();
    List<Object[]> rows = new ArrayList<>();
    for (int l = 0; l < lakes.size(); l++) {
      int place = found.indexOf(Place.Kind.LAKE, lakes.get(l).id());
      for (int s = 0; s < found.seasons().size(); s++) {
        for (int c = 0; c < found.constituents().size(); c++) {
          Constituent of = found.constituents().get(c);
          rows.add(
              new Object[] {
                lakes.get(l).id(),
                found.seasons().get(s).id(),
                lakes.get(l).seasons().get(s).volumeEnd_km3(),
                of.id(),
                of.unit().symbol(),
                found.lakeEnd(place, s, c),
                found.value(Statistic.CENTRAL, place, s, c)
              });
        }
      }
    }
    return rows.stream();
  }
}
