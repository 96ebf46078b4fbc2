package org.tonle.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Sanitation;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Sewershed;
import org.tonle.model.Source;

/// Random division of towns into sewersheds with outfalls, retentions and shares of their own.
final class RandomSewersheds {
  private final Dice dice;
  private final Supplier<Entry> entries;

  /// @param entries random places at which an outfall may be
  RandomSewersheds(Dice dice, Supplier<Entry> entries) {
    this.dice = dice;
    this.entries = entries;
  }

  /// Divides some of the towns. Their rows of all lists become rows of their sewersheds.
  void divide(
      List<Source> sources,
      List<Sanitation> sanitation,
      List<Effluent> effluents,
      List<SeasonFactor> seasonFactors) {
    for (Source source : List.copyOf(sources)) {
      if (source instanceof Source.Town town && dice.happens(0.35)) {
        sources.remove(town);
        List<Source.Town> parts = parts(town);
        sources.addAll(parts);
        sanitation(town, parts, sanitation);
        List<SeasonFactor> shaped = List.copyOf(seasonFactors);
        seasonFactors.removeIf(f -> f.source().equals(town.id()));
        for (SeasonFactor f : shaped) {
          if (f.source().equals(town.id())) {
            parts.forEach(
                p ->
                    seasonFactors.add(
                        new SeasonFactor(p.id(), f.season(), f.factor(), f.provenance())));
          }
        }
        String outfall = parts.getFirst().id();
        effluents.replaceAll(e -> e.source().equals(town.id()) ? at(outfall, e) : e);
      }
    }
  }

  private List<Source.Town> parts(Source.Town town) {
    int count = dice.from(2, 4);
    double left = town.population();
    List<Source.Town> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double people = i == count - 1 ? left : left * dice.between(0.1, 0.7);
      left -= people;
      String retention = dice.happens(0.4) ? "wetland" : "";
      parts.add(
          new Source.Town(
              town.id() + "-" + (char) ('a' + i),
              Names.of(town.id() + " " + i),
              town.unit(),
              dice.happens(0.8) ? entries.get() : town.entry(),
              town.kind(),
              people,
              town.baseYear(),
              town.growth_per_a(),
              town.wastewater_l_per_d(),
              town.site(),
              town.provenance(),
              Optional.of(new Sewershed(town.id(), town.names(), dice.happens(0.5), retention))));
    }
    return parts;
  }

  private void sanitation(Source.Town town, List<Source.Town> parts, List<Sanitation> sanitation) {
    List<Sanitation> whole =
        sanitation.stream().filter(r -> r.sewershed().equals(town.id())).toList();
    sanitation.removeAll(whole);
    for (Source.Town part : parts) {
      boolean isOwn = dice.happens(0.5);
      double sum = 0;
      List<Sanitation> rows = new ArrayList<>();
      for (Sanitation row : whole) {
        double share = isOwn ? row.share() * dice.between(0.2, 1) : row.share();
        sum += share;
        rows.add(with(row, part, share));
      }
      for (Sanitation row : rows) {
        sanitation.add(with(row, part, row.share() / sum));
      }
    }
  }

  private static Sanitation with(Sanitation row, Source.Town part, double share) {
    return new Sanitation(
        part.id(),
        row.path(),
        share,
        row.plant(),
        part.entry(),
        part.retention().isEmpty() ? row.retention() : part.retention(),
        row.provenance(),
        row.keeping());
  }

  private static Effluent at(String outfall, Effluent of) {
    return new Effluent(
        outfall,
        of.season(),
        of.constituent(),
        of.concentration_g_per_m3(),
        of.load_g_per_s(),
        of.provenance());
  }
}
