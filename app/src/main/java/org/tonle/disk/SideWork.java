package org.tonle.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Side work: files that are written beside the caller's own. Closing waits for it, so that after a
/// failure nothing writes any more.
public final class SideWork implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Void>> started = new ArrayList<>();

  /// Step that writes files.
  @FunctionalInterface
  public interface Step {
    void write() throws IOException;
  }

  public void start(Step step) {
    started.add(CompletableFuture.runAsync(() -> writeNow(step), threads));
  }

  private static void writeNow(Step step) {
    try {
      step.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for all that was started, and throws what one of them threw.
  public void join() throws IOException {
    for (CompletableFuture<Void> one : started) {
      try {
        one.join();
      } catch (CompletionException e) {
        throw thrown(e);
      }
    }
  }

  private static IOException thrown(CompletionException e) {
    return switch (e.getCause()) {
      case UncheckedIOException io ->
          Objects.requireNonNullElseGet(io.getCause(), IOException::new);
      case RuntimeException own -> throw own;
      case Error error -> throw error;
      case null, default -> new IOException(e);
    };
  }

  @Override
  public void close() {
    threads.close();
  }
}
