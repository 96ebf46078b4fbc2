package org.tonle.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.Measurements;
import org.tonle.bench.Watch;
import org.tonle.packed.PackedStudy;
import org.tonle.serve.ServeOptions;
import org.tonle.serve.Server;
import org.tonle.serve.torture.RequestTorture;
import org.tonle.serve.torture.ServeBench;
import org.tonle.service.RunOrder;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Bench serve: how many clients move levers of a server, and for how long.
final class BenchServe {
  private static final int MOST_CLIENTS = 150;
  private static final int MOST_SECONDS = 3600;

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

  boolean isTorture() {
    return isTorture;
  }

  void require(boolean isTortured) {
    BenchCommand.requireRange("--clients", 1, MOST_CLIENTS, clients);
    BenchCommand.requireRange("--seconds", 1, MOST_SECONDS, seconds);
    if (isTorture && !isTortured) {
      throw new UsageProblem("usage.needs", "--serve", "torture");
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
  Measurements torture(int requests, int threads, long seed) throws IOException {
    try (PackedStudy packed = PackedStudy.open("two-towns")) {
      Path folder = packed.folder();
      try (Server server =
          Server.start(
              new ServeOptions(folder, order(20, threads), "127.0.0.1", 0, threads, false))) {
        server.preparation().await();
        String cookie = server.guard().cookie() + "=" + server.guard().token();
        RequestTorture.Finding found =
            RequestTorture.run(server.guard().address().port(), cookie, requests, seed);
        return new Measurements()
            .put("job", "torture")
            .put("requests", (long) found.asked())
            .put("refused_requests", (long) found.refused())
            .put("fault", found.faults().stream().limit(5).collect(Collectors.joining("\n")))
            .put("failures", (long) found.faults().size());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }
}
