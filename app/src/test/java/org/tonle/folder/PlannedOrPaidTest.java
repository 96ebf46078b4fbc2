package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.i18n.Words;
import org.tonle.model.Catalogue;
import org.tonle.model.CostItem;
import org.tonle.model.Project;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.ProjectComparison;
import org.tonle.problem.Severity;

/// The curve beside what was planned or paid, as docs/theory/cost.md prints and explains it, and
/// the tables of the how-to on prices as they are printed there.
class PlannedOrPaidTest {
  private static final Path DOCS = Folders.study("two-towns").resolve("../../docs").normalize();

  @TempDir Path folder;

  private static Catalogue builtIn() {
    return StudyReader.read(Folders.study("two-towns")).study().orElseThrow().catalogue();
  }

  /// Rows of the table of the page: project, then m³/d, stated, curve, factor, why.
  private static Map<String, List<String>> printed() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(DOCS.resolve("theory/cost.md"))) {
      List<String> cells = List.of(line.split("\\|", -1));
      if (cells.size() == 8 && cells.get(2).strip().matches("[0-9]+")) {
        rows.put(cells.get(1).strip(), cells.subList(2, 7).stream().map(String::strip).toList());
      }
    }
    return rows;
  }

  @Test
  void thePagePrintsWhatTheCurveGives() throws IOException {
    Map<String, List<String>> rows = printed();
    List<ProjectComparison> compared = ProjectComparison.of(builtIn());
    assertEquals(rows.keySet().size(), compared.size());
    for (ProjectComparison one : compared) {
      List<String> row = rows.getOrDefault(one.project().id(), List.of());
      assertEquals(one.project().capacity_m3_per_d(), Double.parseDouble(row.get(0)));
      same(one.stated_usd(), row.get(1), one);
      same(one.curve_usd(), row.get(2), one);
      same(one.factor(), row.get(3), one);
      boolean isFar = one.factor() > 2 || one.factor() < 0.5;
      assertTrue(!isFar || row.get(4).length() > 40, "Not explained: " + one.project().id());
      assertEquals(isFar, one.isFar());
      for (String language : Words.LANGUAGES) {
        String key = "catalogue.why." + one.project().id();
        assertTrue(Words.in(language).has(key), key + " in " + language);
      }
    }
  }

  /// 21,717,622.97 USD of 2021, brought to 2024: the curve asks it for about 12,100 m³/d.
  @Test
  void aPlantWithoutACapacityGetsTheOneThatItsCostWouldBuy() {
    Catalogue catalogue = builtIn();
    Project battambang =
        catalogue.projects().stream()
            .filter(p -> p.id().equals("battambang"))
            .findFirst()
            .orElseThrow();
    double capacity = ProjectComparison.capacityFor_m3_per_d(catalogue, battambang).orElseThrow();
    assertEquals(12_100, capacity, 100);
    assertEquals(21_717_622.97, 154_651 * StrictMath.pow(capacity, 0.526), 1000);
  }

  private static void same(double figure, String printed, ProjectComparison one) {
    double value = Double.parseDouble(printed);
    assertEquals(figure, value, figure * 0.006, () -> one.project().id() + " " + printed);
  }

  /// Without its floor the curve gives a quarter of what was planned in Phnom Penh.
  @Test
  void theFloorBringsLargePlantsNearer() {
    double curve = 154_651 * StrictMath.pow(282_000, 0.526);
    assertEquals(113.8e6, curve, 0.1e6);
    assertEquals(171.7e6, PriceBook.of(builtIn()).regional().usd(282_000), 0.2e6);
  }

  /// Each table of the how-to, in its own file.
  private static final List<String> FILES =
      List.of(
          "technology_costs.csv",
          "exchange_rates.csv",
          "technologies.csv",
          "removals.csv",
          "cost_items.csv");

  @Test
  void theTablesOfTheHowToWork() throws IOException {
    Folders.twoTowns(folder);
    String page = Files.readString(DOCS.resolve("how-to/your-own-prices.md"));
    Matcher fence = Pattern.compile("```(?:toml)?\\n(.*?)```", Pattern.DOTALL).matcher(page);
    List<String> blocks = new ArrayList<>();
    while (fence.find()) {
      if (!fence.group(1).startsWith("./tonle")) {
        blocks.add(fence.group(1));
      }
    }
    assertEquals(FILES.size() + 1, blocks.size());
    for (int i = 0; i < FILES.size(); i++) {
      Files.writeString(folder.resolve(FILES.get(i)), blocks.get(i));
    }
    Folders.edit(folder, "study.toml", t -> t + "\n" + blocks.getLast());
    Folders.edit(
        folder,
        "references.csv",
        t -> t + "QUOTE23,Quotation,,2023,,\nREEDS22,Reed beds,,2022,,\n");
    Reading reading = StudyReader.read(folder);
    assertEquals(
        List.of(),
        reading.problems().stream()
            .filter(p -> p.severity() != Severity.NOTE)
            .map(p -> p.code())
            .toList());
    PriceBook book = PriceBook.of(reading.study().orElseThrow().catalogue());
    // 6.2 million of 2023 rise by 2 % a year until 2026: times 1.0612
    assertEquals(6.5795e6, book.technology("oxidation_ditch").orElseThrow().capital_usd(5000), 1e3);
    assertFalse(book.technology("reed_bed+uv_disinfection").isEmpty());
    assertEquals(
        12 * 1.0612, book.item(CostItem.Kind.LAND, "UPPER").orElseThrow().capital_usd(1, 0), 0.001);
  }
}
