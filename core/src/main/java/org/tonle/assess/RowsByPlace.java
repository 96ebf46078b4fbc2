package org.tonle.assess;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/// Rows by place, one place after the other. A small number of rows is kept; a large number is made
/// on each request, because verdicts on 60,000 reaches in 12 seasons would take half a gigabyte.
public final class RowsByPlace<T> extends AbstractList<T> {
  private static final int KEPT_COUNT = 1 << 18;

  private final int[] start;
  private final IntFunction<List<T>> rows;

  private RowsByPlace(int[] start, IntFunction<List<T>> rows) {
    this.start = start;
    this.rows = rows;
  }

  /// @param rows rows of a place, always the same
  static <T> List<T> of(int places, IntFunction<List<T>> rows) {
    return of(places, rows, KEPT_COUNT);
  }

  /// The same list, with the number of rows that it may keep.
  static <T> List<T> of(int places, IntFunction<List<T>> rows, int keptCount) {
    List<T> kept = new ArrayList<>();
    int[] start = new int[places + 1];
    for (int p = 0; p < places; p++) {
      List<T> made = rows.apply(p);
      start[p + 1] = StrictMath.addExact(start[p], made.size());
      if (start[p + 1] <= keptCount) {
        kept.addAll(made);
      }
    }
    return start[places] <= keptCount ? List.copyOf(kept) : new RowsByPlace<>(start, rows);
  }

  /// An unmodifiable list: rows by place as they are, or a copy of any other list.
  public static <T> List<T> copyOf(List<T> list) {
    return list instanceof RowsByPlace ? list : List.copyOf(list);
  }

  @Override
  public int size() {
    return start[start.length - 1];
  }

  @Override
  public T get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    int found = Arrays.binarySearch(start, index);
    int place = found >= 0 ? found : -found - 2;
    while (start[place + 1] == index) {
      place++; // places without rows start where the next place does
    }
    return rows.apply(place).get(index - start[place]);
  }

  /// Iterates over one place after the other and makes the rows of each once.
  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private int place;
      private Iterator<T> here = List.<T>of().iterator();

      @Override
      public boolean hasNext() {
        while (!here.hasNext() && place < start.length - 1) {
          here = rows.apply(place++).iterator();
        }
        return here.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return here.next();
      }
    };
  }
}
