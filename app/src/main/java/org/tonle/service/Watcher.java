package org.tonle.service;

import java.io.IOException;

/// Watcher of some work: a console, a page, or nobody. Keys are those of `i18n`.
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

  /// A step begins or has progressed.
  void working(String key, Object... arguments);

  /// All steps have ended.
  void done();

  /// A notice that the user should read; the work continues.
  void notice(String key, Object... arguments);

  /// The disk failed, but no result is lost.
  void fault(IOException fault);
}
