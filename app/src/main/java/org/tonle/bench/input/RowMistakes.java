package org.tonle.bench.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.input.Damage.Spot;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.text.Cells;

/// Mistakes in whole rows: doubled, added up, lost, swapped.
final class RowMistakes {
  private static final List<String> PLACES =
      List.of(Schema.TOWNS, Schema.PLANTS, Schema.INDUSTRY, Schema.LIVESTOCK, Schema.LAND);
  private static final List<String> WATERS =
      List.of(
          Schema.BOUNDARIES,
          Schema.INFLOWS,
          Schema.LOSSES,
          Schema.ABSTRACTIONS,
          Schema.REACHES,
          Schema.RECEPTORS);
  private static final List<String> TOTALS =
      List.of(
          "Total", "TOTAL:", "សរុប", "合计", "Grand total (excl. capital)", "Tổng cộng", "ทั้งหมด");

  static final List<Mistake> ALL =
      List.of(
          new Mistake("S11", "row_twice_other_spelling", RowMistakes::twin),
          new Mistake("S11", "row_twice_own_script", RowMistakes::ownScript),
          new Mistake("S11", "row_twice_other_id", RowMistakes::otherId),
          new Mistake("S12", "unit_as_one_more", RowMistakes::unitAsOneMore),
          new Mistake("N12", "total_row", RowMistakes::total),
          new Mistake("S14", "row_twice", RowMistakes::twice),
          new Mistake("S14", "sample_contradicts", RowMistakes::contradicts),
          new Mistake("S14", "sample_in_other_unit", RowMistakes::otherUnit),
          new Mistake("S9", "row_of_season_lost", RowMistakes::seasonLost),
          new Mistake("S18", "part_above_whole", RowMistakes::partAboveWhole),
          new Mistake("S20", "limits_out_of_order", RowMistakes::limits),
          new Mistake("N06", "reach_turned", RowMistakes::turned),
          new Mistake("N17", "reach_goes_back", RowMistakes::goesBack),
          new Mistake("S19", "columns_of_row_swapped", RowMistakes::cellsSwapped));

  private RowMistakes() {}

  private static Optional<CellAt> placed(StudyText study, Lots lots) {
    return study.cell(
        lots,
        c -> c.type() == Column.Type.ID,
        c -> PLACES.contains(c.table().file()) && !c.table().cell(c.row(), "name").isEmpty());
  }

  private static Optional<Damage> doubled(CellAt id, Function<String[], String[]> change) {
    String[] row = id.table().rows().get(id.row()).clone();
    row[id.at()] = id.text() + "B";
    return Optional.of(
        Damage.row(id.table(), change.apply(row))
            .also(new Spot(id.table().file(), id.row() + 1, "")));
  }

  /// One place twice: another spelling of its name, about a kilometre away, a figure 8 % apart.
  private static Optional<Damage> twin(StudyText study, Lots lots) {
    return placed(study, lots)
        .flatMap(
            id ->
                doubled(
                    id,
                    row -> {
                      int name = id.table().at("name");
                      String slip = Slips.misspelt(row[name], lots);
                      // half a name is another name
                      row[name] = slip.length() + 2 < row[name].length() ? row[name] : slip;
                      apart(id.table(), row);
                      return row;
                    }));
  }

  private static Optional<Damage> ownScript(StudyText study, Lots lots) {
    String script = lots.pick("name_zh", "name_km");
    return placed(study, lots)
        .filter(id -> !id.table().cell(id.row(), script).isEmpty())
        .flatMap(
            id ->
                doubled(
                    id,
                    row -> {
                      row[id.table().at("name")] = row[id.table().at(script)];
                      row[id.table().at("name_zh")] = "";
                      row[id.table().at("name_km")] = "";
                      apart(id.table(), row);
                      return row;
                    }));
  }

