package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.plan.program.PlanQuestion.Ceiling;

/// Piece of choices: the sites that a question leaves open and that limits or shared columns tie
/// together. What sites with one column left send is part of the rest of its limits. Pieces can be
/// answered one by one unless a sum over all ties them (docs/theory/plan.md, Eq. 4).
///
/// @param column of the whole, by column of the piece
/// @param site of the whole, by site of the piece
/// @param row of the whole, by row of the piece
/// @param stays by site of the whole: the one column that it has left, or −1 where it has several
record Piece(ChoiceArrays arrays, int[] column, int[] site, int[] row, int[] stays) {
  /// The pieces of what is left.
  ///
  /// @param isLeft columns
  /// @param isOpen rows
  /// @param isWhole whether all open sites make one piece
  static List<Piece> of(ChoiceArrays whole, boolean[] isLeft, boolean[] isOpen, boolean isWhole) {
    int[] set = IntStream.range(0, whole.siteCount()).toArray();
    int[] left = new int[set.length];
    for (int c = 0; c < isLeft.length; c++) {
      if (isLeft[c]) {
        int[] sites = whole.column(c).sites();
        for (int s : sites) {
          left[s]++;
          join(set, sites[0], s);
        }
      }
    }
    for (int r = 0; r < isOpen.length; r++) {
      int first = -1;
      for (int s : whole.rows[r].site) {
        if (isOpen[r] && left[s] > 1) {
          first = first < 0 ? s : first;
          join(set, first, s);
        }
      }
    }
    List<Piece> found = new ArrayList<>();
    for (int root = 0; root < set.length; root++) {
      int of = root;
      int[] sites =
          IntStream.range(0, set.length)
              .filter(s -> left[s] > 1 && (isWhole || find(set, s) == of))
              .toArray();
      if (sites.length > 0 && (isWhole || find(set, root) == root)) {
        found.add(of(whole, isLeft, isOpen, sites));
      }
      if (isWhole) {
        break;
      }
    }
    return found;
  }

  private static int find(int[] set, int i) {
    int at = i;
    while (set[at] != at) {
      set[at] = set[set[at]];
      at = set[at];
    }
    return at;
  }

  private static void join(int[] set, int a, int b) {
    int low = find(set, a);
    int high = find(set, b);
    set[StrictMath.max(low, high)] = StrictMath.min(low, high);
  }

