package org.tonle.serve;

import java.util.function.Consumer;

/// Server log: what the person who started the server should know of.
public final class ServerLog {
  private static volatile Consumer<String> lines = line -> {};

  private ServerLog() {}

  /// Sends all later lines somewhere.
  public static void to(Consumer<String> where) {
    lines = where;
  }

  static void fault(long number, String what, Throwable fault) {
    StringBuilder says = new StringBuilder("#" + number + " " + what + ": " + fault);
    if (Boolean.getBoolean("tonle.trace")) {
      for (StackTraceElement at : fault.getStackTrace()) {
        says.append("\n    at ").append(at);
      }
    }
    lines.accept(says.toString());
  }
}
