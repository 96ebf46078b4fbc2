package org.tonle.cli.serve;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.DrawOptions;
import org.tonle.cli.option.LanguageOption;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.packed.PackedStudy;
import org.tonle.serve.ServeOptions;
import org.tonle.serve.ServedFolder;
import org.tonle.serve.Server;
import org.tonle.serve.ServerLog;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.service.DiskFault;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle serve`.
@Command(
    name = "serve",
    description =
        "Opens the page of a study: its map, its levers and its tables, in the browser of this"
            + " computer. Works without a network. Ends with Ctrl-C.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle serve                         Cambodia",
      "  tonle serve my-study --no-browser",
      "  tonle serve my-study --host 0.0.0.0 for others in the same network"
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int PORT = 8321;

  @Parameters(
      arity = "0..1",
      paramLabel = "STUDY",
      descriptionKey = "study",
      description = "folder of the study (default: Cambodia, which comes with Tonle)")
  private @Nullable Path study;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "port to listen at; the next free one if it is taken (default: ${DEFAULT-VALUE})")
  private int port = PORT;

  @Option(
      names = "--host",
      paramLabel = "A",
      description =
          "address to listen at; 0.0.0.0 = all, then with a token in the address (default:"
              + " ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(names = "--no-browser", description = "do not open a browser")
  private boolean isWithoutBrowser;

  @Option(
      names = "--ogc-open",
      description = "let pages of other sites read the features under /ogc")
  private boolean isOgcOpen;

  @Mixin private DrawOptions drawing = new DrawOptions();

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    drawing.require();
    if (port < 0 || port > 65_535) {
      throw new UsageProblem("usage.range", "--port", 0, 65_535, port);
    }
    ServerLog.to(Console::error);
    Path folder = study;
    if (folder != null) {
      return serve(folder, words);
    }
    try (PackedStudy packed = PackedStudy.open("cambodia")) {
      return serve(packed.folder(), words);
    }
  }

  private int serve(Path folder, Words words) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageProblem("serve.no_folder", folder);
    }
    // A folder of something else gets no store and no tables.
    if (!Files.isRegularFile(folder.resolve("study.toml"))) {
      throw new UsageProblem("serve.no_study", folder);
    }
    Optional<ServedFolder> held = ServedFolder.hold(folder);
    if (held.isEmpty()) {
      return already(folder, words);
    }
    try (ServedFolder own = held.get()) {
      return serve(folder, own, words);
    }
  }

  /// A second server of one study would hold other unsaved edits; its page is opened instead.
  private int already(Path folder, Words words) {
    Optional<String> url = ServedFolder.address(folder);
    Console.print(words.text("serve.already", url.orElse("…")));
    if (url.isPresent() && !isWithoutBrowser) {
      Browser.open(url.get());
    }
    return Exit.DONE;
  }

  private int serve(Path folder, ServedFolder own, Words words) throws IOException {
    var order = drawing.order(Scenario.BASELINE.id(), "");
    int threads = order.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    long start_ns = System.nanoTime();
    try {
      Server server = Server.start(new ServeOptions(folder, order, host, port, threads, isOgcOpen));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, own, words), "stop"));
      own.tell(server.url());
      int bound = server.guard().address().port();
      if (port != 0 && bound != port) {
        Console.error(words.text("serve.other_port", port, bound));
      }
      Console.print(words.text("serve.address", server.url()));
      if (!server.guard().address().isLoopback()) {
        Console.print(words.text("serve.network"));
      }
      if (!server.preparation().draft().isKept()) {
        Console.error(words.text("serve.memory_only"));
      } else if (study == null) {
        Console.error(words.text("serve.copy"));
      }
      if (!isWithoutBrowser) {
        Browser.open(server.url());
      }
      server.preparation().await();
      tell(server, folder, words, start_ns);
      Console.error(words.text("serve.stop"));
      Thread.currentThread().join();
    } catch (BindException e) {
      throw new UsageProblem("serve.no_port", port, port + 19, host);
    } catch (UnknownHostException e) {
      throw new UsageProblem("serve.no_host", host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.DONE;
  }

  /// Saves what was edited; what cannot be saved stays in the store.
  private void stop(Server server, ServedFolder own, Words words) {
    try {
      server.stop();
      if (study != null) {
        List<String> saved = server.preparation().draft().save();
        if (!saved.isEmpty()) {
          Console.error(words.text("serve.saved", String.join(", ", saved)));
        }
      }
    } catch (RequestProblem e) {
      Console.error(e.text(words));
    } catch (IOException e) {
      Console.error(DiskFault.says(e, words));
    }
    try {
      server.close();
      own.close();
    } catch (IOException e) {
      Console.error(DiskFault.says(e, words));
    }
  }

  private static void tell(Server server, Path folder, Words words, long start_ns) {
    ProblemLines.brief(server.preparation().problems(), folder, words);
    Optional<PreparedStudy> ready = server.preparation().find();
    if (ready.isPresent()) {
      PreparedStudy of = ready.get();
      Console.error(
          words.text(
              "serve.ready",
              of.study().id(),
              of.places().all().size(),
              of.result().options().draws(),
              Text.format("%.1f", (System.nanoTime() - start_ns) * 1e-9)));
    }
    server
        .preparation()
        .fault()
        .ifPresent(fault -> Console.error(words.text("serve.failed") + " " + fault));
  }
}
