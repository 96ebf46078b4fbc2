package org.tonle.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import org.eclipse.jetty.server.HttpConfiguration;
import org.tonle.serve.draft.Draft;
import org.tonle.serve.guard.Address;
import org.tonle.serve.guard.Guard;
import org.tonle.serve.guard.ProblemReply;
import org.tonle.serve.guard.RateLimit;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.guard.Turnstile;
import org.tonle.serve.held.FolderWatch;
import org.tonle.serve.held.Preparation;
import org.tonle.serve.held.ScenarioResults;
import org.tonle.serve.job.JobQueue;
import org.tonle.serve.live.LiveChannel;
import org.tonle.serve.route.Served;

/// Server of one study: its page, its API, and the levers over a WebSocket.
public final class Server implements AutoCloseable {
  private static final int PORTS_TRIED = 20;
  private static final int WAITING = 256;
  private static final long LARGEST_BODY = 8_000_000;

  private static final String POLICY =
      "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self'; style-src-attr"
          + " 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final Javalin javalin;
  private final Preparation preparation;
  private final JobQueue queue;
  private final FolderWatch watch;
  private final Guard guard;

  private Server(
      Javalin javalin, Preparation preparation, JobQueue queue, FolderWatch watch, Guard guard) {
    this.javalin = javalin;
    this.preparation = preparation;
    this.queue = queue;
    this.watch = watch;
    this.guard = guard;
  }

  /// Starts a server at the first free port and begins to prepare the study.
  ///
  /// @throws IOException if no port of the address can be bound
  public static Server start(ServeOptions options) throws IOException {
    Address address = Address.of(options.host(), options.port());
    String token = Guard.newToken();
    Draft draft = Draft.open(options.study(), Clock.systemUTC());
    BindException last = new BindException();
    for (int i = 0; i < (options.port() == 0 ? 1 : PORTS_TRIED); i++) {
      int port = options.port() == 0 ? freePort(options.host()) : options.port() + i;
      if (port > 65_535) {
        break;
      }
      try {
        return start(options, draft, new Guard(address.at(port), token, options.isOgcOpen()));
      } catch (BindException taken) {
        last = taken;
      }
    }
    draft.close();
    throw last;
  }

  private static int freePort(String host) throws IOException {
    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName(host))) {
      return socket.getLocalPort();
    }
  }

  private static Server start(ServeOptions options, Draft draft, Guard guard) throws BindException {
    Preparation preparation =
        new Preparation(options.study(), draft, options.order(), options.threads());
    Turnstile turnstile = new Turnstile(options.threads(), WAITING);
    Served served = new Served(preparation, new ScenarioResults(turnstile, draft), turnstile);
    JobQueue queue = new JobQueue();
    Javalin javalin = Javalin.create(config -> configure(config, guard, served, queue));
    try {
      javalin.start(options.host(), guard.address().port());
    } catch (RuntimeException e) {
      javalin.stop();
      queue.close();
      preparation.close();
      if (isTaken(e)) {
        throw new BindException(guard.address().url());
      }
      throw e;
    }
    preparation.begin();
    FolderWatch watch = new FolderWatch(preparation);
    return new Server(javalin, preparation, queue, watch, guard);
  }

  private static boolean isTaken(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException || String.valueOf(cause.getMessage()).contains("in use")) {
        return true;
      }
    }
    return false;
  }

  private static void configure(JavalinConfig config, Guard guard, Served served, JobQueue queue) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LARGEST_BODY;
    config.http.defaultContentType = "application/json; charset=utf-8";
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(Server::limits);
    RateLimit rate = new RateLimit(1000, 400, System::nanoTime);
    config.routes.before(
        asked -> {
          headers(asked);
          if (!rate.take(asked.ip())) {
            throw RequestProblem.busy("too_often");
          }
          guard.require(asked);
        });
    config.routes.wsBeforeUpgrade(
        asked ->
            guard.requireLive(
                asked.header("Host"), asked.header("Origin"), asked.cookie(guard.cookie())));
    config.routes.exception(
        RequestProblem.class, (problem, asked) -> ProblemReply.write(asked, problem));
    config.routes.exception(HttpResponseException.class, Server::refused);
    config.routes.exception(Exception.class, (fault, asked) -> ServerFaults.write(asked, fault));
    Routes.add(config.routes, served, queue, new LiveChannel(served), new PageFiles(guard));
  }

  private static void limits(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(16_384);
    http.setIdleTimeout(60_000);
  }

  private static void headers(Context asked) {
    asked.header("Content-Security-Policy", POLICY);
    asked.header("X-Content-Type-Options", "nosniff");
    asked.header("Referrer-Policy", "no-referrer");
    asked.header("Cross-Origin-Opener-Policy", "same-origin");
    asked.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  /// What the web server itself refuses.
  private static void refused(HttpResponseException refusal, Context asked) {
    RequestProblem problem =
        switch (refusal.getStatus()) {
          case 404 -> RequestProblem.missing("no_route", path(asked));
          case 405 -> RequestProblem.method(asked.method().name(), path(asked));
          case 413 -> RequestProblem.large(LARGEST_BODY / 1_000_000);
          default -> RequestProblem.bad("malformed");
        };
    ProblemReply.write(asked, problem);
  }

  private static String path(Context asked) {
    String path = asked.path();
    return path.length() > 80 ? path.substring(0, 80) + "…" : path;
  }

  public Preparation preparation() {
    return preparation;
  }

  public Guard guard() {
    return guard;
  }

  /// All routes as the web server knows them.
  public Javalin javalin() {
    return javalin;
  }

  /// Address of the page; over a network with the token that opens it.
  public String url() {
    String url = guard.address().url() + "/";
    return guard.address().isLoopback() ? url : url + "?token=" + guard.token();
  }

  /// Answers no more.
  public void stop() {
    watch.close();
    queue.close();
    javalin.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
    preparation.close();
    preparation.draft().close();
  }
}
