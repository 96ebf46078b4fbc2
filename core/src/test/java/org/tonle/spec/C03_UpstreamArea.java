package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Hydraulics;
import org.tonle.model.Reach;

/// FEATURE UNDER TEST: `upstream_area_km2` counts every distinct reach above once, however many
/// paths join again; a minor path passes on no area from above. Numbers: cases/network/accumulation
/// (DOI-USGS/hydroloom, CC0; NHDPlus V2).
class C03_UpstreamArea {
  // Seven reaches of 1 km²: 1 feeds 2 and 3, 3 feeds 4 and 5, these feed 6, 2 and 6 feed 7.
  // 6 has 1, 3, 4, 5 above and itself: 5. 7 has all: 7. The minor 5 starts with its own: 1.
  @Test
  void joinedPathsCountOnce() {
    Answer answer =
        River.of(
                """
                r1: a -> b   4 m3/s  1 km2
                r2: b -> z   2 m3/s  1 km2
                r3: b -> c   2 m3/s  1 km2
                r4: c -> d   1 m3/s  1 km2
                r5: c -> d   1 m3/s  1 km2  1 minor
                r6: d -> z   2 m3/s  1 km2
                r7: z -> y   4 m3/s  1 km2
                """)
            .conservative("Cl")
            .run();
    double[] expected = {1, 2, 2, 3, 1, 5, 7};
    for (int i = 0; i < expected.length; i++) {
      String reach = "r" + (i + 1);
      assertEquals(expected[i], answer.hydraulics(reach).upstreamArea_km2(), 1e-12, reach);
    }
  }

  /// The rule of the published network for areas routed past minor paths: a minor path starts with
  /// its own area, others take the sum of all reaches that end where they begin.
  @Test
  void minorPathsStartWithTheirOwn() throws IOException {
    Answer answer = River.of(published("new-hope.csv", true)).conservative("Cl").run();
    Map<String, Double> found = new HashMap<>();
    answer.result().hydraulics().forEach(h -> found.put(h.reach(), h.upstreamArea_km2()));
    Map<String, Double> arriving = new HashMap<>();
    List<Reach> reaches = answer.result().study().waterways().reaches();
    reaches.forEach(
        r -> arriving.merge(r.line().toNode(), found.getOrDefault(r.id(), 0.0), Double::sum));
    int minor = 0;
    for (Reach reach : reaches) {
      Reach.Drainage drainage = reach.drainage();
      minor += drainage.isMinorPath() ? 1 : 0;
      double above =
          drainage.isMinorPath() ? 0 : arriving.getOrDefault(reach.line().fromNode(), 0.0);
      double area = Objects.requireNonNull(found.get(reach.id()));
      assertEquals(drainage.area_km2() + above, area, 1e-6, reach.id());
    }
    assertEquals(84, minor);
  }

  private static String published(String file, boolean withMinorPaths) throws IOException {
    Path path = Path.of(System.getProperty("tonle.shared", ""), "cases", "network", file);
    Assumptions.assumeTrue(Files.isRegularFile(path), "the published network is not here: " + path);
    List<String> lines = Files.readAllLines(path);
    List<String> columns = Arrays.asList(lines.getFirst().split(","));
    List<String> text = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      boolean isMinor = cells[columns.indexOf("divergence")].equals("2");
      text.add(
          "%s: n%s -> n%s  1 m3/s  1 m/s  %s km  %s km2 %s"
              .formatted(
                  cells[columns.indexOf("reach_id")],
                  cells[columns.indexOf("from_node")],
                  cells[columns.indexOf("to_node")],
                  cells[columns.indexOf("length_km")],
                  cells[columns.indexOf("area_km2")],
                  isMinor && withMinorPaths ? "1 minor" : ""));
    }
    return String.join("\n", text);
  }

  @ParameterizedTest
  @CsvSource({"new-hope.csv, 746, 8897784, 595.3383", "walker.csv, 62, 5329303, 193.9473"})
  void publishedNetworks(String file, int reaches, String outlet, double outlet_km2)
      throws IOException {
    Path path = Path.of(System.getProperty("tonle.shared", ""), "cases", "network", file);
    Assumptions.assumeTrue(Files.isRegularFile(path), "the published network is not here: " + path);
    List<String> lines = Files.readAllLines(path);
    Map<String, Double> expected = new HashMap<>();
    List<String> columns = Arrays.asList(lines.getFirst().split(","));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      String id = cells[columns.indexOf("reach_id")];
      expected.put(id, Double.parseDouble(cells[columns.indexOf("total_area_km2")]));
    }
    assertEquals(reaches, expected.size());
    Answer answer = River.of(published(file, false)).conservative("Cl").run();
    for (Hydraulics found : answer.result().hydraulics()) {
      double area = Objects.requireNonNull(expected.get(found.reach()));
      assertEquals(area, found.upstreamArea_km2(), 1e-6, found.reach());
    }
    assertEquals(outlet_km2, answer.hydraulics(outlet).upstreamArea_km2(), 1e-4);
  }
}
