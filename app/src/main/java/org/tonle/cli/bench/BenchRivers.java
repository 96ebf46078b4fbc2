package org.tonle.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.river.NetworkReading;
import org.tonle.bench.river.NetworkTable;
import org.tonle.bench.river.RiverForest;
import org.tonle.bench.river.Rivers;
import org.tonle.cli.console.Console;
import org.tonle.i18n.ProblemText;
import org.tonle.i18n.Words;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Bench rivers: the rivers on which a benchmark runs.
final class BenchRivers {
  private static final int MOST_REACHES = 100_000_000;

  @Option(
      names = "--reaches",
      paramLabel = "N",
      description = "size of the generated rivers (default: 60000; order, globe: 8500000)")
  private @Nullable Integer reaches;

  @Option(
      names = "--bifurcations",
      paramLabel = "SHARE",
      defaultValue = "0.02",
      description = "share of generated reaches that fork (default: ${DEFAULT-VALUE})")
  private double bifurcations = 0.02;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "seed of everything generated (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description =
          "CSV of a river network, plain or .gz: id, next_down, length_km, discharge_m3_per_s and,"
              + " if known, fraction; several rows of one id are a bifurcation")
  private @Nullable Path network;

  @Option(
      names = "--columns",
      paramLabel = "NAME=COLUMN",
      split = ",",
      description =
          "columns that have other names or units in the file, for instance id=basin+ID,"
              + "next_down=basin+NEXT,length_km=length_m*0.001")
  private Map<String, String> columns = new LinkedHashMap<>();

  /// Refuses impossible values before any rivers are generated or read.
  void require() {
    if (reaches != null) {
      BenchCommand.requireRange("--reaches", 1, MOST_REACHES, reaches);
      if (network != null) {
        throw new UsageProblem("usage.not_together", "--reaches", "--network");
      }
    }
    if (!(bifurcations >= 0 && bifurcations <= 1)) {
      throw new UsageProblem("usage.range", "--bifurcations", 0, 1, bifurcations);
    }
    if (network == null && !columns.isEmpty()) {
      throw new UsageProblem("usage.needs", "--columns", "--network");
    }
    columns.forEach(
        (name, said) -> {
          if (!NetworkTable.isMapping(name, said)) {
            throw new UsageProblem(
                "usage.columns", name + "=" + said, String.join(", ", NetworkTable.columns()));
          }
        });
    if (network != null && !Files.isRegularFile(network)) {
      throw new UsageProblem("usage.no_file", network);
    }
  }

  /// Whether the user asked for generated rivers of a size.
  boolean isGenerated() {
    return reaches != null;
  }

  long seed() {
    return seed;
  }

  /// Number of reaches to generate.
  ///
  /// @param usual default number
  int count(int usual) {
    return reaches == null ? usual : reaches;
  }

  /// The rivers, or null if the file has problems, which are printed.
  ///
  /// @param usual default number of reaches
  @Nullable Rivers get(int usual, Words words) throws IOException {
    if (network == null) {
      int count = count(usual);
      Console.progress(words.text("bench.growing", count));
      return RiverForest.grow(count, bifurcations, seed);
    }
    Console.progress(words.text("bench.reading", network));
    NetworkReading reading = NetworkTable.read(network, columns);
    Console.progressDone();
    if (reading.rivers().isEmpty()) {
      new ProblemText(words).lines(reading.problems()).forEach(Console::error);
      return null;
    }
    NetworkReading.Notes notes = reading.notes();
    told(words, "bench.dangling", notes.dangling());
    told(words, "bench.dry", notes.dry());
    told(words, "bench.lengthless", notes.lengthless());
    told(words, "bench.scaled", notes.scaled());
    return reading.rivers().get();
  }

  private static void told(Words words, String key, int count) {
    if (count > 0) {
      Console.error(words.text(key, count));
    }
  }
}
