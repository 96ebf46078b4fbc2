package org.tonle.cli;

import java.io.PrintStream;

/// Where commands print: results on standard output, progress and problems on standard error.
final class Console {
  private Console() {}

  @SuppressWarnings("SystemOut")
  static void print(String line) {
    System.out.println(line);
  }

  static void error(String line) {
    err().println(line);
  }

  static PrintStream err() {
    return System.err;
  }

  static boolean isTerminal() {
    return Boolean.getBoolean("tonle.terminal");
  }

  /// A line of progress that the next one overwrites; nothing where nobody watches.
  static void progress(String text) {
    if (isTerminal()) {
      err().print("\r\u001b[K" + text);
      err().flush();
    }
  }

  static void progressDone() {
    progress("");
  }
}
