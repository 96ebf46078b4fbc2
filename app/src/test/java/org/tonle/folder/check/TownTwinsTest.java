package org.tonle.folder.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.SheetReader;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Problem;

/// FEATURE UNDER TEST: the work to find twins grows with the number of towns, and no crowd hides
/// one.
class TownTwinsTest {
  private static final String HEAD = "town,name,unit,node,kind,population,base_year,lon,lat\n";

  private final Problems problems = new Problems();

  private long compared(String rows) {
    Sheets sheets = new Sheets();
    sheets.add(
        SheetReader.parse(HEAD + rows, Schema.find(Schema.TOWNS).orElseThrow(), new Problems()));
    return new TownTwins(sheets, problems).run();
  }

  /// Towns of different names and people, in a square of some width or at one node.
  private static String towns(int count, double width) {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String name = letters(random);
      String place =
          width < 0
              ? ","
              : (104 + width * random.nextDouble()) + "," + (12 + width * random.nextDouble());
      int people = (int) (500 * StrictMath.pow(1.12, i % 100));
      rows.append("T" + i + "," + name + ",U,N,rural," + people + ",2019," + place + "\n");
    }
    return rows.toString();
  }

  private static String letters(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0.3, 2})
  void tenTimesTheTownsAreTenTimesTheWork(double width) {
    int few = 400;
    assertTrue(compared(towns(few, width)) <= 60L * few);
    assertTrue(compared(towns(10 * few, width)) <= 60L * 10 * few);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0.004, 2})
  void aTwinIsFoundAmongMany(double width) {
    String place = width < 0 ? "," : "104.0010,12.0010";
    String rows =
        towns(100, width)
            + "A,Kampong Thmar Puok,U,N,rural,77777,2019,"
            + place
            + "\n"
            + "B,Kampong Thmor Puok,U,N,rural,77777,2019,"
            + place
            + "\n";
    compared(rows);
    List<Problem> twins = problems.all().stream().filter(p -> p.found().contains("Thmor")).toList();
    assertEquals(1, twins.size(), problems.all().toString());
    assertEquals("A (Kampong Thmar Puok)", twins.getFirst().hint());
  }
}
