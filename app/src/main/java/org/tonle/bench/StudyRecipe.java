package org.tonle.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonle.bench.river.RiverForest;
import org.tonle.bench.river.Rivers;

/// Recipe of a study folder of any size, written from a seed: random river forests with towns,
/// plants and factories on them. The recipe is described in docs/benchmarks.md.
///
/// @param groups hydrological groups; every headwater belongs to one, so they mix downstream
/// @param constituents number of constituents, each with first-order decay
public record StudyRecipe(
    int reaches, int seasons, int towns, int groups, int constituents, long seed) {
  static final int UNITS = 20;

  private static final double DAYS = 365.25;

  /// Writes the tables into an empty folder.
  public Measurements write(Path folder, Watch watch) throws IOException {
    watch.doing("bench.growing", reaches);
    Rivers rivers = RiverForest.grow(reaches, 0, seed);
    watch.doing("bench.writing", folder);
    settings(folder);
    small(folder);
    new StudyWater(this, rivers).write(folder);
    new StudySources(this, rivers).write(folder);
    return new Measurements()
        .put("job", "study")
        .put("reaches", (long) reaches)
        .put("seasons", (long) seasons)
        .put("constituents", (long) constituents)
        .put("towns", (long) towns)
        .put("groups", (long) groups);
  }

  static String unit(int index) {
    return "U" + (1 + index % UNITS);
  }

  private void settings(Path folder) throws IOException {
    String text =
        """
        id = "grown"
        title = "Rivers grown from a seed"
        year = 2024
        date = "2024-06-01"
        confidence = 0.9
        draws = 1024
        seed = 1
        main_standard = "GROWN"
        """;
    Files.writeString(folder.resolve("study.toml"), text);
  }

  private void small(Path folder) throws IOException {
    try (StudyTable t = StudyTable.of(folder, "seasons", "season,name,duration_d")) {
      for (int s = 0; s < seasons; s++) {
        t.row("S" + (s + 1), "season " + (s + 1), DAYS / seasons);
      }
    }
    try (StudyTable t = StudyTable.of(folder, "units", "unit,name,kind")) {
      for (int u = 0; u < UNITS; u++) {
        t.row(unit(u), "Unit " + (u + 1), "province");
      }
    }
    try (StudyTable t =
        StudyTable.of(folder, "constituents", "constituent,name,unit,kinetics,sample_cv")) {
      for (int c = 0; c < constituents; c++) {
        t.row("C" + (c + 1), "Constituent " + (c + 1), "mg/L", "first_order", 0.5);
      }
    }
    try (StudyTable t =
        StudyTable.of(folder, "reactions", "reaction,constituent,kind,value,unit,theta")) {
      for (int c = 0; c < constituents; c++) {
        t.row("decay" + (c + 1), "C" + (c + 1), "decay", rate_per_d(c), "1/d", 1.047);
      }
    }
    waters(folder);
    rules(folder);
  }

  /// From 0.05 to 0.5 per day.
  private double rate_per_d(int constituent) {
    return 0.05 + 0.45 * constituent / StrictMath.max(1, constituents - 1);
  }

  private void waters(Path folder) throws IOException {
    try (StudyTable t = StudyTable.of(folder, "waters", "water,constituent,value,unit")) {
      for (int g = 0; g < groups; g++) {
        for (int c = 0; c < constituents; c++) {
          t.row("W" + (g + 1), "C" + (c + 1), 0.5 + 0.1 * g, "mg/L");
        }
      }
    }
  }

  private void rules(Path folder) throws IOException {
    try (StudyTable t =
        StudyTable.of(
            folder,
            "standards",
            "standard,jurisdiction,class,rank,waterbody,constituent,statistic,value,unit")) {
      for (int c = 0; c < constituents; c++) {
        for (int rank = 1; rank <= 2; rank++) {
          t.row("GROWN", "none", rank, rank, "all", "C" + (c + 1), "max", 2 * rank, "mg/L");
        }
      }
    }
    try (StudyTable t = StudyTable.of(folder, "designations", "place,standard,class")) {
      t.row("", "GROWN", 2);
    }
    try (StudyTable t = StudyTable.of(folder, "uncertainty", "variable,scope,tier,cv")) {
      t.row("load", "sewered", "study", 0.2);
      t.row("load", "sewered", "unit", 0.1);
      t.row("load", "sewered", "individual", 0.25);
      t.row("load", "on_site", "study", 0.4);
      t.row("load", "on_site", "individual", 0.3);
      t.row("load", "industry", "study", 0.4);
      t.row("load", "industry", "individual", 0.7);
      for (String path : List.of("septic", "pit", "conventional_activated_sludge")) {
        t.row("passing", path, "study", 0.3);
      }
      for (int c = 0; c < constituents; c++) {
        t.row("rate", "decay" + (c + 1), "study", 0.3);
      }
      for (int g = 0; g < groups; g++) {
        t.row("discharge", "G" + (g + 1), "study", 0.3);
        t.row("concentration", "W" + (g + 1), "individual", 0.3);
      }
    }
  }

  /// CSV table while it is written to the folder; every row is an estimate.
  static final class StudyTable implements AutoCloseable {
    private final BufferedWriter out;

    private StudyTable(BufferedWriter out) {
      this.out = out;
    }

    static StudyTable of(Path folder, String name, String columns) throws IOException {
      Path file = folder.resolve(name + ".csv");
      StudyTable table = new StudyTable(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
      table.out.write(columns + ",quality,note\n");
      return table;
    }

    void row(Object... cells) throws IOException {
      for (Object cell : cells) {
        out.write(cell.toString());
        out.write(',');
      }
      out.write("estimate,generated\n");
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
