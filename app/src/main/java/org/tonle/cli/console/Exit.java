package org.tonle.cli.console;

/// Exit codes of every command, as the reference lists them.
public final class Exit {
  public static final int DONE = 0;

  /// The study or the request has problems, and the console says which.
  public static final int PROBLEMS = 1;

  public static final int USAGE = 2;

  /// A fault of Tonle or of the machine.
  public static final int FAULT = 3;

  private Exit() {}
}
