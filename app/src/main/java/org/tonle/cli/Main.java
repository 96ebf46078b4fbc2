package org.tonle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/// The only main().
public final class Main {
  static final int DONE = 0;
  static final int PROBLEMS = 1;
  static final int USAGE = 2;
  static final int FAULT = 3;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /// Runs a command line; returns its exit code.
  static int execute(String... arguments) {
    return new CommandLine(new Tonle())
        .setExecutionExceptionHandler((e, line, parsed) -> failed(e))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static int failed(Exception e) {
    Throwable cause =
        e instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : e;
    if (cause instanceof UsageProblem usage) {
      Console.error(usage.says());
      return USAGE;
    }
    if (cause instanceof IOException) {
      Console.error("The disk did not do it: " + describe(cause));
      return FAULT;
    }
    Console.error("This is a fault of Tonle, not of your study: " + describe(cause));
    if (Boolean.getBoolean("tonle.trace")) {
      cause.printStackTrace(Console.err());
    } else {
      Console.error("Set JDK_JAVA_OPTIONS=-Dtonle.trace=true to see where, and please report it.");
    }
    return FAULT;
  }

  private static String describe(Throwable e) {
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }
}
