package org.tonle.folder;

import java.util.List;
import java.util.Optional;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// Reading of a folder: its study and its problems.
///
/// @param study the study; empty if there is an error
/// @param rows rows read, by file, in the order of the tables
/// @param inputs the tables and texts themselves
public record Reading(
    Optional<Study> study, List<Problem> problems, List<FileRows> rows, Inputs inputs) {
  public Reading {
    problems = List.copyOf(problems);
    rows = List.copyOf(rows);
  }

  /// Number of rows read from a file.
  public record FileRows(String file, int rows) {}
}
