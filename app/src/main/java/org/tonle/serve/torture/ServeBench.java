package org.tonle.serve.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tonle.bench.Measurements;
import org.tonle.bench.Watch;
import org.tonle.serve.ServeOptions;
import org.tonle.serve.Server;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.service.RunOrder;

/// Serve bench: clients that move levers of one server over the WebSocket, each in a closed loop:
/// one question under way, and a second of thought after every ten.
public final class ServeBench {
  private static final int WARM_UP = 60;
  private static final int ALONE = 100;
  private static final int BETWEEN_THOUGHTS = 10;

  private final Server server;
  private final List<String> sources;
  private final String constituent;

  private ServeBench(Server server) {
    this.server = server;
    PreparedStudy study = server.preparation().require();
    sources = study.study().emissions().sources().stream().map(s -> s.id()).toList();
    constituent = study.study().chemistry().constituents().getFirst().id();
  }

  /// @param clients that ask at the same time
  /// @param seconds for which they do
  public static Measurements run(
      Path study, RunOrder order, int threads, int clients, int seconds, long seed, Watch watch)
      throws IOException {
    Measurements.startHeap();
    watch.doing("bench.holding", String.valueOf(study.getFileName()));
    long start_ns = System.nanoTime();
    try (Server server =
        Server.start(new ServeOptions(study, order, "127.0.0.1", 0, threads, false))) {
      double page_ms = (System.nanoTime() - start_ns) * 1e-6;
      server.preparation().await();
      double prepare_ms = (System.nanoTime() - start_ns) * 1e-6;
      return new ServeBench(server)
          .measure(clients, seconds, seed, watch)
          .put("page_ms", page_ms)
          .put("prepare_ms", prepare_ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Measurements measure(int clients, int seconds, long seed, Watch watch)
      throws InterruptedException, IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Client warm = new Client(http, seed);
      for (int i = 0; i < WARM_UP; i++) {
        warm.ask();
      }
      double[] alone_ms = new double[ALONE];
      for (int i = 0; i < ALONE; i++) {
        alone_ms[i] = warm.ask();
      }
      warm.close();
      double before = Measurements.heldBytes();
      watch.doing("bench.pulling", clients, clients);
      List<Client> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(new Client(http, seed + 1 + i));
      }
      List<Thread> threads = new ArrayList<>();
      long end_ns = System.nanoTime() + seconds * 1_000_000_000L;
      double processor_ms = processor_ms();
      for (Client client : all) {
        threads.add(Thread.ofVirtual().start(() -> client.loop(end_ns)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      processor_ms = processor_ms() - processor_ms;
      double held = Measurements.heldBytes() - before;
      Measurements found = figures(alone_ms, all, held);
      all.forEach(Client::close);
      int answers = all.stream().mapToInt(c -> c.taken_ms.size()).sum();
      return found.put("milliseconds_processor", processor_ms / answers);
    }
  }

  /// Processor time of the whole program, clients included.
  private static double processor_ms() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(d -> (double) d.toMillis())
        .orElse(Double.NaN);
  }

  private Measurements figures(double[] alone_ms, List<Client> clients, double held) {
    double[] all_ms =
        clients.stream()
            .flatMapToDouble(c -> c.taken_ms.stream().mapToDouble(t -> t))
            .sorted()
            .toArray();
    double slowest = 0;
    for (Client client : clients) {
      double[] own = client.taken_ms.stream().mapToDouble(t -> t).sorted().toArray();
      slowest = StrictMath.max(slowest, quantile(own, 0.5));
    }
    Arrays.sort(alone_ms);
    long failures = clients.stream().mapToLong(c -> c.failures).sum();
    PreparedStudy study = server.preparation().require();
    return new Measurements()
        .put("job", "serve")
        .put("study", study.study().id())
        .put("draws", (long) study.result().options().draws())
        .put("kernel", study.result().kernel())
        .put("lever_ms_median", quantile(alone_ms, 0.5))
        .put("lever_ms_p95", quantile(alone_ms, 0.95))
        .put("clients", (long) clients.size())
        .put("answers", (long) all_ms.length)
        .put("clients_ms_median", quantile(all_ms, 0.5))
        .put("clients_ms_p95", quantile(all_ms, 0.95))
        .put("slowest_over_median", slowest / quantile(all_ms, 0.5))
        .put("sessions_mb", StrictMath.max(0, held) / 1e6)
        .put("failures", failures);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) StrictMath.min(sorted.length - 1, StrictMath.floor(share * sorted.length))];
  }

  /// One browser.
  private final class Client implements WebSocket.Listener {
    private final LinkedBlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
    private final List<Double> taken_ms = new ArrayList<>();
    private final SplittableRandom random;
    private final WebSocket socket;
    private long number;
    private long failures;

    Client(HttpClient http, long seed) {
      random = new SplittableRandom(seed);
      String url = server.guard().address().url();
      socket =
          http.newWebSocketBuilder()
              .header("Cookie", server.guard().cookie() + "=" + server.guard().token())
              .header("Origin", url)
              .buildAsync(URI.create(url.replace("http", "ws") + "/api/v1/live"), this)
              .join();
    }

    void loop(long end_ns) {
      try {
        while (System.nanoTime() < end_ns) {
          taken_ms.add(ask());
          if (taken_ms.size() % BETWEEN_THOUGHTS == 0) {
            TimeUnit.SECONDS.sleep(1);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /// Milliseconds from a question to its answer.
    double ask() throws InterruptedException {
      String source = sources.get(random.nextInt(sources.size()));
      double factor = StrictMath.rint(random.nextDouble() * 150) / 100;
      String question =
          "{\"n\":"
              + ++number
              + ",\"c\":\""
              + constituent
              + "\",\"changes\":{\"scale_load\":[{\"source\":\""
              + source
              + "\",\"factor\":"
              + factor
              + "}]}}";
      long start_ns = System.nanoTime();
      socket.sendText(question, true).join();
      Boolean isAnswered = answers.poll(120, TimeUnit.SECONDS);
      failures += isAnswered == null || !isAnswered ? 1 : 0;
      return (System.nanoTime() - start_ns) * 1e-6;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket of, CharSequence data, boolean isLast) {
      if (isLast) {
        answers.add(false);
      }
      of.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket of, ByteBuffer data, boolean isLast) {
      if (isLast) {
        answers.add(true);
      }
      of.request(1);
      return null;
    }

    void close() {
      socket.abort();
    }
  }
}
