package org.tonle.cli.console;

import java.io.PrintStream;

/// Console of the commands: results go to standard output, progress and problems to standard error.
public final class Console {
  private static final long SECOND_NS = 1_000_000_000L;

  /// Longest line on the screen; files hold longer lines in full.
  private static final int LONGEST_LINE = 2000;

  private static long lastProgress_ns = System.nanoTime();

  private Console() {}

  @SuppressWarnings("SystemOut")
  public static void print(String line) {
    System.out.println(shown(line));
  }

  /// Prints JSON as it is, because it contains no control characters.
  @SuppressWarnings("SystemOut")
  public static void printJson(String json) {
    System.out.println(json);
  }

  /// Prints a line of JSON at once, because somebody is waiting for it.
  @SuppressWarnings("SystemOut")
  public static void printLine(String json) {
    System.out.println(json);
    System.out.flush();
  }

  /// Whether everything printed has reached standard output.
  @SuppressWarnings("SystemOut")
  public static boolean isComplete() {
    return !System.out.checkError();
  }

  public static void error(String line) {
    err().println(shown(line));
  }

  public static PrintStream err() {
    return System.err;
  }

  /// Text of a study must not control the terminal, so control and direction marks become visible.
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

  /// Prints progress: on a terminal a line that the next one overwrites, elsewhere at most one line
  /// a second.
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
