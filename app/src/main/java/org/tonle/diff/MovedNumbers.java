package org.tonle.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonle.export.ResultKeys;
import org.tonle.text.CsvRows;

/// Moved numbers of two results. All are counted; the largest are kept.
///
/// A figure has moved if its six printed digits differ by more than one in the last digit, and if
/// it is not negligible in both results. A figure is negligible below a millionth of the largest
/// figure of its column and constituent.
public final class MovedNumbers {
  /// Largest number of moves that are kept with their figures.
  public static final int MOST_KEPT = 1000;

  private static final Comparator<MovedNumber> BY_SIZE =
      Comparator.comparingDouble(MovedNumber::size)
          .reversed()
          .thenComparing(MovedNumber::file)
          .thenComparing(MovedNumber::key)
          .thenComparing(MovedNumber::column);

  private final PriorityQueue<MovedNumber> largest = new PriorityQueue<>(BY_SIZE.reversed());
  private final List<OfTable> tables = new ArrayList<>();
  private @Nullable MovedNumber concentration;
  private long count;

  private MovedNumbers() {}

  /// Moves in one table.
  ///
  /// @param moved number of figures that moved, and of words that changed
  /// @param gone rows of the earlier table only
  /// @param come rows of the later table only
  public record OfTable(String file, long moved, long gone, long come) {}

  static MovedNumbers between(Path before, Path after) throws IOException {
    MovedNumbers all = new MovedNumbers();
    for (String file : ResultKeys.files()) {
      Path a = before.resolve(file);
      Path b = after.resolve(file);
      if (Files.isRegularFile(a) && Files.isRegularFile(b)) {
        OfTable found = all.new Reading(file).compare(a, b);
        if (found.moved() + found.gone() + found.come() > 0) {
          all.tables.add(found);
        }
      }
    }
    return all;
  }

  public long count() {
    return count;
  }

  /// Whether no figure moved and no row was added or removed.
  public boolean isNone() {
    return tables.isEmpty();
  }

  public List<OfTable> tables() {
    return List.copyOf(tables);
  }

  /// The largest relative moves first, then words.
  public List<MovedNumber> largest() {
    return largest.stream().sorted(BY_SIZE).toList();
  }

  /// The concentration that moved most.
  java.util.Optional<MovedNumber> concentration() {
    return java.util.Optional.ofNullable(concentration);
  }

  private void add(MovedNumber moved) {
    count++;
    largest.add(moved);
    if (largest.size() > MOST_KEPT) {
      largest.remove();
    }
    boolean isConcentration =
        moved.file().equals(ResultKeys.CONCENTRATIONS)
            && Set.of("central", "mean").contains(moved.column());
    if (isConcentration && (concentration == null || BY_SIZE.compare(moved, concentration) < 0)) {
      concentration = moved;
    }
  }

  /// Reading of two versions of one table side by side; rows in the same order take no memory.
  private final class Reading {
    private final String file;
    private final Map<String, String[]> waitingBefore = new HashMap<>();
    private final Map<String, String[]> waitingAfter = new HashMap<>();
    private final Map<String, Integer> seenBefore = new HashMap<>();
    private final Map<String, Integer> seenAfter = new HashMap<>();
    private Scale scale = Scale.NONE;
    private String[] columns = {};
    private int[] other = {};
    private long moved;

    Reading(String file) {
      this.file = file;
    }

    OfTable compare(Path before, Path after) throws IOException {
      scale = Scale.of(file, before, after);
      try (CsvRows a = CsvRows.open(before);
          CsvRows b = CsvRows.open(after)) {
        if (!a.hasNext() || !b.hasNext()) {
          return new OfTable(file, 0, 0, 0);
        }
        columns = a.next().cells();
        List<String> after0 = Arrays.asList(b.next().cells());
        other = Arrays.stream(columns).mapToInt(after0::indexOf).toArray();
        int[] keys = keys(Arrays.asList(columns));
        int[] otherKeys = keys(after0);
        while (a.hasNext() || b.hasNext()) {
          String @Nullable [] x = a.hasNext() ? a.next().cells() : null;
          String @Nullable [] y = b.hasNext() ? b.next().cells() : null;
          step(
              x == null ? "" : key(x, keys, seenBefore),
              x,
              y == null ? "" : key(y, otherKeys, seenAfter),
              y);
        }
      }
      return new OfTable(file, moved, waitingBefore.size(), waitingAfter.size());
    }

    private void step(
        String keyBefore, String @Nullable [] x, String keyAfter, String @Nullable [] y) {
      if (x != null && y != null && keyBefore.equals(keyAfter)) {
        compare(keyBefore, x, y);
        return;
      }
      if (x != null) {
        String[] met = waitingAfter.remove(keyBefore);
        if (met != null) {
          compare(keyBefore, x, met);
        } else {
          waitingBefore.put(keyBefore, x);
        }
      }
      if (y != null) {
        String[] met = waitingBefore.remove(keyAfter);
        if (met != null) {
          compare(keyAfter, met, y);
        } else {
          waitingAfter.put(keyAfter, y);
        }
      }
    }

    private int[] keys(List<String> names) {
      return ResultKeys.of(file).stream().mapToInt(names::indexOf).filter(i -> i >= 0).toArray();
    }

    /// Cells that identify a row; a second row with the same cells gets a number.
    private String key(String[] row, int[] keys, Map<String, Integer> seen) {
      StringBuilder key = new StringBuilder();
      for (int k : keys) {
        if (k < row.length && !row[k].isEmpty()) {
          key.append(key.isEmpty() ? "" : " · ").append(row[k]);
        }
      }
      if (!ResultKeys.repeats(file)) {
        return key.toString();
      }
      int nth = seen.merge(key.toString(), 1, Integer::sum);
      return nth == 1 ? key.toString() : key + " · " + nth;
    }

    private boolean isMove(String column, String[] row, String before, String after) {
      return MovedNumber.differ(before, after)
          && !(scale.isNothing(column, row, before) && scale.isNothing(column, row, after));
    }

    private void compare(String key, String[] before, String[] after) {
      for (int c = 0; c < StrictMath.min(columns.length, before.length); c++) {
        boolean isCompared =
            other[c] >= 0 && other[c] < after.length && ResultKeys.isCompared(file, columns[c]);
        if (isCompared && isMove(columns[c], before, before[c], after[other[c]])) {
          moved++;
          add(MovedNumber.of(file, key, columns[c], before[c], after[other[c]]));
        }
      }
    }
  }
}
