package org.tonle.service;

import java.io.IOException;

/// Watcher of a piece of work: a console, a page, or nobody. Keys are those of `i18n`.
public interface Watcher {
  /// Watcher that shows nothing.
  Watcher SILENT =
      new Watcher() {
        @Override
        public void working(String key, Object... arguments) {}

        @Override
        public void done() {}

        @Override
        public void notice(String key, Object... arguments) {}

        @Override
        public void fault(IOException fault) {}
      };

  /// A step begins, or has come further.
  void working(String key, Object... arguments);

  /// No step is under way any more.
  void done();

  /// Something that the user should know and that stops nothing.
  void notice(String key, Object... arguments);

  /// The disk failed where no result is lost.
  void fault(IOException fault);
}
