package org.tonle.serve.held;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tonle.serve.draft.Draft;

/// Folder watch: a study that somebody changes on the disk is prepared anew. It looks at sizes and
/// times every other second, and at contents only when these differ.
public final class FolderWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Preparation preparation;
  private final Thread thread;
  private String seen;

  public FolderWatch(Preparation preparation) {
    this.preparation = preparation;
    seen = signature(preparation.folder());
    thread = Thread.ofVirtual().name("watch").start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks once.
  void look() {
    String now = signature(preparation.folder());
    if (!now.equals(seen)) {
      seen = now;
      preparation.beginIfOther();
    }
  }

  /// Names, sizes and times of the tables, settings and scenarios; "" while the folder cannot be
  /// read.
  private static String signature(Path folder) {
    StringBuilder all = new StringBuilder();
    try {
      for (Path file : Draft.files(folder)) {
        all.append(file.getFileName()).append(' ').append(Files.size(file)).append(' ');
        all.append(Files.getLastModifiedTime(file)).append('\n');
      }
    } catch (IOException e) {
      return "";
    }
    return all.toString();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
