package org.tonle.problem;

/// An error stops computing; a warning does not; a note tells what was changed on the way in.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
