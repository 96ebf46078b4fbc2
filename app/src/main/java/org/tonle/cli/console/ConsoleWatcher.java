package org.tonle.cli.console;

import java.io.IOException;
import org.tonle.i18n.Words;
import org.tonle.service.DiskFault;
import org.tonle.service.Watcher;

/// Watcher that shows progress and notices on standard error.
public record ConsoleWatcher(Words words) implements Watcher {
  @Override
  public void working(String key, Object... arguments) {
    Console.progress(words.text(key, arguments));
  }

  @Override
  public void done() {
    Console.progressDone();
  }

  @Override
  public void notice(String key, Object... arguments) {
    Console.error(words.text(key, arguments));
  }

  @Override
  public void fault(IOException fault) {
    Console.error(DiskFault.says(fault, Words.in("en")));
  }
}
