package org.tonle.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RowsByPlaceTest {
  /// Of six places the first, two in the middle and the last have no rows.
  private static final List<List<String>> ROWS =
      List.of(List.of(), List.of("a", "b"), List.of(), List.of(), List.of("c"), List.of());

  private static final List<String> ALL = List.of("a", "b", "c");

  private static List<String> rows(int kept) {
    return RowsByPlace.of(ROWS.size(), ROWS::get, kept);
  }

  @Test
  void fewRowsAreKept() {
    List<String> rows = rows(3);
    assertEquals(ALL, rows);
    assertFalse(rows instanceof RowsByPlace);
  }

  @Test
  void manyRowsAreTheSameMadeAnew() {
    List<String> rows = rows(2);
    assertInstanceOf(RowsByPlace.class, rows);
    assertEquals(ALL, rows);
    assertEquals(ALL, rows.stream().toList());
    for (int i = 0; i < ALL.size(); i++) {
      assertEquals(ALL.get(i), rows.get(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> rows.get(3));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.get(-1));
    Iterator<String> each = rows.iterator();
    ALL.forEach(row -> assertEquals(row, each.next()));
    assertFalse(each.hasNext());
    assertThrows(NoSuchElementException.class, each::next);
  }

  @Test
  void onlyAListThatMayChangeIsCopied() {
    List<String> rows = rows(2);
    assertSame(rows, RowsByPlace.copyOf(rows));
    List<String> mine = new ArrayList<>(ALL);
    List<String> copy = RowsByPlace.copyOf(mine);
    mine.clear();
    assertEquals(ALL, copy);
  }

  @Test
  void moreRowsThanAListHoldsAreRefused() {
    List<String> many = Collections.nCopies(Integer.MAX_VALUE, "a");
    assertThrows(ArithmeticException.class, () -> RowsByPlace.of(2, p -> many, 1));
  }
}
