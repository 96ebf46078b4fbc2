package org.tonle.folder;

import java.util.List;
import java.util.Optional;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// What could be read of a folder.
///
/// @param study the study; empty when there is an error
/// @param rows rows read, by file, in the order of the tables
/// @param inputs the tables and texts themselves
public record Reading(
    Optional<Study> study, List<Problem> problems, List<FileRows> rows, Inputs inputs) {
  public Reading {
    problems = List.copyOf(problems);
    rows = List.copyOf(rows);
  }

  /// One file and how many rows were read of it.
  public record FileRows(String file, int rows) {}
}
