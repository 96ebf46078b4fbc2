package org.tonle.cli;

import picocli.CommandLine;

/// The only main().
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Tonle()).execute(arguments));
  }
}
