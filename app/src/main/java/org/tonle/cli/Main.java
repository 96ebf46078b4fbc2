package org.tonle.cli;

/// The only main().
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("tonle");
  }
}