  /// A row once more under another id, all else as it is.
  private static Optional<Damage> otherId(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.type() == Column.Type.ID,
            c -> PLACES.contains(c.table().file()) || WATERS.contains(c.table().file()))
        .flatMap(
            id ->
                doubled(
                    id,
                    row -> {
                      row[id.at()] = lots.pick("X9", id.text() + "-2", "NEW-" + id.text());
                      return row;
                    }));
  }

  private static void apart(TableText table, String[] row) {
    for (int c = 0; c < row.length; c++) {
      @Nullable Column column = table.column(c);
      Optional<Double> value = TableText.number(row[c]);
      if (column != null && value.isPresent()) {
        double x = value.get();
        switch (column.name()) {
          case "lon", "lat" -> row[c] = Cells.plain(StrictMath.rint((x + 0.008) * 1e4) / 1e4);
          case "population", "heads", "area_km2", "wastewater_m3_per_d", "capacity_m3_per_d" ->
              row[c] = Cells.plain(StrictMath.rint(x * 0.92));
          default -> {}
        }
      }
    }
  }

  /// A town that is its district: named like the unit, with the sum of the unit's people.
  private static Optional<Damage> unitAsOneMore(StudyText study, Lots lots) {
    Optional<TableText> units = study.table(Schema.UNITS);
    return placed(study, lots)
        .filter(id -> units.isPresent() && !id.table().cell(id.row(), "unit").isEmpty())
        .flatMap(
            id -> {
              String unit = id.table().cell(id.row(), "unit");
              String named =
                  units.get().rows().stream()
                      .filter(r -> r[0].equals(unit))
                      .map(r -> r[StrictMath.max(0, units.get().at("name"))])
                      .findFirst()
                      .orElse(unit);
              String[] row = sums(id.table(), unit);
              row[id.at()] = lots.pick(unit, unit + "-ALL", "X9");
              row[id.table().at("name")] = named;
              return Optional.of(Damage.row(id.table(), row));
            });
  }

  /// A last row with a word for a total and the sums of the sizes.
  private static Optional<Damage> total(StudyText study, Lots lots) {
    return placed(study, lots)
        .map(
            id -> {
              String word = lots.pick(TOTALS);
              String[] row = sums(id.table(), "");
              row[id.at()] = lots.pick(word, "X9");
              row[id.table().at("name")] = word;
              return Damage.row(id.table(), row);
            });
  }

  /// A row like the first of a unit, with the sums of its sizes.
  private static String[] sums(TableText table, String unit) {
    List<String[]> rows = new ArrayList<>();
    for (int r = 1; r < table.rows().size(); r++) {
      if (unit.isEmpty() || table.cell(r, "unit").equals(unit)) {
        rows.add(table.rows().get(r));
      }
    }
    String[] sum = rows.getFirst().clone();
    for (String size : List.of("population", "heads", "area_km2", "wastewater_m3_per_d")) {
      int at = table.at(size);
      if (at >= 0) {
        double all = rows.stream().mapToDouble(r -> TableText.number(r[at]).orElse(0.0)).sum();
        sum[at] = Cells.plain(all);
      }
    }
    return sum;
  }

  private static Optional<Damage> twice(StudyText study, Lots lots) {
    return study
        .table(lots, t -> t.rows().size() > 1)
        .map(
            t -> {
              int row = 1 + lots.below(t.rows().size() - 1);
              return Damage.row(t, t.rows().get(row)).also(new Spot(t.file(), row + 1, ""));
            });
  }

  private static Optional<CellAt> sample(StudyText study, Lots lots) {
    return study.cell(
        lots,
        c -> c.name().equals("value"),
        c -> c.table().file().equals(Schema.OBSERVATIONS) && c.number().isPresent());
  }

  private static Optional<Damage> contradicts(StudyText study, Lots lots) {
    return sample(study, lots)
        .map(
            c -> {
              String[] row = c.table().rows().get(c.row()).clone();
              row[c.at()] = Cells.plain(c.number().orElseThrow() * 3);
              return Damage.row(c.table(), row).also(new Spot(c.table().file(), c.row() + 1, ""));
            });
  }

  private static Optional<Damage> otherUnit(StudyText study, Lots lots) {
    return sample(study, lots)
        .filter(c -> c.table().cell(c.row(), "unit").equals("mg/L"))
        .map(
            c -> {
              String[] row = c.table().rows().get(c.row()).clone();
              row[c.at()] = Cells.plain(c.number().orElseThrow() * 1000);
              row[c.table().at("unit")] = "µg/L";
              return Damage.row(c.table(), row).also(new Spot(c.table().file(), c.row() + 1, ""));
            });
  }

  /// One season's row lost where the object has one for every season.
  private static Optional<Damage> seasonLost(StudyText study, Lots lots) {
    int seasons = study.table(Schema.SEASONS).map(t -> t.rows().size() - 1).orElse(0);
    return study
        .cell(
            lots,
            c -> c.name().equals("season") && c.type() == Column.Type.REFERENCE,
            c -> seasons > 1 && siblings(c) == seasons)
        .map(
            c -> {
              String row = String.join(",", c.table().rows().get(c.row()));
              Spot spot = new Spot(c.table().file(), 0, "");
              return Damage.of(spot, row, "", c.table().without(c.row()));
            });
  }

  private static long siblings(CellAt cell) {
    String[] own = cell.table().rows().get(cell.row());
    return cell.table().rows().stream().filter(r -> r[0].equals(own[0])).count();
  }

  /// Ammonium or nitrate above total nitrogen of the same water, figure or sample.
  private static Optional<Damage> partAboveWhole(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.name().equals("value"),
            c ->
                List.of("NH4-N", "NO3-N").contains(c.table().cell(c.row(), "constituent"))
                    && whole(c) > 0)
        .map(c -> c.to(Cells.plain(whole(c) * lots.pick(2, 5, 10))));
  }

  private static double whole(CellAt cell) {
    String[] own = cell.table().rows().get(cell.row());
    int constituent = cell.table().at("constituent");
    for (String[] row : cell.table().rows()) {
      boolean isSame = row[constituent].equals("TN");
      for (int c = 0; c < constituent && isSame; c++) {
        isSame = row[c].equals(own[c]);
      }
      if (isSame) {
        return TableText.number(row[cell.at()]).orElse(0.0);
      }
    }
    return 0;
  }

  /// A limit that is stricter than that of a better class.
  private static Optional<Damage> limits(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.name().equals("value"),
            c -> c.table().file().equals(Schema.STANDARDS) && better(c) > 0)
        .map(
            c -> {
              boolean isLeast = c.table().cell(c.row(), "statistic").contains("min");
              return c.to(Cells.plain(better(c) * (isLeast ? 1.5 : 0.5)));
            });
  }

  /// The limit of the best class of the same standard, if it is a better one.
  private static double better(CellAt cell) {
    TableText t = cell.table();
    double rank = TableText.number(t.cell(cell.row(), "rank")).orElse(0.0);
    double found = 0;
    for (int r = 1; r < t.rows().size(); r++) {
      boolean isSame = TableText.number(t.cell(r, "rank")).orElse(99.0) < rank;
      for (String key : List.of("standard", "waterbody", "constituent", "statistic", "unit")) {
        isSame &= t.cell(r, key).equals(t.cell(cell.row(), key));
      }
      found = isSame ? TableText.number(t.cell(r, "value")).orElse(0.0) : found;
    }
    return found;
  }

  private static Optional<Damage> turned(StudyText study, Lots lots) {
    return study
        .table(Schema.REACHES)
        .map(
            t -> {
              int row = 1 + lots.below(t.rows().size() - 1);
              return swapped(t, row, t.at("from_node"), t.at("to_node"));
            });
  }

  private static Damage swapped(TableText t, int row, int a, int b) {
    String[] cells = t.rows().get(row).clone();
    String before = cells[a] + "," + cells[b];
    String first = cells[a];
    cells[a] = cells[b];
    cells[b] = first;
    Spot spot = new Spot(t.file(), row + 1, "");
    return Damage.of(spot, before, cells[a] + "," + cells[b], t.with(row, cells));
  }

  /// A reach that ends where another begins, anywhere in the network.
  private static Optional<Damage> goesBack(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.name().equals("to_node"), c -> true)
        .flatMap(
            c -> {
              int row = 1 + lots.below(c.table().rows().size() - 1);
              String node = c.table().cell(row, "from_node");
              boolean isOther = row != c.row() && !node.equals(c.text());
              return isOther ? Optional.of(c.to(node)) : Optional.empty();
            });
  }

  /// Two sizes of one row in each other's cells: width and depth, jobs and output.
  private static Optional<Damage> cellsSwapped(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.type() == Column.Type.NUMBER,
            c -> c.number().filter(x -> x > 0).isPresent() && partner(c) >= 0)
        .map(c -> swapped(c.table(), c.row(), c.at(), partner(c)));
  }

  /// The next column of numbers, if its figure is of another size.
  private static int partner(CellAt cell) {
    String[] row = cell.table().rows().get(cell.row());
    for (int c = cell.at() + 1; c < row.length; c++) {
      @Nullable Column column = cell.table().column(c);
      if (column != null && column.isNumeric()) {
        double other = TableText.number(row[c]).orElse(0.0);
        double ratio = other / cell.number().orElse(1.0);
        return other > 0 && (ratio > 10 || ratio < 0.1) ? c : -1;
      }
    }
    return -1;
  }
}
