package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tonle.assess.CcmeIndex;

/// FEATURE UNDER TEST: the index of the Canadian Council of Ministers of the Environment, on the
/// worked example of its manual: North Saskatchewan River at Devon, 1997 (cases/wqi).
class N05_CcmeIndex {
  private static double number(String[] cells, int at) {
    return at < cells.length && !cells[at].isBlank() ? Double.parseDouble(cells[at]) : Double.NaN;
  }

  // 2 of 10 variables fail, 4 of 103 tests; F1 20.0, F2 3.9, F3 2.8, index 88.1: good
  @Test
  void theWorkedExampleOfTheManual() throws IOException {
    Path path = Path.of(System.getProperty("tonle.shared", ""), "cases", "wqi");
    Path file = path.resolve("ccme-devon-1997.csv");
    Assumptions.assumeTrue(Files.isRegularFile(file), "the example is not here: " + file);
    List<CcmeIndex.Test> tests = new ArrayList<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      // a quoted name may hold a comma
      String[] cells = line.replaceAll("\"([^,\"]*),([^\"]*)\"", "$1 $2").split(",", -1);
      if (!Double.isNaN(number(cells, 2))) {
        tests.add(
            new CcmeIndex.Test(cells[1], number(cells, 2), number(cells, 3), number(cells, 4)));
      }
    }
    CcmeIndex index = CcmeIndex.of(tests);
    assertEquals(103, tests.size());
    assertEquals(20, index.f1(), 1e-9);
    assertEquals(3.883495146, index.f2(), 1e-9);
    assertEquals(2.779744207, index.f3(), 1e-6);
    assertEquals(88.127997661, index.value(), 1e-6);
    assertEquals("good", index.category());
  }

  // one variable, twice: 5 at most 4 (excursion 0.25), 4 at least 5 (0.25): nse 0.25, F3 = 20
  @Test
  void lowerAndUpperLimits() {
    CcmeIndex index =
        CcmeIndex.of(
            List.of(
                new CcmeIndex.Test("a", 5, Double.NaN, 4),
                new CcmeIndex.Test("a", 4, 5, Double.NaN)));
    assertEquals(20, index.f3(), 1e-12);
    assertEquals(100, index.f1(), 0);
    assertEquals(100, index.f2(), 0);
  }
}