  private static Piece of(ChoiceArrays whole, boolean[] isLeft, boolean[] isOpen, int[] sites) {
    int[] siteOf = places(whole.siteCount(), sites);
    int[] columns =
        IntStream.range(0, isLeft.length)
            .filter(c -> isLeft[c] && siteOf[whole.column(c).sites()[0]] >= 0)
            .toArray();
    int[] columnOf = places(isLeft.length, columns);
    int[] rows =
        IntStream.range(0, isOpen.length)
            .filter(r -> isOpen[r])
            .filter(r -> Arrays.stream(whole.rows[r].site).anyMatch(s -> siteOf[s] >= 0))
            .toArray();
    List<Choices.Column> own = new ArrayList<>();
    for (int c : columns) {
      Choices.Column column = whole.column(c);
      int[] ofPiece = Arrays.stream(column.sites()).map(s -> siteOf[s]).toArray();
      own.add(new Choices.Column(ofPiece, column.cost(), new int[0], new double[0]));
    }
    List<Choices.ChanceRow> ownRows = new ArrayList<>();
    double[][] rest = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      RowDraws row = whole.rows[rows[r]];
      ownRows.add(part(row.of, columnOf));
      rest[r] = rest(row, isLeft, siteOf);
    }
    Choices choices = new Choices(sites.length, own, ownRows, List.of());
    return new Piece(new ChoiceArrays(choices, rest), columns, sites, rows, stays(whole, isLeft));
  }

  private static int[] stays(ChoiceArrays whole, boolean[] isLeft) {
    int[] stays = new int[whole.siteCount()];
    for (int s = 0; s < stays.length; s++) {
      int[] left = Arrays.stream(whole.ofSite[s]).filter(c -> isLeft[c]).toArray();
      stays[s] = left.length == 1 ? left[0] : -1;
    }
    return stays;
  }

  private static int[] places(int count, int[] chosen) {
    int[] place = new int[count];
    Arrays.fill(place, -1);
    for (int i = 0; i < chosen.length; i++) {
      place[chosen[i]] = i;
    }
    return place;
  }

  /// The parts of a row that its open columns have, in the same order.
  private static Choices.ChanceRow part(Choices.ChanceRow of, int[] columnOf) {
    int[] kept =
        IntStream.range(0, of.column().length).filter(t -> columnOf[of.column()[t]] >= 0).toArray();
    int[] ways = Arrays.stream(kept).map(t -> of.way()[t]).sorted().distinct().toArray();
    int[] wayOf = places(of.effect().length, ways);
    return new Choices.ChanceRow(
        Arrays.stream(ways).mapToObj(w -> of.effect()[w]).toArray(float[][]::new),
        of.rest(),
        Arrays.stream(kept).map(t -> columnOf[of.column()[t]]).toArray(),
        Arrays.stream(kept).map(t -> wayOf[of.way()[t]]).toArray(),
        Arrays.stream(kept).mapToDouble(t -> of.amount()[t]).toArray(),
        of.confidence(),
        of.weight());
  }

  /// What no open column moves: the rest, and what sites outside send by the one column that they
  /// have left.
  private static double[] rest(RowDraws row, boolean[] isLeft, int[] siteOf) {
    double[] rest = row.rest.clone();
    for (int i = 0; i < row.site.length; i++) {
      for (int j = 0; j < row.column[i].length && siteOf[row.site[i]] < 0; j++) {
        if (isLeft[row.column[i][j]]) {
          row.add(i, j, rest);
        }
      }
    }
    return rest;
  }

  /// The question to this piece.
  ///
  /// @param settled columns of the whole that are chosen outside, each once
  PlanQuestion question(PlanQuestion of, Ledger ledger, int[] settled) {
    List<Ceiling> lines = new ArrayList<>();
    for (Ceiling line : ledger.lines) {
      lines.add(
          new Ceiling(
              take(line.amount()),
              line.ofGoal(),
              Ledger.left(line, Plan.sum(settled, line.amount()))));
    }
    return new PlanQuestion(
        take(of.measure()),
        lines,
        Arrays.stream(row).map(r -> of.goalOf()[r]).toArray(),
        of.worth(),
        Arrays.stream(row).map(r -> of.mayFail()[r]).toArray(),
        new byte[column.length]);
  }

  /// Columns by site of the whole as those of the piece; −1 where one is not left.
  int[] start(int[] ofSite) {
    return Arrays.stream(site).map(s -> Arrays.binarySearch(column, ofSite[s])).toArray();
  }

  private double[] take(double[] ofWhole) {
    return Arrays.stream(column).mapToDouble(c -> ofWhole[c]).toArray();
  }

  /// A core of this piece as one of the whole.
  CoreFinder.Core inWhole(CoreFinder.Core core) {
    int[][] group = new int[core.groups()][];
    for (int g = 0; g < group.length; g++) {
      group[g] = Arrays.stream(core.group()[g]).map(c -> column[c]).toArray();
    }
    int[] sites = Arrays.stream(core.site()).map(s -> site[s]).toArray();
    return CoreFinder.Core.of(row[core.row()], sites, group);
  }

  /// What a core of the whole says of a row of this piece, still to be proven; null where it says
  /// nothing, as a site takes a column of none of its groups.
  CoreFinder.@Nullable Core inPiece(CoreFinder.Core core, int ownRow) {
    List<Integer> sites = new ArrayList<>();
    List<int[]> groups = new ArrayList<>();
    for (int g = 0; g < core.groups(); g++) {
      int of = core.site()[g];
      int own = Arrays.binarySearch(site, of);
      if (own < 0) {
        if (Arrays.binarySearch(core.group()[g], stays[of]) < 0) {
          return null;
        }
        continue;
      }
      int[] left =
          Arrays.stream(core.group()[g])
              .map(c -> Arrays.binarySearch(column, c))
              .filter(c -> c >= 0)
              .toArray();
      if (left.length == 0) {
        return null;
      }
      sites.add(own);
      groups.add(left);
    }
    int[] site = sites.stream().mapToInt(Integer::intValue).toArray();
    return site.length == 0 ? null : CoreFinder.Core.of(ownRow, site, groups.toArray(int[][]::new));
  }

  /// A cut of this piece as one of the whole, without its bound.
  QuantileFinder.Cut inWhole(QuantileFinder.Cut cut) {
    int[] columns = Arrays.stream(cut.column()).map(c -> column[c]).toArray();
    return new QuantileFinder.Cut(
        row[cut.row()], columns, cut.coefficient(), cut.most(), cut.all());
  }

  /// The columns of a cut of the whole that this piece has, without its bound.
  QuantileFinder.Cut inPiece(QuantileFinder.Cut cut, int ownRow) {
    int[] kept =
        IntStream.range(0, cut.column().length)
            .filter(i -> Arrays.binarySearch(column, cut.column()[i]) >= 0)
            .toArray();
    return new QuantileFinder.Cut(
        ownRow,
        Arrays.stream(kept).map(i -> Arrays.binarySearch(column, cut.column()[i])).toArray(),
        Arrays.stream(kept).mapToDouble(i -> cut.coefficient()[i]).toArray(),
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }
}
