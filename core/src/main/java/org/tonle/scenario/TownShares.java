package org.tonle.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Keeping;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Sanitation.Path;
import org.tonle.model.Scenario.Change.SetSanitation;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;

/// Shares of a sewershed's people on its paths after a scenario has set some of them. All are set
/// at once, so the order of the changes does not matter; the number of people stays the same.
final class TownShares {
  /// Shares are written with few digits, so that three thirds do not sum exactly to 1.
  static final double TOLERANCE = 0.005;

  private static final double ROUNDING = 1e-9;
  private static final int PATHS = Path.values().length;

  private final List<Sanitation> rows;
  private final Map<Path, SetSanitation> sets = new EnumMap<>(Path.class);
  private final double[] before = new double[PATHS];

  /// Share of people who leave each path for paths that changes set, net of those who come back.
  private final double[] leaving = new double[PATHS];

  private final boolean[] isKnown = new boolean[PATHS];
  private final boolean[] isOpen = new boolean[PATHS];

  /// Answer: the rows of a town, or the reason why there are none.
  sealed interface Answer {}

  record Solved(List<Sanitation> rows) implements Answer {}

  /// Refused changes of a town.
  ///
  /// @param fault fault of the changes taken together
  /// @param of change that shows the fault
  /// @param path path that people should leave
  /// @param share share of people on that path
  /// @param asked share that the changes ask for
  record Refused(Fault fault, SetSanitation of, Path path, double share, double asked)
      implements Answer {}

  enum Fault {
    SHARES_ABOVE_ONE,
    PEOPLE_WITHOUT_PATH,
    TOO_FEW_PEOPLE,
    FROM_IN_CIRCLE,
    OUT_OF_RANGE
  }

  /// Factor on the set shares that corrects rounding, so that all shares sum to 1.
  private double scale = 1;

  private final List<Refused> refusals = new ArrayList<>();

  private TownShares(List<Sanitation> rows, List<SetSanitation> changes) {
    this.rows = rows;
    changes.forEach(c -> sets.put(c.path(), c));
    for (Sanitation row : rows) {
      before[row.path().ordinal()] += row.share();
    }
  }

  /// @param of the sewershed, where a path that it does not have yet enters the water
  /// @param changes its changes, one for each path
  /// @param plant plant that its sewers lead to if a change names none, or ""
  static Answer of(
      Source.Town of, List<Sanitation> rows, List<SetSanitation> changes, String plant) {
    TownShares shares = new TownShares(rows, changes);
    List<Sanitation> solved = shares.solved(of, plant);
    return shares.refusals.isEmpty() ? new Solved(solved) : shares.refusals.getFirst();
  }

  private List<Sanitation> solved(Source.Town of, String plant) {
    double total = 0;
    for (SetSanitation set : sets.values()) {
      if (!(set.share() >= 0 && set.share() <= 1)) {
        refuse(Fault.OUT_OF_RANGE, set, set.path(), 0, set.share());
      }
      total += set.share();
    }
    SetSanitation last = last();
    if (total > 1 + TOLERANCE) {
      refuse(Fault.SHARES_ABOVE_ONE, last, last.path(), 1, total);
    }
    double[] factor = new double[PATHS];
    boolean isGiven = sets.values().stream().anyMatch(s -> s.from() instanceof From.Unsaid);
    scale = total > 1 ? 1 / total : 1;
    if (isGiven) {
      if (total < 1 - TOLERANCE) {
        SetSanitation unsaid =
            sets.values().stream()
                .filter(s -> s.from() instanceof From.Unsaid)
                .findFirst()
                .orElse(last);
        refuse(Fault.PEOPLE_WITHOUT_PATH, unsaid, unsaid.path(), total, 1);
      }
      scale = 1 / total;
    } else {
      factor = factors(total);
    }
    return rows(factor, isGiven, of, plant);
  }

  private void refuse(Fault fault, SetSanitation of, Path path, double share, double asked) {
    refusals.add(new Refused(fault, of, path, share, asked));
  }

  private SetSanitation last() {
    return List.copyOf(sets.values()).getLast();
  }

