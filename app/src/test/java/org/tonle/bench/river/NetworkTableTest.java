package org.tonle.bench.river;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.problem.Problem;

/// FEATURE UNDER TEST: networks as people have them.
class NetworkTableTest {
  @TempDir Path folder;

  private NetworkReading read(String text, String... columns) throws IOException {
    Path file = folder.resolve("rivers.csv");
    Files.writeString(file, text);
    Map<String, String> mapping = new java.util.HashMap<>();
    for (String column : columns) {
      int is = column.indexOf('=');
      mapping.put(column.substring(0, is), column.substring(is + 1));
    }
    return NetworkTable.read(file, mapping);
  }

  @Test
  void severalRowsOfOneIdAreABifurcation() throws IOException {
    NetworkReading reading =
        read(
            """
            id,next_down,length_km,discharge_m3_per_s,fraction
            A,B,2,10,0.7
            A,C,2,10,0.3
            B,D,1,7,
            C,D,3,3,
            D,,4,10,
            """);
    Rivers rivers = reading.rivers().orElseThrow();
    assertArrayEquals(new int[] {1, 3, 3, -1}, rivers.down());
    assertArrayEquals(new int[] {0}, rivers.side().from());
    assertArrayEquals(new int[] {2}, rivers.side().to());
    assertArrayEquals(new float[] {0.3f}, rivers.side().fraction());
    assertArrayEquals(new float[] {2, 1, 3, 4}, rivers.length_km());
    assertArrayEquals(new float[] {10, 7, 3, 10}, rivers.discharge_m3_per_s());
    assertEquals(new NetworkReading.Notes(0, 0, 0, 0), reading.notes());
  }

  @Test
  void withoutFractionsWaterGoesByDischarge() throws IOException {
    String text =
        """
        id,next_down,length_km,discharge_m3_per_s
        A,B,2,10
        A,C,2,10
        B,,1,2.5
        C,0,3,7.5
        """;
    Rivers rivers = read(text).rivers().orElseThrow();
    // C carries three quarters: it is the main arm
    assertEquals(2, rivers.down()[0]);
    assertEquals(1, rivers.side().to()[0]);
    assertEquals(0.25f, rivers.side().fraction()[0]);
    assertEquals(-1, rivers.down()[2]);
  }

  @Test
  void nodesSayTheSame() throws IOException {
    Rivers rivers =
        read("""
                id,from_node,to_node,length_km,discharge_m3_per_s
                A,1,2,2,10
                B,2,3,1,2.5
                C,2,3,3,7.5
                D,3,4,4,10
                """)
            .rivers()
            .orElseThrow();
    assertArrayEquals(new int[] {2, 3, 3, -1}, rivers.down());
    assertArrayEquals(new float[] {0.25f}, rivers.side().fraction());
  }

  @Test
  void whatRealFilesLackIsPutInOrderAndTold() throws IOException {
    NetworkReading reading =
        read(
            """
            id,next_down,length_km,discharge_m3_per_s,fraction
            A,B,,10,0.5
            A,C,,10,0.4
            B,X,1,0,
            C,,-9999,NA,
            """);
    // A and C lack a length, B and C a discharge, B leads to nowhere, A's fractions sum to 0.9
    assertEquals(new NetworkReading.Notes(1, 2, 2, 1), reading.notes());
    Rivers rivers = reading.rivers().orElseThrow();
    assertEquals(0.4f / 0.9f, rivers.side().fraction()[0], 1e-6);
    assertEquals(0.001f, rivers.discharge_m3_per_s()[1]);
    assertEquals(0, rivers.length_km()[2]);
  }

