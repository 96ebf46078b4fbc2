package org.tonle.cli.console;

import java.io.PrintStream;

/// Where commands print: results on standard output, progress and problems on standard error.
public final class Console {
  private static final long SECOND_NS = 1_000_000_000L;

  /// A line on screen ends here; files hold the whole of it.
  private static final int LONGEST_LINE = 2000;

  private static long lastProgress_ns = System.nanoTime();

  private Console() {}

  @SuppressWarnings("SystemOut")
  public static void print(String line) {
    System.out.println(shown(line));
  }

  /// JSON goes out as it is: it holds no control characters.
  @SuppressWarnings("SystemOut")
  public static void printJson(String json) {
    System.out.println(json);
  }

  /// A line of JSON that somebody waits for.
  @SuppressWarnings("SystemOut")
  public static void printLine(String json) {
    System.out.println(json);
    System.out.flush();
  }

  public static void error(String line) {
    err().println(shown(line));
  }

  public static PrintStream err() {
    return System.err;
  }

  /// What a study brings must not steer the terminal: control and direction marks become visible.
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST_LINE));
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      column = c == '\n' ? 0 : column + 1;
      if (column == LONGEST_LINE) {
        shown.append('…');
      } else if (column < LONGEST_LINE) {
        shown.append(isHarmless(c) ? c : '\ufffd');
      }
    }
    return shown.toString();
  }

  private static boolean isHarmless(char c) {
    boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean isDirection =
        (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || c == '\u200f';
    return !isControl && !isDirection;
  }

  private static boolean isTerminal() {
    return Boolean.getBoolean("tonle.terminal");
  }

  /// On a terminal a line that the next one overwrites, elsewhere a plain line a second at most.
  public static void progress(String text) {
    if (isTerminal()) {
      err().print("\r\u001b[K" + text);
      err().flush();
    } else if (System.nanoTime() - lastProgress_ns > SECOND_NS) {
      lastProgress_ns = System.nanoTime();
      err().println(text);
    }
  }

  public static void progressDone() {
    if (isTerminal()) {
      progress("");
    }
  }
}
