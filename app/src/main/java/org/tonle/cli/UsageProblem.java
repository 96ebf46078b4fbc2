package org.tonle.cli;

/// The user asked for something that cannot be; the message says what to do.
final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String says;

  UsageProblem(String says) {
    super(says);
    this.says = says;
  }

  String says() {
    return says;
  }
}