  @Test
  void columnsMayHaveOtherNamesAndUnits() throws IOException {
    NetworkReading reading =
        read(
            "\ufeffbasin,ID,NEXT,metres,Q,Qb\n7,1,2,1500,1,2\n7,2,,10,3,4\n8,1,2,1,1,1\n8,2,,1,1,1\n",
            "id=basin+ID",
            "next_down=basin+NEXT",
            "length_km=metres*0.001",
            "discharge_m3_per_s=Q+Qb");
    Rivers rivers = reading.rivers().orElseThrow();
    assertArrayEquals(new int[] {1, -1, 3, -1}, rivers.down());
    assertEquals(1.5f, rivers.length_km()[0]);
    assertEquals(7, rivers.discharge_m3_per_s()[1]);
    assertEquals(0, reading.notes().dangling());
  }

  // text after the header "id,next_down,length_km,discharge_m3_per_s,fraction", ; for a new line
  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "'A,,long,1,', not_a_number, 2",
    "'A,,1,1,;B,A,1', broken_row, 3",
    "'A,,1,1,;,A,1,1,', missing_value, 3",
    "'A,B,1,1,1.5;A,C,1,1,;B,,1,1,;C,,1,1,', out_of_range, 2",
    "'A,B,1,1,;B,C,1,1,;C,A,1,1,', network_circle, 0",
    "'A,A,1,1,', network_circle, 0",
    "'', empty_file, 0",
  })
  void aFaultIsNamedWithItsRow(String rows, String code, int row) throws IOException {
    String header = "id,next_down,length_km,discharge_m3_per_s,fraction\n";
    NetworkReading reading = read(header + rows.replace(';', '\n') + "\n");
    assertTrue(reading.rivers().isEmpty());
    assertEquals(List.of(code), reading.problems().stream().map(Problem::code).toList());
    assertEquals(row, reading.problems().getFirst().row());
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    List<Problem> problems = read("id,next,length_km,discharge_m3_per_s\n").problems();
    assertEquals(List.of("network_column"), problems.stream().map(Problem::code).toList());
    assertEquals("next_down", problems.getFirst().column());
  }

  @Test
  void ofManyFaultsTheFirstAreListed() throws IOException {
    String rows = "A,,x,1\n".repeat(50);
    List<Problem> problems = read("id,next_down,length_km,discharge_m3_per_s\n" + rows).problems();
    assertEquals(21, problems.size());
    assertEquals("30", problems.getLast().found());
  }

  @Test
  void aMappingIsChecked() {
    assertTrue(NetworkTable.isMapping("length_km", "metres*1e-3"));
    assertTrue(NetworkTable.isMapping("id", "basin+ID"));
    assertFalse(NetworkTable.isMapping("lenght_km", "metres"));
    assertFalse(NetworkTable.isMapping("length_km", "metres*a"));
    assertFalse(NetworkTable.isMapping("length_km", ""));
  }

  @Test
  void realNetworksAreRead() throws IOException {
    Path data = Path.of(System.getProperty("tonle.shared", "../shared"), "data");
    Path rhine = data.resolve("eu-rhine-d8/reaches_10km2.csv.gz");
    assumeTrue(Files.exists(rhine), "No shared data beside this checkout.");
    NetworkReading reading =
        NetworkTable.read(
            rhine, Map.of("next_down", "next_id", "discharge_m3_per_s", "upstream_area_km2*0.01"));
    assertEquals(65_562, reading.rivers().orElseThrow().count());
    assertEquals(new NetworkReading.Notes(0, 0, 0, 0), reading.notes());

    NetworkReading europe =
        NetworkTable.read(
            data.resolve("eu-epie-network/nodes.csv.gz"),
            Map.of(
                "id", "basin_id+ID",
                "next_down", "basin_id+ID_nxt",
                "length_km", "dist_nxt*0.001",
                "discharge_m3_per_s", "Q"));
    int[] down = europe.rivers().orElseThrow().down();
    assertEquals(89_391, down.length);
    // 401 mouths and one pointer to nowhere
    assertEquals(402, Arrays.stream(down).filter(d -> d < 0).count());
    assertEquals(1, europe.notes().dangling());
  }
}
