package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No input takes much longer than a clean one of its size. With `-Dtonle.heavy.mb=50` and
/// `-Dtonle.heavy.keep=DIR` it leaves the studies that docs/benchmarks.md measures in DIR.
@Tag("slow")
class HeavyInputTest {
  private static final int SIZE = Integer.getInteger("tonle.heavy.mb", 5) * 1_000_000;
  private static final double MORE_S = 2;
  private static final double MORE_TIMES = 2;
  private static final int MOST_READINGS = 3;
  private static final String SAMPLES =
      "station,place,date,months,constituent,statistic,n,value,unit,use,reference,quality,note\n";
  private static final String TOWNS = "town,name,unit,node,kind,population,base_year,lon,lat\n";

  @TempDir Path temporary;

  private Path root() {
    String keep = System.getProperty("tonle.heavy.keep", "");
    return keep.isEmpty() ? temporary : Path.of(keep);
  }

  private Path study(String name) throws IOException {
    return Folders.twoTowns(Files.createDirectories(root().resolve(name)));
  }

  /// Writes rows after `head` until the file is as large as wanted.
  private static void fill(Path file, String head, int bytes, IntFunction<String> row)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(head);
      int written = head.length();
      for (int i = 0; written < bytes; i++) {
        String text = row.apply(i);
        out.write(text);
        written += text.length();
      }
    }
  }

  private Path samples(String name, String head, IntFunction<String> row) throws IOException {
    Path study = study(name);
    fill(study.resolve("observations.csv"), head, SIZE, row);
    return study;
  }

  private Path towns(String name, double width_deg, IntFunction<String> nameOf) throws IOException {
    Path study = study(name);
    Random random = new Random(1);
    fill(
        study.resolve("towns.csv"),
        TOWNS,
        SIZE / 8,
        i ->
            "T%d,%s,UPPER,UP,urban,%d,2019,%.6f,%.6f\n"
                .formatted(
                    i,
                    nameOf.apply(i),
                    60_000 + random.nextInt(9000),
                    105.05 + width_deg * random.nextDouble(),
                    12.4 + width_deg * random.nextDouble()));
    long count;
    try (Stream<String> lines = Files.lines(study.resolve("towns.csv"))) {
      count = lines.count() - 1;
    }
    try (Writer out = Files.newBufferedWriter(study.resolve("sanitation.csv"))) {
      out.write("town,path,share\n");
      for (int i = 0; i < count; i++) {
        out.write("T" + i + ",none,1\n");
      }
    }
    return study;
  }

  /// @param arcs two nodes of each reach, from and to
  private Path network(String name, IntFunction<int[]> arcs) throws IOException {
    Path study = study(name);
    int count = SIZE / 500;
    StringBuilder nodes = new StringBuilder(Files.readString(study.resolve("nodes.csv")));
    StringBuilder reaches = new StringBuilder(Files.readString(study.resolve("reaches.csv")));
    StringBuilder seasons = new StringBuilder(Files.readString(study.resolve("reach_seasons.csv")));
    nodes.append("N").append(count).append(",n,,,105,12.3,,,,,\n");
    for (int i = 0; i < count; i++) {
      int[] arc = arcs.apply(i);
      nodes.append("N").append(i).append(",n,,,105,12.3,,,,,\n");
      reaches.append("Q").append(i).append(",,,,N").append(arc[0]).append(",N");
      reaches.append(arc[1]).append(",1,no,,20,1,10,,,\n");
      seasons.append("Q").append(i).append(",,5,,,,,\n");
    }
    Files.writeString(study.resolve("nodes.csv"), nodes);
    Files.writeString(study.resolve("reaches.csv"), reaches);
    Files.writeString(study.resolve("reach_seasons.csv"), seasons);
    return study;
  }

  /// Processor time of the one thread that reads: neither other work on the machine nor the
  /// compiler and the collector of Java count.
  private static double seconds(Path study) {
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      return one.submit(() -> secondsHere(study)).join();
    }
  }

  private static double secondsHere(Path study) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    StudyReader.read(study);
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  /// The shortest of a few readings, the first that is short enough ending them: code that is not
  /// yet compiled is slow once, a quadratic reader is slow each time.
  private static double shortest(Path study, double enough) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_READINGS && shortest > enough; i++) {
      shortest = StrictMath.min(shortest, seconds(study));
    }
    return shortest;
  }

  private static void compare(Path clean, Map<String, Path> others) {
    double usual = shortest(clean, 0);
    double most = MORE_TIMES * usual + MORE_S;
    others.forEach(
        (name, study) -> {
          double found = shortest(study, most);
          assertTrue(
              found <= most, "%s took %.1f s, a clean study %.1f s".formatted(name, found, usual));
        });
  }

  @Test
  void tables() throws IOException {
    Path clean =
        samples(
            "clean",
            SAMPLES,
            i ->
                "Station %d,TAIL,2020-%02d-%02d,,NH4-N,sample,1,%.2f,mg/L,check,dynqual,estimate,row %d of a long table of samples\n"
                    .formatted(i % 500, i % 12 + 1, i % 28 + 1, 0.2 + i % 70 / 100.0, i));
    String mb = "x".repeat(1_000_000);
    Map<String, Path> others = new LinkedHashMap<>();
    others.put("one-line", samples("one-line", "", i -> mb));
    others.put("one-cell", samples("one-cell", SAMPLES + "\"", i -> mb.replace("x", "ž")));
    others.put("quotes", samples("quotes", "", i -> "\"".repeat(1000)));
    others.put("open-quote", samples("open-quote", SAMPLES + "\"", i -> "a,b\n"));
    others.put("empty-lines", samples("empty-lines", SAMPLES, i -> "\n"));
    others.put("empty-cells", samples("empty-cells", SAMPLES, i -> ",".repeat(12) + "\n"));
    String bad = "?,?,2567-13-40,13-14,?,?,?,#REF!,?,?,?,?,?\n";
    others.put("faulty-cells", samples("faulty-cells", SAMPLES, i -> bad));
    others.put(
        "unknown-ids",
        samples(
            "unknown-ids",
            SAMPLES,
            i -> "S,TAIL%d,,,NH4-M,sample,1,1,mg/L,check,dynquall,,\n".formatted(i)));
    others.put("header", samples("header", SAMPLES.strip(), i -> ",colmn" + i));
    Path same = study("same-ids");
    String twice = "SRC,Source,,,105,12.6,40,UPPER,,estimate,again and again\n";
    fill(same.resolve("nodes.csv"), Files.readString(same.resolve("nodes.csv")), SIZE, i -> twice);
    others.put("same-ids", same);
    Path dotted = study("dotted-key");
    fill(dotted.resolve("study.toml"), "a", SIZE, i -> ".a");
    others.put("dotted-key", dotted);
    compare(clean, others);
  }

  @Test
  void townsAllAlike() throws IOException {
    Random random = new Random(2);
    Path clean = towns("towns", 1, i -> Long.toString(random.nextLong() >>> 8, 36));
    compare(clean, Map.of("towns-alike", towns("towns-alike", 0.01, i -> "Kampong " + i % 997)));
  }

  @Test
  void networksOfOddShape() throws IOException {
    Path clean = network("river", i -> new int[] {i, i + 1});
    Map<String, Path> others = new LinkedHashMap<>();
    int last = SIZE / 500 - 1;
    others.put("ring", network("ring", i -> new int[] {i, i == last ? 0 : i + 1}));
    others.put("pairs", network("pairs", i -> new int[] {i, i ^ 1}));
    others.put("star", network("star", i -> new int[] {0, i + 1}));
    others.put(
        "zigzag", network("zigzag", i -> i % 2 > 0 ? new int[] {i, i + 1} : new int[] {i + 1, i}));
    Random random = new Random(3);
    others.put(
        "half-turned",
        network(
            "half-turned",
            i -> {
              int lower = random.nextInt(Math.max(0, i - 5), i + 1);
              return random.nextBoolean() ? new int[] {i + 1, lower} : new int[] {lower, i + 1};
            }));
    compare(clean, others);
  }
}