  /// Factor on each path that no change sets.
  private double[] factors(double total) {
    for (SetSanitation set : sets.values()) {
      move(set);
    }
    double[] factor = new double[PATHS];
    Arrays.fill(factor, 1);
    for (Path path : Path.values()) {
      int p = path.ordinal();
      if (!sets.containsKey(path) && leaving[p] != 0) {
        if (leaving[p] > before[p] + ROUNDING) {
          refuse(Fault.TOO_FEW_PEOPLE, from(path), path, before[p], leaving[p]);
        }
        factor[p] = before[p] > 0 ? StrictMath.max(0, 1 - leaving[p] / before[p]) : 1;
      }
    }
    for (SetSanitation set : sets.values()) {
      if (set.from() instanceof From.All) {
        double elsewhere = elsewhere(set, total, factor);
        for (int p = 0; p < PATHS; p++) {
          factor[p] *= elsewhere;
        }
        break;
      }
    }
    return factor;
  }

  /// The factor by which all other paths give way in proportion.
  private double elsewhere(SetSanitation set, double total, double[] factor) {
    double back = returning();
    double others =
        rows.stream()
                .filter(r -> !sets.containsKey(r.path()))
                .mapToDouble(r -> r.share() * factor[r.path().ordinal()])
                .sum()
            + back;
    double left = 1 - total;
    if (!(others > 0)) {
      if (left > TOLERANCE) {
        refuse(Fault.PEOPLE_WITHOUT_PATH, set, set.path(), total, 1);
      }
      scale = 1 / total;
      return 1;
    }
    return StrictMath.max(0, left) / others;
  }

  /// Share of people who return to paths that the town does not have yet.
  private double returning() {
    double back = 0;
    for (Path path : Path.values()) {
      if (!sets.containsKey(path) && leaving[path.ordinal()] < 0) {
        back += before[path.ordinal()] > 0 ? 0 : -leaving[path.ordinal()];
      }
    }
    return back;
  }

  private SetSanitation from(Path path) {
    return sets.values().stream()
        .filter(s -> s.from() instanceof From.OnePath one && one.path() == path)
        .findFirst()
        .orElseGet(this::last);
  }

  /// Moves people to a path from the one that its change names: as many as the path gains, and as
  /// many as leave it for other paths.
  private void move(SetSanitation set) {
    int p = set.path().ordinal();
    if (isOpen[p]) {
      refuse(Fault.FROM_IN_CIRCLE, set, set.path(), set.share(), set.share());
      return;
    }
    if (isKnown[p]) {
      return;
    }
    isOpen[p] = true;
    for (SetSanitation other : sets.values()) {
      if (other.from() instanceof From.OnePath one && one.path() == set.path()) {
        move(other);
      }
    }
    isOpen[p] = false;
    isKnown[p] = true;
    double need = set.share() - before[p] + leaving[p];
    if (set.from() instanceof From.OnePath one) {
      leaving[one.path().ordinal()] += need;
    }
  }

  private List<Sanitation> rows(double[] factor, boolean isGiven, Source.Town of, String plant) {
    List<Sanitation> now = new ArrayList<>();
    for (Sanitation row : rows) {
      int p = row.path().ordinal();
      SetSanitation set = sets.get(row.path());
      if (set == null) {
        now.add(with(row, row.share() * factor[p], ""));
      } else if (before[p] > 0) {
        now.add(with(row, row.share() * (set.share() * scale) / before[p], set.plant()));
      }
    }
    for (Path path : Path.values()) {
      int p = path.ordinal();
      SetSanitation set = sets.get(path);
      boolean isReturned = set == null && !isGiven && leaving[p] < 0;
      if (!(before[p] > 0) && (set != null || isReturned)) {
        double share = set == null ? -leaving[p] * factor[p] : set.share() * scale;
        String own = set == null || set.plant().isEmpty() ? plant : set.plant();
        now.add(
            new Sanitation(
                of.id(),
                path,
                share,
                own,
                of.entry(),
                of.retention(),
                Provenance.NONE,
                Keeping.UNSAID));
      }
    }
    return List.copyOf(now);
  }

  private static Sanitation with(Sanitation row, double share, String plant) {
    return new Sanitation(
        row.sewershed(),
        row.path(),
        share,
        plant.isEmpty() ? row.plant() : plant,
        row.entry(),
        row.retention(),
        row.provenance(),
        row.keeping());
  }
}
