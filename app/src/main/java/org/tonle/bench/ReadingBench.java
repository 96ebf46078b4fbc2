package org.tonle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tonle.bench.StudyRecipe.StudyTable;
import org.tonle.convert.Text;

/// Bench of reading: processor time of reading a study with one long table, by the number of its
/// rows. Time is that of the whole process, Java's compiler and its garbage collector included.
public final class ReadingBench {
  private static final int SEASONS = 12;
  private static final int STATIONS = 200;
  private static final int DAYS = 28;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /// Table that is made long.
  public enum Lengthened {
    observations,
    towns,
    reach_seasons,
    livestock
  }

  private final Path folder;
  private final long seed;

  private ReadingBench(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /// Writes and reads studies below an empty folder, the long table growing to `rows`.
  ///
  /// @param reader reads a study; false if it has errors
  public static Measurements run(
      Path folder, int rows, long seed, Predicate<Path> reader, Watch watch) throws IOException {
    Map<String, Object> micros = new LinkedHashMap<>();
    Map<String, Object> seconds = new LinkedHashMap<>();
    for (Lengthened table : Lengthened.values()) {
      for (int size : List.of(rows / 20, rows / 4, rows)) {
        Path study = Files.createDirectory(folder.resolve(table.name() + "-" + size));
        long cells = new ReadingBench(study, seed).write(table, size, watch);
        watch.doing("bench.reading", study.getFileName());
        System.gc();
        long before = SYSTEM.getProcessCpuTime();
        boolean isRead = reader.test(study);
        double processor_s = (SYSTEM.getProcessCpuTime() - before) * 1e-9;
        if (!isRead) {
          throw new IllegalStateException(
              Text.format("The study %s is not read.", study.getFileName()));
        }
        seconds.put(study.getFileName().toString(), Text.format("%.2f s", processor_s));
        micros.put(
            study.getFileName().toString(),
            Text.format("%.2f µs, %d cells", processor_s * 1e6 / cells, cells));
      }
    }
    return new Measurements()
        .put("job", "reading")
        .put("reading_processor", seconds)
        .put("reading_cell", micros);
  }

  private long write(Lengthened table, int rows, Watch watch) throws IOException {
    boolean isReaches = table == Lengthened.reach_seasons;
    int reaches = isReaches ? rows / SEASONS : STATIONS;
    new StudyRecipe(reaches, SEASONS, 20, 1, 1, seed).write(folder, watch);
    switch (table) {
      case observations -> observations(rows);
      case towns -> towns(rows);
      case livestock -> livestock(rows);
      case reach_seasons -> {}
    }
    long cells = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        cells += cells(file);
      }
    }
    return cells;
  }

  private static long cells(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.mapToLong(l -> l.chars().filter(c -> c == ',').count() + 1).sum();
    }
  }

  /// Samples of stations, month by month, some below detection.
  private void observations(int rows) throws IOException {
    try (StudyTable t =
        StudyTable.of(
            folder, "observations", "station,place,date,constituent,statistic,value,unit,use")) {
      for (int i = 0; i < rows; i++) {
        int station = i % STATIONS;
        int day = i / STATIONS;
        String date =
            Text.format(
                "%d-%02d-%02d", 1900 + day / DAYS / 12, 1 + day / DAYS % 12, 1 + day % DAYS);
        String value = i % 50 == 7 ? "<0.05" : Text.format("%.3f", 1 + i * 7919L % 1000 / 500.0);
        t.row(
            "Station " + station,
            "R" + (1 + station),
            date,
            "C1",
            "sample",
            value,
            "mg/L",
            "check");
      }
    }
  }

  /// Towns side by side at few nodes, many near others in place, people and spelling.
  private void towns(int rows) throws IOException {
    List<String> shares = new ArrayList<>();
    try (StudyTable t =
        StudyTable.of(
            folder,
            "towns",
            "town,name,name_zh,name_km,unit,node,kind,population,base_year,growth_percent_per_a,"
                + "wastewater_l_per_d,lon,lat")) {
      for (int i = 0; i < rows; i++) {
        String town = "T" + (i + 1);
        shares.add(town);
        int people = 500 + (int) (i * 7919L % 50_000);
        t.row(
            town,
            "Phum " + Integer.toString(1_000_000 + i * 31, 26),
            "镇" + i,
            "ភូមិ" + i,
            StudyRecipe.unit(i % STATIONS),
            StudyWater.node(i % STATIONS),
            "urban",
            people,
            2020,
            1.5,
            120,
            Text.format("%.4f", 100 + i % 1000 * 0.006),
            Text.format("%.4f", 10 + StrictMath.floorDiv(i, 1000) * 0.006));
      }
    }
    try (StudyTable t = StudyTable.of(folder, "sanitation", "town,path,share")) {
      for (String town : shares) {
        t.row(town, "septic", 1);
      }
    }
  }

  private void livestock(int rows) throws IOException {
    Files.writeString(
        folder.resolve("factors.csv"),
        "per_head,pigs,C1,30,g/d,estimate,generated\n",
        StandardOpenOption.APPEND);
    try (StudyTable t =
        StudyTable.of(
            folder, "livestock", "livestock,name,name_zh,name_km,unit,reach,where,animal,heads")) {
      for (int i = 0; i < rows; i++) {
        t.row(
            "L" + (i + 1),
            "Herd " + (i + 1),
            "畜群" + i,
            "ហ្វូង" + i,
            StudyRecipe.unit(i % STATIONS),
            "R" + (1 + i % STATIONS),
            "uniform",
            "pigs",
            100 + i * 7919L % 9000);
      }
    }
  }
}
