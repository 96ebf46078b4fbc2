package org.tonle.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.folder.StudyReader;
import org.tonle.model.Reach;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// A published SPARROW model as a study, and its published figures.
final class SparrowCase {
  private static final double KG_PER_A_FROM_G_PER_S = 365.25 * 86400 / 1000;

  private SparrowCase() {}

  static Path folder(String... names) {
    Path path = Path.of(System.getProperty("tonle.shared", ""), names);
    Assumptions.assumeTrue(Files.isDirectory(path), "the published model is not here: " + path);
    return path;
  }

  static Path mrb3() {
    return folder("cases", "sparrow-mrb3");
  }

  static Study study(Path tables, String model, Path out, String... tolerate) throws IOException {
    Files.createDirectories(out);
    SparrowImport read = SparrowImport.read(tables, Optional.empty(), model, Set.of(tolerate));
    assertTrue(read.isSound(), read.problems().toString());
    read.write(out);
    return StudyReader.read(out)
        .study()
        .orElseThrow(() -> new AssertionError(StudyReader.read(out).problems().toString()));
  }

  /// Rows of a published table by reach, columns by name.
  static Map<String, Map<String, Double>> published(String file) throws IOException {
    List<String> lines = Files.readAllLines(mrb3().resolve(file));
    String[] header = lines.getFirst().split(",", -1);
    Map<String, Map<String, Double>> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, Double> row = new HashMap<>();
      for (int c = 1; c < cells.length; c++) {
        row.put(header[c], Double.parseDouble(cells[c]));
      }
      rows.put(cells[0], row);
    }
    return rows;
  }

  /// Load [kg/a] that leaves every reach of the tables, simulated; at a site before the observed
  /// load takes its place.
  static Map<String, Double> loads(Study study) {
    return loads(study, false);
  }

  /// The same; at a site the observed load that goes on.
  static Map<String, Double> loadsThatGoOn(Study study) {
    return loads(study, true);
  }

  private static Map<String, Double> loads(Study study, boolean goesOn) {
    Concentrations found =
        Runner.run(study, Scenario.BASELINE, Options.of(0, 1))
            .result()
            .orElseThrow()
            .concentrations();
    Map<String, Double> all = new HashMap<>();
    List<Reach> reaches = study.waterways().reaches();
    for (int r = 0; r < reaches.size(); r++) {
      double discharge = reaches.get(r).seasons().getFirst().discharge_m3_per_s();
      assertTrue(found.places().get(r).kind() == Place.Kind.REACH);
      all.put(reaches.get(r).id(), found.end(r, 0, 0) * discharge * KG_PER_A_FROM_G_PER_S);
    }
    Map<String, Double> loads = new HashMap<>();
    all.forEach(
        (id, load) -> {
          if (!id.endsWith("-out") && !id.endsWith(" (site)")) {
            loads.put(id, all.getOrDefault(id + "-out", load));
          }
        });
    all.forEach(
        (id, load) -> {
          if (!goesOn && id.endsWith(" (site)")) {
            loads.put(id.replaceFirst("-(gauge|lake) \\(site\\)$", ""), load);
          }
        });
    return loads;
  }

  static List<String> mismatches(
      Map<String, Map<String, Double>> published,
      String column,
      Map<String, Double> found,
      double scale,
      double tolerance) {
    List<String> wrong = new ArrayList<>();
    published.forEach(
        (id, row) -> {
          double expected = row.getOrDefault(column, Double.NaN);
          double own = found.getOrDefault(id, Double.NaN) * scale;
          if (!(StrictMath.abs(own - expected) <= tolerance * StrictMath.abs(expected) + 1e-6)) {
            wrong.add("%s: %s, not %s".formatted(id, own, expected));
          }
        });
    return wrong;
  }
}
