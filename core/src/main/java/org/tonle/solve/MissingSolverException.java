package org.tonle.solve;

/// A solver that this machine cannot load. Its message is one sentence for the user.
public final class MissingSolverException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingSolverException(String message, Throwable cause) {
    super(message, cause);
  }
}
