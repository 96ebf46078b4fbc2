package org.tonle.problem;

/// Severity of a problem. An error stops the computation; a warning does not; a note reports a
/// change made while reading.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
