package org.tonle.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.Measurements;
import org.tonle.bench.Watch;
import org.tonle.packed.PackedStudy;
import org.tonle.serve.ServeOptions;
import org.tonle.serve.Server;
import org.tonle.serve.torture.KillTorture;
import org.tonle.serve.torture.RequestTorture;
import org.tonle.serve.torture.ServeBench;
import org.tonle.service.RunOrder;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Bench serve: how many clients move levers of a server, and for how long.
final class BenchServe {
  /// Class of the only main().
  private static final String MAIN = "org.tonle.cli.Main";

  private static final int MOST_CLIENTS = 150;
  private static final int MOST_SECONDS = 3600;
  private static final int MOST_KILLS = 10_000;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "50",
      description = "serve: clients that move levers at the same time (default: ${DEFAULT-VALUE})")
  private int clients = 50;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "serve: for how long (default: ${DEFAULT-VALUE})")
  private int seconds = 30;

  @Option(
      names = "--serve",
      description = "torture: malformed requests to a server, which must refuse them with a reason")
  private boolean isTorture;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "torture --serve: how often a server is killed while it starts, edits, saves and runs;"
              + " nothing acknowledged may be lost (default: ${DEFAULT-VALUE})")
  private int kills;

  boolean isTorture() {
    return isTorture;
  }

  void require(boolean isTortured) {
    BenchCommand.requireRange("--clients", 1, MOST_CLIENTS, clients);
    BenchCommand.requireRange("--seconds", 1, MOST_SECONDS, seconds);
    BenchCommand.requireRange("--kills", 0, MOST_KILLS, kills);
    if (isTorture && !isTortured) {
      throw new UsageProblem("usage.needs", "--serve", "torture");
    }
    if (kills > 0 && !isTorture) {
      throw new UsageProblem("usage.needs", "--kills", "--serve");
    }
  }

  Measurements measure(@Nullable Integer draws, int threads, long seed, Watch watch)
      throws IOException {
    try (PackedStudy packed = PackedStudy.open("cambodia")) {
      return ServeBench.run(
          packed.folder(), order(draws, threads), threads, clients, seconds, seed, watch);
    }
  }

  private static RunOrder order(@Nullable Integer draws, int threads) {
    return new RunOrder(
        "baseline",
        "",
        draws == null ? OptionalInt.empty() : OptionalInt.of(draws),
        OptionalLong.empty(),
        OptionalInt.of(threads));
  }

  /// Tortures a server of a small study.
  Measurements torture(int requests, int threads, long seed, Watch watch) throws IOException {
    List<String> faults = new ArrayList<>();
    Measurements found = new Measurements().put("job", "torture");
    try (PackedStudy packed = PackedStudy.open("two-towns")) {
      RequestTorture.Finding malformed = malformed(packed.folder(), requests, threads, seed);
      faults.addAll(malformed.faults());
      found.put("requests", (long) malformed.asked());
      found.put("refused_requests", (long) malformed.refused());
    }
    if (kills > 0) {
      try (PackedStudy packed = PackedStudy.open("two-towns")) {
        KillTorture.Finding killed =
            KillTorture.run(program(), packed.folder(), kills, seed, watch);
        faults.addAll(killed.faults());
        found.put("kills", (long) killed.kills()).put("acknowledged", killed.acknowledged());
        found.put("killed_during", new TreeMap<>(killed.during()));
      }
    }
    return found
        .put("fault", faults.stream().limit(5).collect(Collectors.joining("\n")))
        .put("failures", (long) faults.size());
  }

  private static RequestTorture.Finding malformed(Path folder, int requests, int threads, long seed)
      throws IOException {
    try (Server server =
        Server.start(
            new ServeOptions(folder, order(20, threads), "127.0.0.1", 0, threads, false))) {
      server.preparation().await();
      String cookie = server.guard().cookie() + "=" + server.guard().token();
      return RequestTorture.run(server.guard().address().port(), cookie, requests, seed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// What starts this program again: quickly, because each start ends soon.
  private static List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        MAIN);
  }
}
